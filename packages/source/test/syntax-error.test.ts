import { expect, test } from 'vitest'
import { PySyntaxError, ansiPalette } from '../src/index.ts'

type Place = [lineno: number | null, offset: number | null, endLineno: number | null, endOffset: number | null]

function error(msg: string, text: string | null, [lineno, offset, endLineno, endOffset]: Place): PySyntaxError {
  return new PySyntaxError('SyntaxError', msg, { filename: 'x.py', lineno, offset, endLineno, endOffset, text })
}

test('carets stand under the range', () => {
  expect(error('invalid syntax', '    a b\n', [3, 7, 3, 8]).codeFrame()).toBe(
    '  File "x.py", line 3\n    a b\n      ^\nSyntaxError: invalid syntax\n',
  )
})

test('a range over lines goes to the end of the first', () => {
  expect(error('m', 'f(a,\n', [1, 1, 2, 2]).codeFrame()).toBe('  File "x.py", line 1\n    f(a,\n    ^^^^\nSyntaxError: m\n')
})

test('tabs stay, so that carets stay aligned', () => {
  expect(error('m', 'a\tb c\n', [1, 5, 1, 6]).codeFrame()).toContain('    a\tb c\n     \t  ^\n')
})

test('an offset behind the line points just behind it', () => {
  expect(error('m', 'ab\n', [1, 9, 1, 0]).codeFrame()).toContain('    ab\n      ^\n')
})

test('without a line only the message is left, and the file where there is one', () => {
  expect(error('m', null, [null, null, null, null]).codeFrame()).toBe('SyntaxError: m (x.py)\n')
  const nowhere = { filename: null, lineno: null, offset: null, text: null }
  expect(new PySyntaxError('SyntaxError', 'm', nowhere).codeFrame()).toBe('SyntaxError: m\n')
  expect(error('m', null, [0, -1, null, null]).codeFrame()).toBe('  File "x.py", line 0\nSyntaxError: m\n')
})

test('colours are those of CPython', () => {
  expect(error('m', 'ab\n', [1, 1, 1, 2]).codeFrame(ansiPalette)).toBe(
    '  File \x1b[35m"x.py"\x1b[0m, line \x1b[35m1\x1b[0m\n    \x1b[1;31ma\x1b[0mb\n    \x1b[1;31m^\x1b[0m\n' +
      '\x1b[1;35mSyntaxError\x1b[0m: \x1b[35mm\x1b[0m\n',
  )
})

test.each([
  ["'(' was never closed", 'was-never-closed'],
  ['unterminated string literal (detected at line 3)', 'unterminated-string-literal'],
  ["expected an indented block after 'if' statement on line 1", 'expected-an-indented-block-after-if-statement'],
  ["invalid character '€' (U+20AC)", 'invalid-character'],
  ["'break' outside loop", 'break-outside-loop'],
  ["expected ':'", 'expected-colon'],
  ["name 'x' is parameter and global", 'name-is-parameter-and-global'],
  ['future feature braces is not defined', 'future-feature-is-not-defined'],
])('the code of %j is %s', (message, code) => {
  expect(error(message, null, [1, 1, 1, 1]).code).toBe(code)
})

test('a range is the place in the unit asked for', () => {
  const found = error('invalid syntax', '"𝒳é" b c\n', [1, 6, 1, 9])
  expect((['utf8', 'utf16', 'codepoint'] as const).map((unit) => found.range(unit))).toEqual([
    { lineno: 1, col_offset: 9, end_lineno: 1, end_col_offset: 12 },
    { lineno: 1, col_offset: 6, end_lineno: 1, end_col_offset: 9 },
    { lineno: 1, col_offset: 5, end_lineno: 1, end_col_offset: 8 },
  ])
  expect(error('bad', null, [null, null, null, null]).range()).toBeUndefined()
  expect(error('no end', 'é x', [1, 3, 1, 0]).range()).toEqual({ lineno: 1, col_offset: 3, end_lineno: 1, end_col_offset: 3 })
})

test('the end on another line is found in the source', () => {
  const source = 'é (\r\n𝒳 x\r\n'
  expect(error('invalid syntax', 'é (\n', [1, 1, 2, 3]).range('utf16', source))
    .toEqual({ lineno: 1, col_offset: 0, end_lineno: 2, end_col_offset: 3 })
})
