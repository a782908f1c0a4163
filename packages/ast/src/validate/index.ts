// Whether a tree that a program built or changed may be compiled: CPython's conversion of the objects,
// then its validator, with their messages. Depth is no danger here; both keep their own stack.
import type * as ast from '../nodes.generated.ts'
import { Checker } from './checker.ts'
import { pythonType, typeError } from './errors.ts'
import { checkExpression } from './expressions.ts'
import { checkPattern } from './patterns.ts'
import { checkShape } from './shape.ts'
import { checkStatement } from './statements.ts'

const rootOfMode = {
  exec: 'Module',
  eval: 'Expression',
  single: 'Interactive',
  func_type: 'FunctionType',
} as const

/** The modes of `compile`. */
export type Mode = keyof typeof rootOfMode

/**
 * Throws the error that `compile(root, …, mode)` raises for a tree that is not well formed, and fills
 * in what a tree may leave out: optional fields, empty lists, end positions.
 */
export function validate(root: ast.mod, mode?: Mode): void {
  if (mode !== undefined && pythonType(root) !== rootOfMode[mode]) {
    throw typeError(`expected ${rootOfMode[mode]} node, got ${pythonType(root)}`)
  }
  checkShape(root)
  const check = new Checker({ expr: checkExpression, pattern: checkPattern, stmt: checkStatement })
  if (root.nodeType === 'Expression') check.expr(root.body)
  else if (root.nodeType === 'FunctionType') check.exprs([...root.argtypes, root.returns])
  else check.stmts(root.body)
  check.run()
}
