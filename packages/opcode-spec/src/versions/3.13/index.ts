// CPython 3.13's instruction set and its numbers.
import { defineInstructionSet, type InstructionSet } from '../../instruction-set.ts'
import { instructions } from './instructions.ts'

type Instructions = typeof instructions
/** The name of an instruction of 3.13. */
export type OpcodeName = keyof Instructions

/** The tables of 3.13. */
export const python313: InstructionSet<OpcodeName> = defineInstructionSet<OpcodeName>(instructions)

/** Opcodes by name, each typed with its own number. */
export const opcodes = python313.opcodes as { readonly [Name in OpcodeName]: Instructions[Name]['code'] }

/** Opcodes below this one ignore their argument. */
export const HAVE_ARGUMENT = 44
/** From this opcode on, instructions are instrumented (up to 254). */
export const MIN_INSTRUMENTED_OPCODE = 236
/** From this opcode on, instructions are pseudo instructions. */
export const MIN_PSEUDO_OPCODE = 256

export { adaptive, families, instructions, instrumented, pseudo, real } from './instructions.ts'
