// Two neighbouring loads or stores of fast locals become one instruction when both numbers fit four bits.
import type { Instruction } from '../instruction.ts'
import { type Block, erase } from './block.ts'
import type { FlowGraph } from './graph.ts'
import {
  LOAD_FAST,
  LOAD_FAST_LOAD_FAST,
  STORE_FAST,
  STORE_FAST_LOAD_FAST,
  STORE_FAST_STORE_FAST,
} from './opcodes.ts'
import { removeNops } from './redundant.ts'

function fuse(graph: FlowGraph, first: Instruction, second: Instruction, opcode: number): void {
  if (first.lineno >= 0 && second.lineno >= 0 && first.lineno !== second.lineno) return
  if (first.oparg >= 16 || second.oparg >= 16) return
  graph.note?.(first, 'one instruction for two locals')
  first.opcode = opcode
  first.oparg = (first.oparg << 4) | second.oparg
  erase(second)
}

export function fuseLocals(graph: FlowGraph): void {
  for (let block: Block | null = graph.entry; block !== null; block = block.next) {
    const { instructions } = block
    for (let i = 0; i < instructions.length - 1; i++) {
      const first = instructions[i]!
      const second = instructions[i + 1]!
      if (first.opcode === LOAD_FAST) {
        if (second.opcode === LOAD_FAST) fuse(graph, first, second, LOAD_FAST_LOAD_FAST)
      } else if (first.opcode === STORE_FAST) {
        if (second.opcode === LOAD_FAST) fuse(graph, first, second, STORE_FAST_LOAD_FAST)
        else if (second.opcode === STORE_FAST) fuse(graph, first, second, STORE_FAST_STORE_FAST)
      }
    }
  }
  removeNops(graph)
}
