// The built-in error handlers as functions: they take the exception and answer what stands in, and where to go on.
import { backslashEscape, decodeHandler, encodeHandler, UnicodeFault, type EncodeError } from '@pellucid/primitives'
import { newBytes, PyBytes } from '../../data/bytes.ts'
import { PyBaseException } from '../../data/exception.ts'
import { newTuple } from '../../data/sequences.ts'
import { isSubtype, typeOf } from '../../data/type.ts'
import { asInt, asStr, codePointsOf, newInt, strOfCodePoints, type Str, type Value } from '../../data/values.ts'
import { builtinFunction, fn } from '../../object/define-builtin.ts'
import { callMethod } from '../../protocols/call.ts'
import {
  TypeError as PyTypeError, UnicodeDecodeError, UnicodeEncodeError, UnicodeTranslateError,
} from '../../protocols/exceptions.ts'
import { importModule } from '../../protocols/import-module.ts'
import { raise } from '../../protocols/raise.ts'
import { strText } from '../../protocols/repr.ts'
import type { Thread } from '../../thread.ts'

interface Fault {
  readonly kind: 'encode' | 'decode' | 'translate'
  readonly start: number
  readonly end: number
}

function faultOf(value: Value, length: (object: Value) => number): Fault {
  if (!(value instanceof PyBaseException)) return raise(PyTypeError, 'codec must pass exception instance')
  const kind = isSubtype(value.type, UnicodeEncodeError) ? 'encode'
    : isSubtype(value.type, UnicodeDecodeError) ? 'decode'
    : isSubtype(value.type, UnicodeTranslateError) ? 'translate' : undefined
  if (kind === undefined) return raise(PyTypeError, `don't know how to handle ${value.type.tpName} in error callback`)
  const object = value.fields['object']
  if (object === undefined) return raise(PyTypeError, 'object attribute not set')
  if (kind === 'decode' ? !(object instanceof PyBytes) : asStr(object) === undefined) {
    raise(PyTypeError, `object attribute must be ${kind === 'decode' ? 'bytes' : 'unicode'}`)
  }
  const size = length(object)
  const at = (name: string): number => Number(asInt(value.fields[name] as Value) ?? 0)
  const start = Math.max(0, Math.min(at('start'), Math.max(0, size - 1)))
  return { kind, start, end: Math.min(Math.max(at('end'), 1), size) }
}

const sizeOf = (object: Value): number => (object instanceof PyBytes ? object.bytes.length : codePointsOf(asStr(object) as Str).length)
const unhandled = (value: Value): never => raise(PyTypeError, `don't know how to handle ${typeOf(value).tpName} in error callback`)
const answer = (text: Value, at: number): Value => newTuple([text, newInt(at)])

/** Run the algorithm of that name on the exception's data. */
function run(name: string, value: Value, py: Thread): Value {
  const fault = faultOf(value, sizeOf)
  const exception = value as PyBaseException
  const encoding = fault.kind === 'translate' ? '' : strText(exception.fields['encoding'] as Value, py)
  const object = exception.fields['object'] as Value
  try {
    if (fault.kind === 'decode') {
      const handler = decodeHandler(name)
      if (handler === undefined) return unhandled(value)
      const [points, at] = handler({ encoding, bytes: (object as PyBytes).bytes, ...fault, reason: '' })
      return answer(strOfCodePoints(points), at)
    }
    if (fault.kind === 'translate') {
      const count = fault.end - fault.start
      if (name === 'ignore') return answer(strOfCodePoints([]), fault.end)
      if (name === 'replace') return answer(strOfCodePoints(new Array<number>(count).fill(0xfffd)), fault.end)
      if (name !== 'backslashreplace') return unhandled(value)
    }
    const points = codePointsOf(asStr(object) as Str)
    const handler = encodeHandler(name)
    if (handler === undefined) return unhandled(value)
    const [made, at] = handler({ encoding, points, start: fault.start, end: fault.end, reason: '' } satisfies EncodeError)
    if (at < fault.end) throw exception
    return answer(made instanceof Uint8Array ? newBytes(made) : strOfCodePoints(made), at)
  } catch (caught) {
    if (caught instanceof UnicodeFault) throw exception
    throw caught
  }
}

function nameReplace(value: Value, py: Thread): Value {
  const fault = faultOf(value, sizeOf)
  if (fault.kind !== 'encode') return unhandled(value)
  const points = codePointsOf(asStr((value as PyBaseException).fields['object'] as Value) as Str)
  const database = importModule('unicodedata', py)
  let out = ''
  for (const point of points.slice(fault.start, fault.end)) {
    const name = strText(callMethod(database, 'name', [strOfCodePoints([point]), strOfCodePoints([])], py), py)
    out += name === '' ? backslashEscape(point) : `\\N{${name}}`
  }
  return answer(strOfCodePoints(Array.from(out, (c) => c.charCodeAt(0))), fault.end)
}

const define = (name: string, body: (value: Value, py: Thread) => Value) =>
  builtinFunction(fn(`${name}_errors(exception: object, /)` as `${string}(exception: object, /)`, `The '${name}' error handler.`, body as never))

/** Every built-in handler by its name. */
export function builtinHandlers(): Map<string, Value> {
  const made = new Map<string, Value>()
  made.set('strict', define('strict', (value) => {
    if (value instanceof PyBaseException) throw value
    return raise(PyTypeError, 'codec must pass exception instance')
  }))
  for (const name of ['ignore', 'replace', 'xmlcharrefreplace', 'backslashreplace', 'surrogatepass', 'surrogateescape']) {
    made.set(name, define(name, (value, py) => run(name, value, py)))
  }
  made.set('namereplace', define('namereplace', nameReplace))
  return made
}
