// Code objects as Python sees them, and cells.
import type { CodeObject } from '@pellucid/opcode-spec'
import { PyObject, type Visit } from './object.ts'
import type { PyTuple } from './sequences.ts'
import type { Str, Value } from './values.ts'

/** A code object's constants and names as Python values. */
export interface CodeValues {
  readonly consts: readonly Value[]
  readonly names: readonly Str[]
}

/** A code object: the data that marshal reads, its constants as Python values, and what the machine derives from it. */
export class PyCode extends PyObject {
  /** Predecoded instructions and caches; made by eval on first execution. */
  decoded: unknown = undefined
  /** Made by our own compiler in this process: sound by construction, so that it runs without being verified. */
  readonly trusted: boolean
  /** Tuples handed out as `co_consts`, `co_names`…, so that they keep their identity. */
  tuples: Map<string, PyTuple> | undefined
  /** Made when first asked for: most functions of an imported module never run. */
  #values: CodeValues | undefined
  readonly #read: (code: PyCode) => CodeValues
  #data: CodeObject | undefined
  readonly #load: (code: PyCode) => CodeObject
  /** The data, or what reads it when it is first asked for. */
  constructor(data: CodeObject | ((code: PyCode) => CodeObject), read: (code: PyCode) => CodeValues, trusted = false) {
    super()
    this.trusted = trusted
    this.#read = read
    this.#data = typeof data === 'function' ? undefined : data
    this.#load = typeof data === 'function' ? data : () => data
  }
  get data(): CodeObject {
    return (this.#data ??= this.#load(this))
  }
  get consts(): readonly Value[] {
    return (this.#values ??= this.#read(this)).consts
  }
  get names(): readonly Str[] {
    return (this.#values ??= this.#read(this)).names
  }
  override traverse(visit: Visit): void {
    if (this.#values !== undefined) for (const constant of this.#values.consts) visit(constant)
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
