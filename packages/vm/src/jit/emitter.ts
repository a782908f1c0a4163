// How an instruction is compiled: it takes its operands off the assembly's values and leaves its results there.
import type { Assembly } from './assembly.ts'
import type { Instruction } from './instructions.ts'

export type Emitter = (a: Assembly, instruction: Instruction) => void
export type Emitters = ReadonlyMap<number, Emitter>
