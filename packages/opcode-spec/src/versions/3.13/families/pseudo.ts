// Instructions of the compiler only: the assembler turns each into a real one or into a table row.
import { handler, jump, local, name } from '../../../oparg.ts'
import { family } from '../../../define.ts'

/** Instructions of the compiler only: the assembler turns each into a real one or into a table row. */
export const pseudo = family({
  JUMP: {
    code: 256, effect: '--', arg: jump, raises: true, interruptible: true, jumps: 'any', ends: true,
    doc: 'Jump; becomes JUMP_FORWARD or JUMP_BACKWARD.',
  },
  JUMP_NO_INTERRUPT: {
    code: 257, effect: '--', arg: jump, jumps: 'any', ends: true,
    doc: 'Jump; becomes JUMP_FORWARD or JUMP_BACKWARD_NO_INTERRUPT.',
  },
  LOAD_CLOSURE: {
    code: 258, effect: '-- value', arg: local,
    doc: 'Push a cell for a closure; becomes LOAD_FAST.',
  },
  LOAD_METHOD: {
    code: 259, effect: 'owner -- attribute, self_or_null', arg: name, raises: true,
    doc: 'Push a method to be called; becomes LOAD_ATTR with bit 0 set.',
  },
  LOAD_SUPER_METHOD: {
    code: 260, effect: 'global_super, cls, self -- attribute, self_or_null', arg: name, raises: true,
    doc: 'Push a method through two-argument super; becomes LOAD_SUPER_ATTR.',
  },
  LOAD_ZERO_SUPER_ATTR: {
    code: 261, effect: 'global_super, cls, self -- attribute, unused', arg: name, raises: true,
    doc:
      'Push an attribute through `super()`; becomes LOAD_SUPER_ATTR. Counted one value too high, as CPython does.',
  },
  LOAD_ZERO_SUPER_METHOD: {
    code: 262, effect: 'global_super, cls, self -- attribute, self_or_null', arg: name, raises: true,
    doc: 'Push a method through `super()`; becomes LOAD_SUPER_ATTR.',
  },
  POP_BLOCK: {
    code: 263, effect: '--',
    doc: 'End the innermost protected block; becomes NOP.',
  },
  SETUP_FINALLY: {
    code: 265, effect: '--', arg: handler, handlerEffect: '-- exception',
    doc: 'Protect what follows with a handler; becomes a row of the exception table.',
  },
  SETUP_CLEANUP: {
    code: 264, effect: '--', arg: handler, handlerEffect: '-- lasti, exception',
    doc: 'Protect a handler with clean-up code that re-raises.',
  },
  SETUP_WITH: {
    code: 266, effect: '--', arg: handler, handlerEffect: 'value -- lasti, exception',
    doc: 'Protect the body of a `with`.',
  },
  STORE_FAST_MAYBE_NULL: {
    code: 267, effect: 'value --', arg: local,
    doc: 'Pop a value, or NULL, into a local: the exit of an inlined comprehension; becomes STORE_FAST.',
  },
})
