// Where the code of a globals dict finds builtins: under `__builtins__`, as a module, its namespace or any other mapping;
// else where whoever asks finds its own.
import type { PyDict } from '../data/dict.ts'
import { PyModule } from '../data/module.ts'
import type { Value } from '../data/values.ts'
import type { Thread } from '../thread.ts'

export function builtinsOf(globals: PyDict, py: Thread): Value {
  const found = globals.getStr('__builtins__')
  if (found instanceof PyModule) return found.namespace
  return found ?? py.frame?.builtins ?? py.interpreter.builtins
}
