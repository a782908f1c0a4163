// list and tuple. `items` is for reading; writing goes through the functions here, which is where an exact memory
// model counts what a container holds.
import { preallocate, reallocate } from './list-allocation.ts'
import { PyObject, type Visit } from './object.ts'
import type { Value } from './values.ts'

export class PyTuple extends PyObject {
  readonly items: readonly Value[]
  constructor(items: readonly Value[]) {
    super()
    this.items = items
  }
  override traverse(visit: Visit): void {
    for (let place = this.items.length; place-- > 0; ) visit(this.items[place] as Value)
  }
}

export class PyList extends PyObject {
  items: readonly Value[]
  /** How many CPython had places for when somebody asked last (list-allocation). */
  allocated: number
  constructor(items: Value[]) {
    super()
    this.items = items
    this.allocated = items.length
  }
  override traverse(visit: Visit): void {
    for (let place = this.items.length; place-- > 0; ) visit(this.items[place] as Value)
  }
}

/** Items that a list or tuple can have: an array that grows beyond ends V8's process, not our program alone. */
export const MOST_ITEMS = 89_000_000

/** The loop and natives make a MemoryError of it, as of what JavaScript itself throws for sizes that it cannot hold. */
function tooLong(): never {
  throw new RangeError('Invalid array length')
}

export const emptyTuple = new PyTuple([])

/** A tuple that takes the array over: the caller must not keep it. */
export function newTuple(items: readonly Value[]): PyTuple {
  return items.length === 0 ? emptyTuple : new PyTuple(items)
}

/** A list that takes the array over: the caller must not keep it. */
export function newList(items: Value[]): PyList {
  return new PyList(items)
}

export function listAppend(list: PyList, item: Value): void {
  const own = list.items as Value[]
  if (own.length >= MOST_ITEMS) tooLong()
  own.push(item)
}
/** Store at a place inside the list. */
export function listSet(list: PyList, index: number, item: Value): void {
  ;(list.items as Value[])[index] = item
}
/** Replace `count` items from `start` by `items`; the removed ones. */
export function listSplice(list: PyList, start: number, count: number, items: readonly Value[]): Value[] {
  const own = list.items as Value[]
  if (own.length + items.length - count > MOST_ITEMS) tooLong()
  if (Math.abs(items.length - count) > 1) reallocate(list, own.length + items.length - count)
  if (items.length < 10_000) return own.splice(start, count, ...items)
  // A long argument list overflows the JavaScript stack.
  const removed = own.slice(start, start + count)
  list.items = own.slice(0, start).concat(items, own.slice(start + count))
  return removed
}
export function listExtend(list: PyList, items: readonly Value[]): void {
  const own = list.items as Value[]
  if (own.length + items.length > MOST_ITEMS) tooLong()
  if (own.length === 0) preallocate(list, items.length)
  else reallocate(list, own.length + items.length)
  for (let i = 0, n = items.length; i < n; i++) own.push(items[i] as Value)
}
export function listPop(list: PyList): Value | undefined {
  return (list.items as Value[]).pop()
}
/** No items, and whether any were put in, be it to be taken out again. */
export class WatchedItems extends Array<Value> {
  static override get [Symbol.species](): ArrayConstructor {
    return Array
  }
  touched = false
  override push(...items: Value[]): number {
    this.touched = true
    return super.push(...items)
  }
  override splice(start: number, count = 0, ...items: Value[]): Value[] {
    if (items.length > 0) this.touched = true
    return super.splice(start, count, ...items)
  }
}

/** Take all items out, or put other items in: `sort` works on the array while the list looks empty. */
export function listReplace(list: PyList, items: Value[]): readonly Value[] {
  const before = list.items
  list.items = items
  return before
}
