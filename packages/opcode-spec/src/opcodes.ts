// The current version's tables under their short names, and small questions about an opcode.
import { flagBits } from './instruction-set.ts'
import { python313 } from './versions/3.13/index.ts'

/** Opcode number to name (`<n>` where none is defined). */
export const opname: readonly string[] = python313.opname
/** Code units of inline cache behind each opcode. */
export const inlineCaches: Uint8Array = python313.inlineCaches
/** A bit set (`flagBits`) for each opcode. */
export const opcodeFlags: Uint16Array = python313.flags
/** The base of a specialised or instrumented opcode; itself for any other. */
export const deoptTable: Uint16Array = python313.deopt

function has(bit: number): (op: number) => boolean {
  return (op) => ((opcodeFlags[op] ?? 0) & bit) !== 0
}

/** Whether an opcode uses its argument. */
export const hasArg: (op: number) => boolean = has(flagBits.arg)
/** Whether the argument is an index into `co_consts`. */
export const hasConst: (op: number) => boolean = has(flagBits.const)
/** Whether the argument is an index into `co_names`. */
export const hasName: (op: number) => boolean = has(flagBits.name)
/** Whether the argument is a jump. */
export const hasJump: (op: number) => boolean = has(flagBits.jump)
/** Whether the argument is a cell's slot. */
export const hasFree: (op: number) => boolean = has(flagBits.free)
/** Whether the instruction uses a local. */
export const hasLocal: (op: number) => boolean = has(flagBits.local)
/** Whether the instruction sets up a handler. */
export const hasExc: (op: number) => boolean = has(flagBits.exc)
/** Whether the argument is a jump back. */
export const jumpsBack: (op: number) => boolean = has(flagBits.backward)
/** Whether the instruction looks for pending work. */
export const isInterruptible: (op: number) => boolean = has(flagBits.interruptible)
/** Whether control never goes on to the next instruction. */
export const endsFlow: (op: number) => boolean = has(flagBits.ends)
/** Whether the number is an opcode at all. */
export const isOpcode: (op: number) => boolean = has(flagBits.defined)
