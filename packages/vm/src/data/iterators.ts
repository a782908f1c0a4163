// Iterators that loops meet all the time.
import { PyObject, type Visit } from './object.ts'
import type { PyList, PyTuple } from './sequences.ts'

export class PyListIterator extends PyObject {
  /** Undefined once exhausted. */
  list: PyList | undefined
  index = 0
  constructor(list: PyList) {
    super()
    this.list = list
  }
  override traverse(visit: Visit): void {
    if (this.list !== undefined) visit(this.list)
  }
}

export class PyTupleIterator extends PyObject {
  tuple: PyTuple | undefined
  index = 0
  constructor(tuple: PyTuple) {
    super()
    this.tuple = tuple
  }
  override traverse(visit: Visit): void {
    if (this.tuple !== undefined) visit(this.tuple)
  }
}

/** Over a range whose numbers are all safe integers. */
export class PyRangeIterator extends PyObject {
  next: number
  readonly step: number
  remaining: number
  constructor(start: number, step: number, remaining: number) {
    super()
    this.next = start
    this.step = step
    this.remaining = remaining
  }
}
