// Forms that fire `sys.monitoring` events; written over an instruction while a tool listens.
// `--` where CPython declares no effect of its own: the effect is the base's.
import { baseArgument, constant } from '../../../oparg.ts'
import { family } from '../../../define.ts'

/** The instrumented instructions. */
export const instrumented = family({
  INSTRUMENTED_RESUME: {
    code: 236, effect: '--', arg: baseArgument, raises: true, interruptible: true, of: 'RESUME',
    doc: 'RESUME, with monitoring events.',
  },
  INSTRUMENTED_END_FOR: {
    code: 237, effect: 'iterator, value -- iterator', raises: true, of: 'END_FOR',
    doc: 'END_FOR, with monitoring events.',
  },
  INSTRUMENTED_END_SEND: {
    code: 238, effect: 'receiver, value -- value', raises: true, of: 'END_SEND',
    doc: 'END_SEND, with monitoring events.',
  },
  INSTRUMENTED_RETURN_VALUE: {
    code: 239, effect: 'value --', raises: true, of: 'RETURN_VALUE',
    doc: 'RETURN_VALUE, with monitoring events.',
  },
  INSTRUMENTED_RETURN_CONST: {
    code: 240, effect: '--', arg: constant, raises: true, of: 'RETURN_CONST',
    doc: 'RETURN_CONST, with monitoring events.',
  },
  INSTRUMENTED_YIELD_VALUE: {
    code: 241, effect: 'value -- sent', arg: baseArgument, raises: true, of: 'YIELD_VALUE',
    doc: 'YIELD_VALUE, with monitoring events.',
  },
  INSTRUMENTED_LOAD_SUPER_ATTR: {
    code: 242, effect: 'global_super, cls, self -- attribute, self_or_null if oparg & 1', arg: baseArgument,
    of: 'LOAD_SUPER_ATTR',
    doc: 'LOAD_SUPER_ATTR, with monitoring events.',
  },
  INSTRUMENTED_FOR_ITER: {
    code: 243, effect: '--', arg: baseArgument, raises: true, of: 'FOR_ITER',
    doc: 'FOR_ITER, with monitoring events.',
  },
  INSTRUMENTED_CALL: {
    code: 244, effect: '--', arg: baseArgument, raises: true, of: 'CALL',
    doc: 'CALL, with monitoring events.',
  },
  INSTRUMENTED_CALL_KW: {
    code: 245, effect: '--', arg: baseArgument, raises: true, of: 'CALL_KW',
    doc: 'CALL_KW, with monitoring events.',
  },
  INSTRUMENTED_CALL_FUNCTION_EX: {
    code: 246, effect: '--', of: 'CALL_FUNCTION_EX',
    doc: 'CALL_FUNCTION_EX, with monitoring events.',
  },
  INSTRUMENTED_INSTRUCTION: {
    code: 247, effect: '--', raises: true,
    doc: 'Any instruction, with the INSTRUCTION event.',
  },
  INSTRUMENTED_JUMP_FORWARD: {
    code: 248, effect: '--', arg: baseArgument, of: 'JUMP_FORWARD',
    doc: 'JUMP_FORWARD, with monitoring events.',
  },
  INSTRUMENTED_JUMP_BACKWARD: {
    code: 249, effect: '--', arg: baseArgument, interruptible: true, of: 'JUMP_BACKWARD',
    doc: 'JUMP_BACKWARD, with monitoring events.',
  },
  INSTRUMENTED_POP_JUMP_IF_TRUE: {
    code: 250, effect: '--', arg: baseArgument, of: 'POP_JUMP_IF_TRUE',
    doc: 'POP_JUMP_IF_TRUE, with monitoring events.',
  },
  INSTRUMENTED_POP_JUMP_IF_FALSE: {
    code: 251, effect: '--', arg: baseArgument, of: 'POP_JUMP_IF_FALSE',
    doc: 'POP_JUMP_IF_FALSE, with monitoring events.',
  },
  INSTRUMENTED_POP_JUMP_IF_NONE: {
    code: 252, effect: '--', arg: baseArgument, of: 'POP_JUMP_IF_NONE',
    doc: 'POP_JUMP_IF_NONE, with monitoring events.',
  },
  INSTRUMENTED_POP_JUMP_IF_NOT_NONE: {
    code: 253, effect: '--', arg: baseArgument, of: 'POP_JUMP_IF_NOT_NONE',
    doc: 'POP_JUMP_IF_NOT_NONE, with monitoring events.',
  },
  INSTRUMENTED_LINE: {
    code: 254,
    doc: 'Any instruction that starts a line, with the LINE event.',
  },
})
