// How deep the value stack can get: every path is followed once, with the depth each instruction leaves.
import { stackEffect } from '@pellucid/opcode-spec'
import { PyCompileError } from '@pellucid/source'
import { type Block, clearVisited } from './block.ts'
import type { FlowGraph } from './graph.ts'
import { hasTarget, isScopeExit, isUnconditionalJump } from './opcodes.ts'

function reach(block: Block, depth: number, stack: Block[]): void {
  if (block.startDepth >= 0 && block.startDepth !== depth) {
    throw new PyCompileError('ValueError', 'Invalid CFG, inconsistent stackdepth')
  }
  if (block.startDepth < 0) {
    block.startDepth = depth
    stack.push(block)
  }
}

export function stackDepth(graph: FlowGraph): number {
  for (let block: Block | null = graph.entry; block !== null; block = block.next) block.startDepth = -1
  clearVisited(graph.entry)
  let deepest = 0
  const stack: Block[] = []
  reach(graph.entry, 0, stack)
  while (stack.length > 0) {
    const block = stack.pop()!
    graph.noteBlock?.(block, `${block.startDepth} values are on the stack when control comes here`)
    let depth = block.startDepth
    let { next } = block
    for (const { opcode, oparg, target } of block.instructions) {
      const after = depth + stackEffect(opcode, oparg, false)
      if (after < 0) throw new PyCompileError('ValueError', 'Invalid CFG, stack underflow')
      if (after > deepest) deepest = after
      if (hasTarget(opcode)) {
        const atTarget = depth + stackEffect(opcode, oparg, true)
        if (atTarget > deepest) deepest = atTarget
        reach(target!, atTarget, stack)
      }
      depth = after
      if (isScopeExit(opcode) || isUnconditionalJump(opcode)) {
        next = null
        break
      }
    }
    if (next !== null) reach(next, depth, stack)
  }
  return deepest
}
