// memoryview: expressions and CPython 3.13's answers.
import { expect, it } from 'vitest'
import { answers } from '../run-python.ts'

const prelude = `
data = bytearray(b'abcdef')
view = memoryview(data)
frozen = memoryview(b'abcdef')
def stored(key, value, of=view):
    of[key] = value
    return of.tobytes()
released = memoryview(b'x')
released.release()
def held():
    array = bytearray(b'abc')
    with memoryview(array):
        array.append(1)
`

const cases: readonly (readonly [string, string])[] = [
  ['memoryview(3)', "TypeError: memoryview: a bytes-like object is required, not 'int'"],
  ['frozen[0], frozen[-1], bytes(frozen[::-2])', "(97, 102, b'fdb')"],
  ['frozen[10]', 'IndexError: index out of bounds on dimension 1'],
  ["frozen['a']", 'TypeError: memoryview: invalid slice key'],
  ['stored(0, 65)', "b'Abcdef'"],
  ['stored(0, 300)', "ValueError: memoryview: invalid value for format 'B'"],
  ["stored(0, 'a')", "TypeError: memoryview: invalid type for format 'B'"],
  ["stored(slice(0, 2), b'XY')", "b'XYcdef'"],
  [
    "stored(slice(0, 2), b'XYZ')",
    'ValueError: memoryview assignment: lvalue and rvalue have different structures',
  ],
  ['stored(0, 1, frozen)', 'TypeError: cannot modify read-only memory'],
  [
    "view.cast('H').tolist(), view.cast('B', [2, 3]).tolist(), view.cast('B', [2, 3])[1, 2]",
    '([22872, 25699, 26213], [[88, 89, 99], [100, 101, 102]], 102)',
  ],
  [
    "view.cast('z')",
    "ValueError: memoryview: destination format must be a native single character format prefixed with an optional '@'",
  ],
  ["view.cast('I')", 'TypeError: memoryview: length is not a multiple of itemsize'],
  ["view.cast('B', [2, 3])[0]", 'NotImplementedError: multi-dimensional sub-views are not implemented'],
  ["view[::2].cast('H')", 'TypeError: memoryview: casts are restricted to C-contiguous views'],
  [
    '(frozen.nbytes, frozen.shape, frozen.strides, frozen.format, frozen.readonly, frozen.obj)',
    "(6, (6,), (1,), 'B', True, b'abcdef')",
  ],
  [
    "frozen == b'abcdef', frozen[::2] == b'ace', frozen == 3, hash(frozen) == hash(b'abcdef')",
    '(True, True, False, True)',
  ],
  ['hash(view)', 'ValueError: cannot hash writable memoryview object'],
  ['released[0]', 'ValueError: operation forbidden on released memoryview object'],
  ['held()', 'BufferError: Existing exports of data: object cannot be re-sized'],
  ["memoryview(b'\\0\\0\\x80\\x3f').cast('f').tolist()", '[1.0]'],
  ["list(frozen), 97 in frozen, frozen.hex(':', 2)", "([97, 98, 99, 100, 101, 102], True, '6162:6364:6566')"],
  ["b''.join([frozen[::2]])", 'TypeError: sequence item 0: expected a bytes-like object, memoryview found'],
  ["stored(0, 1.5, memoryview(bytearray(4)).cast('f'))", "b'\\x00\\x00\\xc0?'"],
]

it('answers as CPython does', () => {
  const given = answers(cases.map(([expression]) => expression), prelude)
  expect(cases.map(([expression], i) => [expression, given[i]])).toEqual(cases)
})
