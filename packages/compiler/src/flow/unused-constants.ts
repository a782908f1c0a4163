// Constants that no instruction loads any more leave `co_consts`, except the first, which may be a docstring.
import type { CodeConstant } from '@pellucid/opcode-spec'
import type { Block } from './block.ts'
import type { FlowGraph } from './graph.ts'
import { hasConstant } from './opcodes.ts'

export function removeUnusedConstants(graph: FlowGraph): void {
  const { consts } = graph
  const count = consts.length
  if (count === 0) return
  const position = new Int32Array(count).fill(-1)
  position[0] = 0
  for (let block: Block | null = graph.entry; block !== null; block = block.next) {
    for (const { opcode, oparg } of block.instructions) if (hasConstant(opcode)) position[oparg] = 0
  }
  let kept = 0
  for (let i = 0; i < count; i++) {
    if (position[i]! < 0) continue
    if (kept !== i) consts[kept] = consts[i] as CodeConstant
    position[i] = kept++
  }
  if (kept === count) return
  consts.length = kept
  for (let block: Block | null = graph.entry; block !== null; block = block.next) {
    for (const instruction of block.instructions) {
      if (!hasConstant(instruction.opcode) || position[instruction.oparg] === instruction.oparg) continue
      instruction.oparg = position[instruction.oparg]!
      graph.note?.(instruction, 'its constant moves up, for one before it is not loaded any more')
    }
  }
}
