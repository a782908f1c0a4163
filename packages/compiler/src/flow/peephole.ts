// Patterns of two neighbouring instructions that one shorter or cheaper form replaces.
import type { Instruction } from '../instruction.ts'
import { type Block, erase } from './block.ts'
import { foldTuple } from './constants.ts'
import type { FlowGraph } from './graph.ts'
import {
  BUILD_TUPLE,
  COMPARE_OP,
  CONTAINS_OP,
  IS_OP,
  JUMP,
  JUMP_NO_INTERRUPT,
  LOAD_GLOBAL,
  POP_JUMP_IF_FALSE,
  POP_JUMP_IF_NONE,
  POP_JUMP_IF_NOT_NONE,
  POP_JUMP_IF_TRUE,
  POP_TOP,
  PUSH_NULL,
  STORE_FAST,
  SWAP,
  TO_BOOL,
  UNARY_NOT,
  UNPACK_SEQUENCE,
} from './opcodes.ts'
import { reduceSwaps } from './swaps.ts'
import { threadJump } from './threading.ts'

/** COMPARE_OP's argument: this bit asks for a bool. */
const compareToBool = 16

function optimizeBlock(graph: FlowGraph, block: Block): void {
  const { instructions } = block
  let hasSwaps = false
  for (let i = 0; i < instructions.length; i++) {
    const instruction = instructions[i]!
    const { opcode, oparg } = instruction
    const following = instructions[i + 1]
    const next = following === undefined ? 0 : following.opcode
    switch (opcode) {
      case BUILD_TUPLE:
        if (next === UNPACK_SEQUENCE && following!.oparg === oparg && oparg >= 1 && oparg <= 3) {
          graph.noteAll([instruction, following!], 'the tuple would be unpacked at once')
          erase(instruction)
          if (oparg === 1) {
            erase(following!)
          } else {
            following!.opcode = SWAP
            hasSwaps = true
          }
        } else {
          foldTuple(graph, instructions, i)
        }
        break
      case POP_JUMP_IF_NOT_NONE:
      case POP_JUMP_IF_NONE:
      case POP_JUMP_IF_FALSE:
      case POP_JUMP_IF_TRUE: {
        const landing = instruction.target!.instructions[0]
        if (landing?.opcode === JUMP && threadJump(graph, block, instruction, landing, opcode)) i--
        break
      }
      case JUMP:
      case JUMP_NO_INTERRUPT: {
        const landing = instruction.target!.instructions[0]
        if (landing === undefined) break
        if (landing.opcode === JUMP) {
          if (threadJump(graph, block, instruction, landing, JUMP)) i--
        } else if (landing.opcode === JUMP_NO_INTERRUPT) {
          if (threadJump(graph, block, instruction, landing, opcode)) i--
        }
        break
      }
      case STORE_FAST:
        if (next === STORE_FAST && oparg === following!.oparg && instruction.lineno === following!.lineno) {
          graph.note?.(instruction, 'the next instruction stores to the same name')
          instruction.opcode = POP_TOP
          instruction.oparg = 0
        }
        break
      case SWAP:
        hasSwaps = true
        if (oparg === 1) {
          graph.note?.(instruction, 'swaps nothing')
          erase(instruction)
        }
        break
      case LOAD_GLOBAL:
        if (next === PUSH_NULL && (oparg & 1) === 0) {
          if (graph.note) graph.noteAll([instruction, following!], 'LOAD_GLOBAL can push the NULL itself')
          instruction.oparg = oparg | 1
          erase(following!)
        }
        break
      case COMPARE_OP:
        if (next === TO_BOOL) becomeNext(graph, instruction, following!, oparg | compareToBool)
        break
      case CONTAINS_OP:
      case IS_OP:
      case UNARY_NOT:
        if (next === TO_BOOL) {
          becomeNext(graph, instruction, following!, oparg)
        } else if (next === UNARY_NOT && opcode === UNARY_NOT) {
          graph.noteAll([instruction, following!], 'two negations cancel')
          erase(instruction)
          erase(following!)
        }
        break
      case TO_BOOL:
        if (next === TO_BOOL) becomeNext(graph, instruction, following!, 0)
        break
    }
  }
  if (hasSwaps) reduceSwaps(graph, instructions)
}

/** The result is a bool already: the operation moves to where TO_BOOL stood and leaves a NOP. */
function becomeNext(graph: FlowGraph, operation: Instruction, toBool: Instruction, oparg: number): void {
  if (graph.note) graph.noteAll([operation, toBool], 'the operand is a bool already')
  toBool.opcode = operation.opcode
  toBool.oparg = oparg
  erase(operation)
}

export function optimizePatterns(graph: FlowGraph): void {
  for (let block: Block | null = graph.entry; block !== null; block = block.next) optimizeBlock(graph, block)
}
