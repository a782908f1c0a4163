// Comparison, search and repetition of lists and tuples.
import { Compare } from '../data/slots.ts'
import { MOST_ITEMS } from '../data/sequences.ts'
import type { Value } from '../data/values.ts'
import { compare, equal } from '../protocols/compare.ts'
import { MemoryError } from '../protocols/exceptions.ts'
import { raise } from '../protocols/raise.ts'
import type { Thread } from '../thread.ts'

/** Anything with items: read anew at each step, because `__eq__` may change a list. */
interface Items {
  readonly items: readonly Value[]
}

function compareLengths(left: number, right: number, op: Compare): boolean {
  switch (op) {
    case Compare.LT:
      return left < right
    case Compare.LE:
      return left <= right
    case Compare.EQ:
      return left === right
    case Compare.NE:
      return left !== right
    case Compare.GT:
      return left > right
    default:
      return left >= right
  }
}

/** `left op right`, item by item: the first pair that differs decides. */
export function compareItems(left: Items, right: Items, op: Compare, py: Thread): Value {
  for (let i = 0; i < left.items.length && i < right.items.length; i++) {
    const a = left.items[i] as Value
    const b = right.items[i] as Value
    if (equal(a, b, py)) continue
    // A list that the comparison cut short is compared by its length.
    if (i >= left.items.length || i >= right.items.length) break
    if (op === Compare.EQ) return false
    if (op === Compare.NE) return true
    return compare(a, b, op, py)
  }
  return compareLengths(left.items.length, right.items.length, op)
}

/** `item in sequence`. */
export function containsItem(sequence: Items, item: Value, py: Thread): boolean {
  for (let i = 0; i < sequence.items.length; i++) if (equal(sequence.items[i] as Value, item, py)) return true
  return false
}

/** `sequence.count(item)`. */
export function countItem(sequence: Items, item: Value, py: Thread): number {
  let count = 0
  for (let i = 0; i < sequence.items.length; i++) if (equal(sequence.items[i] as Value, item, py)) count++
  return count
}

/** Place of the first item equal to `item` between two positions that may count from the end; -1 for none. */
export function indexOfItem(sequence: Items, item: Value, start: number, stop: number, py: Thread): number {
  const length = sequence.items.length
  let from = start < 0 ? Math.max(start + length, 0) : start
  const to = stop < 0 ? stop + length : stop
  for (; from < to && from < sequence.items.length; from++) if (equal(sequence.items[from] as Value, item, py)) return from
  return -1
}

/** `items * count`. */
export function repeatItems(items: readonly Value[], count: number): Value[] {
  if (count <= 0 || items.length === 0) return []
  const length = items.length * count
  if (length > MOST_ITEMS) raise(MemoryError)
  // By doubling: what is copied stays without holes, which an array made by its length never is.
  let repeated = items.slice()
  while (repeated.length * 2 <= length) repeated = repeated.concat(repeated)
  return repeated.length === length ? repeated : repeated.concat(repeated.slice(0, length - repeated.length))
}
