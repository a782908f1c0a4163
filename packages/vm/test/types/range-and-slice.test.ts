// range and slice: expressions and CPython 3.13's answers.
import { expect, it } from 'vitest'
import { answers } from '../run-python.ts'

const cases: readonly (readonly [string, string])[] = [
  ['range(5), range(1, 10, 3), range(10, 0, -4)', '(range(0, 5), range(1, 10, 3), range(10, 0, -4))'],
  [
    'list(range(10, 0, -4)), list(range(2**70, 2**70 + 2))',
    '([10, 6, 2], [1180591620717411303424, 1180591620717411303425])',
  ],
  ['range(1, 2, 0)', 'ValueError: range() arg 3 must not be zero'],
  ["range('a')", "TypeError: 'str' object cannot be interpreted as an integer"],
  ['range()', 'TypeError: range expected at least 1 argument, got 0'],
  [
    'range(10)[3], range(10)[-1], range(10)[2:8:3], range(10)[::-1]',
    '(3, 9, range(2, 8, 3), range(9, -1, -1))',
  ],
  ['range(3)[5]', 'IndexError: range object index out of range'],
  ["range(3)['a']", 'TypeError: range indices must be integers or slices, not str'],
  [
    'len(range(0, 100, 7)), 21 in range(0, 100, 7), 22 in range(0, 100, 7), 7.0 in range(10)',
    '(15, True, False, True)',
  ],
  ['len(range(2**70))', 'OverflowError: Python int too large to convert to C ssize_t'],
  [
    'range(0) == range(2, 1), range(0, 3, 2) == range(0, 4, 2), hash(range(0)) == hash(range(1, 0))',
    '(True, True, True)',
  ],
  ["range(10).index(3), range(10).count(3), range(10).count('a')", '(3, 1, 0)'],
  ['range(3).index(7)', 'ValueError: 7 is not in range'],
  [
    'list(reversed(range(5))), bool(range(0)), range(5).__reduce__()',
    "([4, 3, 2, 1, 0], False, (<class 'range'>, (0, 5, 1)))",
  ],
  [
    'slice(1, 2, 3), slice(5), slice(None, None, -1).indices(5), slice(-100, 100, 7).indices(2**70)',
    '(slice(1, 2, 3), slice(None, 5, None), (4, -1, -1), (1180591620717411303324, 100, 7))',
  ],
  ['slice(1, 2, 0).indices(3)', 'ValueError: slice step cannot be zero'],
  ['slice(1).indices(-1)', 'ValueError: length should not be negative'],
  ["slice('a').indices(3)", 'TypeError: slice indices must be integers or None or have an __index__ method'],
  [
    'slice(1, 2) == slice(1, 2), slice(1) < slice(2), hash(slice(1, 2)) == hash(slice(1, 2)), hash(slice(1, 2, 3))',
    '(True, True, True, -2340833382717974474)',
  ],
  ["[0, 1, 2, 3][slice(1, 3)], 'abc'[slice(None, None, 2)]", "([1, 2], 'ac')"],
]

it('answers as CPython does', () => {
  const given = answers(cases.map(([expression]) => expression))
  expect(cases.map(([expression], i) => [expression, given[i]])).toEqual(cases)
})
