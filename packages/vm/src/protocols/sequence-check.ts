// What CPython reads off its two tables of item access, which our one slot `getitem` does not tell apart.
import { PySlotWrapper } from '../data/callables.ts'
import { PyDict } from '../data/dict.ts'
import { PyRange } from '../data/range.ts'
import { PyList, PyTuple } from '../data/sequences.ts'
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

/** `PyMapping_Check`: items by key or by slice. Of what has items only a deque has them by position alone. */
export function isMapping(value: Value): boolean {
  const { slots, flags } = typeOf(value)
  if (slots.getitem === undefined) return false
  if ((flags & TypeFlags.SEQUENCE) === 0 || (flags & TypeFlags.HEAPTYPE) !== 0) return true
  return slots.buffer !== undefined || value instanceof PyList || value instanceof PyTuple || value instanceof PyRange
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
