// Names looked up at run time: the namespace, globals and builtins.
import { globalName, name } from '../../../oparg.ts'
import { family } from '../../../define.ts'

/** Names looked up at run time: the namespace, globals and builtins. */
export const names = family({
  LOAD_NAME: {
    code: 92, effect: '-- value', arg: name, raises: true,
    doc: "Push a name's value from locals, globals or builtins.",
  },
  STORE_NAME: {
    code: 114, effect: 'value --', arg: name, raises: true,
    doc: 'Pop a value into a name of the namespace.',
  },
  DELETE_NAME: {
    code: 67, effect: '--', arg: name, raises: true,
    doc: 'Delete a name from the namespace.',
  },
  LOAD_GLOBAL: {
    code: 91, effect: '-- value, null_ if oparg & 1', arg: globalName,
    caches: { counter: 1, index: 1, module_keys_version: 1, builtin_keys_version: 1 }, raises: true,
    doc: 'Push a global or builtin, and NULL after it when it is about to be called.',
  },
  STORE_GLOBAL: {
    code: 113, effect: 'value --', arg: name, raises: true,
    doc: 'Pop a value into a global.',
  },
  DELETE_GLOBAL: {
    code: 66, effect: '--', arg: name, raises: true,
    doc: 'Delete a global.',
  },
  LOAD_FROM_DICT_OR_GLOBALS: {
    code: 90, effect: 'mapping -- value', arg: name, raises: true,
    doc: "Push a name's value from the popped mapping, else from globals or builtins.",
  },
  LOAD_LOCALS: {
    code: 25, effect: '-- locals', raises: true,
    doc: "Push the mapping of the frame's own namespace.",
  },
  LOAD_BUILD_CLASS: {
    code: 24, effect: '-- value', raises: true,
    doc: 'Push `builtins.__build_class__`.',
  },
  LOAD_ASSERTION_ERROR: {
    code: 23, effect: '-- value',
    doc: 'Push the class AssertionError.',
  },
  SETUP_ANNOTATIONS: {
    code: 37, effect: '--', raises: true,
    doc: 'Make `__annotations__` in the namespace if it is missing.',
  },
})
