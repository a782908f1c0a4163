// From the flat instruction list to blocks: a block starts at each jump target and after each jump or exit.
// Hence a jump or an exit is always the last instruction of its block.
import type { InstructionSequence } from '../instruction.ts'
import { Block } from './block.ts'
import { hasTarget, isBlockPush, isTerminator } from './opcodes.ts'

/** Cut the list into blocks and point every jump at its block. The instruction objects are taken over. */
export function buildBlocks(sequence: InstructionSequence): Block {
  sequence.applyLabels(hasTarget)
  const { instructions } = sequence
  const count = instructions.length
  // 1 marks a jump target; later the number of the block that starts there.
  const blockNumber = new Int32Array(count + 1)
  const jumps: number[] = []
  for (let i = 0; i < count; i++) {
    const { opcode, oparg } = instructions[i]!
    if (hasTarget(opcode)) {
      blockNumber[oparg] = 1
      jumps.push(i)
    }
  }

  const entry = new Block()
  const blocks = [entry]
  let current = entry
  let start = 0
  for (let i = 0; i < count; i++) {
    const isTarget = blockNumber[i] === 1
    if (i > start && (isTarget || isTerminator(instructions[i - 1]!.opcode))) {
      current.instructions = instructions.slice(start, i)
      start = i
      const block = new Block()
      current.next = block
      current = block
      blocks.push(block)
    }
    if (isTarget) {
      current.label = i
      blockNumber[i] = blocks.length - 1
    }
  }
  current.instructions = start === 0 ? instructions.slice() : instructions.slice(start)
  for (const i of jumps) {
    const jump = instructions[i]!
    const target = blocks[blockNumber[jump.oparg]!]!
    jump.target = target
    if (isBlockPush(jump.opcode)) target.isHandler = true
  }
  return entry
}
