// From a code object to a function: its cells, defaults and annotations are attached.
import type { Located } from '@pellucid/ast'
import { type CodeObject, localKinds, opcodes as op } from '@pellucid/opcode-spec'
import { CELL } from '../symbols/scope.ts'
import type { Emitter } from './emitter.ts'
import { addName } from './unit.ts'

const HAS_CLOSURE = 0x08

/** The parts of a function in the order they lie on the stack, the last on top. */
const attributes = [HAS_CLOSURE, 0x04, 0x02, 0x01]

/** Make a function of the code; `flags` tell which of defaults, kwdefaults, annotations are on the stack. */
export function makeFunction(c: Emitter, code: CodeObject, flags: number, at: Located): void {
  const { unit } = c
  const kinds = code.localspluskinds
  let free = 0
  for (let i = 0; i < kinds.length; i++) {
    if (((kinds[i] as number) & localKinds.CO_FAST_FREE) === 0) continue
    const name = code.localsplusnames[i] as string
    const isClassCell = unit.kind === 'class' && (name === '__class__' || name === '__classdict__')
    // A name both local to a class and free in it belongs to the blocks around the class.
    const table = isClassCell || unit.scope.scopeOf(name) === CELL ? unit.cellvars : unit.freevars
    c.opI(op.LOAD_CLOSURE, addName(table, name), at)
    free++
  }
  if (free > 0) c.opI(op.BUILD_TUPLE, free, at)
  c.loadConst(code, at)
  c.op(op.MAKE_FUNCTION, at)
  const parts = free > 0 ? flags | HAS_CLOSURE : flags
  for (const part of attributes) {
    if (parts & part) c.opI(op.SET_FUNCTION_ATTRIBUTE, part, at)
  }
}
