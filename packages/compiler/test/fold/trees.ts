// Small trees for tests, all located at line 1, and folding them.
import * as ast from '@pellucid/ast'
import { type Constant, reprConstant } from '@pellucid/primitives'
import { foldTree, type FoldOptions } from '../../src/fold/index.ts'

const { factories } = ast

export const constant = (value: Constant): ast.Constant => factories.Constant(value, null, 1, 0, 1, 1)
export const name = (id: string): ast.Name => factories.Name(id, factories.Load, 1, 0, 1, 1)
export const tuple = (...elts: ast.expr[]): ast.Tuple => factories.Tuple(elts, factories.Load, 1, 0, 1, 1)
export const list = (...elts: ast.expr[]): ast.List => factories.List(elts, factories.Load, 1, 0, 1, 1)
export const set = (...elts: ast.expr[]): ast.Set => factories.Set(elts, 1, 0, 1, 1)
export const binary = (left: ast.expr, op: ast.operator, right: ast.expr): ast.BinOp =>
  factories.BinOp(left, op, right, 1, 0, 1, 9)
export const unary = (op: ast.unaryop, operand: ast.expr): ast.UnaryOp =>
  factories.UnaryOp(op, operand, 1, 0, 1, 9)
export const compare = (left: ast.expr, op: ast.cmpop, right: ast.expr): ast.Compare =>
  factories.Compare(left, [op], [right], 1, 4, 1, 9)
export const subscript = (value: ast.expr, index: ast.expr): ast.Subscript =>
  factories.Subscript(value, index, factories.Load, 1, 0, 1, 9)

export function folded(node: ast.expr, options: Partial<FoldOptions> = {}): ast.expr {
  const tree = factories.Expression(node)
  foldTree(tree, { optimize: 0, futureFlags: 0, ...options })
  return tree.body
}

/** The repr of what the expression folds to; the type of the node when it is no constant. */
export function value(node: ast.expr): string {
  const result = folded(node)
  return result.nodeType === 'Constant' ? reprConstant(result.value) : result.nodeType
}
