// Short names for nodes, all in one place of the source, for trees written by hand.
import type { Constant } from '@pellucid/primitives'
import * as ast from '../src/index.ts'

const { factories } = ast
const place = [1, 0, 1, 1] as const

export const load = (id: string): ast.Name => factories.Name(id, factories.Load, ...place)
export const store = (id: string): ast.Name => factories.Name(id, factories.Store, ...place)
export const constant = (value: Constant, kind: string | null = null): ast.Constant =>
  factories.Constant(value, kind, ...place)
export const binary = (left: ast.expr, op: ast.operator['nodeType'], right: ast.expr): ast.BinOp =>
  factories.BinOp(left, factories[op], right, ...place)
export const unary = (op: ast.unaryop['nodeType'], operand: ast.expr): ast.UnaryOp =>
  factories.UnaryOp(factories[op], operand, ...place)
export const list = (...elts: ast.expr[]): ast.List => factories.List(elts, factories.Load, ...place)
export const tuple = (...elts: ast.expr[]): ast.Tuple => factories.Tuple(elts, factories.Load, ...place)
export const call = (func: ast.expr, ...args: ast.expr[]): ast.Call =>
  factories.Call(func, args, [], ...place)
export const format = (value: ast.expr, conversion = -1, spec: ast.expr | null = null) =>
  factories.FormattedValue(value, conversion, spec, ...place)
export const joined = (...values: ast.expr[]): ast.JoinedStr => factories.JoinedStr(values, ...place)
export const expr = (value: ast.expr): ast.Expr => factories.Expr(value, ...place)
export const assign = (target: ast.expr, value: ast.expr, comment: string | null = null): ast.Assign =>
  factories.Assign([target], value, comment, ...place)
export const pass = (): ast.Pass => factories.Pass(...place)
export const when = (test: ast.expr, body: ast.stmt[], orelse: ast.stmt[] = []): ast.If =>
  factories.If(test, body, orelse, ...place)
export const match = (pattern: ast.pattern): ast.Match =>
  factories.Match(load('x'), [factories.match_case(pattern, null, [pass()])], ...place)
export const def = (name: string, body: ast.stmt[]): ast.FunctionDef =>
  factories.FunctionDef(name, noArguments(), body, [], null, null, [], ...place)
export const noArguments = (): ast.arguments => factories.arguments([], [], null, [], [], null, [])
export const module = (...body: ast.stmt[]): ast.Module => factories.Module(body, [])
export const expression = (body: ast.expr): ast.Expression => factories.Expression(body)

/** `a + a + …`, as deep as it has operators. */
export function chain(operators: number): ast.expr {
  let tree: ast.expr = load('a')
  for (let count = 0; count < operators; count++) tree = binary(tree, 'Add', load('b'))
  return tree
}
export { place }
