// What the classes of _multibytecodec hold: a codec, how errors are handled, where in the text a stateful encoding is,
// and what waits for its other half.
import type { CodecState, EastAsianCodec } from '@pellucid/primitives/east-asian'
import { PyObject, type Visit } from '../../data/object.ts'
import type { PyType } from '../../data/type.ts'
import { asStr, narrowStr, None, strValue, type Str, type Value } from '../../data/values.ts'
import type { Attribute } from '../../object/define-type.ts'
import { getAttr } from '../../protocols/attributes.ts'
import { AttributeError, TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'

export class PyMultibyteCodec extends PyObject {
  readonly name: string
  readonly codec: EastAsianCodec
  constructor(name: string, codec: EastAsianCodec) {
    super()
    this.name = name
    this.codec = codec
  }
}

export const STATE_SIZE = 8

export function newState(codec: EastAsianCodec, decoding: boolean): CodecState {
  const state = new Uint8Array(STATE_SIZE)
  state.set((decoding ? codec.decodingStart : undefined) ?? codec.start)
  return state
}

/** An incremental or stream object. */
export class PyCoding extends PyObject {
  readonly codec: PyMultibyteCodec
  errors: Str
  state: CodecState
  readonly stream: Value
  constructor(codec: PyMultibyteCodec, errors: Str, stream: Value = None, decoding = false) {
    super()
    this.codec = codec
    this.errors = errors
    this.stream = stream
    this.state = newState(codec.codec, decoding)
  }
  get errorName(): string {
    return strValue(this.errors)
  }
  override traverse(visit: Visit): void {
    visit(this.codec)
    visit(this.stream)
  }
}

export class PyEncoding extends PyCoding {
  /** Characters that the next one decides about. */
  pending: readonly number[] = []
}

export class PyDecoding extends PyCoding {
  /** The beginning of a character. */
  pending: Uint8Array = new Uint8Array(0)
  constructor(codec: PyMultibyteCodec, errors: Str, stream?: Value) {
    super(codec, errors, stream, true)
  }
}

/** The codec that a class names as its attribute. */
export function codecOf(cls: PyType, py: Thread): PyMultibyteCodec {
  const codec = getAttr(cls, narrowStr('codec'), py)
  return codec instanceof PyMultibyteCodec ? codec : raise(PyTypeError, 'codec is unexpected type')
}

export const errorsAttribute: Attribute<PyCoding> = {
  get: (self) => self.errors,
  set(self, value) {
    if (value === undefined) raise(AttributeError, 'cannot delete attribute')
    self.errors = asStr(value as Value) ?? raise(PyTypeError, 'errors must be a string')
  },
  doc: 'how to treat errors',
}

/** The classes of `codecs` that these are combined with have an `__init__` that is not to run. */
export const noInit = { initRaw: (): void => {} } as const
