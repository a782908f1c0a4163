// Modules without a Python part of their own: expressions and CPython 3.13's answers.
import { describe, expect, it } from 'vitest'
import { answers } from '../run-python.ts'

interface Group {
  readonly title: string
  /** What runs before the expressions. */
  readonly prelude: string
  readonly cases: readonly (readonly [expression: string, expected: string])[]
}

const groups: readonly Group[] = [
  {
    title: 'numbers',
    prelude: `
import math, _statistics
from math import *
`,
    cases: [
      [
        'sin(1.0), cos(2.5), tan(-1e10), exp(0.7), log(10), pow(2.5, 3.5)',
        '(0.8414709848078965, -0.8011436155469337, 0.5583496378112418, 2.0137527074704766, 2.302585092994046, 24.705294220065465)',
      ],
      [
        'gamma(5.5), lgamma(-2.5), erf(0.3), erfc(2.0)',
        '(52.34277778455352, -0.05624371649767457, 0.3286267594591274, 0.004677734981047265)',
      ],
      [
        'log(2 ** 2000), log2(3 ** 700), log10(10 ** 309), log(8, 2)',
        '(1386.2943611198907, 1109.4737505048092, 309.0, 3.0)',
      ],
      ['log(0)', 'ValueError: math domain error'],
      ['log(2, 1)', 'ZeroDivisionError: float division by zero'],
      ['sqrt(-1)', 'ValueError: math domain error'],
      ['exp(1000)', 'OverflowError: math range error'],
      ['sin()', 'TypeError: math.sin() takes exactly one argument (0 given)'],
      ['sin(\'a\')', 'TypeError: must be real number, not str'],
      ['floor(2.5), ceil(-2.5), trunc(1e20)', '(2, -2, 100000000000000000000)'],
      ['trunc(\'a\')', 'TypeError: type str doesn\'t define __trunc__ method'],
      ['floor(inf)', 'OverflowError: cannot convert float infinity to integer'],
      [
        'comb(100, 50), perm(10, 3), factorial(25), isqrt(10 ** 40)',
        '(100891344545564193334812497256, 720, 15511210043330985984000000, 100000000000000000000)',
      ],
      ['comb(5, -1)', 'ValueError: k must be a non-negative integer'],
      ['factorial(1.5)', 'TypeError: \'float\' object cannot be interpreted as an integer'],
      ['gcd(12, -18), gcd(), lcm(4, 6), lcm()', '(6, 0, 12, 1)'],
      ['fsum([0.1] * 10), sumprod([0.1] * 10, range(10)), prod([2, 3.5])', '(1.0, 4.5, 7.0)'],
      ['sumprod([1, 2], [3])', 'ValueError: Inputs are not the same length'],
      ['fsum([1e308, 1e308])', 'OverflowError: intermediate overflow in fsum'],
      ['hypot(3, 4, 12), dist((1, 2), (4, 6))', '(13.0, 5.0)'],
      [
        'nextafter(1.0, 2.0, steps=3), nextafter(0.0, -1.0), ulp(1.0)',
        '(1.0000000000000007, -5e-324, 2.220446049250313e-16)',
      ],
      ['nextafter(1.0, 2.0, steps=-1)', 'ValueError: steps must be a non-negative integer'],
      ['isclose(1, 1 + 1e-10), isclose(1, 2, abs_tol=1)', '(True, True)'],
      ['isclose(1, 2, 3)', 'TypeError: isclose() takes exactly 2 positional arguments (3 given)'],
      [
        'fmod(-7.5, 2), remainder(7.5, 2), modf(-2.25), frexp(10.0), ldexp(0.75, 4)',
        '(-1.5, -0.5, (-0.25, -2.0), (0.625, 4), 12.0)',
      ],
      ['ldexp(1.0, 2000)', 'OverflowError: math range error'],
      ['fma(0.1, 0.1, -0.01)', '9.020562075079397e-19'],
      ['pow(0.0, -1)', 'ValueError: math domain error'],
      ['_statistics._normal_dist_inv_cdf(0.01, 0, 1)', '-2.3263478740408408'],
    ],
  },
  {
    title: 'struct',
    prelude: `
from _struct import *
`,
    cases: [
      [
        'pack(\'<bhiq?5sd\', -1, 2, 3, -4, True, b\'ab\', 1.5)',
        'b\'\\xff\\x02\\x00\\x03\\x00\\x00\\x00\\xfc\\xff\\xff\\xff\\xff\\xff\\xff\\xff\\x01ab\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\xf8?\'',
      ],
      ['unpack(\'>HI\', b\'\\1\\2\\3\\4\\5\\6\')', '(258, 50595078)'],
      ['calcsize(\'bq\'), calcsize(\'=bq\'), calcsize(\'ci0l\')', '(16, 9, 8)'],
      ['list(iter_unpack(\'<h\', b\'abcd\'))', '[(25185,), (25699,)]'],
      ['unpack_from(\'<h\', b\'abcdef\', -2)', '(26213,)'],
      ['pack(\'b\', 200)', 'error: \'b\' format requires -128 <= number <= 127'],
      ['pack(\'i\', \'a\')', 'error: required argument is not an integer'],
      ['pack(\'d\', \'a\')', 'error: required argument is not a float'],
      ['pack(\'ii\', 1)', 'error: pack expected 2 items for packing (got 1)'],
      ['unpack(\'i\', b\'abc\')', 'error: unpack requires a buffer of 4 bytes'],
      ['calcsize(\'z\')', 'error: bad char in struct format'],
      [
        'calcsize(\'é\')',
        'UnicodeEncodeError: \'ascii\' codec can\'t encode character \'\\\\xe9\' in position 0: ordinal not in range(128)',
      ],
      [
        'pack_into(\'b\', b\'abc\', 0, 1)',
        'TypeError: argument must be read-write bytes-like object, not bytes',
      ],
      ['pack_into(\'h\', bytearray(3), -1, 1)', 'error: no space to pack 2 bytes at offset -1'],
      [
        'Struct(\'<i\'), Struct(\'<i\').pack(7), Struct(\'<i\').size',
        '(Struct(\'<i\'), b\'\\x07\\x00\\x00\\x00\', 4)',
      ],
      ['error', '<class \'struct.error\'>'],
      ['pack(\'<e\', 1e300)', 'OverflowError: float too large to pack with e format'],
    ],
  },
  {
    title: 'json',
    prelude: `
import _json
class Settings:
    strict = True; object_hook = None; object_pairs_hook = None; parse_float = float; parse_int = int; parse_constant = str
scan = _json.make_scanner(Settings)
def encode(value, indent=None, sort=False, skip=False, nan=True):
    return _json.make_encoder({}, lambda o: [type(o).__name__], _json.encode_basestring_ascii, indent, ': ', ', ', sort, skip, nan)(value, 0)[0]
ring = []
ring.append(ring)
`,
    cases: [
      [
        'scan(\'{"a": [1, -2.5, 1e3, true, null], "b": {}} \', 0)',
        '({\'a\': [1, -2.5, 1000.0, True, None], \'b\': {}}, 42)',
      ],
      ['scan(\'"\\\\ud83d\\\\ude00\\\\n"\', 0)', '(\'\\U0001f600\\n\', 16)'],
      ['scan(\'-Infinity\', 0)', '(\'-Infinity\', 9)'],
      ['scan(\'12345678901234567890\', 0)', '(12345678901234567890, 20)'],
      ['scan(\'x\', -1)', 'ValueError: idx cannot be negative'],
      ['scan(1, 0)', 'TypeError: first argument must be a string, not int'],
      ['_json.scanstring(\'a\\\\u00e9b"c\', 0)', '(\'a\\xe9b\', 9)'],
      ['_json.scanstring(\'abc\', 9)', 'ValueError: end is out of bounds'],
      [
        'encode([1, 2.5, None, True, \'é"\\n\', (), {}, {1: 2, None: 3, 1.5: 4, False: 5}, {1}])',
        '\'[1, 2.5, null, true, "\\\\u00e9\\\\"\\\\n", [], {}, {"1": 2, "null": 3, "1.5": 4, "false": 5}, ["set"]]\'',
      ],
      ['encode([[], [1, {\'a\': 2}]], \' \')', '\'[\\n [], \\n [\\n  1, \\n  {\\n   "a": 2\\n  }\\n ]\\n]\''],
      ['encode({2: 1, 1: 2}, sort=True)', '\'{"1": 2, "2": 1}\''],
      ['encode({(1,): 1})', 'TypeError: keys must be str, int, float, bool or None, not tuple'],
      ['encode({(1,): 1, \'a\': 2}, skip=True)', '\'{"a": 2}\''],
      [
        'encode(float(\'nan\'), nan=False)',
        'ValueError: Out of range float values are not JSON compliant: nan',
      ],
      ['encode(ring)', 'ValueError: Circular reference detected'],
      ['len(encode(scan(\'[\' * 1000 + \']\' * 1000, 0)[0]))', '2000'],
      [
        'scan(\'[\' * 100000, 0)',
        'RecursionError: maximum recursion depth exceeded while decoding a JSON array from a unicode string',
      ],
    ],
  },
  {
    title: 'bytes as text',
    prelude: `
from binascii import *
import _md5, _sha1, _sha2
`,
    cases: [
      ['b2a_base64(b\'hello\'), a2b_base64(\'aGVsbG8=\')', '(b\'aGVsbG8=\\n\', b\'hello\')'],
      ['a2b_base64(\'YQ=\')', 'Error: Incorrect padding'],
      ['hexlify(b\'abcdef\', \':\', 2), unhexlify(\'6162\')', '(b\'6162:6364:6566\', b\'ab\')'],
      ['unhexlify(\'abc\')', 'Error: Odd-length string'],
      ['crc32(b\'hello\'), crc_hqx(b\'hello\', 0)', '(907060870, 50018)'],
      ['b2a_uu(b\'hello\'), a2b_uu(b\'%:&5L;&\\\\ \\n\')', '(b\'%:&5L;&\\\\ \\n\', b\'hello\')'],
      ['b2a_qp(b\'a=b\\t\\n\'), a2b_qp(\'a=3Db\')', '(b\'a=3Db=09\\n\', b\'a=b\')'],
      ['_md5.md5(b\'abc\').hexdigest()', '\'900150983cd24fb0d6963f7d28e17f72\''],
      ['_sha1.sha1(b\'abc\').hexdigest()', '\'a9993e364706816aba3e25717850c26c9cd0d89d\''],
      [
        '[f(b\'abc\' * 50).hexdigest() for f in (_sha2.sha224, _sha2.sha256, _sha2.sha384, _sha2.sha512)]',
        '[\'7de7010fb8b55d36edb3e253763e35a412bfb146994bf680a9abf0eb\', \'97ca5175ac60b081b919120849da7d71fb00456ac6c32ebe96581ce34cfe2596\', \'fabc6f49ec2cd8d8d595cd54cccb9b65041428a44bd83e36c9979ae8482c62a236be359fdaf2a38a6bea6251e480145b\', \'6548d3a70b4cdd421757e29302c5082d1aea38fceb868afd1ffcab13a239a2491d06a521108573f528c7359b19a82065cd69f7a21ede6f766783932dfe9f0333\']',
      ],
      ['_md5.md5(\'a\')', 'TypeError: Strings must be encoded before hashing'],
      ['Error.__mro__[1]', '<class \'ValueError\'>'],
    ],
  },
  {
    title: 'random',
    prelude: `
from _random import Random
r = Random(5)
`,
    cases: [
      [
        '[Random(s).random() for s in (0, 1, -7, 10 ** 50)]',
        '[0.8444218515250481, 0.13436424411240122, 0.32383276483316237, 0.8266205292084633]',
      ],
      [
        '[r.getrandbits(k) for k in (1, 32, 33, 100)]',
        '[1, 1097127993, 3185950873, 1104634716630602621625635556919]',
      ],
      ['r.setstate((1,))', 'ValueError: state vector is the wrong size'],
      ['r.getrandbits(-1)', 'ValueError: number of bits must be non-negative'],
      ['Random(1, 2)', 'TypeError: Random() requires 0 or 1 argument'],
      ['len(r.getstate()), r.setstate(r.getstate())', '(625, None)'],
    ],
  },
  {
    title: 'arrays',
    prelude: `
from array import *
a = array('i', [1, 2, 3])
`,
    cases: [
      [
        'a, array(\'d\'), array(\'w\', \'xy\'), array(\'b\', b\'ab\')',
        '(array(\'i\', [1, 2, 3]), array(\'d\'), array(\'w\', \'xy\'), array(\'b\', [97, 98]))',
      ],
      [
        'a[::-1], a + a, a * 2, a < array(\'i\', [1, 3])',
        '(array(\'i\', [3, 2, 1]), array(\'i\', [1, 2, 3, 1, 2, 3]), array(\'i\', [1, 2, 3, 1, 2, 3]), True)',
      ],
      ['array(\'b\', [200])', 'OverflowError: signed char is greater than maximum'],
      ['array(\'z\')', 'ValueError: bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)'],
      ['array(\'i\', \'a\')', 'TypeError: cannot use a str to initialize an array with typecode \'i\''],
      ['a.index(9)', 'ValueError: array.index(x): x not in array'],
      [
        'a.__reduce_ex__(3)[1]',
        '(<class \'array.array\'>, \'i\', 8, b\'\\x01\\x00\\x00\\x00\\x02\\x00\\x00\\x00\\x03\\x00\\x00\\x00\')',
      ],
      [
        'a.tobytes(), memoryview(a).format, bytes(a)',
        '(b\'\\x01\\x00\\x00\\x00\\x02\\x00\\x00\\x00\\x03\\x00\\x00\\x00\', \'i\', b\'\\x01\\x00\\x00\\x00\\x02\\x00\\x00\\x00\\x03\\x00\\x00\\x00\')',
      ],
      ['a[0:2].tolist(), a[5]', 'IndexError: array index out of range'],
    ],
  },
  {
    title: 'contexts',
    prelude: `
from _contextvars import *
v = ContextVar('v')
w = ContextVar('w', default=3)
def inside():
    token = v.set(1)
    seen = v.get(), token.old_value is Token.MISSING
    v.reset(token)
    return seen, v.get('none')
c = copy_context()
`,
    cases: [
      ['w.get(), w.get(7), v.get(5)', '(3, 7, 5)'],
      ['c.run(inside)', '((1, True), \'none\')'],
      ['c.run(v.set, 4) is not None, c[v], v.get(\'unset\')', '(True, 4, \'unset\')'],
      ['c.run(c.run, inside) if 0 else len(c)', '1'],
      ['c[1]', 'TypeError: a ContextVar key was expected, got 1'],
      ['Token()', 'RuntimeError: Tokens can only be created by ContextVars'],
      ['ContextVar(1)', 'TypeError: context variable name must be a str'],
      ['Context(1)', 'TypeError: Context() does not accept any arguments'],
    ],
  },
  {
    title: 'instructions and formats',
    prelude: `
import _opcode, _string, _locale
`,
    cases: [
      ['[_opcode.stack_effect(op, 3) for op in (45, 53, 72, 91)]', '[-1, -4, 1, 2]'],
      ['_opcode.stack_effect(255)', 'ValueError: invalid opcode or oparg'],
      [
        '[op for op in range(300) if _opcode.has_jump(op)]',
        '[72, 77, 78, 79, 97, 98, 99, 100, 104, 188, 189, 190, 256, 257]',
      ],
      [
        'list(_string.formatter_parser(\'a{b!r:c}{{d\'))',
        '[(\'a\', \'b\', \'c\', \'r\'), (\'{\', None, None, None), (\'d\', None, None, None)]',
      ],
      ['list(_string.formatter_field_name_split(\'a.b[0]\')[1])', '[(True, \'b\'), (False, 0)]'],
      ['_locale.localeconv()[\'decimal_point\'], _locale.nl_langinfo(_locale.DAY_1)', '(\'.\', \'Sunday\')'],
    ],
  },
]

describe.each(groups)('$title', ({ prelude, cases }) => {
  const given = answers(cases.map(([expression]) => expression), prelude)
  it.each(cases.map(([expression, expected], place) => ({ expression, expected, place })))(
    '$expression',
    ({ expected, place }) => {
      expect(given[place]).toBe(expected)
    },
  )
})
