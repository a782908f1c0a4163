import { expect, test } from 'vitest'
import { TokenKind, tokenizeTape } from '../src/index.ts'
import { kinds, spans } from './tape-text.ts'

const code = (source: string): string => kinds(source).replace(' NEWLINE ENDMARKER', '')

test('text and fields alternate', () => {
  expect(code("f'a{x}b'")).toBe('FSTRING_START FSTRING_MIDDLE(a) LBRACE NAME(x) RBRACE FSTRING_MIDDLE(b) FSTRING_END')
  expect(code("f''")).toBe('FSTRING_START FSTRING_END')
})

test('doubled braces are text, their second half between the tokens', () => {
  expect(code("f'a{{b}}'")).toBe('FSTRING_START FSTRING_MIDDLE(a{) FSTRING_MIDDLE(b}) FSTRING_END')
  expect(spans("f'a{{b}}'").slice(1, 4)).toEqual(['FSTRING_MIDDLE 1:2-1:5', 'FSTRING_MIDDLE 1:5-1:8', 'FSTRING_END 1:8-1:9'])
})

test('format specs are text again, and may hold fields', () => {
  expect(code("f'{x!r:>{w}}'")).toBe(
    'FSTRING_START LBRACE NAME(x) EXCLAMATION NAME(r) COLON FSTRING_MIDDLE(>) LBRACE NAME(w) RBRACE FSTRING_MIDDLE() ' +
      'RBRACE FSTRING_END',
  )
})

test('a colon belongs to the field only outside its brackets', () => {
  expect(code("f'{a[1:2]:3}'")).toContain('COLON NUMBER(2) RSQB COLON FSTRING_MIDDLE(3) RBRACE')
  expect(code("f'{(lambda: 1)}'")).toContain('LAMBDA COLON NUMBER(1) RPAR RBRACE')
  expect(code("f'{x:=5}'")).toContain('NAME(x) COLON FSTRING_MIDDLE(=5) RBRACE')
  expect(code("f'{a != b}'")).toContain('NAME(a) NOTEQUAL NAME(b)')
})

test('f-strings nest, with any quotes', () => {
  expect(code("f'{f'{1}'}'")).toBe(
    'FSTRING_START LBRACE FSTRING_START LBRACE NUMBER(1) RBRACE FSTRING_END RBRACE FSTRING_END',
  )
})

test('fields may have lines and comments', () => {
  expect(code("f'{a # }\n}'")).toBe('FSTRING_START LBRACE NAME(a) RBRACE FSTRING_END')
})

test('named escapes keep their braces', () => {
  expect(code("f'\\N{DASH}{x}'")).toBe(
    'FSTRING_START FSTRING_MIDDLE(\\N{DASH}) LBRACE NAME(x) RBRACE FSTRING_END',
  )
  expect(code("rf'\\N{x}'")).toBe('FSTRING_START FSTRING_MIDDLE(\\N) LBRACE NAME(x) RBRACE FSTRING_END')
})

test.each([
  ["f'{x=}'", 'x='],
  ["f'{ x = !r}'", ' x = '],
  ["f'{x=:>5}'", 'x='],
  ["f'{f(a={1: 2})=}'", 'f(a={1: 2})='],
  ["f'''{x # c\n=}'''", 'x \n='],
  // CPython cuts short here as well.
  ["f'{(lambda x=1: x)=}'", '(lambda x=1'],
])('%s shows its expression', (source, shown) => {
  const tape = tokenizeTape(source)
  const texts = [...tape.debugTexts].filter(([index]) => (tape.kind[index] as number) !== TokenKind.LBRACE)
  expect(texts.map(([, text]) => text)).toContain(shown)
})

test('a brace behind a backslash is warned of', () => {
  expect(tokenizeTape("f'\\{x}'").warnings.map(({ message }) => message)).toEqual(["invalid escape sequence '\\{'"])
})
