// Exception handlers. The block stack that SETUP_… and POP_BLOCK maintain exists only here: every
// instruction learns which handler covers it, and from then on the pair means nothing.
import { type Block, clearVisited, erase } from './block.ts'
import type { FlowGraph } from './graph.ts'
import { isBlockPush, isJump, POP_BLOCK, RESUME, SETUP_CLEANUP, SETUP_WITH, YIELD_VALUE } from './opcodes.ts'

/** The handlers in force, innermost first; immutable, so that paths share it. */
interface HandlerStack {
  readonly handler: Block
  readonly depth: number
  readonly below: HandlerStack | null
}

/** RESUME's argument: low bits say where, 0 at the start of a function; bit 2 that one handler covers it. */
const resumeAtStart = 0
const resumeDepthOne = 4

function hasHandlers(entry: Block): boolean {
  for (let block: Block | null = entry; block !== null; block = block.next) if (block.isHandler) return true
  return false
}

/** Walk all paths with the handler stack and give each instruction its handler. */
export function labelHandlers(graph: FlowGraph): void {
  if (!hasHandlers(graph.entry)) return
  clearVisited(graph.entry)
  const blocks: Block[] = [graph.entry]
  const stacks: (HandlerStack | null)[] = [null]
  graph.entry.visited = true
  while (blocks.length > 0) {
    const block = blocks.pop()!
    let stack: HandlerStack | null = stacks.pop() ?? null
    let handler = stack === null ? null : stack.handler
    let depthAtYield = -1
    for (const instruction of block.instructions) {
      const { opcode } = instruction
      if (isBlockPush(opcode)) {
        const target = instruction.target!
        if (!target.visited) {
          target.visited = true
          blocks.push(target)
          stacks.push(stack)
        }
        if (opcode === SETUP_WITH || opcode === SETUP_CLEANUP) target.preservesLasti = true
        stack = { handler: target, depth: stack === null ? 1 : stack.depth + 1, below: stack }
        handler = target
      } else if (opcode === POP_BLOCK) {
        stack = stack === null ? null : stack.below
        handler = stack === null ? null : stack.handler
        graph.note?.(instruction, 'each instruction knows its handler now')
        erase(instruction)
      } else {
        instruction.handler = handler
        if (handler !== null) graph.note?.(instruction, 'an exception raised here goes to the handler set up before')
        if (isJump(opcode)) {
          const target = instruction.target!
          if (!target.visited) {
            target.visited = true
            blocks.push(target)
            stacks.push(stack)
          }
        } else if (opcode === YIELD_VALUE) {
          depthAtYield = stack === null ? 0 : stack.depth
        } else if (opcode === RESUME && instruction.oparg !== resumeAtStart) {
          if (depthAtYield === 1) {
            instruction.oparg |= resumeDepthOne
            graph.note?.(instruction, 'one handler is in force at the yield')
          }
          depthAtYield = -1
        }
      }
    }
    const { next } = block
    if (next !== null && !next.visited && block.fallsThrough) {
      next.visited = true
      blocks.push(next)
      stacks.push(stack)
    }
  }
}
