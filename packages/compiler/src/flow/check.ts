// The one property all passes rely on: a jump or an exit is the last instruction of its block.
import { PyCompileError } from '@pellucid/source'
import type { Block } from './block.ts'
import type { FlowGraph } from './graph.ts'
import { isTerminator } from './opcodes.ts'

export function checkBlocks(graph: FlowGraph): void {
  for (let block: Block | null = graph.entry; block !== null; block = block.next) {
    const { instructions } = block
    for (let i = 0; i < instructions.length - 1; i++) {
      if (isTerminator(instructions[i]!.opcode)) {
        throw new PyCompileError('SystemError', 'malformed control flow graph.')
      }
    }
  }
}
