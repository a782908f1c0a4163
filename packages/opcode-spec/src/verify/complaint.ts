// What the verifier says, and what its passes hand on.
import type { ExceptionEntry } from '../exception-table.ts'
import type { WordInstruction } from '../wordcode.ts'

/** One reason why a code object must not run. */
export interface Complaint {
  /** Byte offset in `code`; -1 for a complaint about the object as a whole. */
  readonly offset: number
  readonly reason: string
}

/** A code object taken apart; every target of `handlers` is the start of an instruction. */
export interface Shape {
  readonly instructions: readonly WordInstruction[]
  /** Index of the instruction that starts at a code unit, or -1. */
  readonly indexAt: Int32Array
  readonly handlers: readonly ExceptionEntry[]
}
