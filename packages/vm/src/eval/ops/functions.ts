// Making functions.
import type { families } from '@pellucid/opcode-spec'
import { PyFunction } from '../../data/callables.ts'
import type { PyCell, PyCode } from '../../data/code.ts'
import type { PyDict } from '../../data/dict.ts'
import type { PyTuple } from '../../data/sequences.ts'
import { newStr, None } from '../../data/values.ts'
import { docstringOf } from '../../types/code/constants.ts'
import type { HandlersOf } from './handlers.ts'

export const functions = {
  MAKE_FUNCTION(_, value, __, frame) {
    const code = value as PyCode
    const { name, qualname } = code.data
    const module = frame.globals.getStr('__name__') ?? None
    return new PyFunction(code, frame.globals, frame.builtins, newStr(name), newStr(qualname), docstringOf(code), module)
  },
  SET_FUNCTION_ATTRIBUTE(_, value, target, arg) {
    const func = target as PyFunction
    if (arg === 1) func.defaults = value as PyTuple
    else if (arg === 2) func.kwdefaults = value as PyDict
    else if (arg === 4) func.annotations = value
    else func.closure = (value as PyTuple).items as readonly PyCell[]
    return func
  },
} satisfies HandlersOf<(typeof families)['functions'], 'MAKE_FUNCTION' | 'SET_FUNCTION_ATTRIBUTE'>
