// What can be folded at one node, its children being folded already. Each function returns the node that
// takes its place, or the node itself.
import type * as ast from '@pellucid/ast'
import { factories } from '@pellucid/ast'
import type { Constant } from '@pellucid/primitives'
import { constantSet } from '../constant-set.ts'
import { formatToJoinedStr } from './format.ts'
import { binary, subscript, unary } from './operators.ts'
import { isText } from './text.ts'

function constantAt(at: ast.Located, value: Constant): ast.Constant {
  return factories.Constant(value, null, at.lineno, at.col_offset, at.end_lineno, at.end_col_offset)
}

/** The values of a sequence of constants; undefined if one is not. */
function constantItems(items: readonly ast.expr[]): Constant[] | undefined {
  const values: Constant[] = []
  for (const item of items) {
    if (item.nodeType !== 'Constant') return undefined
    values.push(item.value)
  }
  return values
}

function hasStarred(items: readonly ast.expr[]): boolean {
  return items.some((item) => item.nodeType === 'Starred')
}

export function foldBinOp(node: ast.BinOp): ast.expr {
  const { left, right } = node
  if (left.nodeType !== 'Constant') return node
  if (right.nodeType === 'Constant') {
    const value = binary(node.op.nodeType, left.value, right.value)
    return value === undefined ? node : constantAt(node, value)
  }
  if (node.op.nodeType !== 'Mod' || right.nodeType !== 'Tuple' || !isText(left.value)) return node
  return hasStarred(right.elts) ? node : (formatToJoinedStr(node, left.value, right.elts) ?? node)
}

const opposite = {
  Is: factories.IsNot,
  IsNot: factories.Is,
  In: factories.NotIn,
  NotIn: factories.In,
} as const

/** `onInvertBool` hears of `~True`; its answer 'error' keeps the operation. */
export function foldUnaryOp(node: ast.UnaryOp, onInvertBool: (() => 'error' | void) | undefined): ast.expr {
  const { operand, op } = node
  if (operand.nodeType === 'Constant') {
    const { value } = operand
    if (op.nodeType === 'Invert' && typeof value === 'boolean' && onInvertBool?.() === 'error') return node
    const folded = unary(op.nodeType, value)
    return folded === undefined ? node : constantAt(node, folded)
  }
  if (op.nodeType === 'Not' && operand.nodeType === 'Compare' && operand.ops.length === 1) {
    const [comparison] = operand.ops
    if (comparison !== undefined && comparison.nodeType in opposite) {
      operand.ops[0] = opposite[comparison.nodeType as keyof typeof opposite]
      return operand
    }
  }
  return node
}

export function foldTuple(node: ast.Tuple): ast.expr {
  if (node.ctx.nodeType !== 'Load') return node
  const values = constantItems(node.elts)
  return values === undefined ? node : constantAt(node, values)
}

export function foldSubscript(node: ast.Subscript): ast.expr {
  const { value, slice, ctx } = node
  if (value.nodeType !== 'Constant' || slice.nodeType !== 'Constant' || ctx.nodeType !== 'Load') return node
  const item = subscript(value.value, slice.value)
  return item === undefined ? node : constantAt(node, item)
}

/** A list or set that is only iterated or searched: a tuple, or a constant tuple or frozenset. */
export function foldIterable(node: ast.expr): ast.expr {
  if (node.nodeType === 'List') {
    if (hasStarred(node.elts)) return node
    const values = constantItems(node.elts)
    if (values !== undefined) return constantAt(node, values)
    const { lineno, col_offset, end_lineno, end_col_offset } = node
    return factories.Tuple(node.elts, node.ctx, lineno, col_offset, end_lineno, end_col_offset)
  }
  if (node.nodeType === 'Set') {
    const values = constantItems(node.elts)
    if (values !== undefined) return constantAt(node, constantSet(values))
  }
  return node
}

export function foldCompare(node: ast.Compare): ast.expr {
  const { ops, comparators } = node
  const last = ops.length - 1
  const op = ops[last]?.nodeType
  const container = comparators[last]
  if ((op === 'In' || op === 'NotIn') && container !== undefined) comparators[last] = foldIterable(container)
  return node
}

export function foldName(node: ast.Name, optimize: number): ast.expr {
  if (node.id !== '__debug__' || node.ctx.nodeType !== 'Load') return node
  return constantAt(node, optimize === 0)
}

/** Whether the first statement is a string alone. */
export function hasDocstring(body: readonly ast.stmt[]): boolean {
  const first = body[0]
  return first?.nodeType === 'Expr' && first.value.nodeType === 'Constant' && isText(first.value.value)
}

/** A string that only folding made must not become the docstring: it is wrapped in an f-string. */
export function protectFromDocstring(body: readonly ast.stmt[]): void {
  const first = body[0]
  if (first?.nodeType !== 'Expr' || !hasDocstring(body)) return
  const { lineno, col_offset, end_lineno, end_col_offset } = first
  first.value = factories.JoinedStr([first.value], lineno, col_offset, end_lineno, end_col_offset)
}
