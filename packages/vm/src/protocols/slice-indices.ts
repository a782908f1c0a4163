// What a slice means for a sequence of a given length.
import type { PySlice } from '../data/slice.ts'
import { typeOf } from '../data/type.ts'
import { None, type Value } from '../data/values.ts'
import type { Thread } from '../thread.ts'
import { TypeError as PyTypeError, ValueError } from './exceptions.ts'
import { clampedSize } from './index-number.ts'
import { raise } from './raise.ts'

/** Bounds inside the sequence, and how many items lie between them. */
export interface SliceBounds {
  readonly start: number
  readonly stop: number
  readonly step: number
  readonly count: number
}

/** A bound of a slice, or a position that `find` or `index` takes: out of range is clamped. */
export function sliceIndex(value: Value, py: Thread, orNone = true): number {
  if (typeof value === 'number') return value
  if (typeof value === 'string' || (typeOf(value).slots.index === undefined)) {
    raise(PyTypeError, `slice indices must be integers${orNone ? ' or None' : ''} or have an __index__ method`)
  }
  return clampedSize(value, py)
}

/** The step, start and stop of a slice as numbers, not yet fitted to a length. */
export function unpackSlice(slice: PySlice, py: Thread): { start: number; stop: number; step: number } {
  let step = 1
  if (slice.step !== None) {
    step = sliceIndex(slice.step, py)
    if (step === 0) raise(ValueError, 'slice step cannot be zero')
  }
  const least = Number.MIN_SAFE_INTEGER
  const most = Number.MAX_SAFE_INTEGER
  const start = slice.start === None ? (step < 0 ? most : 0) : sliceIndex(slice.start, py)
  const stop = slice.stop === None ? (step < 0 ? least : most) : sliceIndex(slice.stop, py)
  return { start, stop, step }
}

/** Fit bounds to a length. */
export function fitSlice(bounds: { start: number; stop: number; step: number }, length: number): SliceBounds {
  let { start, stop } = bounds
  const { step } = bounds
  const low = step < 0 ? -1 : 0
  const high = step < 0 ? length - 1 : length
  if (start < 0) start = Math.max(start + length, low)
  else if (start > high) start = high
  if (stop < 0) stop = Math.max(stop + length, low)
  else if (stop > high) stop = high
  let count = 0
  if (step < 0) count = stop < start ? Math.floor((start - stop - 1) / -step) + 1 : 0
  else if (start < stop) count = Math.floor((stop - start - 1) / step) + 1
  return { start, stop, step, count }
}

/** Which items of a sequence a slice selects. A length that `__index__` may change is given as a function. */
export function sliceBounds(slice: PySlice, length: number | (() => number), py: Thread): SliceBounds {
  const bounds = unpackSlice(slice, py)
  return fitSlice(bounds, typeof length === 'number' ? length : length())
}

/** The items that a slice selects, in a fresh array. */
export function sliceItems(items: readonly Value[], { start, stop, step, count }: SliceBounds): Value[] {
  if (step === 1) return items.slice(start, Math.max(start, stop))
  const selected = new Array<Value>(count)
  for (let i = 0, at = start; i < count; i++, at += step) selected[i] = items[at] as Value
  return selected
}
