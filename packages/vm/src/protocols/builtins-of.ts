// Where the code of a globals dict finds builtins: under `__builtins__`, as a module, its namespace or any other mapping;
// else where whoever asks finds its own.
import { PyDict } from '../data/dict.ts'
import { PyModule } from '../data/module.ts'
import { narrowStr, type Value } from '../data/values.ts'
import type { Thread } from '../thread.ts'
import { AttributeError, KeyError } from './exceptions.ts'
import { isRaised, raise } from './raise.ts'
import { getItem } from './subscript.ts'

export function builtinsOf(globals: PyDict, py: Thread): Value {
  const found = globals.getStr('__builtins__')
  if (found instanceof PyModule) return found.namespace
  return found ?? py.frame?.builtins ?? py.interpreter.builtins
}

/** A builtin by name, as the running code would find it; raises AttributeError where it has taken it away. */
export function builtinNamed(name: string, py: Thread): Value {
  const builtins = py.frame?.builtins ?? py.interpreter.builtins
  const absent = (): never => raise(AttributeError, name)
  if (builtins instanceof PyDict && !Object.hasOwn(builtins, 'type')) return builtins.getStr(name) ?? absent()
  try {
    return getItem(builtins, narrowStr(name), py)
  } catch (caught) {
    if (isRaised(caught, KeyError)) return absent()
    throw caught
  }
}
