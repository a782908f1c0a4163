// Code objects as Python sees them, and cells.
import type { CodeObject } from '@pellucid/opcode-spec'
import { PyObject, type Visit } from './object.ts'
import type { PyTuple } from './sequences.ts'
import type { Str, Value } from './values.ts'

/** A code object: the data that marshal reads, its constants as Python values, and what the machine derives from it. */
export class PyCode extends PyObject {
  readonly data: CodeObject
  readonly consts: readonly Value[]
  readonly names: readonly Str[]
  /** Predecoded instructions and caches; made by eval on first execution. */
  decoded: unknown = undefined
  /** Made by our own compiler in this process: sound by construction, so that it runs without being verified. */
  trusted = false
  /** Tuples handed out as `co_consts`, `co_names`…, so that they keep their identity. */
  readonly tuples: Map<string, PyTuple> = new Map()
  constructor(data: CodeObject, consts: readonly Value[], names: readonly Str[]) {
    super()
    this.data = data
    this.consts = consts
    this.names = names
  }
  override traverse(visit: Visit): void {
    for (const constant of this.consts) visit(constant)
  }
}

/** A variable shared by a function and its closures. */
export class PyCell extends PyObject {
  value: Value | undefined
  constructor(value: Value | undefined) {
    super()
    this.value = value
  }
  override traverse(visit: Visit): void {
    if (this.value !== undefined) visit(this.value)
  }
}
