// Sizes that no machine has: MemoryError or OverflowError as CPython raises them, at once, and nothing of JavaScript's.
import { expect, it } from 'vitest'
import { answers } from '../run-python.ts'

const cases: readonly (readonly [string, string])[] = [
  ['"x" * 10**12', 'MemoryError: '],
  ['[0] * 10**10', 'MemoryError: '],
  ['(0, 1) * 10**11', 'MemoryError: '],
  ['bytes(10**12)', 'MemoryError: '],
  ['bytearray(10**12)', 'MemoryError: '],
  ['b"ab" * 10**12', 'MemoryError: '],
  ['"ab".ljust(10**12)', 'MemoryError: '],
  ['f"{1:{10**11}}"', 'MemoryError: '],
  ['list(range(10**12))', 'MemoryError: '],
  ['tuple(range(10**12))', 'MemoryError: '],
  ['[*range(10**12)]', 'MemoryError: '],
  ['[].extend(range(10**12))', 'MemoryError: '],
  ['sorted(range(10**12))', 'MemoryError: '],
  ['"x".join(["y" * 10**8] * 20)', 'MemoryError: '],
  ['"x".replace("x", "y" * 10**8) * 20', 'MemoryError: '],
  ['1 << 10**13', 'MemoryError: '],
  ['2 ** 10**13', 'MemoryError: '],
  ['"x" * 2**63', "OverflowError: cannot fit 'int' into an index-sized integer"],
  ['[None] * 2**63', "OverflowError: cannot fit 'int' into an index-sized integer"],
  ['1 << (1 << 64)', 'OverflowError: too many digits in integer'],
  ['5 >> 10**20, 0 << 10**20', '(0, 0)'],
  ['[1, 2] * 3, (1,) * 4, [] * 5, [1, 2, 3] * 0, [1, 2, 3] * 7', '([1, 2, 1, 2, 1, 2], (1, 1, 1, 1), [], [], [1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3])'],
]

const given = answers(cases.map(([expression]) => expression))

it.each(cases.map(([expression, expected], place) => ({ expression, expected, place })))('$expression', ({ expected, place }) => {
  expect(given[place]).toBe(expected)
})
