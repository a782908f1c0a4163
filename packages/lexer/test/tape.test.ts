import { expect, test } from 'vitest'
import { tokenName, tokenizeTape } from '../src/index.ts'
import { kinds, spans } from './tape-text.ts'

test('names, keywords, numbers, strings, operators', () => {
  expect(kinds('if x1: y **= 0x_ff + rb"a" is not ...\n')).toBe(
    'IF NAME(x1) COLON NAME(y) DOUBLESTAREQUAL NUMBER(0x_ff) PLUS STRING(rb"a") IS NOT ELLIPSIS NEWLINE ENDMARKER',
  )
})

test('soft keywords are names', () => {
  expect(kinds('match case type _')).toBe('NAME(match) NAME(case) NAME(type) NAME(_) NEWLINE ENDMARKER')
})

test.each([
  '0', '00', '0_0', '1_000', '0XfF', '0o17', '0b1_0', '1.', '.5', '1e5', '1E-5', '1_0.0_1e+1_0', '1j', '1.5J', '09.5',
  '0e0', '07j',
])('%s is one number', (number) => {
  expect(kinds(number)).toBe(`NUMBER(${number}) NEWLINE ENDMARKER`)
})

test('blocks open and close', () => {
  expect(kinds('if a:\n  b\n\n  # c\n  if d:\n    e\nf\n')).toBe(
    'IF NAME(a) COLON NEWLINE INDENT NAME(b) NEWLINE IF NAME(d) COLON NEWLINE INDENT NAME(e) NEWLINE DEDENT DEDENT ' +
      'NAME(f) NEWLINE ENDMARKER',
  )
})

test('lines join in brackets and behind backslashes', () => {
  expect(kinds('(a,\n  # c\n\n b) + \\\n  c\n')).toBe(
    'LPAR NAME(a) COMMA NAME(b) RPAR PLUS NAME(c) NEWLINE ENDMARKER',
  )
})

test('the first backslash of an indentation decides it', () => {
  expect(kinds('if a:\n  b\n  \\\n      c\n')).toBe(
    'IF NAME(a) COLON NEWLINE INDENT NAME(b) NEWLINE NAME(c) NEWLINE DEDENT ENDMARKER',
  )
})

test('columns are UTF-8 bytes', () => {
  expect(spans('é = "𝄞€" # ü\nx\n')).toEqual([
    'NAME 1:0-1:2', 'EQUAL 1:3-1:4', 'STRING 1:5-1:14', 'NEWLINE 1:15-1:20', 'NAME 2:0-2:1', 'NEWLINE 2:1-2:2',
    'ENDMARKER 2:-1-2:-1',
  ])
})

test('a string over lines ends where it ends', () => {
  expect(spans("x = '''é\né''' + y\n").slice(2, 5)).toEqual(['STRING 1:4-2:5', 'PLUS 2:6-2:7', 'NAME 2:8-2:9'])
})

test('only mode exec gets a last newline', () => {
  expect(kinds('x')).toBe('NAME(x) NEWLINE ENDMARKER')
  expect(kinds('x', { mode: 'eval' })).toBe('NAME(x) ENDMARKER')
  expect(kinds('', { mode: 'exec' })).toBe('ENDMARKER')
})

test('interactive input ends in a newline more, and closes its blocks', () => {
  expect(kinds('if a:\n  b', { mode: 'single' })).toBe(
    'IF NAME(a) COLON NEWLINE INDENT NAME(b) NEWLINE DEDENT NEWLINE ENDMARKER',
  )
  expect(kinds('if a:\n  b', { mode: 'single', dontImplyDedent: true })).toBe(
    'IF NAME(a) COLON NEWLINE INDENT NAME(b) NEWLINE ENDMARKER',
  )
  expect(kinds('x\n', { mode: 'single' })).toBe('NAME(x) NEWLINE NEWLINE ENDMARKER')
  expect(kinds('', { mode: 'single' })).toBe('ENDMARKER')
})

test('a name stands for its NFKC form', () => {
  const tape = tokenizeTape('ﬁ = 𝔘')
  expect([tokenName(tape, 0), tokenName(tape, 2)]).toEqual(['fi', 'U'])
  expect(tape.source.slice(tape.start[0], tape.end[0])).toBe('ﬁ')
})

test('numbers that keywords follow at once are warned of', () => {
  const { warnings } = tokenizeTape('x = 1\ny = 0x1for x in 1if 2else 3or 4')
  expect(warnings.map(({ message, line }) => [message, line])).toEqual([
    ['invalid hexadecimal literal', 2], ['invalid decimal literal', 2], ['invalid decimal literal', 2],
    ['invalid decimal literal', 2],
  ])
})
