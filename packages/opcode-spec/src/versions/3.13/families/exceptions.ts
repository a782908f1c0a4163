// Raising and handling exceptions, and `with`.
import { raiseParts, reraiseLasti } from '../../../oparg.ts'
import { family } from '../../../define.ts'

/** Raising and handling exceptions, and `with`. */
export const exceptions = family({
  RAISE_VARARGS: {
    code: 101, effect: 'args[oparg] --', arg: raiseParts, raises: true, ends: true,
    doc: 'Re-raise, raise an exception, or raise one from a cause.',
  },
  RERAISE: {
    code: 102, effect: 'values[oparg], exception -- values[oparg]', arg: reraiseLasti, raises: true,
    ends: true,
    doc: 'Raise the exception on the stack again; with an argument take f_lasti from below it.',
  },
  PUSH_EXC_INFO: {
    code: 33, effect: 'exception -- previous, exception',
    doc: 'Make the exception the one being handled; keep the previous below it.',
  },
  POP_EXCEPT: {
    code: 31, effect: 'previous --',
    doc: 'End handling: restore the previous exception.',
  },
  CHECK_EXC_MATCH: {
    code: 7, effect: 'exception, match -- exception, result', raises: true,
    doc: 'Push whether `except match` takes the exception.',
  },
  CHECK_EG_MATCH: {
    code: 6, effect: 'exception, match -- rest, matched', raises: true,
    doc: 'Split an exception group for `except*`.',
  },
  BEFORE_WITH: {
    code: 2, effect: 'manager -- exit, value', raises: true,
    doc: 'Push a bound `__exit__` and the result of `__enter__()`.',
  },
  BEFORE_ASYNC_WITH: {
    code: 1, effect: 'manager -- exit, value', raises: true,
    doc: 'Push a bound `__aexit__` and the awaitable of `__aenter__()`.',
  },
  WITH_EXCEPT_START: {
    code: 44, effect: 'exit, lasti, previous, exception -- exit, lasti, previous, exception, result',
    raises: true,
    doc: 'Call `__exit__` with the exception.',
  },
})
