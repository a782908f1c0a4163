// Making functions.
import type { families } from '@pellucid/opcode-spec/instructions'
import { PyFunction } from '../../data/callables.ts'
import { PyCell, PyCode } from '../../data/code.ts'
import { PyDict } from '../../data/dict.ts'
import { PyTuple } from '../../data/sequences.ts'
import { newStr, None } from '../../data/values.ts'
import { SystemError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import { docstringOf } from '../../types/code/constants.ts'
import type { HandlersOf } from './handlers.ts'

/** What no compiler writes, but bytecode from elsewhere may. */
function unsound(reason: string): never {
  return raise(SystemError, `bad bytecode: ${reason}`)
}

export const functions = {
  MAKE_FUNCTION(_, value, __, frame) {
    const code = value instanceof PyCode ? value : unsound('a function is made of what is no code')
    const { name, qualname } = code.data
    const module = frame.globals.getStr('__name__') ?? None
    return new PyFunction(code, frame.globals, frame.builtins, newStr(name), newStr(qualname), docstringOf(code), module)
  },
  SET_FUNCTION_ATTRIBUTE(_, value, target, arg) {
    const func = target instanceof PyFunction ? target : unsound('what is no function is given attributes')
    if (arg === 4) func.annotations = value
    else if (arg === 2) func.kwdefaults = value instanceof PyDict ? value : unsound('defaults are no dict')
    else {
      const tuple = value instanceof PyTuple ? value : unsound('defaults or cells are no tuple')
      if (arg === 1) func.defaults = tuple
      else func.closure = tuple.items.map((item) => (item instanceof PyCell ? item : unsound('a closure holds what is no cell')))
    }
    return func
  },
} satisfies HandlersOf<(typeof families)['functions'], 'MAKE_FUNCTION' | 'SET_FUNCTION_ATTRIBUTE'>
