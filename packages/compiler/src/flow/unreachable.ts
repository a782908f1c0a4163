// Blocks that no path from the entry reaches are emptied; all others learn how many blocks lead to them.
import { type Block, clearVisited } from './block.ts'
import type { FlowGraph } from './graph.ts'
import { hasTarget } from './opcodes.ts'

function reach(block: Block, stack: Block[]): void {
  block.predecessors++
  if (block.visited) return
  block.visited = true
  stack.push(block)
}

export function removeUnreachable(graph: FlowGraph): void {
  for (let block: Block | null = graph.entry; block !== null; block = block.next) block.predecessors = 0
  clearVisited(graph.entry)
  graph.entry.predecessors = 1
  graph.entry.visited = true
  const stack: Block[] = [graph.entry]
  while (stack.length > 0) {
    const block = stack.pop()!
    const { next } = block
    if (next !== null && block.fallsThrough) reach(next, stack)
    for (const instruction of block.instructions) {
      if (hasTarget(instruction.opcode)) reach(instruction.target!, stack)
    }
  }
  for (let block: Block | null = graph.entry; block !== null; block = block.next) {
    if (block.predecessors > 0) continue
    if (graph.note !== undefined) for (const dead of block.instructions) graph.note(dead, 'cannot be reached')
    if (block.isHandler) graph.noteBlock?.(block, 'handles nothing that can be reached')
    block.instructions.length = 0
    block.isHandler = false
  }
}
