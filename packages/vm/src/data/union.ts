// Unions of types: int | str.
import { PyObject, type Visit } from './object.ts'
import type { PyTuple } from './sequences.ts'
import type { Value } from './values.ts'

export class PyUnion extends PyObject {
  readonly args: PyTuple
  parameters: Value | undefined = undefined
  constructor(args: PyTuple) {
    super()
    this.args = args
  }
  override traverse(visit: Visit): void {
    visit(this.args)
  }
}
