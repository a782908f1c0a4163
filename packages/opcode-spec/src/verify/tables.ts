// What the verifier asks of an opcode, as numbers; made when something is first verified.
import type { ArgumentKind } from '../oparg.ts'
import { isOpcode } from '../opcodes.ts'
import { opcodes, python313, MIN_INSTRUMENTED_OPCODE } from '../versions/3.13/index.ts'
import type { Shape } from './complaint.ts'

/** What an argument is held against. */
export const Check = { none: 0, constant: 1, name: 2, local: 3, localPair: 4, cell: 5, jump: 6, free: 7, compare: 8, attribute: 9, range: 10 } as const

export interface Tables {
  /** 1 for an opcode that code may have. */
  readonly usable: Uint8Array
  /** Bytes that a jump goes for each unit of its argument; 0 where there is no jump. */
  readonly steps: Int8Array
  readonly checks: Uint8Array
}

// These exist as opcodes but only the interpreter itself may place them.
const internal = new Set<number>([
  opcodes.CACHE, opcodes.RESERVED, opcodes.INTERPRETER_EXIT, opcodes.ENTER_EXECUTOR, opcodes.EXIT_INIT_CHECK,
])

const byTable: Readonly<Record<string, number>> = { const: Check.constant, name: Check.name, local: Check.local, free: Check.cell, jump: Check.jump }
const byKind: Readonly<Record<string, number>> = { localPair: Check.localPair, compareOperator: Check.compare, functionAttribute: Check.attribute }

function checkOf(op: number, arg: ArgumentKind | undefined): number {
  if (arg === undefined) return Check.none
  if (op === opcodes.COPY_FREE_VARS) return Check.free
  return byKind[arg.kind] ?? byTable[arg.table ?? ''] ?? Check.range
}

let made: Tables | undefined

export function tables(): Tables {
  if (made !== undefined) return made
  const { byCode, deopt } = python313
  made = { usable: new Uint8Array(256), steps: new Int8Array(256), checks: new Uint8Array(256) }
  for (let op = 0; op < 256; op++) {
    const { jumps, arg } = byCode[op] ?? {}
    made.usable[op] = isOpcode(op) && op < MIN_INSTRUMENTED_OPCODE && deopt[op] === op && !internal.has(op) ? 1 : 0
    made.steps[op] = jumps === undefined ? 0 : jumps === 'backward' ? -2 : 2
    made.checks[op] = checkOf(op, arg)
  }
  return made
}

/** Where the instruction at an index jumps to, in bytes; it must be a jump. */
export function targetOf({ ops, opargs, ends }: Shape, at: number): number {
  return (ends[at] as number) + (tables().steps[ops[at] as number] as number) * (opargs[at] as number)
}

/** Index of the instruction that the one at an index jumps to; -1 where none starts there. */
export function landing(shape: Shape, at: number): number {
  return shape.indexAt[targetOf(shape, at) / 2] ?? -1
}
