// Making functions.
import type { families } from '@pellucid/opcode-spec'
import { PyFunction } from '../../data/callables.ts'
import type { PyCell, PyCode } from '../../data/code.ts'
import type { PyDict } from '../../data/dict.ts'
import type { PyTuple } from '../../data/sequences.ts'
import { isStr, newStr, None } from '../../data/values.ts'
import type { HandlersOf } from './handlers.ts'

export const functions = {
  MAKE_FUNCTION(_, value, __, frame) {
    const code = value as PyCode
    const { name, qualname } = code.data
    const first = code.consts[0]
    // CO_HAS_DOCSTRING is 3.14's; in 3.13 a function's first constant is its docstring when it is a str.
    const doc = first !== undefined && isStr(first) ? first : None
    const module = frame.globals.getStr('__name__') ?? None
    return new PyFunction(code, frame.globals, frame.builtins, newStr(name), newStr(qualname), doc, module)
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
