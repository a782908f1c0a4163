// str: expressions and CPython 3.13's answers.
import { expect, it } from 'vitest'
import { answers } from '../run-python.ts'

const prelude = `
class S(str):
    pass
class Bad:
    def __getitem__(self, key): return 1.5
`

const cases: readonly (readonly [string, string])[] = [
  ["'abc'[5]", 'IndexError: string index out of range'],
  ["'abc'['a']", "TypeError: string indices must be integers, not 'str'"],
  ["'abcdef'[::-2], 'abc'[-2:], 'abc'[5:]", "('fdb', 'bc', '')"],
  ["'a\\U0001f600b'[1], len('a\\U0001f600b'), 'a\\U0001f600b'[::-1]", "('\\U0001f600', 3, 'b\\U0001f600a')"],
  ["'a' + 3", 'TypeError: can only concatenate str (not "int") to str'],
  ["'a' * 'b'", "TypeError: can't multiply sequence by non-int of type 'str'"],
  ["'a' * (2**63 - 1)", 'MemoryError: '],
  ["3 in 'a'", "TypeError: 'in <string>' requires string as left operand, not int"],
  ["'abcabc'.find('c', 3), 'abc'.rfind('', 4), 'abc'.find('', 3)", '(5, -1, 3)'],
  ["'a\\U0001f600b\\U0001f600'.find('\\U0001f600', 2)", '3'],
  ["'abc'.index('z')", 'ValueError: substring not found'],
  ["'a'.find(3)", 'TypeError: find() argument 1 must be str, not int'],
  ["'abc'.startswith(('x', 'ab'))", 'True'],
  ["'a'.startswith(3)", 'TypeError: startswith first arg must be str or a tuple of str, not int'],
  [
    "'a b  c'.split(), 'a b  c'.split(' ', 1), 'a,b,c'.rsplit(',', 1)",
    "(['a', 'b', 'c'], ['a', 'b  c'], ['a,b', 'c'])",
  ],
  ["'a'.split('')", 'ValueError: empty separator'],
  ["'a'.split(3)", 'TypeError: must be str or None, not int'],
  ["'a\\x1cb\\r\\nc'.splitlines(True)", "['a\\x1c', 'b\\r\\n', 'c']"],
  ["','.join(['a', 3])", 'TypeError: sequence item 1: expected str instance, int found'],
  ["','.join(3)", 'TypeError: can only join an iterable'],
  ["'aaa'.replace('a', 'b', 2), 'ab'.replace('', '-')", "('bba', '-a-b-')"],
  ["'xxaxx'.strip('x'), ' a '.strip()", "('a', 'a')"],
  ["'a'.strip(3)", 'TypeError: strip arg must be None or str'],
  [
    "'a.b.c'.partition('.'), 'a.b.c'.rpartition('.'), 'abc'.partition('.')",
    "(('a', '.', 'b.c'), ('a.b', '.', 'c'), ('abc', '', ''))",
  ],
  [
    "'\u{df}a\u{130}'.upper(), 'A\u{3a3}'.lower(), '\u{1c6}'.title()",
    "('SSA\\u0130', 'a\\u03c2', '\\u01c5')",
  ],
  ["'a'.center(5, 'ab')", 'TypeError: The fill character must be exactly one character long'],
  [
    "'+5'.zfill(5), 'a'.center(4), 'ab'.center(5), 'a\\tb'.expandtabs(4)",
    "('+0005', ' a  ', '  ab ', 'a   b')",
  ],
  ["'abc'.translate({97: None, 98: 'xx', 99: 0x1f600})", "'xx\\U0001f600'"],
  ["'a'.translate(Bad())", 'TypeError: character mapping must return integer, None or str'],
  ["str.maketrans('ab', 'cd', 'e')", '{97: 99, 98: 100, 101: None}'],
  ["str.maketrans('a', 'bc')", 'ValueError: the first two maketrans arguments must have equal length'],
  ["'%d %s %r %.2f %x %c' % (3, 'a', 'b', 2.5, 255, 'z')", '"3 a \'b\' 2.50 ff z"'],
  ["'%(a)s %(b)5d|' % {'a': 1, 'b': 2}", "'1     2|'"],
  ["'%s' % (1, 2)", 'TypeError: not all arguments converted during string formatting'],
  ["'%s %s' % 1", 'TypeError: not enough arguments for format string'],
  ["'%d' % 'a'", 'TypeError: %d format: a real number is required, not str'],
  ["'%q' % 1", "ValueError: unsupported format character 'q' (0x71) at index 1"],
  ["'%*d|%-*d|' % (5, 3, 5, 3)", "'    3|3    |'"],
  ["'{} {!r} {:>5} {0}'.format(1)", 'IndexError: Replacement index 1 out of range for positional args tuple'],
  ["'{0[a].real:{1}}'.format({'a': 5}, 4)", "'   5'"],
  ["'{a}'.format()", "KeyError: 'a'"],
  ["'{'.format()", "ValueError: Single '{' encountered in format string"],
  ["'{:{:{}}}'.format(1, 2, 3)", 'ValueError: Max string recursion exceeded'],
  ["'{a}'.format_map({'a': 3})", "'3'"],
  ["format('abc', '^7.2')", "'  ab   '"],
  ["format('a', 'd')", "ValueError: Unknown format code 'd' for object of type 'str'"],
  [
    "'\\ud800'.encode()",
    "UnicodeEncodeError: 'utf-8' codec can't encode character '\\\\ud800' in position 0: surrogates not allowed",
  ],
  [
    "'\u{e9}'.encode('ascii')",
    "UnicodeEncodeError: 'ascii' codec can't encode character '\\\\xe9' in position 0: ordinal not in range(128)",
  ],
  [
    "'\u{e9}\\U0001f600'.encode('utf-8'), '\u{e9}'.encode('ascii', 'xmlcharrefreplace')",
    "(b'\\xc3\\xa9\\xf0\\x9f\\x98\\x80', b'&#233;')",
  ],
  [
    "b'\\xff'.decode()",
    "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte",
  ],
  ["str(b'ab', 'ascii'), str(b'ab')", '(\'ab\', "b\'ab\'")'],
  ["str('a', 'ascii')", 'TypeError: decoding str is not supported'],
  [
    "type(S('x').upper()), type(S('x')[:]), {S('x'): 1}['x'], S('x') == 'x', hash(S('x')) == hash('x')",
    "(<class 'str'>, <class 'str'>, 1, True, True)",
  ],
  ["'a' < 'b', 'a\\U0001f600' > 'a\\uffff', '\\ud83d\\ude00' == '\\U0001f600'", '(True, True, False)'],
  [
    "hash('abc'), hash('\u{e9}'), hash('\\U0001f600'), hash('')",
    '(-4594863902769663758, 6047309291227476195, -3536540696076613844, 0)',
  ],
  [
    "'ab'.isidentifier(), '\u{b2}'.isdigit(), '\u{b2}'.isdecimal(), '\u{bd}'.isnumeric()",
    '(True, True, False, True)',
  ],
  ['repr(\'it\\\'s "x" \\n\\x7f\\u200b\')', '\'\\\'it\\\\\\\'s "x" \\\\n\\\\x7f\\\\u200b\\\'\''],
  ["[type(iter(x)).__name__ for x in ('a', '\u{e9}')]", "['str_ascii_iterator', 'str_iterator']"],
  ['str.__new__(int)', 'TypeError: str.__new__(int): int is not a subtype of str'],
  ['str(1, 2, 3, 4)', 'TypeError: str expected at most 3 arguments, got 4'],
]

it('answers as CPython does', () => {
  const given = answers(cases.map(([expression]) => expression), prelude)
  expect(cases.map(([expression], i) => [expression, given[i]])).toEqual(cases)
})
