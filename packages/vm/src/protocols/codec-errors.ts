// Error handlers of codecs: the built-in ones run as plain algorithms, those registered by Python are called with
// the exception they may repair.
import {
  decodeHandler, encodeHandler, pointsOfText, strictDecode, strictEncode, UnicodeFault, type DecodeHandler, type EncodeHandler,
  type Text,
} from '@pellucid/primitives'
import { newBytes, PyBytes } from '../data/bytes.ts'
import type { PyBaseException } from '../data/exception.ts'
import { PyTuple } from '../data/sequences.ts'
import {
  asInt, asStr, codePointsOf, newInt, newStr, strOfCodePoints, type Str, type Value,
} from '../data/values.ts'
import type { Thread } from '../thread.ts'
import { call } from './call.ts'
import { IndexError, LookupError, TypeError as PyTypeError, UnicodeDecodeError, UnicodeEncodeError } from './exceptions.ts'
import { raise } from './raise.ts'

/** What an interpreter keeps of codecs. */
export interface CodecRegistry {
  readonly searchers: Value[]
  readonly found: Map<string, PyTuple>
  /** Error handlers registered by Python, by name; they may replace built-in ones. */
  readonly handlers: Map<string, Value>
  ready: boolean
}

const registryState = 'codecs'

export function codecRegistry(py: Thread): CodecRegistry {
  const { state } = py.interpreter
  let registry = state.get(registryState) as CodecRegistry | undefined
  if (registry === undefined) {
    registry = { searchers: [], found: new Map(), handlers: new Map(), ready: false }
    state.set(registryState, registry)
  }
  return registry
}

/** A str in the form of primitives' text algorithms. */
export const textOf = (value: Str): Text => (typeof value === 'string' ? value : value.codePoints)
export const strOf = (text: Text): Str => (typeof text === 'string' ? (text as Str) : strOfCodePoints(text))

const exceptionOf = (kind: typeof UnicodeEncodeError, args: Value[], py: Thread): PyBaseException =>
  call(kind, args, py) as PyBaseException

/** Run a codec algorithm; its faults become Unicode errors about `object`. */
export function withCodecErrors<T>(object: Value, py: Thread, body: () => T): T {
  try {
    return body()
  } catch (caught) {
    if (!(caught instanceof UnicodeFault)) throw caught
    const { kind, encoding, start, end, reason } = caught
    const type = kind === 'UnicodeDecodeError' ? UnicodeDecodeError : UnicodeEncodeError
    throw exceptionOf(type, [newStr(encoding), object, newInt(start), newInt(end), newStr(reason)], py)
  }
}

function unknownHandler(name: string): never {
  return raise(LookupError, `unknown error handler name '${name}'`)
}

function position(value: Value | undefined, length: number, message: string): number {
  const int = value === undefined ? undefined : asInt(value)
  if (int === undefined) return raise(PyTypeError, message)
  const at = Number(int) < 0 ? Number(int) + length : Number(int)
  if (at < 0 || at > length) raise(IndexError, `position ${int} from error handler out of bounds`)
  return at
}

/** The handler that encoders of primitives call. */
export function encodeErrors(name: string, object: Str, py: Thread): EncodeHandler {
  if (name === 'strict' && !codecRegistry(py).handlers.has(name)) return strictEncode
  const builtin = encodeHandler(name)
  const registered = codecRegistry(py).handlers.get(name)
  if (registered === undefined && builtin !== undefined) return builtin
  return (fault) => {
    const handler = registered ?? (codecRegistry(py).handlers.get(name) || unknownHandler(name))
    const { encoding, start, end, reason } = fault
    const exception = exceptionOf(UnicodeEncodeError, [newStr(encoding), object, newInt(start), newInt(end), newStr(reason)], py)
    const made = call(handler, [exception], py)
    const wrong = 'encoding error handler must return (str/bytes, int) tuple'
    if (!(made instanceof PyTuple) || made.items.length !== 2) return raise(PyTypeError, wrong)
    const [replacement, at] = made.items
    const resume = position(at, fault.points.length, wrong)
    if (replacement instanceof PyBytes) return [replacement.bytes, resume]
    const text = replacement === undefined ? undefined : asStr(replacement)
    return text === undefined ? raise(PyTypeError, wrong) : [codePointsOf(text), resume]
  }
}

/** The handler that decoders of primitives call. A handler cannot change the bytes under the decoder. */
export function decodeErrors(name: string, object: Uint8Array, py: Thread): DecodeHandler {
  if (name === 'strict' && !codecRegistry(py).handlers.has(name)) return strictDecode
  const builtin = decodeHandler(name)
  const registered = codecRegistry(py).handlers.get(name)
  if (registered === undefined && builtin !== undefined) return builtin
  return (fault) => {
    const handler = registered ?? (codecRegistry(py).handlers.get(name) || unknownHandler(name))
    const { encoding, start, end, reason } = fault
    const args = [newStr(encoding), newBytes(object.slice()), newInt(start), newInt(end), newStr(reason)]
    const made = call(handler, [exceptionOf(UnicodeDecodeError, args, py)], py)
    const wrong = 'decoding error handler must return (str, int) tuple'
    if (!(made instanceof PyTuple) || made.items.length !== 2) return raise(PyTypeError, wrong)
    const text = asStr(made.items[0] as Value)
    if (text === undefined) return raise(PyTypeError, wrong)
    return [pointsOfText(textOf(text)), position(made.items[1], fault.bytes.length, wrong)]
  }
}
