// What is said of each instruction of 3.13, by number. Whoever only runs code asks for none of it.
import type { Instruction } from '../../define.ts'
import { defineInstructionSet } from '../../instruction-set.ts'
import { instructions } from './instructions.ts'

let known: readonly (Instruction | undefined)[] | undefined

/** The instructions by number. */
export function described(): readonly (Instruction | undefined)[] {
  return (known ??= defineInstructionSet(instructions).byCode)
}
