// Constants known at compile time: conditions that cannot vary, `is None` tests, returns of a constant,
// and tuples whose elements are all constant.
import type { CodeConstant } from '@pellucid/opcode-spec'
import type { Instruction } from '../instruction.ts'
import { isTrue } from '../truth.ts'
import { type Block, erase } from './block.ts'
import type { FlowGraph } from './graph.ts'
import {
  COPY,
  hasConstant,
  IS_OP,
  JUMP,
  LOAD_CONST,
  POP_JUMP_IF_FALSE,
  POP_JUMP_IF_NONE,
  POP_JUMP_IF_NOT_NONE,
  POP_JUMP_IF_TRUE,
  RETURN_CONST,
  RETURN_VALUE,
  TO_BOOL,
} from './opcodes.ts'

function optimizeBlock(graph: FlowGraph, block: Block): void {
  const { consts } = graph
  const { instructions } = block
  let opcode = 0
  let oparg = 0
  for (let i = 0; i < instructions.length; i++) {
    const load = instructions[i]!
    // A COPY of the constant loaded before it counts as another load.
    if (!(opcode === LOAD_CONST && load.opcode === COPY && load.oparg === 1)) {
      opcode = load.opcode
      oparg = load.oparg
    }
    if (opcode !== LOAD_CONST) continue
    const following = instructions[i + 1]
    if (following === undefined) continue
    switch (following.opcode) {
      case POP_JUMP_IF_FALSE:
      case POP_JUMP_IF_TRUE: {
        const jumps = isTrue(consts[oparg]!) === (following.opcode === POP_JUMP_IF_TRUE)
        if (graph.note) graph.noteAll([load, following], jumps ? 'the condition always holds' : 'the condition never holds')
        erase(load)
        if (jumps) following.opcode = JUMP
        else erase(following)
        break
      }
      case IS_OP:
        if (consts[oparg] === null) foldNoneTest(graph, instructions, i)
        break
      case RETURN_VALUE:
        if (graph.note) graph.noteAll([load, following], 'returns a constant')
        erase(load)
        following.opcode = RETURN_CONST
        following.oparg = oparg
        i++
        break
      case TO_BOOL:
        if (graph.note) graph.noteAll([load, following], 'the truth of a constant is known')
        following.opcode = LOAD_CONST
        following.oparg = graph.constant(isTrue(consts[oparg]!))
        erase(load)
        break
    }
  }
}

/** `LOAD_CONST None; IS_OP; [TO_BOOL;] POP_JUMP_IF_…` → `POP_JUMP_IF_[NOT_]NONE`. */
function foldNoneTest(graph: FlowGraph, instructions: readonly Instruction[], i: number): void {
  const test = instructions[i + 1]!
  let jump = instructions[i + 2]
  if (jump === undefined) return
  if (jump.opcode === TO_BOOL) {
    graph.note?.(jump, 'an identity test gives a bool already')
    erase(jump)
    jump = instructions[i + 3]
    if (jump === undefined) return
  }
  let inverted = test.oparg !== 0
  if (jump.opcode === POP_JUMP_IF_FALSE) inverted = !inverted
  else if (jump.opcode !== POP_JUMP_IF_TRUE) return
  if (graph.note) graph.noteAll([instructions[i]!, test, jump], 'the jump tests for None by itself')
  erase(instructions[i]!)
  erase(test)
  jump.opcode = inverted ? POP_JUMP_IF_NOT_NONE : POP_JUMP_IF_NONE
}

/** Use what is known of each constant at the instruction after its load. */
export function optimizeConstants(graph: FlowGraph): void {
  for (let block: Block | null = graph.entry; block !== null; block = block.next) optimizeBlock(graph, block)
}

/** `LOAD_CONST a; LOAD_CONST b; …; BUILD_TUPLE n`, the last at index i, becomes one load of the tuple. */
export function foldTuple(graph: FlowGraph, instructions: readonly Instruction[], i: number): void {
  const build = instructions[i]!
  const count = build.oparg
  const first = i - count
  if (first < 0) return
  for (let k = first; k < i; k++) if (!hasConstant(instructions[k]!.opcode)) return
  const items: CodeConstant[] = []
  for (let k = first; k < i; k++) items.push(graph.consts[instructions[k]!.oparg]!)
  if (graph.note) graph.noteAll(instructions.slice(first, i + 1), 'all items of the tuple are constants')
  const index = graph.constant(items)
  for (let k = first; k < i; k++) erase(instructions[k]!)
  build.opcode = LOAD_CONST
  build.oparg = index
}
