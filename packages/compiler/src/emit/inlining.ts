// The frame of an inlined comprehension: its variables hide those of the same name around it, and these
// come back afterwards, whether it ends or raises.
import type { Located } from '@pellucid/ast'
import { opcodes as op } from '@pellucid/opcode-spec'
import {
  CELL,
  DEF_LOCAL,
  DEF_NONLOCAL,
  FREE,
  SCOPE_MASK,
  SCOPE_OFFSET,
  type Scope,
} from '../symbols/scope.ts'
import type { Emitter } from './emitter.ts'
import { type NameTable, addName, nowhere } from './unit.ts'

export interface InlinedState {
  /** Names whose outer value waits on the stack, bottom first. */
  readonly pushed: readonly string[]
  /** Symbols of the block around as they were. */
  readonly outer: ReadonlyMap<string, number>
  /** Names that are fast locals only inside the comprehension. */
  readonly hidden: readonly string[]
  readonly cleanup: number
  readonly end: number
}

/** Open the comprehension; its first iterator is on top of the stack. */
export function enterInlined(c: Emitter, comprehension: Scope, at: Located): InlinedState {
  const { unit } = c
  const { scope } = unit
  const inClass = scope.type === 'class' && unit.openComprehensions === 0
  unit.openComprehensions++
  const pushed: string[] = []
  const hidden: string[] = []
  const outer = new Map<string, number>()
  for (const [name, symbol] of comprehension.symbols) {
    const inside = (symbol >> SCOPE_OFFSET) & SCOPE_MASK
    const outerSymbol = scope.flagsOf(name)
    const outside = (outerSymbol >> SCOPE_OFFSET) & SCOPE_MASK
    // While the comprehension is open its names have its scopes. Free ones are the same in both; and what
    // is a cell inside but free outside works as free, for both go through DEREF.
    const differs = inside !== outside && inside !== FREE && !(inside === CELL && outside === FREE)
    if (differs || inClass) {
      outer.set(name, outerSymbol)
      scope.symbols.set(name, symbol)
    }
    // In a class body every name is isolated, because none of the comprehension's may see the class's.
    if ((!(symbol & DEF_LOCAL) || symbol & DEF_NONLOCAL) && !inClass) continue
    if (!scope.functionLike && unit.fastHidden.get(name) !== true) {
      unit.fastHidden.set(name, true)
      hidden.push(name)
    }
    loadAndClear(c, unit.varnames, op.LOAD_FAST_AND_CLEAR, name, at)
    if (inside === CELL) {
      loadAndClear(c, outside === FREE ? unit.freevars : unit.cellvars, op.MAKE_CELL, name, at)
    }
    pushed.push(name)
  }
  let cleanup = -1
  let end = -1
  if (pushed.length > 0) {
    // Bring the iterator back to the top, and guard the outer values against exceptions.
    c.opI(op.SWAP, pushed.length + 1, at)
    cleanup = c.label()
    end = c.label()
    c.jump(op.SETUP_FINALLY, cleanup, at)
  }
  return { pushed, outer, hidden, cleanup, end }
}

function loadAndClear(c: Emitter, table: NameTable, opcode: number, name: string, at: Located): void {
  c.opI(opcode, addName(table, name), at)
}

/** Close the comprehension; its result is on top of the stack. */
export function leaveInlined(c: Emitter, state: InlinedState, at: Located): void {
  const { unit } = c
  unit.openComprehensions--
  for (const [name, symbol] of state.outer) unit.scope.symbols.set(name, symbol)
  if (state.pushed.length > 0) {
    c.op(op.POP_BLOCK, nowhere)
    c.jump(op.JUMP_NO_INTERRUPT, state.end, nowhere)
    c.mark(state.cleanup)
    // Drop the unfinished result below the exception.
    c.opI(op.SWAP, 2, nowhere)
    c.op(op.POP_TOP, nowhere)
    restore(c, state.pushed, at)
    c.opI(op.RERAISE, 0, nowhere)
    c.mark(state.end)
    restore(c, state.pushed, at)
  }
  for (const name of state.hidden) unit.fastHidden.set(name, false)
}

function restore(c: Emitter, names: readonly string[], at: Located): void {
  c.opI(op.SWAP, names.length + 1, at)
  for (let i = names.length - 1; i >= 0; i--) {
    c.opI(op.STORE_FAST_MAYBE_NULL, addName(c.unit.varnames, names[i] as string), at)
  }
}
