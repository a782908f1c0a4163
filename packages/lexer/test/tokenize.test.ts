import { expect, test } from 'vitest'
import { PySyntaxError } from '@pellucid/source'
import { TokenError, TokenKind, renderTokenizeError, renderTokens, tokenize } from '../src/index.ts'
import type { TokenizeOptions } from '../src/index.ts'

const bytes = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0))

test('comments and blank lines are tokens, columns code points', () => {
  expect(renderTokens(tokenize("if x:  # é\n\n  y = '𝄞' + z\n"))).toBe(
    [
      "1,0-1,2:            NAME           'if'           ",
      "1,3-1,4:            NAME           'x'            ",
      "1,4-1,5:            OP             ':'            ",
      "1,7-1,10:           COMMENT        '# é'          ",
      "1,10-1,11:          NEWLINE        '\\n'           ",
      "2,0-2,1:            NL             '\\n'           ",
      "3,0-3,2:            INDENT         '  '           ",
      "3,2-3,3:            NAME           'y'            ",
      "3,4-3,5:            OP             '='            ",
      '3,6-3,9:            STRING         "\'𝄞\'"          ',
      "3,10-3,11:          OP             '+'            ",
      "3,12-3,13:          NAME           'z'            ",
      "3,13-3,14:          NEWLINE        '\\n'           ",
      "4,0-4,0:            DEDENT         ''             ",
      "4,0-4,0:            ENDMARKER      ''             ",
      '',
    ].join('\n'),
  )
})

test('operators have types of their own', () => {
  const types = (source: string): string[] =>
    renderTokens(tokenize(source), { exact: true }).split('\n').map((line) => line.slice(20, 35).trim())
  expect(types('a := b <> c $ !')).toEqual([
    'NAME', 'COLONEQUAL', 'NAME', 'OP', 'NAME', 'OP', 'EXCLAMATION', 'NEWLINE', 'ENDMARKER', '',
  ])
})

test('bytes give their encoding first', () => {
  const [encoding, , , name] = [...tokenize(bytes('# coding: latin-1\n\xe9'))]
  expect(encoding).toEqual({ type: 65, exactType: 65, string: 'iso-8859-1', start: [0, 0], end: [0, 0], line: '' })
  expect([name?.string, name?.end]).toEqual(['é', [2, 1]])
  expect([...tokenize(bytes('\xef\xbb\xbfx'))].map((token) => token.string)).toEqual(['utf-8', 'x', '', ''])
})

test('line endings are kept, and a missing one shows', () => {
  const newlines = [...tokenize('a\r\n\r\nb')].filter(({ type }) => type === TokenKind.NEWLINE || type === TokenKind.NL)
  expect(newlines.map(({ string, end }) => [string, end])).toEqual([['\r\n', [1, 3]], ['\r\n', [2, 2]], ['', [3, 2]]])
})

test('a token over lines has all of them', () => {
  const tokens = [...tokenize("x = '''a\nb''' + f'''c\n{d}''' # e\n")]
  expect(tokens[2]?.line).toBe("x = '''a\nb''' + f'''c\n")
  expect(tokens[3]?.line).toBe("b''' + f'''c\n")
  expect(tokens.find(({ type }) => type === TokenKind.FSTRING_END)?.line).toBe("{d}''' # e\n")
})

function failure(source: string | Uint8Array, options?: TokenizeOptions): [number, unknown[]] {
  let count = 0
  try {
    for (const token of tokenize(source, options)) count += token.type >= 0 ? 1 : 0
  } catch (error) {
    if (error instanceof TokenError) return [count, [error.msg, error.line, error.column]]
    if (error instanceof PySyntaxError) return [count, [error.name, error.msg, error.lineno, error.offset, error.text]]
    throw error
  }
  return [count, []]
}

test.each([
  ['(a', [3, ['unexpected EOF in multi-line statement', 1, 0]]],
  ['a \\\n', [1, ['unexpected EOF in multi-line statement', 1, 4]]],
  ["f'''\né{\n\nx", [7, ['unexpected EOF in multi-line statement', 4, 12]]],
  ["'''abc\nd\n", [0, ['EOF in multi-line string', 1, 1]]],
  ["'abc", [0, ['unterminated string literal (detected at line 1)', 1, 1]]],
  ['x\\\né \\ b', [2, ['unexpected character after line continuation character', 2, 9]]],
  ['a\nx\0y\nz', [2, ['source code cannot contain null bytes', 2, 0]]],
  ['0777 1__0', [1, ['invalid decimal literal', 1, 7]]],
  [
    'if x:\n    é\n  é\n',
    [7, ['IndentationError', 'unindent does not match any outer indentation level', 3, 4, '  é']],
  ],
  ['if x:\n  y\n \tz\n', [7, ['TabError', 'inconsistent use of tabs and spaces in indentation', 3, 4, ' \tz']]],
])('%j fails behind its good tokens', (source, expected) => {
  expect(failure(source)).toEqual(expected)
})

test('errors of the encoding name the file', () => {
  expect(failure(bytes('\xff'))[1]).toEqual(['SyntaxError', 'invalid or missing encoding declaration', null, null, null])
  expect(failure(bytes('# coding: foo\n'), { filename: 'x.py' })[1][1]).toBe("unknown encoding for 'x.py': foo")
})

test('errors print as the module prints them', () => {
  expect(renderTokenizeError(new TokenError('m', 3, 4), 'x.py')).toBe('x.py:3:4: error: m\n')
})
