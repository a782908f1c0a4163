// repr(), str() and ascii().
import type { PyObject } from '../data/object.ts'
import { objectType } from '../data/roots.ts'
import { typeOf } from '../data/type.ts'
import { asStr, newStr, strValue, type Str, type Value } from '../data/values.ts'
import type { Thread } from '../thread.ts'
import { TypeError as PyTypeError } from './exceptions.ts'
import { identityOf } from './identity.ts'
import { enterNative } from './native-depth.ts'
import { raise } from './raise.ts'

/** `repr(value)`. */
export function repr(value: Value, py: Thread): Str {
  const slot = typeOf(value).slots.repr
  if (slot === undefined) return newStr(`<${typeOf(value).tpName} object at ${address(value)}>`)
  enterNative(py, ' while getting the repr of an object')
  try {
    return checked(slot(value, py), '__repr__')
  } finally {
    py.nativeDepth--
  }
}

/** A method written in Python may answer anything. */
function checked(made: Value, method: string): Str {
  if (typeof made === 'string') return made
  return asStr(made) === undefined ? raise(PyTypeError, `${method} returned non-string (type ${typeOf(made).tpName})`) : (made as Str)
}

/** `str(value)`; a str itself, and an instance of a subclass whose class does not override `__str__`, stay. */
export function str(value: Value, py: Thread): Str {
  if (typeof value === 'string') return value
  const { slots } = typeOf(value)
  const slot = slots.str === undefined || slots.str === objectType.slots.str ? slots.repr : slots.str
  if (slot === undefined) return repr(value, py)
  enterNative(py, ' while getting the str of an object')
  try {
    return checked(slot(value, py), '__str__')
  } finally {
    py.nativeDepth--
  }
}

/** `__repr__` and `__str__` may answer an instance of a subclass of str. */
const plainText = (made: Value): string => strValue(asStr(made) as Str)

/** JavaScript text of `repr(value)`. */
export function reprText(value: Value, py: Thread): string {
  return plainText(repr(value, py))
}
export function strText(value: Value, py: Thread): string {
  const direct = asStr(value)
  return typeof direct === 'string' && typeof value === 'string' ? direct : plainText(str(value, py))
}

/** `0x7f…`, as default reprs show an object's identity. */
export function address(value: Value): string {
  return '0x' + identityOf(value).toString(16).padStart(12, '0')
}

/** Run `body` unless `object`'s repr is already being made: then answer `again` (`[...]`). */
export function guardRepr(object: PyObject, again: string, py: Thread, body: () => string): Str {
  if (py.reprs.has(object)) return newStr(again)
  py.reprs.add(object)
  try {
    return newStr(body())
  } finally {
    py.reprs.delete(object)
  }
}
