// Fast locals, cells and free variables.
import { cell, count, local, localPair } from '../../../oparg.ts'
import { family } from '../../../define.ts'

/** Fast locals, cells and free variables. */
export const locals = family({
  LOAD_FAST: {
    code: 85, effect: '-- value', arg: local,
    doc: 'Push a local variable that is known to be bound.',
  },
  LOAD_FAST_CHECK: {
    code: 87, effect: '-- value', arg: local, raises: true,
    doc: 'Push a local variable, or raise UnboundLocalError when it is unbound.',
  },
  LOAD_FAST_AND_CLEAR: {
    code: 86, effect: '-- value', arg: local,
    doc: 'Push a local variable, or NULL, and leave it unbound: the entry of an inlined comprehension.',
  },
  LOAD_FAST_LOAD_FAST: {
    code: 88, effect: '-- value1, value2', arg: localPair,
    doc: 'Push two local variables, the one of the upper nibble first.',
  },
  STORE_FAST: {
    code: 110, effect: 'value --', arg: local,
    doc: 'Pop a value into a local variable.',
  },
  STORE_FAST_LOAD_FAST: {
    code: 111, effect: 'value1 -- value2', arg: localPair,
    doc: 'Pop into the local of the upper nibble, then push that of the lower.',
  },
  STORE_FAST_STORE_FAST: {
    code: 112, effect: 'value2, value1 --', arg: localPair,
    doc: 'Pop into the local of the upper nibble, then into that of the lower.',
  },
  DELETE_FAST: {
    code: 65, effect: '--', arg: local, raises: true,
    doc: 'Unbind a local variable.',
  },
  MAKE_CELL: {
    code: 94, effect: '--', arg: cell, raises: true,
    doc: 'Turn a local slot into a cell that holds its present value.',
  },
  COPY_FREE_VARS: {
    code: 62, effect: '--', arg: count,
    doc: "Copy the function's closure into the frame's free-variable slots.",
  },
  LOAD_DEREF: {
    code: 84, effect: '-- value', arg: cell, raises: true,
    doc: 'Push what a cell holds, or raise NameError when it is empty.',
  },
  STORE_DEREF: {
    code: 109, effect: 'value --', arg: cell,
    doc: 'Pop a value into a cell.',
  },
  DELETE_DEREF: {
    code: 64, effect: '--', arg: cell, raises: true,
    doc: 'Empty a cell.',
  },
  LOAD_FROM_DICT_OR_DEREF: {
    code: 89, effect: 'mapping -- value', arg: cell, raises: true,
    doc: "Push a name's value from the popped mapping, else from the cell.",
  },
})
