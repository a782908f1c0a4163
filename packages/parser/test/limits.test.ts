import { expect, test } from 'vitest'
import { errorOf } from './parse-text.ts'

const overflow = 'MemoryError: Parser stack overflowed - Python source too complex to parse'

// The greatest depth CPython 3.13 parses, for each way to nest.
test.each([
  ['unary', 5975, (n: number) => '-'.repeat(n) + 'x'],
  ['not', 5975, (n: number) => 'not '.repeat(n) + 'x'],
  ['power', 2987, (n: number) => 'x**'.repeat(n) + 'x'],
  ['conditional', 5975, (n: number) => 'x if x else '.repeat(n) + 'x'],
  ['lambda', 2987, (n: number) => 'lambda:'.repeat(n) + 'x'],
  ['default', 746, (n: number) => 'lambda x='.repeat(n) + 'x' + ':x'.repeat(n)],
])('%s', (_name, depth, source) => {
  expect(errorOf(source(depth), { mode: 'eval' })).toBe('no error')
  expect(errorOf(source(depth + 1), { mode: 'eval' })).toBe(overflow)
  expect(errorOf(source(100_000), { mode: 'eval' })).toBe(overflow)
})

test('brackets', () => {
  expect(errorOf('('.repeat(199) + ')'.repeat(199))).toBe('no error')
  expect(errorOf('('.repeat(201))).toContain('too many nested parentheses')
})

test.each([
  ['sum', (n: number) => 'x' + '+x'.repeat(n)],
  ['attributes', (n: number) => 'x' + '.x'.repeat(n)],
  ['calls', (n: number) => 'x' + '()'.repeat(n)],
  ['strings', (n: number) => "'x'".repeat(n)],
  ['comparison', (n: number) => 'x' + '<x'.repeat(n)],
])('a chain costs no stack: %s', (_name, source) => {
  expect(errorOf(source(50_000))).toBe('no error')
})
