// Positions in sequences: an item's, and the `start` and `end` of searches.
import type { Value } from '../data/values.ts'
import type { Thread } from '../thread.ts'
import { IndexError } from './exceptions.ts'
import { size } from './index-number.ts'
import { raise } from './raise.ts'

/** `start` and `end` of `find`, `count`, `startswith`…: negative ones count from the end; clipped to the sequence. */
export function clipRange(start: number | undefined, end: number | undefined, length: number): [number, number] {
  let from = start ?? 0
  let to = end === undefined || end > length ? length : end
  if (to < 0) to = Math.max(0, to + length)
  if (from < 0) from = Math.max(0, from + length)
  return [from, to]
}

/** An item's position: negative ones count from the end; IndexError with `message` outside. */
export function itemIndex(key: Value, length: number, message: string, py: Thread): number {
  const given = typeof key === 'number' ? (key as number) : size(key, py, IndexError)
  const index = given < 0 ? given + length : given
  if (index < 0 || index >= length) raise(IndexError, message)
  return index
}
