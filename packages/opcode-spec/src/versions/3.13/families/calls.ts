// Calls, return and the intrinsic functions.
import { constant, count, extendedCall, intrinsic1, intrinsic2, resumption } from '../../../oparg.ts'
import { family } from '../../../define.ts'

/** Calls, return and the intrinsic functions. */
export const calls = family({
  CALL: {
    code: 53, effect: 'callable, self_or_null, args[oparg] -- result', arg: count,
    caches: { counter: 1, func_version: 2 }, raises: true, interruptible: true, frame: 'push',
    doc: 'Call with positional arguments; a self that is not NULL comes before them.',
  },
  CALL_KW: {
    code: 57, effect: 'callable, self_or_null, args[oparg], kwnames -- result', arg: count, raises: true,
    interruptible: true, frame: 'push',
    doc: 'Call with positional and keyword arguments; the names are a constant tuple.',
  },
  CALL_FUNCTION_EX: {
    code: 54, effect: 'callable, unused, args, kwargs if oparg & 1 -- result', arg: extendedCall,
    raises: true, interruptible: true, frame: 'push',
    doc: 'Call with `*args` and, if bit 0 is set, `**kwargs`.',
  },
  CALL_INTRINSIC_1: {
    code: 55, effect: 'value -- result', arg: intrinsic1, raises: true,
    doc: "Call the interpreter's own function of one argument.",
  },
  CALL_INTRINSIC_2: {
    code: 56, effect: 'value1, value2 -- result', arg: intrinsic2, raises: true,
    doc: "Call the interpreter's own function of two arguments.",
  },
  RETURN_VALUE: {
    code: 36, effect: 'value --', ends: true, frame: 'pop',
    doc: 'Return from the frame.',
  },
  RETURN_CONST: {
    code: 103, effect: '--', arg: constant, ends: true, frame: 'pop',
    doc: 'Return a constant from the frame.',
  },
  RESUME: {
    code: 149, effect: '--', arg: resumption, raises: true, interruptible: true,
    doc: 'Mark where a frame starts or goes on, and look for pending work.',
  },
  INTERPRETER_EXIT: {
    code: 22, effect: 'value --', ends: true, frame: 'pop',
    doc: 'Return from the evaluation loop to native code; never in a code object.',
  },
  EXIT_INIT_CHECK: {
    code: 13, effect: 'should_be_none --', raises: true,
    doc: 'Require that `__init__` returned None; never in a code object made by the compiler.',
  },
})
