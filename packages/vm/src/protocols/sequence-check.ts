// What CPython reads off its two tables of item access, which our one slot `getitem` does not tell apart.
import { PySlotWrapper } from '../data/callables.ts'
import { PyDict } from '../data/dict.ts'
import { isStaticType, lookup, TypeFlags, typeOf } from '../data/type.ts'
import type { Value } from '../data/values.ts'

/** `PySequence_Check`: items by position. A Python class that has `__getitem__` counts; of the builtin ones those that can be added or say so. */
export function isSequence(value: Value): boolean {
  const type = typeOf(value)
  if (type.slots.getitem === undefined || value instanceof PyDict) return false
  const method = lookup(type, '__getitem__')
  if (method === undefined) return false
  return !(method instanceof PySlotWrapper) || type.slots.concat !== undefined || (type.flags & TypeFlags.SEQUENCE) !== 0
}

/** Can `iter` do anything with the value? */
export function mayIterate(value: Value): boolean {
  return typeOf(value).slots.iter !== undefined || isSequence(value)
}

/** Whether the class has a table for sequences at all, be it empty: where it has, positions are converted first. */
export function hasSequenceTable(value: Value): boolean {
  const type = typeOf(value)
  if (type.flags & TypeFlags.HEAPTYPE || !isStaticType(type)) return true
  const { slots } = type
  const { len, contains, concat, repeat } = slots
  return len !== undefined || contains !== undefined || concat !== undefined || repeat !== undefined
}
