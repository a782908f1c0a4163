// Jump threading: a jump to a jump goes straight to where the second one leads.
import type { Instruction } from '../instruction.ts'
import { type Block, erase } from './block.ts'
import type { FlowGraph } from './graph.ts'

/**
 * Let the last instruction of the block, a jump to a block that starts with `landing`, jump on to the
 * landing's target. The old jump stays as a NOP for its line. False when it would lead in a circle.
 */
export function threadJump(
  graph: FlowGraph,
  block: Block,
  jump: Instruction,
  landing: Instruction,
  opcode: number,
): boolean {
  if (jump.target === landing.target) return false
  graph.note?.(jump, 'jumped to a jump')
  erase(jump)
  const straight = block.addJump(opcode, landing.target!, landing)
  graph.note?.(straight, 'goes straight to where the second jump leads')
  return true
}
