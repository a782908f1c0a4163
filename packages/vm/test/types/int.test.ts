// int and bool: expressions and CPython 3.13's answers.
import { expect, it } from 'vitest'
import { answers } from '../run-python.ts'

const prelude = `
class I(int):
    pass
class Trunc:
    def __int__(self): return 7
class Index:
    def __index__(self): return 255
`

const cases: readonly (readonly [string, string])[] = [
  ['1 // 0', 'ZeroDivisionError: integer division or modulo by zero'],
  ['1 % 0', 'ZeroDivisionError: integer modulo by zero'],
  ['divmod(-7, 2)', '(-4, 1)'],
  ['-7 % -3', '-1'],
  ['2**53 + 1', '9007199254740993'],
  ['(2**53 - 1) * (2**53 - 1)', '81129638414606663681390495662081'],
  ['-(2**64) >> 3', '-2305843009213693952'],
  ['1 << -1', 'ValueError: negative shift count'],
  ['~(2**53 - 1)', '-9007199254740992'],
  ['2**-1', '0.5'],
  ['0**-1', 'ZeroDivisionError: 0.0 cannot be raised to a negative power'],
  ['pow(3, -1, 7)', '5'],
  ['pow(2, 5, 0)', 'ValueError: pow() 3rd argument cannot be 0'],
  ['0 / -1', '-0.0'],
  ['10**20 / 3', '3.333333333333333e+19'],
  ['round(15, -1)', '20'],
  ['round(25, -1)', '20'],
  ['round(-123456, -3)', '-123000'],
  ["int('0x1f', 0)", '31'],
  ["int('1_000')", '1000'],
  ["int('1__0')", "ValueError: invalid literal for int() with base 10: '1__0'"],
  ["int('z', 36)", '35'],
  ["int('a' * 10)", "ValueError: invalid literal for int() with base 10: 'aaaaaaaaaa'"],
  ["int('3', 99)", 'ValueError: int() base must be >= 2 and <= 36, or 0'],
  ['int(3, 3)', "TypeError: int() can't convert non-string with explicit base"],
  ['int([])', "TypeError: int() argument must be a string, a bytes-like object or a real number, not 'list'"],
  ["int(b'12x')", "ValueError: invalid literal for int() with base 10: b'12x'"],
  ['int(Trunc())', '7'],
  ['int(Index())', '255'],
  ['int(base=3)', 'TypeError: int() missing string argument'],
  ["int('\u{663}')", '3'],
  ["int(float('nan'))", 'ValueError: cannot convert float NaN to integer'],
  [
    'str(10**5000)',
    'ValueError: Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit',
  ],
  ['len(str(10**4299))', '4300'],
  [
    "int('1' * 5000)",
    'ValueError: Exceeds the limit (4300 digits) for integer string conversion: value has 5000 digits; use sys.set_int_max_str_digits() to increase the limit',
  ],
  ["(5).to_bytes(2, 'little')", "b'\\x05\\x00'"],
  ['(-5).to_bytes(1)', "OverflowError: can't convert negative int to unsigned"],
  ['(300).to_bytes(1)', 'OverflowError: int too big to convert'],
  ["(5).to_bytes(1, 'x')", "ValueError: byteorder must be either 'little' or 'big'"],
  ["int.from_bytes(b'\\xff\\xfe', signed=True)", '-2'],
  ["int.from_bytes([1, 2], 'little')", '513'],
  ['(255).bit_count(), (255).bit_length()', '(8, 8)'],
  ["format(-255, '#010x')", "'-0x00000ff'"],
  ["format(1234567, ',')", "'1,234,567'"],
  ["format(65, 'c')", "'A'"],
  ["format(3, 's')", "ValueError: Unknown format code 's' for object of type 'int'"],
  ["format(3, '.2d')", 'ValueError: Precision not allowed in integer format specifier'],
  [
    'I(5) + 1, type(I(5) + 1), type(+I(5)), type(int(I(5)))',
    "(6, <class 'int'>, <class 'int'>, <class 'int'>)",
  ],
  ['{I(5): 1}[5], hash(I(5))', '(1, 5)'],
  ["type(I.from_bytes(b'\\1'))", "<class '__main__.I'>"],
  ['hash(2**61 - 1), hash(-1), hash(2**100)', '(0, -2, 549755813888)'],
  ['True + True, True & False, True | 2, repr(True)', "(2, False, 3, 'True')"],
  ['bool.__new__(int)', 'TypeError: bool.__new__(int): int is not a subtype of bool'],
  ["(1).__add__('a'), (1).__lt__(2.0)", '(NotImplemented, NotImplemented)'],
  ['2**70 == 2.0**70, 2**53 + 1 == 2.0**53, 2**53 + 1 > 2.0**53', '(True, False, True)'],
]

it('answers as CPython does', () => {
  const given = answers(cases.map(([expression]) => expression), prelude)
  expect(cases.map(([expression], i) => [expression, given[i]])).toEqual(cases)
})
