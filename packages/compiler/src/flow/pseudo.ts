// Pseudo instructions become the real ones they stand for; the handler marks have done their work.
import { type Block, erase } from './block.ts'
import type { FlowGraph } from './graph.ts'
import { isBlockPush, LOAD_CLOSURE, LOAD_FAST, STORE_FAST, STORE_FAST_MAYBE_NULL } from './opcodes.ts'
import { removeNopsAndJumps } from './redundant.ts'

export function convertPseudo(graph: FlowGraph): void {
  for (let block: Block | null = graph.entry; block !== null; block = block.next) {
    for (const instruction of block.instructions) {
      const { opcode } = instruction
      if (isBlockPush(opcode)) {
        graph.note?.(instruction, 'the exception table takes over')
        erase(instruction)
      } else if (opcode === LOAD_CLOSURE) {
        instruction.opcode = LOAD_FAST
        graph.note?.(instruction, 'a cell itself is read as any local')
      } else if (opcode === STORE_FAST_MAYBE_NULL) {
        instruction.opcode = STORE_FAST
        graph.note?.(instruction, 'the difference mattered to the check of unbound locals only')
      }
    }
  }
  removeNopsAndJumps(graph)
}
