// range objects, and the iterator over ranges that leave the safe integers.
import { PyObject } from './object.ts'
import type { Int } from './values.ts'

export class PyRange extends PyObject {
  readonly start: Int
  readonly stop: Int
  readonly step: Int
  /** Number of items. */
  readonly length: Int
  constructor(start: Int, stop: Int, step: Int, length: Int) {
    super()
    this.start = start
    this.stop = stop
    this.step = step
    this.length = length
  }
}

export class PyLongRangeIterator extends PyObject {
  next: bigint
  readonly step: bigint
  remaining: bigint
  constructor(start: bigint, step: bigint, remaining: bigint) {
    super()
    this.next = start
    this.step = step
    this.remaining = remaining
  }
}
