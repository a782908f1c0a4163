import { expect, test } from 'vitest'
import { difference } from '../src/check.ts'
import { header, Writer } from '../src/writer.ts'

test('the first line that differs', () => {
  const file = { path: 'a.ts', text: 'one\ntwo\n' }
  expect(difference(file, 'one\ntwo\n')).toBeUndefined()
  expect(difference(file, 'one\n2\n')).toEqual({ path: 'a.ts', line: 2, expected: 'two', found: '2' })
  expect(difference(file, undefined)).toMatchObject({ line: 1, found: undefined })
})

test('text with indentation under a header of three lines', () => {
  const text = new Writer().block('a {', () => undefined, '}').block('b {', () => undefined, '}').toString()
  expect(text).toBe('a {\n}\nb {\n}\n')
  expect(header('x', 'y.txt').split('\n')).toHaveLength(4)
})
