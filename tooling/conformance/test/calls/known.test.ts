import { expect, test } from 'vitest'
import { parseKnown, reasonFor } from '../../src/calls/known.ts'
import { inSample } from '../../src/calls/record.ts'

test('an entry is a group, a pattern and a reason', () => {
  const known = parseKnown('# why\nmethod:list\t__sizeof__\tmemory\n*\t=> hangs$\ttoo long\n')
  expect(reasonFor(known, 'method:list', '[].__sizeof__()', '40')).toBe('memory')
  expect(reasonFor(known, 'method:dict', '{}.__sizeof__()', '64')).toBeUndefined()
  expect(reasonFor(known, 'method:dict', '{}.x()', 'hangs')).toBe('too long')
})

test.each(['method:list', 'method:list\tx', 'method:list\tx\t'])('%j is refused', (line) => {
  expect(() => parseKnown(line)).toThrow('calls.txt: an expectation is')
})

test('the sample is chosen by the text of a row alone', () => {
  const rows = Array.from({ length: 4000 }, (_, number) => ({ row: `len(${number})` }))
  const chosen = rows.filter(inSample).length
  expect(chosen).toBeGreaterThan(50)
  expect(chosen).toBeLessThan(200)
  expect(rows.filter(inSample)).toHaveLength(chosen)
})
