// slice objects.
import { PyObject, type Visit } from './object.ts'
import type { Value } from './values.ts'

export class PySlice extends PyObject {
  readonly start: Value
  readonly stop: Value
  readonly step: Value
  constructor(start: Value, stop: Value, step: Value) {
    super()
    this.start = start
    this.stop = stop
    this.step = step
  }
  override traverse(visit: Visit): void {
    visit(this.start)
    visit(this.stop)
    visit(this.step)
  }
}
