import { expect, test } from 'vitest'
import { placeOfRange, placeOfToken, tokenizeTape } from '../src/index.ts'
import type { TapeOptions } from '../src/index.ts'

function at(source: string, token: number, options: TapeOptions = {}): unknown[] {
  const { lineno, offset, endLineno, endOffset, text } = placeOfToken(tokenizeTape(source, options), token)
  return [lineno, offset, endLineno, endOffset, text]
}

test.each([
  ['x =', 2, [1, 4, 1, 5, 'x =\n']],
  ['x = # é', 2, [1, 5, 1, 9, 'x = # é\n']],
  ['a\n  b\n c', 2, [2, 2, 2, -1, '  b\n']],
  ['if x:\n', 4, [1, 6, 1, -1, 'if x:\n']],
  ["x = '''a\nb''' y", 3, [2, 6, 2, 7, "x = '''a\nb''' y\n"]],
  ['x = \\\n\\\n y z', 3, [3, 4, 3, 5, 'x = \\\n\\\n y z\n']],
  ["'𝒳' 'é' x y", 2, [1, 9, 1, 10, "'𝒳' 'é' x y\n"]],
] as const)('%j at token %i', (source, token, expected) => {
  expect(at(source, token)).toEqual(expected)
})

test('an error before the line being read shows its own line alone', () => {
  const tape = tokenizeTape('f(a b\n)')
  const range = { line: 1, column: 2, endLine: 1, endColumn: 5 }
  expect(placeOfRange(tape, 4, range)).toMatchObject({ lineno: 1, offset: 3, endOffset: 6, text: 'f(a b' })
  expect(placeOfRange(tape, 3, range).text).toBe('f(a b\n')
})

test('a token without columns has none in a range', () => {
  const tape = tokenizeTape('x =', { mode: 'single' })
  const range = { line: 1, column: -1, endLine: 1, endColumn: -1 }
  expect(placeOfRange(tape, 2, range)).toMatchObject({ offset: 0, endOffset: 0, text: 'x =' })
})
