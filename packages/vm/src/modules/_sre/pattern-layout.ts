// Compiled patterns as data.
import type { PyDict } from '../../data/dict.ts'
import { PyObject, type Visit } from '../../data/object.ts'
import type { Value } from '../../data/values.ts'
import { Program } from './program.ts'

export class PyPattern extends PyObject {
  readonly pattern: Value
  readonly flags: number
  readonly code: readonly number[]
  readonly groups: number
  /** Name to number. */
  readonly groupIndex: PyDict
  /** Number to name (None for groups without one). */
  readonly indexGroup: readonly Value[]
  /** Undefined for the pattern None (`re.Scanner`): either kind of subject will do. */
  readonly isBytes: boolean | undefined
  #program: Program | undefined
  constructor(
    pattern: Value,
    flags: number,
    code: readonly number[],
    groups: number,
    names: { index: PyDict; group: readonly Value[] },
    isBytes: boolean | undefined,
  ) {
    super()
    this.pattern = pattern
    this.flags = flags
    this.code = code
    this.groups = groups
    this.groupIndex = names.index
    this.indexGroup = names.group
    this.isBytes = isBytes
  }
  /** The codes, ready to run. */
  get program(): Program {
    return (this.#program ??= new Program(this.code))
  }
  override traverse(visit: Visit): void {
    visit(this.pattern)
    visit(this.groupIndex)
    for (const name of this.indexGroup) visit(name)
  }
}
