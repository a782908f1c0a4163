import { expect, test } from 'vitest'
import { PyCompileError, PySyntaxError } from '@pellucid/source'
import { tokenizeTape } from '../src/index.ts'
import type { TapeOptions } from '../src/index.ts'

function failure(source: string, options: TapeOptions = {}): unknown {
  const { error } = tokenizeTape(source, options)
  if (error instanceof PySyntaxError) return [error.msg, error.lineno, error.offset, error.endLineno, error.endOffset, error.text]
  return error
}

test.each([
  ['1_', ['invalid decimal literal', 1, 2, 1, 2, '1_']],
  ['1a', ['invalid decimal literal', 1, 1, 1, 1, '1a']],
  ['0xg', ['invalid hexadecimal literal', 1, 2, 1, 2, '0xg']],
  ['0o18', ["invalid digit '8' in octal literal", 1, 4, 1, 4, '0o18']],
  ['0b_', ['invalid binary literal', 1, 3, 1, 3, '0b_']],
  ['1jx', ['invalid imaginary literal', 1, 2, 1, 2, '1jx']],
  [
    "'é' + 0777",
    ['leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers', 1, 8, 1, 9,
      "'é' + 0777"],
  ],
  ['é =  €', ["invalid character '€' (U+20AC)", 1, 6, 1, 6, 'é =  €']],
  ['x\u00a0y', ['invalid non-printable character U+00A0', 1, 2, 1, 2, 'x\u00a0y']],
  ['a\x01', ['invalid non-printable character U+0001', 1, 2, 1, 2, 'a\x01']],
  ["'abc", ['unterminated string literal (detected at line 1)', 1, 1, 1, 1, "'abc"]],
  [
    "'a\\'",
    ['unterminated string literal (detected at line 1); perhaps you escaped the end quote?', 1, 1, 1, 1, "'a\\'"],
  ],
  ["x\n'''é\n\nb", ['unterminated triple-quoted string literal (detected at line 4)', 2, 1, 2, 1, "'''é"]],
  ["f'a", ['unterminated f-string literal (detected at line 1)', 1, 1, 1, 1, "f'a"]],
  ["f'{a'", ["f-string: expecting '}'", 1, 5, 1, 5, "f'{a'"]],
  ["f'}'", ["f-string: single '}' is not allowed", 1, 3, 1, 3, "f'}'"]],
  ["f'{a)}'", ["f-string: unmatched ')'", 1, 5, 1, 5, "f'{a)}'"]],
  ["f'{a:{b:{c:{d}}}}'", ['f-string: expressions nested too deeply', 1, 11, 1, 11, "f'{a:{b:{c:{d}}}}'"]],
  [')', ["unmatched ')'", 1, 1, 1, 1, ')']],
  ['(\n]', ["closing parenthesis ']' does not match opening parenthesis '(' on line 1", 2, 1, 2, 1, ']']],
  ['(]', ["closing parenthesis ']' does not match opening parenthesis '('", 1, 2, 1, 2, '(]']],
  ['x = (\n\ny', ["'(' was never closed", 1, 5, 1, 0, 'x = (']],
  ["'é' + \\ x", ['unexpected character after line continuation character', 1, 8, 1, 0, "'é' + \\ x\n"]],
  ['x=\\\n\\\n é\\ y', ['unexpected character after line continuation character', 3, 10, 3, 0, 'x=\\\n\\\n é\\ y\n']],
  ['a \\\n', ['unexpected EOF while parsing', 1, 4, 1, -1, 'a \\\n']],
  ['if x:\n    a\n  b\n', ['unindent does not match any outer indentation level', 3, 4, 3, -1, '  b\n']],
  ['if x:\n  a\n \tb\n', ['inconsistent use of tabs and spaces in indentation', 3, 1, 3, 0, ' \tb\n']],
  ['x\0', ['source code string cannot contain null bytes', null, null, null, null, null]],
])('%j', (source, expected) => {
  expect(failure(source)).toEqual(expected)
})

test('limits are those of CPython', () => {
  expect(failure('('.repeat(200) + ')'.repeat(200))).toBeUndefined()
  expect((failure('('.repeat(201)) as unknown[])[0]).toBe('too many nested parentheses')
  const blocks = (depth: number): string =>
    Array.from({ length: depth }, (_, i) => ' '.repeat(i) + 'if 1:\n').join('') + ' '.repeat(depth) + 'x\n'
  expect(failure(blocks(99))).toBeUndefined()
  expect((failure(blocks(100)) as unknown[])[0]).toBe('too many levels of indentation')
  expect((failure("f'{".repeat(150)) as unknown[])[0]).toBe('too many nested f-strings')
})

test('half a surrogate pair is no text', () => {
  const error = failure('x = "\ud800"') as PyCompileError
  expect(error.name).toBe('UnicodeEncodeError')
  expect(error.msg).toBe("'utf-8' codec can't encode character '\\ud800' in position 5: surrogates not allowed")
})

test('in interactive input more text can end a string', () => {
  expect(tokenizeTape("'a", { mode: 'single' }).ending).toBe('eols')
  expect(tokenizeTape("'a\n", { mode: 'single' }).ending).toBe('error')
})

test('the tape tells how the input ended', () => {
  const ending = (source: string): string => tokenizeTape(source).ending
  expect(['x', '(', "'a\\\n", "'''a", '1_', 'a\\ b'].map(ending)).toEqual([
    'eof', 'eof', 'eols', 'eofs', 'error', 'continuation',
  ])
  expect(tokenizeTape('x = (a[\n').openBrackets).toEqual([
    { bracket: '(', line: 1, column: 4 }, { bracket: '[', line: 1, column: 6 },
  ])
})

test('a name with bytes that are no UTF-8 is an error, a comment with them is none', () => {
  expect(tokenizeTape('# \udcff\nx', { escaped: true }).error).toBeUndefined()
  expect(failure('x\udcff\udcfe=1', { escaped: true })).toEqual([
    "(unicode error) 'utf-8' codec can't decode byte 0xff in position 1: invalid start byte", 1, 2, 1, -1,
    'x\ufffd\ufffd=1\n',
  ])
})
