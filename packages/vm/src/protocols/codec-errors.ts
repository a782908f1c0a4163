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
import { call, callMethod } from './call.ts'
import { IndexError, OverflowError, TypeError as PyTypeError, UnicodeDecodeError, UnicodeEncodeError } from './exceptions.ts'
import { importModule } from './import-module.ts'
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

interface FaultPlace {
  readonly encoding: string
  readonly start: number
  readonly end: number
  readonly reason: string
}

/** The exception that tells a handler of each fault: one for the whole text, so what a handler changes in it stays. */
function sharedException(kind: typeof UnicodeEncodeError, object: Value, py: Thread): (fault: FaultPlace) => PyBaseException {
  let exception: PyBaseException | undefined
  return ({ encoding, start, end, reason }) => {
    if (exception === undefined) {
      const args = [newStr(encoding), object, newInt(start), newInt(end), newStr(reason)]
      exception = exceptionOf(kind, args, py)
    } else Object.assign(exception.fields, { start: newInt(start), end: newInt(end), reason: newStr(reason) })
    return exception
  }
}

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

/** A handler that is no plain algorithm: one registered meanwhile, or one of `_codecs` itself. */
export function handlerByName(name: string, py: Thread): Value {
  return callMethod(importModule('_codecs', py), 'lookup_error', [newStr(name)], py)
}

function position(value: Value | undefined, length: number, message: string): number {
  const int = value === undefined ? undefined : asInt(value)
  if (int === undefined) return raise(PyTypeError, message)
  if (BigInt.asIntN(64, BigInt(int)) !== BigInt(int)) raise(OverflowError, 'Python int too large to convert to C ssize_t')
  const at = Number(int) < 0 ? Number(int) + length : Number(int)
  if (at < 0 || at > length) raise(IndexError, `position ${at} from error handler out of bounds`)
  return at
}

/** The handler that encoders of primitives call. */
export function encodeErrors(name: string, object: Str, py: Thread): EncodeHandler {
  if (name === 'strict' && !codecRegistry(py).handlers.has(name)) return strictEncode
  const builtin = encodeHandler(name)
  const registered = codecRegistry(py).handlers.get(name)
  if (registered === undefined && builtin !== undefined) return builtin
  const exceptionFor = sharedException(UnicodeEncodeError, object, py)
  return (fault) => {
    const handler = registered ?? handlerByName(name, py)
    const made = call(handler, [exceptionFor(fault)], py)
    const wrong = 'encoding error handler must return (str/bytes, int) tuple'
    if (!(made instanceof PyTuple) || made.items.length !== 2) return raise(PyTypeError, wrong)
    const [replacement, at] = made.items
    const resume = position(at, fault.points.length, wrong)
    if (replacement instanceof PyBytes) return [replacement.bytes, resume]
    const text = replacement === undefined ? undefined : asStr(replacement)
    return text === undefined ? raise(PyTypeError, wrong) : [codePointsOf(text), resume]
  }
}

/** The handler that decoders of primitives call; decoding goes on in what is the exception's `object` by then. */
export function decodeErrors(name: string, object: Uint8Array, py: Thread): DecodeHandler {
  if (name === 'strict' && !codecRegistry(py).handlers.has(name)) return strictDecode
  const builtin = decodeHandler(name)
  const registered = codecRegistry(py).handlers.get(name)
  if (registered === undefined && builtin !== undefined) return builtin
  let exceptionFor: ReturnType<typeof sharedException> | undefined
  let given: Value | undefined
  return (fault) => {
    const handler = registered ?? handlerByName(name, py)
    exceptionFor ??= sharedException(UnicodeDecodeError, (given = newBytes(object.slice())), py)
    const exception = exceptionFor(fault)
    const made = call(handler, [exception], py)
    const wrong = 'decoding error handler must return (str, int) tuple'
    if (!(made instanceof PyTuple) || made.items.length !== 2) return raise(PyTypeError, wrong)
    const text = asStr(made.items[0] as Value)
    if (text === undefined) return raise(PyTypeError, wrong)
    const input = exception.fields['object']
    if (!(input instanceof PyBytes)) {
      return raise(PyTypeError, input === undefined ? 'object attribute not set' : 'object attribute must be bytes')
    }
    const resume = position(made.items[1], input.bytes.length, wrong)
    return [pointsOfText(textOf(text)), resume, input === given ? undefined : input.bytes]
  }
}
