// Length, items and slices of ranges.
import { add, divmod, floorDivide, multiply, subtract, type Integer } from '@pellucid/primitives'
import { PyLongRangeIterator, PyRange } from '../../data/range.ts'
import { PyRangeIterator } from '../../data/iterators.ts'
import type { PyObject } from '../../data/object.ts'
import { bigValue, smallInt, type Int } from '../../data/values.ts'

function lengthOf(start: Integer, stop: Integer, step: Integer): Int {
  const [low, high] = step > 0 ? [start, stop] : [stop, start]
  if (low >= high) return smallInt(0)
  const size = step > 0 ? step : subtract(0, step)
  return add(floorDivide(subtract(subtract(high, low), 1), size), 1) as Int
}

/** A range; `step` is not zero. */
export function newRange(start: Int, stop: Int, step: Int): PyRange {
  return new PyRange(start, stop, step, lengthOf(start, stop, step))
}

/** The item at a place inside the range (or one step beyond either end). */
export function rangeItem(range: PyRange, place: Int): Int {
  return add(range.start, multiply(place, range.step)) as Int
}

/** Place of an int in the range, or undefined. */
export function placeInRange(range: PyRange, value: Int): Int | undefined {
  const inside = range.step > 0 ? range.start <= value && value < range.stop : range.start >= value && value > range.stop
  if (!inside) return undefined
  const [place, rest] = divmod(subtract(value, range.start), range.step)
  return rest === 0 ? (place as Int) : undefined
}

/** An iterator from start: the fast form when no number on the way leaves the safe integers. */
export function rangeIterator(start: Int, step: Int, length: Int): PyObject {
  if (typeof start === 'number' && typeof step === 'number' && typeof length === 'number') {
    if (Number.isSafeInteger(start + step * length)) return new PyRangeIterator(start, step, length)
  }
  return new PyLongRangeIterator(bigValue(start), bigValue(step), bigValue(length))
}
