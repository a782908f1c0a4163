// _heapq: heaps in lists. The order of comparisons is CPython's.
import { listAppend, listPop, listSet, type PyList } from '../data/sequences.ts'
import type { Value } from '../data/values.ts'
import { fn } from '../object/define-builtin.ts'
import { defineModule } from '../object/define-module.ts'
import { less } from '../protocols/compare.ts'
import { IndexError, RuntimeError } from '../protocols/exceptions.ts'
import { raise } from '../protocols/raise.ts'
import { newStr } from '../data/values.ts'
import type { Thread } from '../thread.ts'

/** Does the first belong above the second? */
type Above = (a: Value, b: Value, py: Thread) => boolean
const smaller: Above = (a, b, py) => less(a, b, py)
const greater: Above = (a, b, py) => less(b, a, py)

const changed = (): never => raise(RuntimeError, 'list changed size during iteration')

/** Let the item at `place` rise, but not above `top`. */
function rise(heap: PyList, top: number, place: number, above: Above, py: Thread): void {
  const { length } = heap.items
  if (place >= length) raise(IndexError, 'index out of range')
  while (place > top) {
    const parent = (place - 1) >> 1
    const item = heap.items[place] as Value
    const other = heap.items[parent] as Value
    const up = above(item, other, py)
    if (heap.items.length !== length) changed()
    if (!up) return
    const moved = heap.items[parent] as Value
    listSet(heap, parent, heap.items[place] as Value)
    listSet(heap, place, moved)
    place = parent
  }
}

/** Let the better child rise all the way, then put the item where it belongs. */
function sink(heap: PyList, place: number, above: Above, py: Thread): void {
  const end = heap.items.length
  const start = place
  if (place >= end) raise(IndexError, 'index out of range')
  const limit = end >> 1
  while (place < limit) {
    let child = 2 * place + 1
    if (child + 1 < end) {
      const left = above(heap.items[child] as Value, heap.items[child + 1] as Value, py)
      if (heap.items.length !== end) changed()
      if (!left) child++
    }
    const moved = heap.items[child] as Value
    listSet(heap, child, heap.items[place] as Value)
    listSet(heap, place, moved)
    place = child
  }
  rise(heap, start, place, above, py)
}

function push(heap: PyList, item: Value, above: Above, py: Thread): void {
  listAppend(heap, item)
  rise(heap, 0, heap.items.length - 1, above, py)
}

function pop(heap: PyList, above: Above, py: Thread): Value {
  const last = listPop(heap)
  if (last === undefined) return raise(IndexError, 'index out of range')
  if (heap.items.length === 0) return last
  const first = heap.items[0] as Value
  listSet(heap, 0, last)
  sink(heap, 0, above, py)
  return first
}

function replace(heap: PyList, item: Value, above: Above, py: Thread): Value {
  if (heap.items.length === 0) raise(IndexError, 'index out of range')
  const first = heap.items[0] as Value
  listSet(heap, 0, item)
  sink(heap, 0, above, py)
  return first
}

/** Bottom-up; from 2,500 items on in an order that keeps to the processor's cache, as CPython does. */
function heapify(heap: PyList, above: Above, py: Thread): void {
  const n = heap.items.length
  if (n <= 2500) {
    for (let i = (n >> 1) - 1; i >= 0; i--) sink(heap, i, above, py)
    return
  }
  const middle = n >> 1
  let row = 1
  while (row * 2 <= middle + 1) row *= 2
  const leftmost = row - 1
  const family = (from: number, to: number): void => {
    for (let i = from; i >= to; i--) {
      let j = i
      for (;;) {
        sink(heap, j, above, py)
        if ((j & 1) === 0) break
        j >>= 1
      }
    }
  }
  family(leftmost - 1, middle >> 1)
  family(middle - 1, leftmost)
}

export const _heapq = defineModule('_heapq', () => ({
  doc: 'Heaps in lists: item k is not greater than items 2k+1 and 2k+2.',
  functions: [
    fn('heappush(heap: list, item: object, /)', 'Put an item on a heap.', (heap, item, py) => push(heap, item, smaller, py)),
    fn('heappushpop(heap: list, item: object, /)', 'Put an item on a heap, then take the smallest off.', (heap, item, py) => {
      const first = heap.items[0]
      if (first === undefined) return item
      const below = less(first, item, py)
      if (heap.items.length === 0) raise(IndexError, 'index out of range')
      return below ? replace(heap, item, smaller, py) : item
    }),
    fn('heappop(heap: list, /)', 'Take the smallest item off a heap.', (heap, py) => pop(heap, smaller, py)),
    fn('heapreplace(heap: list, item: object, /)', 'Take the smallest item off a heap, then put one on.', (heap, item, py) =>
      replace(heap, item, smaller, py),
    ),
    fn('heapify(heap: list, /)', 'Make a list a heap.', (heap, py) => heapify(heap, smaller, py)),
    fn('_heappop_max(heap: list, /)', 'Take the greatest item off a max-heap.', (heap, py) => pop(heap, greater, py)),
    fn('_heapreplace_max(heap: list, item: object, /)', 'Take the greatest item off a max-heap, then put one on.', (heap, item, py) =>
      replace(heap, item, greater, py),
    ),
    fn('_heapify_max(heap: list, /)', 'Make a list a max-heap.', (heap, py) => heapify(heap, greater, py)),
  ],
  constants: () => ({
    __about__: newStr('A heap is a list in which no item is greater than those at twice its place plus one and plus two: the smallest stands first.'),
  }),
}))
