// IncrementalNewlineDecoder, and the decoders that text streams use: bytes to text step by step, with a state that can
// be saved. Text is JavaScript text here; lone surrogates stay as they are.
import { decodeAscii, decodeLatin1, decodeUtf8, utf16OfText } from '@pellucid/primitives'
import { newBytes, PyBytes } from '../../data/bytes.ts'
import { PyObject, type Visit } from '../../data/object.ts'
import { newTuple, PyTuple } from '../../data/sequences.ts'
import { asInt, asStr, bigValue, newInt, newStr, None, strValue, type Value } from '../../data/values.ts'
import { methods, type BuiltinDefinition } from '../../object/define-builtin.ts'
import { defineType, withClass } from '../../object/define-type.ts'
import { callMethod } from '../../protocols/call.ts'
import { decodeErrors, withCodecErrors } from '../../protocols/codec-errors.ts'
import { TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import { typeOf } from '../../data/type.ts'
import type { Thread } from '../../thread.ts'
import { concat } from './io-base.ts'

/** Decodes bytes that come in pieces. */
export interface TextDecoder {
  decode(input: Value | Uint8Array, final: boolean, py: Thread): string
  getState(py: Thread): { buffered: Uint8Array; flags: bigint }
  setState(buffered: Uint8Array, flags: bigint, py: Thread): void
  reset(py: Thread): void
}

const nothing = new Uint8Array(0)

/** UTF-8, ASCII and Latin-1 without going through Python. */
export class FastDecoder implements TextDecoder {
  readonly #codec: 'utf-8' | 'ascii' | 'latin-1'
  readonly #errors: string
  #rest: Uint8Array = nothing
  constructor(codec: 'utf-8' | 'ascii' | 'latin-1', errors: string) {
    this.#codec = codec
    this.#errors = errors
  }
  decode(input: Value | Uint8Array, final: boolean, py: Thread): string {
    const given = input instanceof Uint8Array ? input : (input as PyBytes).bytes
    const bytes = this.#rest.length === 0 ? given : concat([this.#rest, given])
    if (this.#codec === 'latin-1') return decodeLatin1(bytes)
    const handler = decodeErrors(this.#errors, bytes, py)
    try {
      if (this.#codec === 'ascii') return utf16OfText(decodeAscii(bytes, handler))
      const { text, consumed } = decodeUtf8(bytes, handler, final)
      this.#rest = consumed === bytes.length ? nothing : bytes.slice(consumed)
      return utf16OfText(text)
    } catch (caught) {
      return withCodecErrors(newBytes(bytes.slice()), py, (): never => {
        throw caught
      })
    }
  }
  getState(): { buffered: Uint8Array; flags: bigint } {
    return { buffered: this.#rest, flags: 0n }
  }
  setState(buffered: Uint8Array): void {
    this.#rest = buffered
  }
  reset(): void {
    this.#rest = nothing
  }
}

/** An incremental decoder of `codecs`. */
export class PythonDecoder implements TextDecoder {
  readonly object: Value
  constructor(object: Value) {
    this.object = object
  }
  decode(input: Value | Uint8Array, final: boolean, py: Thread): string {
    const made = callMethod(this.object, 'decode', [input instanceof Uint8Array ? newBytes(input.slice()) : input, final], py)
    const text = asStr(made)
    return text === undefined ? raise(PyTypeError, `decoder should return a string result, not '${typeOf(made).tpName}'`) : strValue(text)
  }
  getState(py: Thread): { buffered: Uint8Array; flags: bigint } {
    const state = callMethod(this.object, 'getstate', [], py)
    if (!(state instanceof PyTuple) || state.items.length !== 2) return raise(PyTypeError, 'illegal decoder state')
    const [buffered, flags] = state.items as [Value, Value]
    const int = asInt(flags)
    if (!(buffered instanceof PyBytes)) return raise(PyTypeError, `illegal decoder state: the first item should be a bytes object, not '${typeOf(buffered).tpName}'`)
    return { buffered: buffered.bytes, flags: int === undefined ? 0n : bigValue(int) }
  }
  setState(buffered: Uint8Array, flags: bigint, py: Thread): void {
    callMethod(this.object, 'setstate', [newTuple([newBytes(buffered.slice()), newInt(flags)])], py)
  }
  reset(py: Thread): void {
    callMethod(this.object, 'reset', [], py)
  }
}

/** Finds out which newlines a text has, and makes them `\n` if asked to. */
export class NewlineDecoder implements TextDecoder {
  /** Undefined: the input is text already. */
  readonly inner: TextDecoder | undefined
  readonly translate: boolean
  pendingCr = false
  seen = 0
  constructor(inner: TextDecoder | undefined, translate: boolean) {
    this.inner = inner
    this.translate = translate
  }
  decode(input: Value | Uint8Array, final: boolean, py: Thread): string {
    let text: string
    if (this.inner !== undefined) text = this.inner.decode(input, final, py)
    else {
      const given = input instanceof Uint8Array ? undefined : asStr(input)
      text = given === undefined ? raise(PyTypeError, `decoder should return a string result, not '${typeOf(input as Value).tpName}'`) : strValue(given)
    }
    return this.newlines(text, final)
  }
  newlines(given: string, final: boolean): string {
    let text = given
    if (this.pendingCr && (text !== '' || final)) {
      text = '\r' + text
      this.pendingCr = false
    }
    // A `\r` at the end may be the first half of `\r\n`.
    if (text.endsWith('\r') && !final) {
      text = text.slice(0, -1)
      this.pendingCr = true
    }
    if (!text.includes('\r')) {
      if (text.includes('\n')) this.seen |= LF
      return text
    }
    const pairs = text.split('\r\n').length - 1
    const returns = text.split('\r').length - 1
    const feeds = text.split('\n').length - 1
    if (pairs > 0) this.seen |= CRLF
    if (returns > pairs) this.seen |= CR
    if (feeds > pairs) this.seen |= LF
    return this.translate ? text.replace(/\r\n?/g, '\n') : text
  }
  getState(py: Thread): { buffered: Uint8Array; flags: bigint } {
    const { buffered, flags } = this.inner?.getState(py) ?? { buffered: nothing, flags: 0n }
    return { buffered, flags: (flags << 1n) | (this.pendingCr ? 1n : 0n) }
  }
  setState(buffered: Uint8Array, flags: bigint, py: Thread): void {
    this.pendingCr = (flags & 1n) === 1n
    this.inner?.setState(buffered, flags >> 1n, py)
  }
  reset(py: Thread): void {
    this.seen = 0
    this.pendingCr = false
    this.inner?.reset(py)
  }
}

const LF = 1
const CR = 2
const CRLF = 4

/** The `newlines` attribute: None, one kind, or a tuple of kinds. */
export function seenNewlines(seen: number): Value {
  const kinds = [...(seen & CR ? ['\r'] : []), ...(seen & LF ? ['\n'] : []), ...(seen & CRLF ? ['\r\n'] : [])].map(newStr)
  return kinds.length === 0 ? None : kinds.length === 1 ? (kinds[0] as Value) : newTuple(kinds)
}

class PyNewlineDecoder extends PyObject {
  core: NewlineDecoder | undefined = undefined
  decoder: Value = None
  override traverse(visit: Visit): void {
    visit(this.decoder)
  }
}
const method = methods<PyNewlineDecoder>()
const coreOf = (self: PyNewlineDecoder): NewlineDecoder =>
  self.core ?? raise(ValueError, 'IncrementalNewlineDecoder.__init__() not called')

export const newlineDecoderType = defineType('_io.IncrementalNewlineDecoder(decoder: object, translate: bool, errors: object = \'strict\')', {
  doc: 'Decodes text and makes its newlines alike.',
  instance: PyNewlineDecoder,
  subclassable: true,
  allocate: (type) => withClass(new PyNewlineDecoder(), type, true),
  newRaw: (cls) => withClass(new PyNewlineDecoder(), cls, true),
  init(self: PyNewlineDecoder, decoder, translate) {
    self.decoder = decoder
    self.core = new NewlineDecoder(decoder === None ? undefined : new PythonDecoder(decoder), translate)
  },
  methods: () => [
    method('decode(self, /, input: object, final: bool = False)', 'Decode a piece.', (self, input, final, py) =>
      newStr(coreOf(self).decode(input, final, py))),
    method('getstate(self, /)', 'Answer the state.', (self, py) => {
      const { buffered, flags } = coreOf(self).getState(py)
      return newTuple([newBytes(buffered), newInt(flags)])
    }),
    method('setstate(self, state: object, /)', 'Set the state.', (self, state, py) => {
      if (!(state instanceof PyTuple)) return raise(PyTypeError, 'state argument must be a tuple')
      const [buffered, flags] = state.items
      const int = flags === undefined ? undefined : asInt(flags)
      if (!(buffered instanceof PyBytes) || int === undefined) return raise(PyTypeError, 'setstate(): illegal state argument')
      coreOf(self).setState(buffered.bytes, bigValue(int), py)
      return None
    }),
    method('reset(self, /)', 'Forget the state.', (self, py) => coreOf(self).reset(py)),
  ] as BuiltinDefinition[],
  attributes: () => ({ newlines: { get: (self: PyNewlineDecoder) => seenNewlines(coreOf(self).seen) } as never }),
})
