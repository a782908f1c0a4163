// Reading, binding and deleting a name, wherever the symbol table put it.
import type { Located, expr_context } from '@pellucid/ast'
import { names as messages } from '../errors.ts'
import { mangleIn } from '../symbols/mangle.ts'
import { CELL, FREE, GLOBAL_EXPLICIT, GLOBAL_IMPLICIT, LOCAL } from '../symbols/scope.ts'
import type { Emitter } from './emitter.ts'
import { opcodes as op } from '@pellucid/opcode-spec'
import { type NameTable, type Unit, addName } from './unit.ts'

export type Context = expr_context['nodeType']

/** `__debug__` is a constant: it cannot be bound or deleted. */
export function refuseDebug(c: Emitter, name: string, context: Context, at: Located): void {
  if (name !== '__debug__' || context === 'Load') return
  c.diagnostics.error(context === 'Store' ? messages.assignToDebug : messages.deleteDebug, at)
}

const fast = { Load: op.LOAD_FAST, Store: op.STORE_FAST, Del: op.DELETE_FAST }
const global = { Load: op.LOAD_GLOBAL, Store: op.STORE_GLOBAL, Del: op.DELETE_GLOBAL }
const deref = { Load: op.LOAD_DEREF, Store: op.STORE_DEREF, Del: op.DELETE_DEREF }
const plain = { Load: op.LOAD_NAME, Store: op.STORE_NAME, Del: op.DELETE_NAME }

export function emitName(c: Emitter, name: string, context: Context, at: Located): void {
  refuseDebug(c, name, context, at)
  const { unit } = c
  const { scope } = unit
  const mangled = mangleIn(scope, unit.privateName, name)
  const where = scope.scopeOf(mangled)
  switch (where) {
    case FREE:
      return derefName(c, unit, mangled, unit.freevars, context, at)
    case CELL:
      return derefName(c, unit, mangled, unit.cellvars, context, at)
    case LOCAL:
      if (scope.functionLike || unit.fastHidden.get(mangled) === true) {
        return c.opI(fast[context], addName(unit.varnames, mangled), at)
      }
      break
    case GLOBAL_IMPLICIT:
    case GLOBAL_EXPLICIT:
      if (where === GLOBAL_EXPLICIT || scope.functionLike) {
        return globalName(c, unit, mangled, where === GLOBAL_IMPLICIT, context, at)
      }
      break
  }
  if (context === 'Load' && scope.type === 'class' && unit.openComprehensions > 0) {
    return c.opI(op.LOAD_GLOBAL, addName(unit.names, mangled) << 1, at)
  }
  c.opI(plain[context], addName(unit.names, mangled), at)
}

function derefName(
  c: Emitter,
  unit: Unit,
  name: string,
  table: NameTable,
  context: Context,
  at: Located,
): void {
  let opcode: number = deref[context]
  if (context === 'Load') {
    if (unit.scope.type === 'class' && unit.openComprehensions === 0) {
      c.op(op.LOAD_LOCALS, at)
      opcode = op.LOAD_FROM_DICT_OR_DEREF
    } else if (unit.scope.canSeeClassScope) {
      loadClassdict(c, unit, at)
      opcode = op.LOAD_FROM_DICT_OR_DEREF
    }
  }
  c.opI(opcode, addName(table, name), at)
}

function globalName(
  c: Emitter,
  unit: Unit,
  name: string,
  implicit: boolean,
  context: Context,
  at: Located,
): void {
  if (context !== 'Load') return c.opI(global[context], addName(unit.names, name), at)
  if (implicit && unit.scope.canSeeClassScope) {
    loadClassdict(c, unit, at)
    return c.opI(op.LOAD_FROM_DICT_OR_GLOBALS, addName(unit.names, name), at)
  }
  c.opI(op.LOAD_GLOBAL, addName(unit.names, name) << 1, at)
}

function loadClassdict(c: Emitter, unit: Unit, at: Located): void {
  c.opI(op.LOAD_DEREF, addName(unit.freevars, '__classdict__'), at)
}
