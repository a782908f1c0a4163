// complex: expressions and CPython 3.13's answers.
import { expect, it } from 'vitest'
import { answers } from '../run-python.ts'

const cases: readonly (readonly [string, string])[] = [
  ["complex('1+2j'), complex(' ( -j ) '), complex('1e3j')", '((1+2j), -1j, 1000j)'],
  ["complex('x')", 'ValueError: complex() arg is a malformed string'],
  ["complex('1__0j')", "ValueError: could not convert string to complex: '1__0j'"],
  ["complex('1', 2)", "TypeError: complex() can't take second arg if first is a string"],
  ['complex([])', "TypeError: complex() first argument must be a string or a number, not 'list'"],
  ['complex(1j, 2j), complex(imag=3)', '((-2+1j), 3j)'],
  [
    '(1+2j) * 3, 1j / 0.5, 1j ** 2, 2 ** 0.5j',
    '((3+6j), 2j, (-1+0j), (0.9405421046832438+0.3396771251026685j))',
  ],
  ['1j / 0', 'ZeroDivisionError: complex division by zero'],
  ['0j ** -1', 'ZeroDivisionError: 0.0 to a negative or complex power'],
  ['pow(1j, 2, 3)', 'ValueError: complex modulo'],
  ['1j // 1', "TypeError: unsupported operand type(s) for //: 'complex' and 'int'"],
  ['1j < 2', "TypeError: '<' not supported between instances of 'complex' and 'int'"],
  ['abs(3+4j), (1+2j).conjugate(), -(1+0j), complex(-0.0, -0.0)', '(5.0, (1-2j), (-1-0j), (-0-0j))'],
  ['1+0j == 1, hash(1+2j), hash(1+0j)', '(True, 2000007, 1)'],
  ["format(1+2j, '.2f'), format(1j, '>6')", "('1.00+2.00j', '    1j')"],
  ["format(1j, 'd')", "ValueError: Unknown format code 'd' for object of type 'complex'"],
  ["complex(float('nan'), float('-inf'))", '(nan-infj)'],
]

it('answers as CPython does', () => {
  const given = answers(cases.map(([expression]) => expression))
  expect(cases.map(([expression], i) => [expression, given[i]])).toEqual(cases)
})
