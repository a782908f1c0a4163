// Builtin modules that need both the front end and the machine, by name.
import type { ModuleFactory } from '@pellucid/vm/machine'
import { _ast } from './_ast/index.ts'
import { _symtable } from './_symtable/index.ts'
import { _tokenize } from './_tokenize/index.ts'
import { marshal } from './marshal/index.ts'

export { installAstTools } from './ast-tools.ts'

/** To hand to `createInterpreter` as `modules`. */
export const pellucidModules: ReadonlyMap<string, ModuleFactory> = new Map([
  ['_ast', _ast],
  ['_symtable', _symtable],
  ['_tokenize', _tokenize],
  ['marshal', marshal],
])
