// `float()` of a number, as functions that take a C double ask for it.
import { typeOf } from '../data/type.ts'
import { asInt, PyFloat, type Int, type Value } from '../data/values.ts'
import type { Thread } from '../thread.ts'
import { DeprecationWarning, OverflowError, TypeError as PyTypeError } from './exceptions.ts'
import { index } from './index-number.ts'
import { raise } from './raise.ts'
import { warn } from './warn.ts'

/** An int as a double, rounded half to even; OverflowError beyond the range. */
export function floatOfInt(value: Int): number {
  if (typeof value === 'number') return value
  const double = Number(value)
  if (!Number.isFinite(double)) raise(OverflowError, 'int too large to convert to float')
  return double
}

/** What `__float__` answers. */
export function askFloat(value: Value, slot: (self: Value, py: Thread) => Value, py: Thread): number {
  const made = slot(value, py)
  const refusal = () => `${typeOf(value).tpName}.__float__ returned non-float (type ${typeOf(made).tpName})`
  if (!(made instanceof PyFloat)) return raise(PyTypeError, refusal())
  if (Object.hasOwn(made, 'type')) {
    const advice =
      'The ability to return an instance of a strict subclass of float is deprecated, and may not be supported in a future version of Python.'
    warn(py, DeprecationWarning, `${refusal()}.  ${advice}`)
  }
  return made.value
}

/** `PyFloat_AsDouble`. */
export function floatOf(value: Value, py: Thread): number {
  if (value instanceof PyFloat) return value.value
  const int = asInt(value)
  const slots = typeOf(value).slots
  if (slots.float !== undefined && (int === undefined || typeof value === 'object')) return askFloat(value, slots.float, py)
  if (int !== undefined) return floatOfInt(int)
  if (slots.index !== undefined) return floatOfInt(index(value, py))
  return raise(PyTypeError, `must be real number, not ${typeOf(value).tpName}`)
}
