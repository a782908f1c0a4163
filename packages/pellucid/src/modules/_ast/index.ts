// _ast: the classes of syntax trees, and the flags of `compile()` that ask for one.
import { compileFlags } from '@pellucid/opcode-spec'
import { defineModule, smallInt, None, type ModuleFactory, type Thread, type Value } from '@pellucid/vm/machine'
import { astState } from './state.ts'
import { astTools } from './tools.ts'

export { astTools, warningSink } from './tools.ts'

const flagNames = ['PyCF_ALLOW_TOP_LEVEL_AWAIT', 'PyCF_ONLY_AST', 'PyCF_TYPE_COMMENTS', 'PyCF_OPTIMIZED_AST'] as const

/** Teach `compile()` about trees; a host does so for interpreters that may call it before `_ast` is imported. */
export function installAstTools(py: Thread): void {
  py.interpreter.astTools ??= astTools
}

export const _ast: ModuleFactory = defineModule('_ast', () => ({
  doc: '',
  constants(py) {
    installAstTools(py)
    const { ast, classes } = astState(py)
    const made: Record<string, Value> = { __doc__: None, AST: ast }
    for (const [name, type] of classes) made[name] = type
    for (const name of flagNames) made[name] = smallInt(compileFlags[name])
    return made
  },
}))
