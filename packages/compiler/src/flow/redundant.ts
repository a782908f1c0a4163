// NOPs that no line event needs, loads that are popped at once, jumps to the block below.
import { PyCompileError } from '@pellucid/source'
import type { Instruction } from '../instruction.ts'
import { type Block, copyLocation, erase, skipEmpty } from './block.ts'
import type { FlowGraph } from './graph.ts'
import { COPY, isJump, isUnconditionalJump, LOAD_CONST, NOP, POP_TOP } from './opcodes.ts'

/** The line the block starts with; NOPs without a line do not count, they will go. -1 when there is none. */
function firstLine(block: Block): number {
  for (const { opcode, lineno } of block.instructions) {
    if (opcode !== NOP || lineno !== -1) return lineno
  }
  return -1
}

/** A NOP may go when its line, if any, is also that of a neighbour. */
function isRedundant(block: Block, i: number, previousLine: number): boolean {
  const { instructions } = block
  const nop = instructions[i]!
  const line = nop.lineno
  if (line < 0 || line === previousLine) return true
  const following = instructions[i + 1]
  if (following !== undefined) {
    if (following.lineno === line) return true
    if (following.lineno >= 0) return false
    copyLocation(nop, following)
    return true
  }
  const next = skipEmpty(block.next)
  return next !== null && firstLine(next) === line
}

function removeNopsOf(graph: FlowGraph, block: Block): number {
  const { instructions } = block
  const count = instructions.length
  let kept = 0
  let previousLine = -1
  for (let i = 0; i < count; i++) {
    const instruction = instructions[i]!
    if (instruction.opcode === NOP && isRedundant(block, i, previousLine)) {
      graph.note?.(instruction, 'no line event needs this NOP')
      continue
    }
    previousLine = instruction.lineno
    if (kept !== i) instructions[kept] = instruction
    kept++
  }
  if (kept !== count) instructions.length = kept
  return count - kept
}

/** Remove the NOPs that are not needed; returns how many. */
export function removeNops(graph: FlowGraph): number {
  let removed = 0
  for (let block: Block | null = graph.entry; block !== null; block = block.next) {
    removed += removeNopsOf(graph, block)
  }
  return removed
}

function isPair(instruction: Instruction, popping: Instruction): boolean {
  if (popping.opcode !== POP_TOP) return false
  const { opcode } = instruction
  return opcode === LOAD_CONST || (opcode === COPY && instruction.oparg === 1)
}

/** Remove NOPs, and pairs that push a value only to pop it, until none is left. */
export function removeNopsAndPairs(graph: FlowGraph): void {
  let changed: boolean
  do {
    changed = false
    let instruction: Instruction | undefined
    for (let block: Block | null = graph.entry; block !== null; block = block.next) {
      removeNopsOf(graph, block)
      // What precedes a jump target is not known.
      if (block.label >= 0) instruction = undefined
      for (const current of block.instructions) {
        const previous = instruction
        instruction = current
        if (previous !== undefined && isPair(previous, current)) {
          if (graph.note) graph.noteAll([previous, current], 'the value would be popped at once')
          erase(previous)
          erase(current)
          changed = true
        }
      }
      if (!block.fallsThrough || (instruction !== undefined && isJump(instruction.opcode))) {
        instruction = undefined
      }
    }
  } while (changed)
}

/** Erase jumps to the block that follows anyway; returns how many. */
function removeJumps(graph: FlowGraph): number {
  let removed = 0
  for (let block: Block | null = graph.entry; block !== null; block = block.next) {
    const { last } = block
    if (last === undefined || !isUnconditionalJump(last.opcode)) continue
    const target = skipEmpty(last.target)
    if (target === null) throw new PyCompileError('SystemError', 'jump with NULL target')
    if (target === skipEmpty(block.next)) {
      graph.note?.(last, 'jumps to what comes next anyway')
      erase(last)
      removed++
    }
  }
  return removed
}

/** NOPs and jumps in turn, since each removal can make another possible. */
export function removeNopsAndJumps(graph: FlowGraph): void {
  let removed: number
  do {
    removed = removeNops(graph) + removeJumps(graph)
  } while (removed > 0)
}
