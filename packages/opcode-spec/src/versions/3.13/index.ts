// CPython 3.13's instruction set and its numbers.
import type { InstructionSet } from '../../instruction-set.ts'
import { described } from './described.ts'
import type { instructions } from './instructions.ts'
import { deopt, flags, inlineCaches, opcodes as numbers, opname } from './tables.generated.ts'

type Instructions = typeof instructions
/** The name of an instruction of 3.13. */
export type OpcodeName = keyof Instructions

/** Opcodes by name, each typed with its own number. */
export const opcodes: { readonly [Name in OpcodeName]: Instructions[Name]['code'] } = numbers

/** The tables of 3.13. */
export const python313: InstructionSet<OpcodeName> = {
  opcodes, opname, inlineCaches, flags, deopt,
  get byCode() {
    return described()
  },
}

/** Opcodes below this one ignore their argument. */
export const HAVE_ARGUMENT = 44
/** From this opcode on, instructions are instrumented (up to 254). */
export const MIN_INSTRUMENTED_OPCODE = 236
/** From this opcode on, instructions are pseudo instructions. */
export const MIN_PSEUDO_OPCODE = 256
