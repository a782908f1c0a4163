// Every module written in TypeScript, by name. None is made before its first import.
import type { ModuleFactory } from '../object/define-module.ts'
import { _sre } from './_sre/index.ts'
import { _typing } from './_typing.ts'
import { builtins } from './builtins/index.ts'

export const moduleFactories: Map<string, ModuleFactory> = new Map([
  ['_sre', _sre],
  ['_typing', _typing],
  ['builtins', builtins],
])
