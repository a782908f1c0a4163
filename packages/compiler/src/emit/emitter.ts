// The state of code generation: the open unit, and the few ways to add an instruction to it.
//
// The visitor tables, one file for each topic, get the emitter as their context. An instruction's location
// is that of the node passed with it, or `nowhere`.
import type { Located, expr, stmt } from '@pellucid/ast'
import { type CodeConstant, type CodeObject, opcodes as op } from '@pellucid/opcode-spec'
import type { ConstantCache } from '../constants.ts'
import type { Diagnostics } from '../diagnostics.ts'
import { Instruction, type OptimizeAndAssemble, type UnitKind } from '../instruction.ts'
import { mangleIn } from '../symbols/mangle.ts'
import type { Scope, ScopeKey, SymbolTables } from '../symbols/scope.ts'
import { codeFlags } from './code-flags.ts'
import { Unit, addName, nowhere } from './unit.ts'

/** The visitor tables, which this file does not import. */
export interface Visitors {
  statement(emitter: Emitter, node: stmt): void
  expression(emitter: Emitter, node: expr): void
}

/** What stays the same for all units of one compilation. */
export interface EmitterSettings {
  readonly visitors: Visitors
  readonly symbols: SymbolTables
  readonly diagnostics: Diagnostics
  readonly cache: ConstantCache
  readonly assemble: OptimizeAndAssemble
  /** `-O` level: 1 drops asserts, 2 docstrings too. */
  readonly optimize: number
  /** CO_FUTURE_… and the bits that every code object inherits. */
  readonly flags: number
  readonly stringAnnotations: boolean
  readonly topLevelAwait: boolean
  /** Where the last `from __future__` statement ends. */
  readonly futureAt: Located
  readonly interactive: boolean
}

export class Emitter {
  readonly settings: EmitterSettings
  readonly diagnostics: Diagnostics
  readonly symbols: SymbolTables
  private readonly cache: ConstantCache
  private readonly visitors: Visitors
  private current: Unit | null = null

  constructor(settings: EmitterSettings) {
    this.settings = settings
    this.diagnostics = settings.diagnostics
    this.symbols = settings.symbols
    this.cache = settings.cache
    this.visitors = settings.visitors
  }

  get unit(): Unit {
    return this.current as Unit
  }

  expr(node: expr): void {
    this.visitors.expression(this, node)
  }

  exprs(nodes: readonly expr[]): void {
    for (const node of nodes) this.visitors.expression(this, node)
  }

  stmts(nodes: readonly stmt[]): void {
    for (const node of nodes) this.visitors.statement(this, node)
  }

  op(opcode: number, at: Located): void {
    this.opI(opcode, 0, at)
  }

  opI(opcode: number, oparg: number, at: Located): void {
    const { lineno, end_lineno, col_offset, end_col_offset } = at
    this.unit.sequence.instructions.push(
      new Instruction(opcode, oparg, lineno, end_lineno, col_offset, end_col_offset),
    )
  }

  /** An instruction about an attribute or module name, mangled inside classes. */
  opName(opcode: number, name: string, at: Located): void {
    this.opI(opcode, this.nameIndex(name), at)
  }

  /** The index in `co_names` of the mangled name. */
  nameIndex(name: string): number {
    const { unit } = this
    return addName(unit.names, mangleIn(unit.scope, unit.privateName, name))
  }

  loadConst(value: CodeConstant, at: Located): void {
    this.opI(op.LOAD_CONST, this.constant(value), at)
  }

  /** The index of a constant in the open unit. */
  constant(value: CodeConstant): number {
    return this.unit.addConstant(this.cache.merge(value))
  }

  label(): number {
    return this.unit.sequence.newLabel()
  }

  mark(label: number): void {
    this.unit.sequence.mark(label)
  }

  jump(opcode: number, label: number, at: Located): void {
    this.opI(opcode, label, at)
  }

  /** The block that a node opened. */
  scopeOf(key: ScopeKey, blocks = this.symbols.blocks): Scope {
    const scope = blocks.get(key)
    if (scope === undefined) throw new Error('a node has no entry in the symbol table')
    return scope
  }

  enter(kind: UnitKind, name: string, scope: Scope, lineno: number): Unit {
    const unit = new Unit(kind, name, scope, lineno, this.current)
    this.current = unit
    const start = kind === 'module' ? 0 : lineno
    this.opI(op.RESUME, 0, { lineno: start, end_lineno: lineno, col_offset: 0, end_col_offset: 0 })
    return unit
  }

  /** Close the open unit: its code object. */
  leave(addNone: boolean): CodeObject {
    const { unit } = this
    // Every path that falls off the end returns None; jump targets stay inside the code.
    if (addNone) this.loadConst(null, nowhere)
    this.op(op.RETURN_VALUE, nowhere)
    const { assemble, flags, topLevelAwait } = this.settings
    const metadata = unit.metadata(codeFlags(unit.scope, flags, topLevelAwait))
    const code = assemble(metadata, unit.sequence, this.cache, this.diagnostics.filename)
    this.current = unit.parent
    return code
  }

  /** Whether `await` is allowed here although this is no function. */
  get awaitsAtTopLevel(): boolean {
    return this.settings.topLevelAwait && this.unit.scope.type === 'module'
  }
}
