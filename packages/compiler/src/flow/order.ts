// Cold blocks, those only exceptions lead to, move behind all others, so that the usual path falls through.
import { Block, clearVisited, nextFreeLabel } from './block.ts'
import type { FlowGraph } from './graph.ts'
import { isJump, JUMP_NO_INTERRUPT } from './opcodes.ts'
import { removeNopsAndJumps } from './redundant.ts'

/** Visit everything the stacked blocks lead to by falling or jumping, and mark it. */
function spread(stack: Block[], heat: 'warm' | 'cold'): void {
  const cold = heat === 'cold'
  while (stack.length > 0) {
    const block = stack.pop()!
    block[heat] = true
    const { next, last } = block
    if (next !== null && !next.visited && !(cold && next.warm) && block.fallsThrough) {
      next.visited = true
      stack.push(next)
    }
    if (last !== undefined && isJump(last.opcode)) {
      const target = last.target!
      if (!target.visited && !(cold && target.warm)) {
        target.visited = true
        stack.push(target)
      }
    }
  }
}

function markHeat(entry: Block): void {
  clearVisited(entry)
  entry.visited = true
  spread([entry], 'warm')
  clearVisited(entry)
  const handlers: Block[] = []
  for (let block: Block | null = entry; block !== null; block = block.next) {
    if (!block.isHandler) continue
    block.visited = true
    handlers.push(block)
  }
  spread(handlers, 'cold')
}

/** A cold block that falls into a warm one gets a jump, since the two are about to part. */
function jumpFromColdToWarm(graph: FlowGraph): void {
  const { entry } = graph
  let label = -1
  for (let block: Block | null = entry; block !== null; block = block.next) {
    const { next } = block
    if (!block.cold || next === null || !next.warm || !block.fallsThrough) continue
    if (label < 0) label = nextFreeLabel(entry)
    if (next.label < 0) next.label = label++
    const bridge = new Block()
    const jump = bridge.addJump(JUMP_NO_INTERRUPT, next, undefined)
    graph.note?.(jump, 'a cold block parts from the warm one it falls into')
    bridge.cold = true
    bridge.next = next
    bridge.predecessors = 1
    block.next = bridge
  }
}

/** Unlink every run of cold blocks and append the runs, in order, at the end; false when there was none. */
function moveColdBlocks(entry: Block): boolean {
  let firstCold: Block | null = null
  let lastCold: Block | null = null
  let block = entry
  while (block.next !== null) {
    const start: Block = block.next
    if (!start.cold) {
      block = start
      continue
    }
    let end = start
    while (end.next !== null && end.next.cold) end = end.next
    if (lastCold === null) firstCold = start
    else lastCold.next = start
    lastCold = end
    block.next = end.next
    end.next = null
  }
  block.next = firstCold
  return firstCold !== null
}

function noteCold({ entry, noteBlock }: FlowGraph): void {
  if (noteBlock === undefined) return
  for (let block: Block | null = entry; block !== null; block = block.next) {
    if (block.cold) noteBlock(block, 'only exceptions lead here, so it moves behind the rest')
  }
}

export function moveColdToEnd(graph: FlowGraph): void {
  const { entry } = graph
  if (entry.next === null) return
  markHeat(entry)
  jumpFromColdToWarm(graph)
  noteCold(graph)
  if (moveColdBlocks(entry)) removeNopsAndJumps(graph)
}
