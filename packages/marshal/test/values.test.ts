import { readFileSync } from 'node:fs'
import { Complex, Ellipsis, Float, FrozenSetConstant, WideText } from '@pellucid/primitives'
import { describe, expect, test } from 'vitest'
import { DictValue, dumps, ListValue, loads, SetValue, StopIteration } from '../src/index.ts'
import type { MarshalValue } from '../src/index.ts'

// [repr, bytes at version 0 … 4], each value held by a variable.
const recorded = JSON.parse(
  readFileSync(new URL('./__oracle__/values.json', import.meta.url), 'utf8'),
) as [repr: string, ...hex: string[]][]
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const unhex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'))

const values: MarshalValue[] = [
  1, -6, 1000, 2 ** 31 - 1, 2 ** 31, -(2 ** 31), -(2 ** 31) - 1, 2 ** 45, 2n ** 53n, -(2n ** 70n), 10n ** 40n,
  ...[1.5, Number.NaN, -Infinity, 1e300, 1e-5, 0.1, -0, 123456789012345678].map((value) => new Float(value)),
  new Complex(1, 2), new Complex(-0, 1e17), 'a', 'name', 'two words', 'é', 'Ω 😀', 'x'.repeat(300), 'y '.repeat(200),
  new WideText([0xd800]), Uint8Array.of(97, 98), Uint8Array.of(97), new Uint8Array(), [], [1],
  Array.from({ length: 256 }, () => 1), new ListValue([1, new ListValue([])]), new ListValue([]), new DictValue([]),
  new DictValue([[1, 2], ['a', [null]]]), new SetValue([1, 2, 3]), new FrozenSetConstant(['b', 'a', 'two words']),
  null, true, false, Ellipsis, StopIteration, [new Float(1.5), [new Float(2.5), Uint8Array.of(120, 121, 122)]],
]

describe.each([0, 1, 2, 3, 4])('version %i', (version) => {
  test.each(recorded.map((row, index) => [row[0], row[version + 1]!, values[index]] as const))(
    '%s', (_, expected, value) => {
      // CPython's constants inside a held value are held by the program, too: flags may differ there.
      if (version < 3) expect(hex(dumps(value!, version))).toBe(expected)
      expect(loads(dumps(value!, version))).toEqual(loads(unhex(expected)))
    },
  )
})

test('scalars are flagged as CPython flags what a variable holds', () => {
  for (const [index, row] of recorded.entries()) {
    const value = values[index]!
    const scalar = typeof value !== 'object' || value === null || value instanceof Float || value instanceof Uint8Array
    if (scalar) expect(hex(dumps(value))).toBe(row[5])
  }
})

test('containers may hold themselves', () => {
  const list = new ListValue([])
  list.items.push(list)
  expect(hex(dumps(list))).toBe('db0100000072000000' + '00')
  const read = loads(dumps(list)) as ListValue
  expect(read.items[0]).toBe(read)
})

test('equal keys and items are one', () => {
  expect(loads(unhex('3c03000000' + '6901000000' + '54' + '67000000000000f03f'))).toEqual(new SetValue([1]))
  expect(loads(unhex('7b' + '69010000004e' + '5446' + '30'))).toEqual(new DictValue([[1, false]]))
})
