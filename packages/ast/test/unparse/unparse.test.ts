import { Complex, Float } from '@pellucid/primitives'
import { describe, expect, test } from 'vitest'
import { factories, unparse } from '../../src/index.ts'
import type { expr } from '../../src/index.ts'
import {
  assign, binary, chain, constant, def, expr as statement, format, joined, load, match, module, pass,
  place, store, tuple, unary, when,
} from '../build.ts'

const boolean = (op: 'And' | 'Or', ...values: expr[]): expr =>
  factories.BoolOp(factories[op], values, ...place)

describe('expressions', () => {
  test.each<[string, expr]>([
    ['a + b + c', binary(binary(load('a'), 'Add', load('b')), 'Add', load('c'))],
    ['a + (b + c)', binary(load('a'), 'Add', binary(load('b'), 'Add', load('c')))],
    ['(a ** b) ** c', binary(binary(load('a'), 'Pow', load('b')), 'Pow', load('c'))],
    ['a ** b ** c', binary(load('a'), 'Pow', binary(load('b'), 'Pow', load('c')))],
    ['(-a) ** (-b)', binary(unary('USub', load('a')), 'Pow', unary('USub', load('b')))],
    ['not (a and b)', unary('Not', boolean('And', load('a'), load('b')))],
    ['a or (b or c)', boolean('Or', load('a'), boolean('Or', load('b'), load('c')))],
    ['(a, 1)', tuple(load('a'), constant(1))],
    ['()', tuple()],
    ['1 .real', factories.Attribute(constant(1), 'real', factories.Load, ...place)],
    ['a[b, c]', factories.Subscript(load('a'), tuple(load('b'), load('c')), factories.Load, ...place)],
    ['{*()}', factories.Set([], ...place)],
    ['{**a}', factories.Dict([null], [load('a')], ...place)],
    ['1e309', constant(new Float(Infinity))],
    ['(1e309-1e309)', constant(new Float(NaN))],
    ['1e309j', constant(new Complex(0, Infinity))],
    ["u'x'", constant('x', 'u')],
  ])('%s', (text, tree) => {
    expect(unparse(tree)).toBe(text)
  })
})

describe('f-strings', () => {
  test.each<[string, expr]>([
    [`f'a{b}'`, joined(constant('a'), format(load('b')))],
    [`f'{{{b!r}}}'`, joined(constant('{'), format(load('b'), 114), constant('}'))],
    [
      `f"it's {b:>{c}}"`,
      joined(constant("it's "), format(load('b'), -1, joined(constant('>'), format(load('c'))))),
    ],
    [`f'{ {*()}}'`, joined(format(factories.Set([], ...place)))],
    [`f'\\n{(a, b)}'`, joined(constant('\n'), format(tuple(load('a'), load('b'))))],
    [`f''''"\\'\\'\\'"""'''`, joined(constant("'"), constant('"'), constant(`'''"""`))],
  ])('%s', (text, tree) => {
    expect(unparse(tree)).toBe(text)
  })
})

describe('statements', () => {
  test('a module: docstring first, blank line before a function', () => {
    const tree = module(statement(constant('Doc "x"')), def('f', [statement(constant('Two\nlines')), pass()]))
    expect(unparse(tree)).toBe(`'''Doc "x"'''\n\ndef f():\n    """Two\nlines"""\n    pass`)
  })

  test('nested ifs collapse into elif', () => {
    const tree = when(load('a'), [pass()], [when(load('b'), [pass()], [pass()])])
    expect(unparse(tree)).toBe('if a:\n    pass\nelif b:\n    pass\nelse:\n    pass')
  })

  test('type comments, and ignores in their place', () => {
    const commented = assign(store('x'), constant(1), 'int')
    expect(unparse(commented)).toBe('x = 1 # type: int')
    const ignored = factories.Module([commented], [factories.TypeIgnore(1, '[x]')])
    expect(unparse(ignored)).toBe('x = 1 # type: ignore[x]')
  })

  test('patterns', () => {
    const { MatchAs, MatchClass, MatchMapping, MatchOr, MatchStar, MatchSequence, MatchValue } = factories
    const or = MatchOr([MatchValue(constant(1), ...place), MatchAs(null, null, ...place)], ...place)
    const mapping = MatchMapping([constant('k')], [MatchAs(or, 'n', ...place)], 'rest', ...place)
    const sequence = MatchSequence([MatchStar(null, ...place)], ...place)
    const cls = MatchClass(load('C'), [mapping], ['y'], [sequence], ...place)
    expect(unparse(match(cls))).toBe("match x:\n    case C({'k': 1 | _ as n, **rest}, y=[*_]):\n        pass")
  })

  test('an interactive line shows its last statement, as in CPython', () => {
    expect(unparse(factories.Interactive([pass(), statement(load('a'))]))).toBe('a')
  })
})

test('trees too deep for Python', () => {
  expect(unparse(chain(331))).toHaveLength(331 * 4 + 1)
  expect(() => unparse(chain(332))).toThrow('maximum recursion depth exceeded')
})
