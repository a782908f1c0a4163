import { describe, expect, test } from 'vitest'
import {
  Complex, Ellipsis, Float, FrozenSetConstant, isPrintable, reprConstant, reprFloat, setOrder, WideText,
} from '../src/index.ts'
import type { Constant } from '../src/index.ts'

describe('floats', () => {
  test.each([
    [1, '1.0'], [-0, '-0.0'], [0.1, '0.1'], [1e15, '1000000000000000.0'], [1e16, '1e+16'],
    [1e22, '1e+22'],
    [0.0001, '0.0001'], [0.00001, '1e-05'], [1.5e-7, '1.5e-07'],
    [123456789012345680, '1.2345678901234568e+17'],
    [5e-324, '5e-324'], [1.7976931348623157e308, '1.7976931348623157e+308'], [Infinity, 'inf'],
    [-Infinity, '-inf'], [NaN, 'nan'], [1e100, '1e+100'],
  ])('%o', (value, text) => {
    expect(reprFloat(value)).toBe(text)
  })
})

describe('constants', () => {
  test.each<[Constant, string]>([
    [null, 'None'], [true, 'True'], [12, '12'], [-(2n ** 64n), '-18446744073709551616'],
    [Ellipsis, 'Ellipsis'],
    [new Complex(0, 1), '1j'], [new Complex(-0, -1.5), '(-0-1.5j)'], [new Complex(0, NaN), 'nanj'],
    [new Complex(1, NaN), '(1+nanj)'], [new Float(2), '2.0'],
    ['', "''"], ["it's", `"it's"`], [`'"`, `'\\'"'`], ['\t\n\r\\\x00\x7f', "'\\t\\n\\r\\\\\\x00\\x7f'"],
    ['é\xa0\xad', "'é\\xa0\\xad'"], ['\u2028\ufeff😀\u{e0001}', "'\\u2028\\ufeff😀\\U000e0001'"],
    [new WideText([0xd800, 97]), "'\\ud800a'"],
    [Uint8Array.of(0, 9, 34, 39, 92, 255), `b'\\x00\\t"\\'\\\\\\xff'`], [Uint8Array.of(39), `b"'"`],
    [[], '()'], [[1], '(1,)'], [[1, [null]], '(1, (None,))'],
    [new FrozenSetConstant([]), 'frozenset()'],
    [new FrozenSetConstant([8, 16, 24, 0, 1]), 'frozenset({0, 1, 8, 16, 24})'],
  ])('%o', (value, text) => {
    expect(reprConstant(value)).toBe(text)
  })
})

test('sets show their items in the order of their table', () => {
  expect(setOrder([10, 1, 100, 5, 33])).toEqual([1, 33, 100, 5, 10])
  expect(setOrder(['True', 'False', 'None'])).toEqual(['False', 'None', 'True'])
})

test('what is printable', () => {
  const printable = [0x20, 0x7e, 0xa1, 0x378 - 1, 0x1f600, 0x2ebf0]
  const not = [0x1f, 0x7f, 0xa0, 0xad, 0x378, 0x200b, 0xd800, 0xe000, 0x2ebe1, 0x10ffff]
  expect(printable.filter(isPrintable)).toEqual(printable)
  expect(not.filter(isPrintable)).toEqual([])
})
