// One version's instructions as the tables that machines index by number.
import type { Instruction } from './define.ts'

/** Bits of `InstructionSet.flags`. */
export const flagBits = {
  arg: 1, const: 2, name: 4, jump: 8, free: 16, local: 32, exc: 64, ends: 128, backward: 256, interruptible: 512, defined: 1024,
} as const

/** Instructions of one version of CPython, indexed by opcode. */
export interface InstructionSet<Name extends string = string> {
  /** Name to number. */
  readonly opcodes: Readonly<Record<Name, number>>
  /** Number to name; `<n>` where there is none, as `dis.opname`. */
  readonly opname: readonly string[]
  readonly byCode: readonly (Instruction | undefined)[]
  /** Code units of inline cache behind each opcode. */
  readonly inlineCaches: Uint8Array
  /** Bits of `flagBits` for each opcode. */
  readonly flags: Uint16Array
  /** The base of a specialised or instrumented opcode, itself for any other. */
  readonly deopt: Uint16Array
}

/** Derives the tables of an instruction set. */
export function defineInstructionSet<Name extends string>(
  instructions: Readonly<Record<Name, Instruction>>,
): InstructionSet<Name> {
  let size = 0
  for (const name in instructions) size = Math.max(size, instructions[name].code + 1)
  const opname: string[] = []
  const byCode: (Instruction | undefined)[] = []
  const inlineCaches = new Uint8Array(size)
  const flags = new Uint16Array(size)
  const deopt = new Uint16Array(size)
  for (let code = 0; code < size; code++) {
    opname.push(`<${code}>`)
    byCode.push(undefined)
    deopt[code] = code
  }
  const opcodes = {} as Record<Name, number>
  for (const name in instructions) {
    const instruction: Instruction = instructions[name]
    const { code } = instruction
    const base = instruction.of === undefined ? instruction : instructions[instruction.of as Name]
    opcodes[name] = code
    opname[code] = name
    byCode[code] = instruction
    deopt[code] = base.code
    // A specialised opcode lies over its base and keeps the base's caches.
    for (const cache in base.caches) inlineCaches[code] = (inlineCaches[code] as number) + (base.caches[cache] as number)
    flags[code] = flagsOf(instruction)
  }
  return { opcodes, opname, byCode, inlineCaches, flags, deopt }
}

function flagsOf(instruction: Instruction): number {
  const { arg, uses, ends, jumps, interruptible } = instruction
  let bits: number = flagBits.defined
  if (arg !== undefined) bits |= flagBits.arg
  if (arg?.table !== undefined) bits |= flagBits[arg.table]
  if (uses === 'local') bits |= flagBits.local
  if (ends) bits |= flagBits.ends
  if (jumps === 'backward') bits |= flagBits.backward
  if (interruptible) bits |= flagBits.interruptible
  return bits
}
