// A jump to a short block that leaves the scope, or to a block without lines, is replaced by a copy of
// that block: it saves the jump, and gives the copy its own line.
import { type Block, copyInstruction, erase } from './block.ts'
import type { FlowGraph } from './graph.ts'
import { isUnconditionalJump, JUMP } from './opcodes.ts'

const longestCopy = 4

function inlineTarget(block: Block, graph: FlowGraph): boolean {
  const jump = block.last
  if (jump === undefined || !isUnconditionalJump(jump.opcode)) return false
  const target = jump.target!
  const shortExit = target.exitsScope && target.instructions.length <= longestCopy
  const withoutLines = !target.fallsThrough && target.hasNoLine
  if (!shortExit && !withoutLines) return false
  const removed = jump.opcode
  graph.note?.(jump, shortExit ? 'led to a short exit, copied here' : 'led to a block without lines')
  erase(jump)
  const copied = target.instructions.length
  for (let i = 0; i < copied; i++) {
    const copy = copyInstruction(target.instructions[i]!)
    block.instructions.push(copy)
    graph.note?.(copy, 'copied from where the jump led')
  }
  if (withoutLines) {
    const last = block.last!
    // JUMP checks for signals and thread switches; a jump that does not must not take its place.
    if (removed === JUMP && isUnconditionalJump(last.opcode)) last.opcode = JUMP
  }
  target.predecessors--
  return true
}

export function inlineExits(graph: FlowGraph): void {
  let changed: boolean
  do {
    changed = false
    for (let block: Block | null = graph.entry; block !== null; block = block.next) {
      if (inlineTarget(block, graph)) changed = true
    }
  } while (changed)
}
