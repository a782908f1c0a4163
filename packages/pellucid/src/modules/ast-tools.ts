// Syntax trees in `compile()`, for interpreters in which nobody has imported `_ast`.
import type { Thread } from '@pellucid/vm/machine'
import { astTools } from './_ast/index.ts'

/** Teach `compile()` about trees. */
export function installAstTools(py: Thread): void {
  py.interpreter.astTools ??= () => astTools()
}
