// Conditional jumps only go forward: one that would go back is inverted to skip an unconditional JUMP.
import { Block, clearVisited } from './block.ts'
import type { FlowGraph } from './graph.ts'
import {
  isJump,
  isUnconditionalJump,
  JUMP,
  POP_JUMP_IF_FALSE,
  POP_JUMP_IF_NONE,
  POP_JUMP_IF_NOT_NONE,
  POP_JUMP_IF_TRUE,
} from './opcodes.ts'

const inverse: ReadonlyMap<number, number> = new Map<number, number>([
  [POP_JUMP_IF_NOT_NONE, POP_JUMP_IF_NONE],
  [POP_JUMP_IF_NONE, POP_JUMP_IF_NOT_NONE],
  [POP_JUMP_IF_FALSE, POP_JUMP_IF_TRUE],
  [POP_JUMP_IF_TRUE, POP_JUMP_IF_FALSE],
])

export function normalizeJumps(graph: FlowGraph): void {
  clearVisited(graph.entry)
  for (let block: Block | null = graph.entry; block !== null; block = block.next) {
    block.visited = true
    const { last } = block
    if (last === undefined || !isJump(last.opcode) || isUnconditionalJump(last.opcode)) continue
    const target = last.target!
    if (!target.visited) continue
    graph.note?.(last, 'conditional jumps only go forward')
    const back = new Block()
    const jump = back.addJump(JUMP, target, last)
    graph.note?.(jump, 'goes back where the condition, inverted, does not skip it')
    last.opcode = inverse.get(last.opcode) ?? 0
    last.target = block.next
    back.cold = block.cold
    back.next = block.next
    block.next = back
  }
}
