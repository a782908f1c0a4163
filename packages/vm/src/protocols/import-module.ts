// Import of a module by machine code that needs something of Lib.
import { newStr, None, type Value } from '../data/values.ts'
import type { Thread } from '../thread.ts'
import { call } from './call.ts'
import { ImportError } from './exceptions.ts'
import { raise } from './raise.ts'

/** The module of that name, imported if need be. */
export function importModule(name: string, py: Thread): Value {
  const loaded = py.interpreter.modules.getStr(name)
  if (loaded !== undefined && loaded !== None) return loaded
  call(py.interpreter.builtins.getStr('__import__') as Value, [newStr(name)], py)
  return py.interpreter.modules.getStr(name) ?? raise(ImportError, `No module named '${name}'`)
}
