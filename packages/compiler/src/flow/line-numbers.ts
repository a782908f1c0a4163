// PEP 626: an instruction that leaves the frame, or where a trace or signal may strike, must have a line.
// Exit blocks without one are copied for each jump to them, and then take the line of their only predecessor.
import type { Instruction } from '../instruction.ts'
import { Block, copyInstruction, copyLocation, nextFreeLabel, skipEmpty } from './block.ts'
import type { FlowGraph } from './graph.ts'
import { hasEvalBreak, isJump, isScopeExit } from './opcodes.ts'

function needsLine(block: Block): boolean {
  const { instructions } = block
  const count = instructions.length
  if (count === 0 || !block.hasNoLine) return false
  if (isScopeExit(instructions[count - 1]!.opcode)) return true
  for (const instruction of instructions) if (hasEvalBreak(instruction.opcode)) return true
  return false
}

function duplicateExits(graph: FlowGraph): void {
  let label = -1
  for (let block: Block | null = graph.entry; block !== null; block = block.next) {
    const { last } = block
    if (last === undefined || !isJump(last.opcode)) continue
    const target = skipEmpty(last.target)
    if (target === null || target.predecessors <= 1 || !needsLine(target)) continue
    if (label < 0) label = nextFreeLabel(graph.entry)
    const copy = new Block()
    for (const instruction of target.instructions) copy.instructions.push(copyInstruction(instruction))
    copyLocation(last, copy.instructions[0]!)
    if (graph.note) graph.noteAll(copy.instructions, 'copied, so that this exit has the line of the jump to it')
    graph.note?.(last, 'leads to an exit of its own')
    last.target = copy
    target.predecessors--
    copy.predecessors = 1
    copy.next = target.next
    copy.label = label++
    target.next = copy
  }
  for (let block: Block | null = graph.entry; block !== null; block = block.next) {
    const { next, last } = block
    if (next !== null && last !== undefined && block.fallsThrough && needsLine(next)) {
      const first = next.instructions[0]!
      copyLocation(last, first)
      graph.note?.(first, 'an exit has the line of what falls into it')
    }
  }
}

function inheritLine(graph: FlowGraph, from: Instruction, to: Instruction): void {
  copyLocation(from, to)
  graph.note?.(to, 'what has no line takes the one before')
}

/** Instructions without a line take the one before; a first instruction that of the sole predecessor. */
function propagateLines(graph: FlowGraph): void {
  for (let block: Block | null = graph.entry; block !== null; block = block.next) {
    const { instructions } = block
    const count = instructions.length
    if (count === 0) continue
    let previous = undefined
    for (let i = 0; i < count; i++) {
      const instruction = instructions[i]!
      if (instruction.lineno >= 0) {
        previous = instruction
      } else if (previous !== undefined) {
        inheritLine(graph, previous, instruction)
      } else {
        if (instruction.lineno < -1) graph.note?.(instruction, 'nothing before it has a line')
        instruction.lineno = instruction.endLineno = instruction.col = instruction.endCol = -1
      }
    }
    if (previous === undefined) continue
    const last = instructions[count - 1]!
    const { next } = block
    if (next !== null && next.predecessors === 1 && block.fallsThrough) {
      const first = next.instructions[0]
      if (first !== undefined && first.lineno < 0) inheritLine(graph, previous, first)
    }
    if (isJump(last.opcode)) {
      const target = last.target!
      const first = target.instructions[0]
      if (target.predecessors === 1 && first !== undefined && first.lineno < 0) inheritLine(graph, previous, first)
    }
  }
}

export function resolveLines(graph: FlowGraph): void {
  duplicateExits(graph)
  propagateLines(graph)
}
