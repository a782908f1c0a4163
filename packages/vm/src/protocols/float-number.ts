// `float()` of a number, as functions that take a C double ask for it.
import { typeOf } from '../data/type.ts'
import { asInt, PyFloat, type Int, type Value } from '../data/values.ts'
import type { Thread } from '../thread.ts'
import { OverflowError, TypeError as PyTypeError } from './exceptions.ts'
import { index } from './index-number.ts'
import { raise } from './raise.ts'

/** An int as a double, rounded half to even; OverflowError beyond the range. */
export function floatOfInt(value: Int): number {
  if (typeof value === 'number') return value
  const double = Number(value)
  if (!Number.isFinite(double)) raise(OverflowError, 'int too large to convert to float')
  return double
}

/** `PyFloat_AsDouble`. */
export function floatOf(value: Value, py: Thread): number {
  if (value instanceof PyFloat) return value.value
  const int = asInt(value)
  const slots = typeOf(value).slots
  if (slots.float !== undefined && (int === undefined || typeof value === 'object')) {
    const made = slots.float(value, py)
    if (made instanceof PyFloat) return made.value
    return raise(PyTypeError, `${typeOf(value).tpName}.__float__() returned non-float (type ${typeOf(made).tpName})`)
  }
  if (int !== undefined) return floatOfInt(int)
  if (slots.index !== undefined) return floatOfInt(index(value, py))
  return raise(PyTypeError, `must be real number, not ${typeOf(value).tpName}`)
}
