// The iterator over anything with `__getitem__`: asks for 0, 1, 2… until IndexError (or StopIteration).
import { PyObject, type Visit } from '../data/object.ts'
import type { Value } from '../data/values.ts'

export class PySequenceIterator extends PyObject {
  /** Undefined once exhausted. */
  sequence: Value | undefined
  index = 0
  constructor(sequence: Value) {
    super()
    this.sequence = sequence
  }
  override traverse(visit: Visit): void {
    if (this.sequence !== undefined) visit(this.sequence)
  }
}

export function sequenceIterator(sequence: Value): PySequenceIterator {
  return new PySequenceIterator(sequence)
}
