import { Complex, Float } from '@pellucid/primitives'
import { describe, expect, test } from 'vitest'
import { factories, literalEval, reprLiteral } from '../../src/index.ts'
import type { expr } from '../../src/index.ts'
import { binary, call, constant, expression, list, load, place, tuple, unary } from '../build.ts'

const dict = (...entries: [expr | null, expr][]): expr =>
  factories.Dict(entries.map(([key]) => key), entries.map(([, value]) => value), ...place)
const set = (...elts: expr[]): expr => factories.Set(elts, ...place)

describe('literalEval', () => {
  test.each<[string, expr]>([
    [
      "{1: 'c', 2: (3,)}",
      dict([constant(1), constant('a')], [constant(2), tuple(constant(3))], [constant(true), constant('c')]),
    ],
    ['{1, 2}', set(constant(1), constant(new Float(1)), constant(2))],
    ['set()', call(load('set'))],
    ['[-1, 0]', list(unary('USub', constant(1)), unary('USub', constant(0)))],
    ['(1-2j)', binary(constant(1), 'Sub', constant(new Complex(0, 2)))],
  ])('%s', (text, tree) => {
    expect(reprLiteral(literalEval(expression(tree)))).toBe(text)
  })

  test.each<[string, expr]>([
    ['malformed node or string on line 1: <ast.Name object at 0x1>', load('a')],
    ['malformed node or string on line 1: <ast.BinOp object at 0x1>', binary(load('a'), 'Mult', load('b'))],
    ["unhashable type: 'dict'", set(dict(), load('a'))],
    ['malformed node or string: None', dict([null, constant(1)])],
    ["unhashable type: 'list'", set(list())],
  ])('%s', (message, tree) => {
    expect(() => literalEval(tree, { address: () => '0x1' })).toThrow(message)
  })
})
