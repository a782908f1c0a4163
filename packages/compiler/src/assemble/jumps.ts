// Jump distances. A distance decides how many EXTENDED_ARG a jump needs, and those decide distances: the
// sizes are computed again until they agree. The first guess is the index of the target instruction.
import { inlineCaches } from '@pellucid/opcode-spec'
import type { Block } from '../flow/block.ts'
import {
  isJump,
  JUMP,
  JUMP_BACKWARD,
  JUMP_BACKWARD_NO_INTERRUPT,
  JUMP_FORWARD,
  JUMP_NO_INTERRUPT,
} from '../flow/opcodes.ts'
import type { Instruction } from '../instruction.ts'

/** Code units of the instruction, its EXTENDED_ARGs and caches included. */
export function sizeOf(opcode: number, oparg: number): number {
  const words = oparg < 0x100 ? 1 : oparg < 0x10000 ? 2 : oparg < 0x1000000 ? 3 : 4
  return words + inlineCaches[opcode]!
}

/** The final instruction list; jumps get their direction. */
export function flatten(entry: Block): Instruction[] {
  if (entry.next === null && !isJump(entry.last?.opcode ?? 0)) return entry.instructions
  const list: Instruction[] = []
  for (let block: Block | null = entry; block !== null; block = block.next) {
    block.index = list.length
    const { instructions } = block
    for (let i = 0; i < instructions.length; i++) list.push(instructions[i]!)
  }
  for (let block: Block | null = entry; block !== null; block = block.next) {
    const { last } = block
    if (last === undefined || !isJump(last.opcode)) continue
    const to = last.target!.index
    const forward = to >= block.index + block.instructions.length
    last.oparg = to
    if (last.opcode === JUMP) last.opcode = forward ? JUMP_FORWARD : JUMP_BACKWARD
    else if (last.opcode === JUMP_NO_INTERRUPT) {
      last.opcode = forward ? JUMP_FORWARD : JUMP_BACKWARD_NO_INTERRUPT
    }
  }
  return list
}

/** Set the argument of every jump to its distance; returns the offset of each instruction and of the end. */
export function resolveJumps(list: readonly Instruction[]): Int32Array {
  const count = list.length
  const offsets = new Int32Array(count + 1)
  const jumps: number[] = []
  for (let i = 0; i < count; i++) if (isJump(list[i]!.opcode)) jumps.push(i)
  let stable: boolean
  do {
    stable = true
    let offset = 0
    for (let i = 0; i < count; i++) {
      offsets[i] = offset
      const { opcode, oparg } = list[i]!
      offset += sizeOf(opcode, oparg)
    }
    offsets[count] = offset
    for (const i of jumps) {
      const jump = list[i]!
      const size = sizeOf(jump.opcode, jump.oparg)
      jump.oparg = Math.abs(offsets[jump.target!.index]! - offsets[i + 1]!)
      if (sizeOf(jump.opcode, jump.oparg) !== size) stable = false
    }
  } while (!stable)
  return offsets
}
