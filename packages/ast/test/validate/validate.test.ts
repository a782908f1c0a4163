import { describe, expect, test } from 'vitest'
import { factories, validate } from '../../src/index.ts'
import type { mod, stmt } from '../../src/index.ts'
import {
  assign, binary, chain, constant, expr, expression, load, match, module, pass, place, store,
} from '../build.ts'

function errorOf(check: () => void): string {
  try {
    check()
    return 'ok'
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`
  }
}
const broken = (value: unknown): never => value as never
const star = factories.MatchStar('a', ...place)

describe('well-formed trees', () => {
  test('pass, however deep', () => {
    expect(errorOf(() => validate(module(assign(store('x'), constant(1))), 'exec'))).toBe('ok')
    expect(errorOf(() => validate(expression(chain(9995)), 'eval'))).toBe('ok')
  })

  test('are completed', () => {
    const node = { nodeType: 'Return', lineno: 3, col_offset: 4 }
    validate(module(broken(node)))
    expect(node).toMatchObject({ end_lineno: 3, end_col_offset: 4, value: null })
  })
})

describe('shape', () => {
  test.each<[string, mod]>([
    ["ValueError: field 'left' is required for BinOp", expression(binary(broken(null), 'Add', load('b')))],
    ['TypeError: expected some sort of expr, but got <ast.Pass object>', module(expr(broken(pass())))],
    ['TypeError: required field "lineno" missing from expr', expression(broken(1))],
    ['TypeError: List field "elts" must be a list, not a int',
      expression(factories.List(broken(1), factories.Load, ...place))],
    ['TypeError: AST identifier must be of type str', expression(load(broken(1)))],
    ["ValueError: invalid integer value: 'x'", module(factories.Pass(broken('x'), 0, 1, 1))],
    ['OverflowError: Python int too large to convert to C int', module(factories.Pass(1, 0, 2 ** 40, 1))],
    [
      "RecursionError: maximum recursion depth exceeded while traversing 'expr' node",
      expression(chain(100_000)),
    ],
  ])('%s', (message, tree) => {
    expect(errorOf(() => validate(tree))).toBe(message)
  })

  test('the root belongs to the mode', () => {
    expect(errorOf(() => validate(module(), 'eval'))).toBe('TypeError: expected Expression node, got Module')
  })
})

describe('rules', () => {
  test.each<[string, stmt]>([
    ['expression must have Load context but has Store instead', expr(store('a'))],
    ["expression which can't be assigned to in Store context", assign(constant(1), load('a'))],
    ["identifier field can't represent 'None' constant", expr(load('None'))],
    ['BoolOp with less than 2 values', expr(factories.BoolOp(factories.And, [load('a')], ...place))],
    ['Compare with no comparators', expr(factories.Compare(load('a'), [], [], ...place))],
    ['comprehension with no generators', expr(factories.ListComp(load('a'), [], ...place))],
    ['None disallowed in expression list', expr(factories.Set([broken(null)], ...place))],
    ['empty body on If', factories.If(load('a'), [], [], ...place)],
    ['empty targets on Delete', factories.Delete([], ...place)],
    ['Try has neither except handlers nor finalbody', factories.Try([pass()], [], [], [], ...place)],
    ['Raise with cause but no exception', factories.Raise(null, load('a'), ...place)],
    ['Negative ImportFrom level', factories.ImportFrom('a', [], -1, ...place)],
    ["can't use MatchStar here", match(star)],
    ['MatchSingleton can only contain True, False and None', match(factories.MatchSingleton(1, ...place))],
    [
      'MatchAs must specify a target name if a pattern is given',
      match(factories.MatchAs(star, null, ...place)),
    ],
    [
      'patterns may only match literals and attribute lookups',
      match(factories.MatchValue(load('a'), ...place)),
    ],
    ['AST node line range (2, 1) is not valid', factories.Pass(2, 0, 1, 0)],
    ['line 1, column 5-4 is not a valid range', factories.Pass(1, 5, 1, 4)],
  ])('%s', (message, statement) => {
    expect(errorOf(() => validate(module(statement)))).toBe(`ValueError: ${message}`)
  })
})
