// Blocks that no path from the entry reaches are emptied; all others learn how many blocks lead to them.
import { type Block, clearVisited } from './block.ts'
import type { FlowGraph } from './graph.ts'
import { hasTarget } from './opcodes.ts'

export function removeUnreachable(graph: FlowGraph): void {
  for (let block: Block | null = graph.entry; block !== null; block = block.next) block.predecessors = 0
  clearVisited(graph.entry)
  graph.entry.predecessors = 1
  const stack: Block[] = [graph.entry]
  while (stack.length > 0) {
    const block = stack.pop()!
    block.visited = true
    const { next } = block
    if (next !== null && block.fallsThrough) {
      if (!next.visited) stack.push(next)
      next.predecessors++
    }
    for (const instruction of block.instructions) {
      if (!hasTarget(instruction.opcode)) continue
      const target = instruction.target!
      if (!target.visited) stack.push(target)
      target.predecessors++
    }
  }
  for (let block: Block | null = graph.entry; block !== null; block = block.next) {
    if (block.predecessors > 0) continue
    if (graph.note !== undefined) for (const dead of block.instructions) graph.note(dead, 'cannot be reached')
    block.instructions.length = 0
    block.isHandler = false
  }
}
