// Instructions as the bytecode has them: decoding folds some arguments into the opcode.
import { deoptTable, opcodes } from '@pellucid/opcode-spec'
import type { PyCode } from '../data/code.ts'
import { decode } from './decode.ts'

/** The base opcode of an instruction; undefined past the end. */
export function opcodeAt(code: PyCode, index: number): number | undefined {
  const raw = code.data.code[decode(code).offsets[index] as number]
  return raw === undefined ? undefined : (deoptTable[raw] ?? raw)
}

/** Its argument, extensions included. */
export function argumentAt(code: PyCode, index: number): number {
  const { offsets } = decode(code)
  const bytes = code.data.code
  const at = offsets[index] as number
  let oparg = bytes[at + 1] as number
  for (let i = at - 2, shift = 8; i >= 0 && bytes[i] === opcodes.EXTENDED_ARG && i > (offsets[index - 1] ?? -1); i -= 2, shift += 8) {
    oparg += (bytes[i + 1] as number) << shift
  }
  return oparg
}
