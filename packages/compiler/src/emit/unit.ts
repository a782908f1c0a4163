// One code unit in the making: its instructions, constants, names and open frame blocks.
import type { CodeConstant } from '@pellucid/opcode-spec'
import type { Located } from '@pellucid/ast'
import { InstructionSequence, type UnitKind, type UnitMetadata } from '../instruction.ts'
import { mangle } from '../symbols/mangle.ts'
import {
  CELL,
  DEF_COMP_CELL,
  DEF_FREE_CLASS,
  FREE,
  GLOBAL_EXPLICIT,
  SCOPE_MASK,
  SCOPE_OFFSET,
  type Scope,
} from '../symbols/scope.ts'
import { byCodePoint } from './order.ts'
import type { FrameBlock } from './frame-blocks.ts'

/** Name → index, in order of insertion. */
export type NameTable = Map<string, number>

/** No place in the source: the line table gives such an instruction none. */
export const nowhere: Located = { lineno: -1, end_lineno: -1, col_offset: -1, end_col_offset: -1 }

export class Unit {
  readonly kind: UnitKind
  readonly name: string
  readonly qualname: string
  readonly scope: Scope
  readonly parent: Unit | null
  readonly firstlineno: number
  /** The class whose private names are mangled. */
  privateName: string | null
  argcount = 0
  posonlyargcount = 0
  kwonlyargcount = 0
  readonly sequence = new InstructionSequence()
  readonly consts: CodeConstant[] = []
  readonly names: NameTable = new Map()
  readonly varnames: NameTable = new Map()
  readonly cellvars: NameTable
  readonly freevars: NameTable
  /** Names that an inlined comprehension keeps in fast locals of a module or class; true while it is open. */
  readonly fastHidden = new Map<string, boolean>()
  readonly frameBlocks: FrameBlock[] = []
  /** Attributes that methods assign on `self`; only in class bodies. */
  readonly staticAttributes = new Set<string>()
  openComprehensions = 0
  private readonly constIndex = new Map<CodeConstant, number>()

  constructor(kind: UnitKind, name: string, scope: Scope, firstlineno: number, parent: Unit | null) {
    this.kind = kind
    this.name = name
    this.scope = scope
    this.firstlineno = firstlineno
    this.parent = parent
    this.privateName = parent === null ? null : parent.privateName
    this.qualname = qualifiedName(name, kind, parent)
    for (const varname of scope.varnames) addName(this.varnames, varname)
    this.cellvars = namesOf(scope, CELL, DEF_COMP_CELL, 0)
    if (scope.needsClassClosure) addName(this.cellvars, '__class__')
    if (scope.needsClassdict) addName(this.cellvars, '__classdict__')
    this.freevars = namesOf(scope, FREE, DEF_FREE_CLASS, this.cellvars.size)
  }

  /** The index of a constant that has been through the constant cache. */
  addConstant(value: CodeConstant): number {
    let index = this.constIndex.get(value)
    if (index === undefined) {
      index = this.consts.push(value) - 1
      this.constIndex.set(value, index)
    }
    return index
  }

  metadata(flags: number): UnitMetadata {
    return {
      kind: this.kind,
      name: this.name,
      qualname: this.qualname,
      argcount: this.argcount,
      posonlyargcount: this.posonlyargcount,
      kwonlyargcount: this.kwonlyargcount,
      firstlineno: this.firstlineno,
      flags,
      consts: this.consts,
      names: [...this.names.keys()],
      varnames: [...this.varnames.keys()],
      cellvars: [...this.cellvars.keys()],
      freevars: [...this.freevars.keys()],
      fastHidden: new Set(this.fastHidden.keys()),
      parameterCount: this.scope.varnames.length,
    }
  }
}

/** The index of a name, added at the end when it is new. */
export function addName(table: NameTable, name: string, offset = 0): number {
  let index = table.get(name)
  if (index === undefined) {
    index = offset + table.size
    table.set(name, index)
  }
  return index
}

/** The names of a block in one scope, or with one flag, sorted. */
function namesOf(scope: Scope, where: number, flag: number, offset: number): NameTable {
  let found: string[] | undefined
  for (const [name, symbol] of scope.symbols) {
    if (((symbol >> SCOPE_OFFSET) & SCOPE_MASK) === where || symbol & flag) (found ??= []).push(name)
  }
  const table: NameTable = new Map()
  if (found !== undefined) for (const name of found.sort(byCodePoint)) addName(table, name, offset)
  return table
}

/** `Outer.method.<locals>.inner`: what encloses a unit by name, unless `global` made it a module's. */
function qualifiedName(name: string, kind: UnitKind, parent: Unit | null): string {
  if (parent === null || parent.parent === null) return name
  let around = parent
  if (around.kind === 'type parameters') {
    around = around.parent as Unit
    if (around.parent === null) return name
  }
  if (kind === 'function' || kind === 'async function' || kind === 'class') {
    if (around.scope.scopeOf(mangle(around.privateName, name)) === GLOBAL_EXPLICIT) return name
  }
  const local = around.kind === 'function' || around.kind === 'async function' || around.kind === 'lambda'
  return `${around.qualname}${local ? '.<locals>' : ''}.${name}`
}
