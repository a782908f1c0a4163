// list[...]: reading, storing and deleting items and slices.
import { listReplace, listSet, listSplice, newList, PyList, PyTuple } from '../../data/sequences.ts'
import { PySlice } from '../../data/slice.ts'
import { typeOf } from '../../data/type.ts'
import type { Value } from '../../data/values.ts'
import { IndexError, TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { size } from '../../protocols/index-number.ts'
import { iterate, toArray } from '../../protocols/iterate.ts'
import { isRaised, raise } from '../../protocols/raise.ts'
import { fitSlice, sliceBounds, sliceItems, unpackSlice, type SliceBounds } from '../../protocols/slice-indices.ts'
import type { Thread } from '../../thread.ts'

function placeOf(self: PyList, key: Value, message: string, py: Thread): number {
  if (typeof key !== 'number' && typeOf(key).slots.index === undefined) {
    raise(PyTypeError, `list indices must be integers or slices, not ${typeOf(key).tpName}`)
  }
  let place = size(key, py, IndexError)
  if (place < 0) place += self.items.length
  if (place < 0 || place >= self.items.length) raise(IndexError, message)
  return place
}

/** `__index__` of the bounds runs before the length is read. */
const boundsOf = (self: PyList, slice: PySlice, py: Thread): SliceBounds => sliceBounds(slice, () => self.items.length, py)

export function getListItem(self: PyList, key: Value, py: Thread): Value {
  if (key instanceof PySlice) return newList(sliceItems(self.items, boundsOf(self, key, py)))
  return self.items[placeOf(self, key, 'list index out of range', py)] as Value
}

/** `value` undefined deletes. */
export function setListItem(self: PyList, key: Value, value: Value | undefined, py: Thread): void {
  if (key instanceof PySlice) {
    if (value === undefined) deleteSlice(self, boundsOf(self, key, py))
    else setSlice(self, key, value, py)
    return
  }
  const place = placeOf(self, key, 'list assignment index out of range', py)
  if (value !== undefined) listSet(self, place, value)
  else listSplice(self, place, 1, [])
}

function setSlice(self: PyList, slice: PySlice, value: Value, py: Thread): void {
  const bounds = unpackSlice(slice, py)
  const items = iterableItems(value, 'must assign iterable to extended slice', py)
  // Reading the items may have changed the list.
  const { start, stop, step, count } = fitSlice(bounds, self.items.length)
  if (step === 1) {
    listSplice(self, start, Math.max(stop - start, 0), items)
    return
  }
  if (items.length !== count) {
    raise(ValueError, `attempt to assign sequence of size ${items.length} to extended slice of size ${count}`)
  }
  for (let i = 0, at = start; i < count; i++, at += step) listSet(self, at, items[i] as Value)
}

function iterableItems(value: Value, message: string, py: Thread): Value[] {
  let iterator: Value
  try {
    iterator = iterate(value, py)
  } catch (caught) {
    if (isRaised(caught, PyTypeError)) raise(PyTypeError, message)
    throw caught
  }
  return toArray(value instanceof PyList || value instanceof PyTuple ? value : iterator, py)
}

function deleteSlice(self: PyList, { start, step, count }: SliceBounds): void {
  if (count === 0) return
  if (step === 1) {
    listSplice(self, start, count, [])
    return
  }
  const first = step > 0 ? start : start + (count - 1) * step
  const stride = Math.abs(step)
  const last = first + (count - 1) * stride
  listReplace(
    self,
    self.items.filter((_, place) => place < first || place > last || (place - first) % stride !== 0),
  )
}
