// From the flat instruction list to blocks: a block starts at each jump target and after each jump or exit.
import type { InstructionSequence } from '../instruction.ts'
import { Block } from './block.ts'
import { hasTarget, isTerminator } from './opcodes.ts'

/** Cut the list into blocks and point every jump at its block. The instruction objects are taken over. */
export function buildBlocks(sequence: InstructionSequence): Block {
  sequence.applyLabels(hasTarget)
  const { instructions } = sequence
  const starts = new Uint8Array(instructions.length + 1)
  for (const { opcode, oparg } of instructions) if (hasTarget(opcode)) starts[oparg] = 1

  const entry = new Block()
  const blockAt = new Map<number, Block>()
  let current = entry
  let ended = false
  for (let i = 0; i < instructions.length; i++) {
    const instruction = instructions[i]!
    const isTarget = starts[i] === 1
    if (ended || (isTarget && current.instructions.length > 0)) {
      const block = new Block()
      current.next = block
      current = block
    }
    if (isTarget) {
      current.label = i
      blockAt.set(i, current)
    }
    current.instructions.push(instruction)
    ended = isTerminator(instruction.opcode)
  }
  if (blockAt.size > 0) {
    for (const instruction of instructions) {
      if (hasTarget(instruction.opcode)) instruction.target = blockAt.get(instruction.oparg)!
    }
  }
  return entry
}
