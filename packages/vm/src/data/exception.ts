// Exceptions. A Python exception travels through JavaScript as itself: `throw exception` needs no Error object,
// whose stack capture costs more than everything else together.
import { PyObject, type Visit } from './object.ts'
import { emptyTuple, type PyTuple } from './sequences.ts'
import type { PyType } from './type.ts'
import type { Value } from './values.ts'

export class PyBaseException extends PyObject {
  args: PyTuple = emptyTuple
  traceback: PyTraceback | undefined = undefined
  context: PyBaseException | undefined = undefined
  cause: PyBaseException | undefined = undefined
  suppressContext = false
  /** Fields of particular classes (`StopIteration.value`, `OSError.errno`, `NameError.name`…), by attribute name. */
  fields: Record<string, Value | undefined> = {}
  constructor(type: PyType) {
    super()
    this.type = type
  }
  override traverse(visit: Visit): void {
    visit(this.args)
    if (this.traceback !== undefined) visit(this.traceback)
    if (this.context !== undefined) visit(this.context)
    if (this.cause !== undefined) visit(this.cause)
    for (const field of Object.values(this.fields)) if (field !== undefined) visit(field)
  }
}

/** One frame of a traceback. */
export class PyTraceback extends PyObject {
  next: PyTraceback | undefined
  readonly frame: PyObject
  /** Byte offset of the instruction. */
  readonly lasti: number
  /** Undefined: to be read off the line table of the frame's code. */
  lineno: number | undefined
  constructor(next: PyTraceback | undefined, frame: PyObject, lasti: number, lineno: number | undefined) {
    super()
    this.next = next
    this.frame = frame
    this.lasti = lasti
    this.lineno = lineno
  }
  override traverse(visit: Visit): void {
    if (this.next !== undefined) visit(this.next)
    visit(this.frame)
  }
}
