// What the verifier says, and what its passes hand on.
import type { ExceptionEntry } from '../exception-table.ts'

/** One reason why a code object must not run. */
export interface Complaint {
  /** Byte offset in `code`; -1 for a complaint about the object as a whole. */
  readonly offset: number
  readonly reason: string
}

/**
 * A code object taken apart: instructions by index, as numbers alone, since all code of each module that is imported comes by here.
 * Every target of `handlers` is the start of an instruction.
 */
export interface Shape {
  readonly count: number
  readonly ops: Uint8Array
  /** Whole arguments, with their extensions. */
  readonly opargs: Int32Array
  /** Byte offset of the opcode itself. */
  readonly offsets: Int32Array
  /** Byte offset behind the inline caches. */
  readonly ends: Int32Array
  /** Index of the instruction that starts at a code unit, or -1. */
  readonly indexAt: Int32Array
  readonly handlers: readonly ExceptionEntry[]
}
