import { convertColumn } from '@pellucid/source'
import { expect, test } from 'vitest'
import { tokenize } from '../src/index.ts'

const source = `é = "𝒳" + ß  # 𝒳é\nif 名: f'𝒳{é!r:>{ß}}é' + '''é\n 𝒳''' + 𝐱 \\\n + é\n`

test.each(['utf8', 'utf16', 'codepoint'] as const)('tokenize counts columns in %s', (columns) => {
  const lines = source.split('\n')
  // An implied newline stands behind the end of its line.
  const convert = ([row, column]: readonly [number, number]) => [row, convertColumn(lines[row - 1] ?? '', column, 'codepoint', columns)]
  const plain = [...tokenize(source)]
  const counted = [...tokenize(source, { columns })]
  expect(counted.map(({ start, end }) => [start, end])).toEqual(plain.map(({ start, end }) => [convert(start), convert(end)]))
  expect(counted.map(({ string }) => string)).toEqual(plain.map(({ string }) => string))
})

test('values by hand', () => {
  const startOf = (columns: 'utf8' | 'utf16' | 'codepoint') => [...tokenize('"𝒳é" + x', { columns })][2]?.start[1]
  expect([startOf('utf8'), startOf('utf16'), startOf('codepoint')]).toEqual([11, 8, 7])
})
