// How many places CPython has allocated for a list's items, as `sys.getsizeof` shows. It depends on what the list has been
// through. Nobody counts here while items come and go one by one: what that leads to is worked out when it matters.
import type { PyList } from './sequences.ts'

/** Places for a list that is made to hold `size` items. */
const placesFor = (size: number): number => (size === 0 ? 0 : (size + (size >> 3) + 6) & ~3)

/** Places as of now. */
export function allocatedOf(list: PyList): number {
  const count = list.items.length
  let places = list.allocated
  while (places < count) places = placesFor(places + 1)
  for (let size = (places >> 1) - 1; size >= count; size = Math.min(size, places >> 1) - 1) places = placesFor(size)
  return (list.allocated = places)
}

/** Places after many have come or gone at once: there were `before`, now there are `size`. */
export function placesAfter(before: number, size: number): number {
  const more = placesFor(size)
  return size - before > more - size ? (size + 3) & ~3 : more
}

/** Many items come or go at once: then there will be `size`. */
export function reallocate(list: PyList, size: number): void {
  const places = allocatedOf(list)
  if (places < size || size < places >> 1) list.allocated = placesAfter(list.items.length, size)
}

/** An empty list takes items of which the number is known. */
export function preallocate(list: PyList, size: number): void {
  list.allocated = (size + 1) & ~1
}
