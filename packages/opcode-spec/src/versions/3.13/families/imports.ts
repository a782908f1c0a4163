// Importing modules.
import { name } from '../../../oparg.ts'
import { family } from '../../../define.ts'

/** Importing modules. */
export const imports = family({
  IMPORT_NAME: {
    code: 75, effect: 'level, fromlist -- module', arg: name, raises: true,
    doc: 'Call `__import__` and push the module.',
  },
  IMPORT_FROM: {
    code: 74, effect: 'module -- module, value', arg: name, raises: true,
    doc: 'Push an attribute, or submodule, of a module.',
  },
})
