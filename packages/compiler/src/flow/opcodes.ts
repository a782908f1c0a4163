// The opcodes that the passes name, and the questions they ask of an opcode, answered from one table.
import { hasConst, hasExc, hasJump, isInterruptible, opcodeFlags, opcodes } from '@pellucid/opcode-spec'

export const {
  BUILD_TUPLE,
  COMPARE_OP,
  CONTAINS_OP,
  COPY,
  COPY_FREE_VARS,
  DELETE_DEREF,
  DELETE_FAST,
  EXTENDED_ARG,
  IS_OP,
  JUMP,
  JUMP_BACKWARD,
  JUMP_BACKWARD_NO_INTERRUPT,
  JUMP_FORWARD,
  JUMP_NO_INTERRUPT,
  LOAD_CLOSURE,
  LOAD_CONST,
  LOAD_DEREF,
  LOAD_FAST,
  LOAD_FAST_AND_CLEAR,
  LOAD_FAST_CHECK,
  LOAD_FAST_LOAD_FAST,
  LOAD_FROM_DICT_OR_DEREF,
  LOAD_GLOBAL,
  MAKE_CELL,
  NOP,
  POP_BLOCK,
  POP_JUMP_IF_FALSE,
  POP_JUMP_IF_NONE,
  POP_JUMP_IF_NOT_NONE,
  POP_JUMP_IF_TRUE,
  POP_TOP,
  PUSH_NULL,
  RAISE_VARARGS,
  RERAISE,
  RESUME,
  RETURN_CONST,
  RETURN_GENERATOR,
  RETURN_VALUE,
  SETUP_CLEANUP,
  SETUP_WITH,
  STORE_DEREF,
  STORE_FAST,
  STORE_FAST_LOAD_FAST,
  STORE_FAST_MAYBE_NULL,
  STORE_FAST_STORE_FAST,
  SWAP,
  TO_BOOL,
  UNARY_NOT,
  UNPACK_SEQUENCE,
  YIELD_VALUE,
} = opcodes

const jump = 1
const unconditional = 2
const exit = 4
const blockPush = 8
const constant = 16
const evalBreak = 32

const exits: readonly number[] = [RETURN_VALUE, RETURN_CONST, RAISE_VARARGS, RERAISE]
const unconditionalJumps: readonly number[] = [
  JUMP,
  JUMP_NO_INTERRUPT,
  JUMP_FORWARD,
  JUMP_BACKWARD,
  JUMP_BACKWARD_NO_INTERRUPT,
]

const kinds = new Uint8Array(512)
for (let code = 0; code < opcodeFlags.length; code++) {
  let bits = 0
  if (hasJump(code)) bits |= jump
  if (hasExc(code)) bits |= blockPush
  if (hasConst(code)) bits |= constant
  if (unconditionalJumps.includes(code)) bits |= unconditional
  if (exits.includes(code)) bits |= exit
  if (isInterruptible(code)) bits |= evalBreak
  kinds[code] = bits
}

function is(bits: number): (opcode: number) => boolean {
  return (opcode) => (kinds[opcode]! & bits) !== 0
}

/** The argument is a jump target. */
export const isJump = is(jump)
/** The argument is a jump or handler target. */
export const hasTarget = is(jump | blockPush)
/** Control always goes to the target. */
export const isUnconditionalJump = is(unconditional)
/** Control leaves the frame. */
export const isScopeExit = is(exit)
/** Only the end of a block may be one. */
export const isTerminator = is(jump | exit)
/** SETUP_FINALLY, SETUP_CLEANUP, SETUP_WITH. */
export const isBlockPush = is(blockPush)
/** The argument is an index into `co_consts`. */
export const hasConstant = is(constant)
/** The interpreter looks for signals and thread switches here. */
export const hasEvalBreak = is(evalBreak)
