// _ast: the classes of syntax trees, and the flags of `compile()` that ask for one.
import { compileFlags } from '@pellucid/opcode-spec'
import { defineModule, smallInt, None, type ModuleFactory, type Value } from '@pellucid/vm/machine'
import { astState } from './state.ts'
import { astTools } from './tools.ts'

export { astTools, warningSink } from './tools.ts'

const flagNames = ['PyCF_ALLOW_TOP_LEVEL_AWAIT', 'PyCF_ONLY_AST', 'PyCF_TYPE_COMMENTS', 'PyCF_OPTIMIZED_AST'] as const

export const _ast: ModuleFactory = defineModule('_ast', () => ({
  doc: '',
  constants(py) {
    py.interpreter.astTools ??= astTools
    const { ast, classes } = astState(py)
    const made: Record<string, Value> = { __doc__: None, AST: ast }
    for (const [name, type] of classes) made[name] = type
    for (const name of flagNames) made[name] = smallInt(compileFlags[name])
    return made
  },
}))
