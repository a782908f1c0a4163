// bytes: construction, items, comparison; the methods it shares with bytearray are in the files beside.
import { reprBytes } from '@pellucid/primitives'
import { newBytes, PyBytes } from '../../data/bytes.ts'
import { newTuple } from '../../data/sequences.ts'
import { TypeFlags, typeOf, type PyType } from '../../data/type.ts'
import { asStr, narrowStr } from '../../data/values.ts'
import { classMethod, methods } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { call } from '../../protocols/call.ts'
import { BytesWarning, TypeError as PyTypeError, OverflowError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import { hashOfBytes } from '../../protocols/string-hash.ts'
import { warn } from '../../protocols/warn.ts'
import { blankBytes, bytesOfItems, bytesOfText, countOf, specialBytes } from './construct.ts'
import { fromHex } from './hex.ts'
import { bytesIterator } from './iterator.ts'
import { sequenceSlots } from './sequence.ts'
import { makeTransMethod, sharedMethods } from './methods.ts'

const method = methods<PyBytes>()
const shared = sharedMethods(newBytes)

export const bytesType: PyType = defineType(
  'bytes(source: object = <unrepresentable>, encoding: cstring = <unrepresentable>, errors: cstring = <unrepresentable>)',
  {
    doc: 'An immutable sequence of bytes: of ints, of a bytes-like object, of a text in an encoding, or zeros.',
    text: null,
    instance: PyBytes,
    subclassable: true,
    layout: 'variable',
    flags: TypeFlags.MATCH_SELF,
    new(cls, source, encoding, errors, py) {
      const own = (bytes: Uint8Array): PyBytes => (cls === bytesType ? newBytes(bytes) : new PyBytes(bytes))
      const text = bytesOfText(source, encoding, errors, py)
      if (text !== undefined) return own(text)
      if (source === undefined) return own(new Uint8Array(0))
      const special = specialBytes(source, py)
      if (special !== undefined) return cls === bytesType ? special : own(special.bytes)
      if (asStr(source) !== undefined) raise(PyTypeError, 'string argument without an encoding')
      const count = countOf(source, py)
      if (count !== undefined && count >= 2 ** 63 - 64) raise(OverflowError, 'byte string is too large')
      return own(count === undefined ? bytesOfItems(source, 'bytes', 'bytes must be in range(0, 256)', py) : blankBytes(count))
    },
    slots: {
      repr: (self: PyBytes) => narrowStr(reprBytes(self.bytes)),
      str(self, py) {
        if (py.interpreter.settings.flags?.bytesWarning) warn(py, BytesWarning, 'str() on a bytes instance')
        return narrowStr(reprBytes(self.bytes))
      },
      hash: (self) => hashOfBytes(self.bytes),
      iter: (self) => bytesIterator(self),
      ...sequenceSlots('bytes', newBytes),
      buffer: (self) => ({
        owner: self, bytes: self.bytes, readonly: true, format: 'B', itemsize: 1, shape: [self.bytes.length], strides: [1],
      }),
    },
    methods: () => [
      method('__getnewargs__(self, /)', 'Help pickle.', (self) => newTuple([newBytes(self.bytes)])),
      method(
        '__bytes__(self, /)',
        'Answer the bytes themselves.',
        (self) => (typeOf(self) === bytesType ? self : newBytes(self.bytes)),
      ),
      ...shared.beforeFromHex,
      classMethod('fromhex(cls, string: str, /)', 'Read pairs of hexadecimal digits.', (cls, string, py) => {
        const made = newBytes(fromHex(string))
        return cls === bytesType ? made : call(cls, [made], py)
      }),
      ...shared.beforeMakeTrans,
      makeTransMethod(),
      ...shared.rest,
    ],
  },
)
