import { expect, test } from 'vitest'
import { LineIndex, convertColumn, foldNewlines } from '../src/index.ts'

test('a column counts bytes, units or code points', () => {
  const line = 'é𝄞x'
  expect(convertColumn(line, 6, 'utf8', 'utf16')).toBe(3)
  expect(convertColumn(line, 6, 'utf8', 'codepoint')).toBe(2)
  expect(convertColumn(line, 2, 'codepoint', 'utf8')).toBe(6)
  expect(convertColumn(line, 3, 'utf16', 'utf8')).toBe(6)
  expect(convertColumn(line, 5, 'codepoint', 'utf8')).toBe(9)
  expect(convertColumn(line, -1, 'utf8', 'utf16')).toBe(-1)
})

test('offsets have lines, and lines offsets', () => {
  const index = new LineIndex('ab\n\nçd\n')
  expect(index.count).toBe(4)
  expect(index.positionAt(0)).toEqual({ line: 1, column: 0 })
  expect(index.positionAt(2)).toEqual({ line: 1, column: 2 })
  expect(index.positionAt(3)).toEqual({ line: 2, column: 0 })
  expect(index.positionAt(5, 'utf8')).toEqual({ line: 3, column: 2 })
  expect(index.offsetAt(3, 2, 'utf8')).toBe(5)
  expect(index.lineText(3)).toBe('çd')
  expect(index.positionAt(99)).toEqual({ line: 4, column: 92 })
})

test('every line ending is one', () => {
  expect(foldNewlines('a\r\nb\rc\n\r')).toBe('a\nb\nc\n\n')
})
