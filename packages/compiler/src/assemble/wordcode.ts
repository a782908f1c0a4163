// `co_code`: each instruction as [EXTENDED_ARG, high byte]… [opcode, low byte], then zeros for its caches.
import { inlineCaches } from '@pellucid/opcode-spec'
import { EXTENDED_ARG } from '../flow/opcodes.ts'
import type { Instruction } from '../instruction.ts'

export function writeCode(list: readonly Instruction[], units: number): Uint8Array {
  const code = new Uint8Array(units * 2)
  let at = 0
  for (const { opcode, oparg } of list) {
    if (oparg > 0xff) {
      for (let shift = oparg > 0xffffff ? 24 : oparg > 0xffff ? 16 : 8; shift > 0; shift -= 8) {
        code[at++] = EXTENDED_ARG
        code[at++] = oparg >>> shift
      }
    }
    code[at++] = opcode
    code[at++] = oparg
    at += inlineCaches[opcode]! * 2
  }
  return code
}
