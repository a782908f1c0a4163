// float: expressions and CPython 3.13's answers.
import { expect, it } from 'vitest'
import { answers } from '../run-python.ts'

const prelude = `
class F(float):
    pass
`

const cases: readonly (readonly [string, string])[] = [
  ['0.1 + 0.2', '0.30000000000000004'],
  ['1e16, 1e15, 1e-5, 1e-4', '(1e+16, 1000000000000000.0, 1e-05, 0.0001)'],
  ['1.0 // 0', 'ZeroDivisionError: float floor division by zero'],
  ['1.0 % 0', 'ZeroDivisionError: float modulo by zero'],
  ['divmod(1.0, 0)', 'ZeroDivisionError: float divmod()'],
  ['1.0 / 0', 'ZeroDivisionError: float division by zero'],
  ['-7.5 // 2, -7.5 % 2, 7.5 % -2', '(-4.0, 0.5, -0.5)'],
  ['divmod(-7.5, 2)', '(-4.0, 0.5)'],
  ['2.0**5000', "OverflowError: (34, 'Numerical result out of range')"],
  ['(-8)**0.5', '(1.7319121124709868e-16+2.8284271247461903j)'],
  ['0.0**-1', 'ZeroDivisionError: 0.0 cannot be raised to a negative power'],
  ['pow(2.0, 1, 3)', 'TypeError: pow() 3rd argument not allowed unless all arguments are integers'],
  ['round(2.5), round(3.5), round(-2.5), round(2.675, 2)', '(2, 4, -2, 2.67)'],
  ['round(1e300, -400), round(1.5, 400)', '(0.0, 1.5)'],
  ["round(float('inf'))", 'OverflowError: cannot convert float infinity to integer'],
  ["float('1_0.5'), float(' -inf '), float('nan')", '(10.5, -inf, nan)'],
  ["float('x')", "ValueError: could not convert string to float: 'x'"],
  ["float(b'1.5')", '1.5'],
  ['float([])', "TypeError: float() argument must be a string or a real number, not 'list'"],
  ["float('\u{663}.5')", '3.5'],
  ["(0.1).hex(), float.fromhex('0x1.8p1')", "('0x1.999999999999ap-4', 3.0)"],
  ["float.fromhex('zz')", 'ValueError: invalid hexadecimal floating-point string'],
  ['(2.5).as_integer_ratio()', '(5, 2)'],
  ["float('inf').as_integer_ratio()", 'OverflowError: cannot convert Infinity to integer ratio'],
  ["hash(0.5), hash(1.0), hash(float('inf')), hash(2.0**70)", '(1152921504606846976, 1, 314159, 512)'],
  [
    '1.5 == F(1.5), type(F(1.5) + 0), type(F(1)), {F(2.5): 1}[2.5]',
    "(True, <class 'float'>, <class '__main__.F'>, 1)",
  ],
  ["type(F.fromhex('0x1p3'))", "<class '__main__.F'>"],
  [
    "format(3.14159, '.2f'), format(1e10, ','), format(0.5, '%'), format(-0.0, 'z.1f')",
    "('3.14', '10,000,000,000.0', '50.000000%', '0.0')",
  ],
  ["format(1.5, 'd')", "ValueError: Unknown format code 'd' for object of type 'float'"],
  ["format(1234.5, '_.2f'), format(1e-7), format(1.0, 'g')", "('1_234.50', '1e-07', '1')"],
  ["float.__getformat__('double')", "'IEEE, little-endian'"],
  ["float.__getformat__('x')", "ValueError: __getformat__() argument 1 must be 'double' or 'float'"],
  ["2**1024 > 1e308, 10**400 == float('inf'), 1e308 < 10**400", '(True, False, True)'],
  ['float(10**400)', 'OverflowError: int too large to convert to float'],
  ['(1.5).is_integer(), (2.0).is_integer()', '(False, True)'],
]

it('answers as CPython does', () => {
  const given = answers(cases.map(([expression]) => expression), prelude)
  expect(cases.map(([expression], i) => [expression, given[i]])).toEqual(cases)
})
