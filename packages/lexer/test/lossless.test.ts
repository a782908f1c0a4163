import { expect, test } from 'vitest'
import { losslessTokens, renderLossless, tokenize, untokenize } from '../src/index.ts'

const sources = [
  '', 'x', 'x  =  1   # one\n\n\t\n', 'if x:\r\n  y\\\r\n  + 1\r\n# c\r\nz', '(\n  a,  # b\n)\n', "f'a{{b}}{x!r:>{w}}'\n",
  '\ufeffx\n', 'é = "𝄞"\f\n', "x = '''a\n  b''' \\\n  'c'\n", 'a\rb\n',
]

test.each(sources)('%j comes back', (source) => {
  const { tokens, error } = losslessTokens(source)
  expect(renderLossless(tokens)).toBe(source)
  expect(error).toBeUndefined()
  for (const token of tokens) expect(source.slice(token.offset, token.offset + token.text.length)).toBe(token.text)
})

test.each(["x = 'a\ny", '(', 'a\0b', 'if x:\n  y\n z', '1_ + 2'])('%j comes back although it is broken', (source) => {
  expect(renderLossless(losslessTokens(source).tokens)).toBe(source)
})

test('blanks and joined lines travel with the token behind them', () => {
  const { tokens } = losslessTokens('a  \\\n b # c\n')
  expect(tokens.map(({ leading, text }) => [leading, text])).toEqual([
    ['', 'a'], ['  \\\n ', 'b'], [' ', '# c'], ['', '\n'], ['', ''],
  ])
})

test.each(['x  =  1  # c\n', 'if x:\n    y\n\n    # d\nz\n', "f'a{{b}}{x}'\n", '(a,\n   b)\n'])(
  '%j is untokenized to itself',
  (source) => {
    expect(untokenize(tokenize(source))).toBe(source)
  },
)

test('tokens without places are written so that they read the same', () => {
  const source = "if x:\n  f'{{{a}' 'b'\n"
  const bare = [...tokenize(source)].map(({ type, string }) => ({ type, string }))
  const written = untokenize(bare)
  expect(written).toBe("if x :\n  f'{{{a }' 'b'\n")
  expect([...tokenize(written)].map(({ type, string }) => ({ type, string }))).toEqual(bare)
})

test('a token cannot start before the one in front of it ends', () => {
  const token = { type: 1, string: 'abc', start: [1, 0], end: [1, 3] } as const
  expect(() => untokenize([token, { ...token, start: [1, 1], end: [1, 4] }])).toThrow('precedes previous end (1,3)')
})
