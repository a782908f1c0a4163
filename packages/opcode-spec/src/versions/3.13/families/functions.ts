// Making functions.
import { functionAttribute } from '../../../oparg.ts'
import { family } from '../../../define.ts'

/** Making functions. */
export const functions = family({
  MAKE_FUNCTION: {
    code: 26, effect: 'code -- function', raises: true,
    doc: "Make a function of a code object and the frame's globals.",
  },
  SET_FUNCTION_ATTRIBUTE: {
    code: 106, effect: 'value, function -- function', arg: functionAttribute,
    doc: 'Set defaults, keyword defaults, annotations or closure of a new function.',
  },
})
