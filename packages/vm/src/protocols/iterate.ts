// Iteration (https://docs.python.org/3.13/library/stdtypes.html#iterator-types).
import type { PyObject } from '../data/object.ts'
import { PyRange } from '../data/range.ts'
import { MOST_ITEMS, PyList, PyTuple } from '../data/sequences.ts'
import { TypeFlags, typeOf } from '../data/type.ts'
import type { Value } from '../data/values.ts'
import type { Thread } from '../thread.ts'
import { MemoryError, StopIteration, TypeError as PyTypeError } from './exceptions.ts'
import { lengthHint } from './length-hint.ts'
import { isRaised, raise } from './raise.ts'
import { isSequence } from './sequence-check.ts'
import { sequenceIterator } from './sequence-iterator.ts'

/** `iter(value)`. */
export function iterate(value: Value, py: Thread): PyObject {
  const type = typeOf(value)
  const slot = type.slots.iter
  if (slot !== undefined) {
    const iterator = slot(value, py)
    if (typeOf(iterator).slots.next === undefined) {
      raise(PyTypeError, `iter() returned non-iterator of type '${typeOf(iterator).tpName}'`)
    }
    return iterator as PyObject
  }
  if (isSequence(value)) return sequenceIterator(value)
  return raise(PyTypeError, `'${type.tpName}' object is not iterable`)
}

/** `iter(value)` of what searches for an item: whatever `__iter__` does wrong, it is no iterable. */
export function iterateArgument(value: Value, py: Thread): PyObject {
  try {
    return iterate(value, py)
  } catch (caught) {
    if (isRaised(caught, PyTypeError)) raise(PyTypeError, `argument of type '${typeOf(value).tpName}' is not iterable`)
    throw caught
  }
}

/** `next(iterator)`; undefined when exhausted, however the iterator says so. Charges the budget, as loops call it. */
export function next(iterator: PyObject, py: Thread): Value | undefined {
  if (--py.budget <= 0) py.budget = py.tick()
  const slot = iterator.type.slots.next
  if (slot === undefined) return raise(PyTypeError, `'${iterator.type.tpName}' object is not an iterator`)
  try {
    return slot(iterator, py)
  } catch (caught) {
    if (isRaised(caught, StopIteration)) return undefined
    throw caught
  }
}

/** Call `visit` with each item; stop early when it answers `false`. Charges the budget: Ctrl-C stops it. */
export function forEach(iterable: Value, py: Thread, visit: (item: Value) => boolean | void): void {
  const iterator = iterate(iterable, py)
  const slot = iterator.type.slots.next
  for (;;) {
    let item: Value | undefined
    try {
      item = slot?.(iterator, py)
    } catch (caught) {
      if (isRaised(caught, StopIteration)) return
      throw caught
    }
    if (item === undefined || visit(item) === false) return
    if (--py.budget <= 0) py.budget = py.tick()
  }
}

/** All items as a container takes them up: CPython asks a Python object how many there are first, which it may see. */
export function collect(iterable: Value, py: Thread): Value[] {
  if (!(typeOf(iterable).flags & TypeFlags.HEAPTYPE)) return toArray(iterable, py)
  const iterator = iterate(iterable, py)
  lengthHint(iterable, 0, py)
  const items: Value[] = []
  for (let item = next(iterator, py); item !== undefined; item = next(iterator, py)) items.push(item)
  return items
}

/** All items, in a fresh array. */
export function toArray(iterable: Value, py: Thread): Value[] {
  if (iterable instanceof PyList && !Object.hasOwn(iterable, 'type')) return iterable.items.slice()
  if (iterable instanceof PyTuple && !Object.hasOwn(iterable, 'type')) return iterable.items.slice()
  const items: Value[] = []
  // Known beforehand, so that it does not fail after minutes.
  if (iterable instanceof PyRange && iterable.length > MOST_ITEMS) raise(MemoryError)
  forEach(iterable, py, (item) => {
    if (items.length >= MOST_ITEMS) raise(MemoryError)
    items.push(item)
  })
  return items
}
