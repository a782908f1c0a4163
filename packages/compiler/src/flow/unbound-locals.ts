// Which loads of a fast local may find it unbound: those become LOAD_FAST_CHECK.
// A bit set of the locals that may be unbound flows through the graph, along jumps, falls and to handlers.
// It covers the first 64 locals; beyond them only what a block itself stores is known, so that the cost
// stays linear.
import { type Block, clearVisited } from './block.ts'
import type { FlowGraph } from './graph.ts'
import {
  DELETE_FAST,
  isJump,
  LOAD_FAST,
  LOAD_FAST_AND_CLEAR,
  LOAD_FAST_CHECK,
  STORE_FAST,
  STORE_FAST_MAYBE_NULL,
} from './opcodes.ts'

const tracked = 64

/** Merge what a path brings into the block, and queue the block if that is news. */
function reach(block: Block, low: number, high: number, queue: Block[]): void {
  const newLow = block.unboundLow | low
  const newHigh = block.unboundHigh | high
  if (newLow === block.unboundLow && newHigh === block.unboundHigh) return
  block.unboundLow = newLow
  block.unboundHigh = newHigh
  if (!block.visited) {
    block.visited = true
    queue.push(block)
  }
}

function isSet(low: number, high: number, bit: number): boolean {
  return ((bit < 32 ? low >>> bit : high >>> (bit - 32)) & 1) !== 0
}

function scan(graph: FlowGraph, block: Block, queue: Block[]): void {
  let low = block.unboundLow
  let high = block.unboundHigh
  for (const instruction of block.instructions) {
    if (instruction.handler !== null) reach(instruction.handler, low, high, queue)
    const { oparg } = instruction
    if (oparg >= tracked) continue
    switch (instruction.opcode) {
      case DELETE_FAST:
      case LOAD_FAST_AND_CLEAR:
      case STORE_FAST_MAYBE_NULL:
        if (oparg < 32) low |= 1 << oparg
        else high |= 1 << (oparg - 32)
        break
      case LOAD_FAST:
      case LOAD_FAST_CHECK:
      case STORE_FAST:
        // Once it has been loaded without an error, the local is bound.
        if (instruction.opcode === LOAD_FAST && isSet(low, high, oparg)) {
          graph.note?.(instruction, 'the local may be unbound here')
          instruction.opcode = LOAD_FAST_CHECK
        }
        if (oparg < 32) low &= ~(1 << oparg)
        else high &= ~(1 << (oparg - 32))
        break
    }
  }
  if (block.next !== null && block.fallsThrough) reach(block.next, low, high, queue)
  const { last } = block
  if (last !== undefined && isJump(last.opcode)) reach(last.target!, low, high, queue)
}

function scanManyLocals(graph: FlowGraph, localCount: number): void {
  const boundIn = new Int32Array(localCount - tracked)
  let number = 0
  for (let block: Block | null = graph.entry; block !== null; block = block.next) {
    number++
    for (const instruction of block.instructions) {
      const local = instruction.oparg - tracked
      if (local < 0) continue
      switch (instruction.opcode) {
        case DELETE_FAST:
        case LOAD_FAST_AND_CLEAR:
        case STORE_FAST_MAYBE_NULL:
          boundIn[local] = number - 1
          break
        case STORE_FAST:
          boundIn[local] = number
          break
        case LOAD_FAST:
          if (boundIn[local] !== number) {
            graph.note?.(instruction, 'the local may be unbound here')
            instruction.opcode = LOAD_FAST_CHECK
          }
          boundIn[local] = number
          break
      }
    }
  }
}

function bitsFrom(first: number, end: number): number {
  let bits = 0
  for (let i = Math.max(first, 0); i < Math.min(end, 32); i++) bits |= 1 << i
  return bits
}

export function checkUnboundLocals(graph: FlowGraph, localCount: number, parameterCount: number): void {
  if (localCount === 0) return
  if (localCount > tracked) {
    scanManyLocals(graph, localCount)
    localCount = tracked
  }
  clearVisited(graph.entry)
  const queue: Block[] = []
  const low = bitsFrom(parameterCount, localCount)
  const high = bitsFrom(parameterCount - 32, localCount - 32)
  reach(graph.entry, low, high, queue)
  for (let block: Block | null = graph.entry; block !== null; block = block.next) scan(graph, block, queue)
  while (queue.length > 0) {
    const block = queue.pop()!
    block.visited = false
    scan(graph, block, queue)
  }
}
