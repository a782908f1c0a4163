import { expect, test } from 'vitest'
import * as ast from '@pellucid/ast'
import { parse } from '../src/index.ts'
import { expression } from './parse-text.ts'

const unparsed = (source: string): string => ast.unparse(parse(source, { mode: 'eval' }))

test.each([
  ['a + b * c - d', 'a + b * c - d'],
  ['(a + b) * -c ** -d ** e', '(a + b) * -c ** (-d ** e)'],
  ['a | b ^ c & d << e', 'a | b ^ c & d << e'],
  ['not a == b < c is not d not in e', 'not a == b < c is not d not in e'],
  ['a or b and not c or d', 'a or (b and (not c)) or d'],
  [
    'a if b else c if d else lambda x, /, y=1, *z, k, **q: x',
    'a if b else c if d else lambda x, /, y=1, *z, k, **q: x',
  ],
  ['x[1:2, ::3, *y, :]', 'x[1:2, ::3, *y, :]'],
  ['f(a, *b, c=1, *d, **e)(x for x in y).z', 'f(a, *b, *d, c=1, **e)((x for x in y)).z'],
  [
    '{**a, 1: 2}, {1, *b}, {a: b for a, *b in c if d if e}',
    '({**a, 1: 2}, {1, *b}, {a: b for a, *b in c if d if e})',
  ],
  ['[(y := 1), y ** 2, await_]', '[(y := 1), y ** 2, await_]'],
  ['(yield), (yield from x), (yield 1, *z)', '((yield), (yield from x), (yield (1, *z)))'],
])('%s', (source, expected) => {
  expect(unparsed(source)).toBe(expected)
})

test('numbers of every form', () => {
  expect(expression('1_000, 0xFF, 0o17, 0b11, 00, 1.5e3, .5, 5., 1e400, 3j, 9007199254740993')).toBe(
    'Tuple(elts=[Constant(value=1000), Constant(value=255), Constant(value=15), Constant(value=3), ' +
      'Constant(value=0), Constant(value=1500.0), Constant(value=0.5), Constant(value=5.0), ' +
      'Constant(value=inf), Constant(value=3j), Constant(value=9007199254740993)], ctx=Load())',
  )
})

test('strings are joined, and remember a leading u', () => {
  expect(expression(`u'a' "\\x62\\143" r'\\d'`)).toBe("Constant(value='abc\\\\d', kind='u')")
  expect(expression(`b'\\xff' rb'\\n'`)).toBe("Constant(value=b'\\xff\\\\n')")
})

test('f-strings', () => {
  expect(expression(`f'a{b!r:>{w}}c' 'd'`)).toBe(
    "JoinedStr(values=[Constant(value='a'), FormattedValue(value=Name(id='b', ctx=Load()), conversion=114, " +
      "format_spec=JoinedStr(values=[Constant(value='>'), FormattedValue(value=Name(id='w', ctx=Load()), " +
      "conversion=-1)])), Constant(value='cd')])",
  )
  expect(expression(`f'{ x = }{{}}'`)).toBe(
    "JoinedStr(values=[Constant(value=' x = '), FormattedValue(value=Name(id='x', ctx=Load()), " +
    "conversion=114), " +
      "Constant(value='{}')])",
  )
})

test('positions are CPython’s: UTF-8 columns, parentheses outside', () => {
  const { body } = parse('é + (a.b)', { mode: 'eval' })
  expect(ast.dump(body, { includeAttributes: true })).toBe(
    "BinOp(left=Name(id='é', ctx=Load(), lineno=1, col_offset=0, end_lineno=1, end_col_offset=2), " +
    "op=Add(), " +
      "right=Attribute(value=Name(id='a', ctx=Load(), lineno=1, col_offset=6, end_lineno=1, " +
      "end_col_offset=7), " +
      "attr='b', ctx=Load(), lineno=1, col_offset=6, end_lineno=1, end_col_offset=9), " +
      'lineno=1, col_offset=0, end_lineno=1, end_col_offset=10)',
  )
})

test('names of characters are looked up where a table is given', () => {
  const characterNames = (name: string): string | undefined => (name.toUpperCase() === 'BULLET' ? '•' : undefined)
  const tree = parse('"\\N{bullet}"', { mode: 'eval', characterNames })
  expect(ast.dump(tree)).toBe("Expression(body=Constant(value='•'))")
})
