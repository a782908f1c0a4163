// A code object's instructions as the compiler reads them: base opcodes and whole arguments, by the machine's index.
import { deoptTable, opcodes } from '@pellucid/opcode-spec'
import type { PyCode } from '../data/code.ts'
import { decode } from '../eval/decode.ts'

export interface Instruction {
  readonly op: number
  /** As the machine decodes it: a jump's is the index of its target, an attribute's that of its name. */
  readonly arg: number
  /** LOAD_ATTR of a method, LOAD_GLOBAL of a callable: pushes two. */
  readonly double: boolean
}

const paired = new Set<number>([opcodes.LOAD_ATTR, opcodes.LOAD_GLOBAL])

export function instructionsOf(code: PyCode): Instruction[] {
  const { args, offsets } = decode(code)
  const bytes = code.data.code
  return Array.from(args, (arg, i) => {
    const raw = bytes[offsets[i] as number] as number
    const op = deoptTable[raw] ?? raw
    return { op, arg, double: paired.has(op) && ((bytes[(offsets[i] as number) + 1] as number) & 1) !== 0 }
  })
}

/** Where an instruction goes on, the way without a jump first; nothing where the frame ends or is handed back. */
export function successorsOf({ op, arg }: Instruction, at: number): readonly number[] {
  switch (op) {
    case opcodes.JUMP_FORWARD:
    case opcodes.JUMP_BACKWARD:
    case opcodes.JUMP_BACKWARD_NO_INTERRUPT:
      return [arg]
    case opcodes.POP_JUMP_IF_FALSE:
    case opcodes.POP_JUMP_IF_TRUE:
    case opcodes.POP_JUMP_IF_NONE:
    case opcodes.POP_JUMP_IF_NOT_NONE:
      return [at + 1, arg]
    case opcodes.FOR_ITER:
      // The end of the loop is past END_FOR and POP_TOP.
      return [at + 1, arg + 2]
    case opcodes.SEND:
      return [at + 1, arg]
    case opcodes.RETURN_VALUE:
    case opcodes.RETURN_CONST:
    case opcodes.YIELD_VALUE:
      return []
    default:
      return [at + 1]
  }
}

/** Does control leave the straight line here? */
export function isBranch(op: number): boolean {
  return branches.has(op)
}

const branches = new Set<number>([
  opcodes.JUMP_FORWARD, opcodes.JUMP_BACKWARD, opcodes.JUMP_BACKWARD_NO_INTERRUPT, opcodes.POP_JUMP_IF_FALSE,
  opcodes.POP_JUMP_IF_TRUE, opcodes.POP_JUMP_IF_NONE, opcodes.POP_JUMP_IF_NOT_NONE, opcodes.FOR_ITER,
  opcodes.SEND, opcodes.RETURN_VALUE, opcodes.RETURN_CONST,
])
