// bytes and bytearray: expressions and CPython 3.13's answers.
import { expect, it } from 'vitest'
import { answers } from '../run-python.ts'

const prelude = `
class B(bytes):
    pass
def changed(array, name, *args):
    result = getattr(array, name)(*args)
    return array, result
`

const cases: readonly (readonly [string, string])[] = [
  ['bytes([1, 2, 300])', 'ValueError: bytes must be in range(0, 256)'],
  ['bytes(-1)', 'ValueError: negative count'],
  ["bytes('a')", 'TypeError: string argument without an encoding'],
  [
    "bytes('\u{e9}', 'latin-1'), bytes(3), bytes(range(3))",
    "(b'\\xe9', b'\\x00\\x00\\x00', b'\\x00\\x01\\x02')",
  ],
  ['bytes(3.5)', "TypeError: cannot convert 'float' object to bytes"],
  ["b'abc'[1], b'abc'[::-1]", "(98, b'cba')"],
  ["b'abc'['a']", 'TypeError: byte indices must be integers or slices, not str'],
  ["b'abc'[9]", 'IndexError: index out of range'],
  ["b'a' + 'b'", "TypeError: can't concat str to bytes"],
  ["98 in b'abc', b'bc' in b'abc'", '(True, True)'],
  ["300 in b'abc'", 'ValueError: byte must be in range(0, 256)'],
  ["b'abcabc'.find(b'c', 3), b'abc'.count(98), b'abc'.index(b'b')", '(5, 1, 1)'],
  ["b'abc'.index(b'z')", 'ValueError: subsection not found'],
  ["b'abc'.find('a')", "TypeError: argument should be integer or bytes-like object, not 'str'"],
  ["b'abc'.startswith((b'x', b'ab'))", 'True'],
  [
    "b'a,b'.split(b','), b' a b '.split(), b'a\\r\\nb'.splitlines()",
    "([b'a', b'b'], [b'a', b'b'], [b'a', b'b'])",
  ],
  ["b','.join([b'a', bytearray(b'b')])", "b'a,b'"],
  ["b','.join([1])", 'TypeError: sequence item 0: expected a bytes-like object, int found'],
  ["b'abc'.replace(b'b', b'xx'), b'ab'.replace(b'', b'-')", "(b'axxc', b'-a-b-')"],
  ["b'abc'.hex(), b'abc'.hex('-', 2)", "('616263', '61-6263')"],
  ["bytes.fromhex('61 6g')", 'ValueError: non-hexadecimal number found in fromhex() arg at position 4'],
  ["b'abc'.center(7, b'*'), b'-5'.zfill(4)", "(b'**abc**', b'-005')"],
  ["b'abc'.center(7, b'**')", 'TypeError: center() argument 2 must be a byte string of length 1, not bytes'],
  ["b'%s %d %a %c' % (b'x', 5, 'y', 65)", 'b"x 5 \'y\' A"'],
  [
    "b'%s' % 'a'",
    "TypeError: %b requires a bytes-like object, or an object that implements __bytes__, not 'str'",
  ],
  ["b'abc'.translate(None, b'b'), b'aB'.swapcase(), b'ab cd'.title()", "(b'ac', b'Ab', b'Ab Cd')"],
  ["b'a' == bytearray(b'a'), b'a' < b'b', b'a' == 'a'", '(True, True, False)'],
  ["hash(b'abc') == hash('abc')", 'True'],
  ["type(B(b'x')[:]), B(b'x'), type(B.fromhex('61'))", "(<class 'bytes'>, b'x', <class '__main__.B'>)"],
  ["changed(bytearray(b'abc'), 'append', 300)", 'ValueError: byte must be in range(0, 256)'],
  [
    "changed(bytearray(b'abc'), 'extend', [1, 2]), changed(bytearray(b'abc'), 'insert', -99, 65)",
    "((bytearray(b'abc\\x01\\x02'), None), (bytearray(b'Aabc'), None))",
  ],
  [
    "changed(bytearray(b'abc'), 'pop'), changed(bytearray(b'abc'), 'reverse'), changed(bytearray(b'abc'), 'remove', 98)",
    "((bytearray(b'ab'), 99), (bytearray(b'cba'), None), (bytearray(b'ac'), None))",
  ],
  ["changed(bytearray(b'abc'), 'remove', 1)", 'ValueError: value not found in bytearray'],
  ['bytearray().pop()', 'IndexError: pop from empty bytearray'],
  ["changed(bytearray(b'abcdef'), '__setitem__', slice(0, 6, 2), b'xyz')", "(bytearray(b'xbydzf'), None)"],
  [
    "changed(bytearray(b'abcdef'), '__setitem__', slice(0, 6, 2), b'xy')",
    'ValueError: attempt to assign bytes of size 2 to extended slice of size 3',
  ],
  ["changed(bytearray(b'abcdef'), '__delitem__', slice(None, None, -2))", "(bytearray(b'ace'), None)"],
  ["changed(bytearray(b'abc'), '__setitem__', slice(1, 2), b'12345')", "(bytearray(b'a12345c'), None)"],
  ["changed(bytearray(b'abc'), '__iadd__', 'x')", "TypeError: can't concat str to bytearray"],
  ['hash(bytearray())', "TypeError: unhashable type: 'bytearray'"],
  ['repr(bytearray(b"\'"))', '\'bytearray(b"\\\\\\\'")\''],
]

it('answers as CPython does', () => {
  const given = answers(cases.map(([expression]) => expression), prelude)
  expect(cases.map(([expression], i) => [expression, given[i]])).toEqual(cases)
})
