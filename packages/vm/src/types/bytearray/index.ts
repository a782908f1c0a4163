// bytearray: construction, contents, the methods that change it; the rest it shares with bytes.
import { reprBytes } from '@pellucid/primitives'
import { newBytes, PyByteArray } from '../../data/bytes.ts'
import { newTuple } from '../../data/sequences.ts'
import { TypeFlags, typeOf, type PyType } from '../../data/type.ts'
import { asStr, narrowStr, newInt, newStr, smallInt, type Value } from '../../data/values.ts'
import { classMethod, methods } from '../../object/define-builtin.ts'
import { defineType, withClass } from '../../object/define-type.ts'
import { bytesOrUndefined } from '../../protocols/buffer.ts'
import { call, callMethod } from '../../protocols/call.ts'
import {
  BufferError, BytesWarning, IndexError, TypeError as PyTypeError, ValueError,
} from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import { warn } from '../../protocols/warn.ts'
import type { Thread } from '../../thread.ts'
import { blankBytes, byteOf, bytesOfItems, bytesOfText, copyOfBuffer, countOf } from '../bytes/construct.ts'
import { fromHex } from '../bytes/hex.ts'
import { byteArrayIterator } from '../bytes/iterator.ts'
import { makeTransMethod, sharedMethods } from '../bytes/methods.ts'
import { repeated, sequenceSlots } from '../bytes/sequence.ts'
import { setItem } from './items.ts'
import { appendByte, spliceBytes } from './storage.ts'

const make = (bytes: Uint8Array): PyByteArray => new PyByteArray(bytes)
const method = methods<PyByteArray>()
const shared = sharedMethods(make)

function initialContents(source: Value, py: Thread): Uint8Array {
  if (asStr(source) !== undefined) raise(PyTypeError, 'string argument without an encoding')
  const count = countOf(source, py)
  return count === undefined ? bytesOfItems(source, 'bytearray', 'byte must be in range(0, 256)', py) : blankBytes(count)
}

/** CPython escapes every single quote here, whichever quote stands around. */
function repr(self: PyByteArray): string {
  const text = reprBytes(self.bytes)
  return `${typeOf(self).name}(${text.startsWith('b"') ? text.replaceAll("'", "\\'") : text})`
}

function extend(self: PyByteArray, items: Value, py: Thread): void {
  if (asStr(items) !== undefined) raise(PyTypeError, 'expected iterable of integers; got: \'str\'')
  const bytes = copyOfBuffer(items, py)
  if (bytes !== undefined) return spliceBytes(self, self.length, 0, bytes)
  const refusal = `can't extend bytearray with ${typeOf(items).tpName}`
  spliceBytes(self, self.length, 0, bytesOfItems(items, 'bytearray', 'byte must be in range(0, 256)', py, refusal))
}

/** State of a subclass instance, for pickle. */
function stateOf(self: PyByteArray, py: Thread): Value {
  return callMethod(self, '__getstate__', [], py)
}

const byte = (value: Value, py: Thread): number => byteOf(value, py, 'byte must be in range(0, 256)')

const ownMethods = {
  first: [
    method('__alloc__(self, /)', 'Answer the number of bytes that are allocated.', (self) =>
      newInt(self.length === 0 ? 0 : Math.max(self.buffer.length, self.length) + 1),
    ),
    method('__reduce__(self, /)', 'Help pickle.', (self, py) => {
      const text = newStr(Array.from(self.bytes, (unit) => String.fromCharCode(unit)).join(''))
      const args = self.length === 0 ? newTuple([]) : newTuple([text, narrowStr('latin-1')])
      return newTuple([typeOf(self), args, stateOf(self, py)])
    }),
    method('__reduce_ex__(self, proto: cint = 0, /)', 'Help pickle.', (self, protocol, py) => {
      const text = newStr(Array.from(self.bytes, (unit) => String.fromCharCode(unit)).join(''))
      const old = self.length === 0 ? newTuple([]) : newTuple([text, narrowStr('latin-1')])
      const modern = self.length === 0 ? newTuple([]) : newTuple([bytesValue(self)])
      return newTuple([typeOf(self), protocol < 3 ? old : modern, stateOf(self, py)])
    }),
    method('__sizeof__(self, /)', 'Answer the memory that the object takes, in bytes.', (self) =>
      newInt(56 + (self.length === 0 ? 0 : Math.max(self.buffer.length, self.length) + 1)),
    ),
    method(
      'append(self, item: object, /)',
      'Add a byte at the end.',
      (self, item, py) => appendByte(self, byte(item, py)),
    ),
  ],
  clear: method(
    'clear(self, /)',
    'Remove all bytes.',
    (self) => spliceBytes(self, 0, self.length, new Uint8Array(0)),
  ),
  copy: method('copy(self, /)', 'Answer a copy.', (self) => make(self.bytes.slice())),
  extend: method('extend(self, iterable_of_ints: object, /)', 'Add bytes at the end.', extend),
  insert: method(
    'insert(self, index: index, item: object, /)',
    'Insert a byte before a place.',
    (self, place, item, py) => {
      const value = byte(item, py)
      const at = place < 0 ? Math.max(0, place + self.length) : Math.min(place, self.length)
      spliceBytes(self, at, 0, Uint8Array.of(value))
    },
  ),
  pop: method('pop(self, index: index = -1, /)', 'Remove and answer the byte at a place.', (self, place) => {
    if (self.length === 0) raise(IndexError, 'pop from empty bytearray')
    const at = place < 0 ? place + self.length : place
    if (at < 0 || at >= self.length) raise(IndexError, 'pop index out of range')
    const value = self.buffer[at] as number
    spliceBytes(self, at, 1, new Uint8Array(0))
    return smallInt(value)
  }),
  remove: method('remove(self, value: object, /)', 'Remove the first byte of a value.', (self, value, py) => {
    const at = self.bytes.indexOf(byte(value, py))
    if (at < 0) raise(ValueError, 'value not found in bytearray')
    spliceBytes(self, at, 1, new Uint8Array(0))
  }),
  reverse: method('reverse(self, /)', 'Turn the order around.', (self) => {
    self.bytes.reverse()
  }),
}

function bytesValue(self: PyByteArray): Value {
  return newBytes(self.bytes.slice())
}

export const byteArrayType: PyType = defineType(
  'bytearray(source: object = <unrepresentable>, encoding: cstring = <unrepresentable>, errors: cstring = <unrepresentable>)',
  {
    doc: 'A sequence of bytes that can change: of ints, of a bytes-like object, of a text in an encoding, or zeros.',
    text: null,
    flags: TypeFlags.MATCH_SELF,
    instance: PyByteArray,
    subclassable: true,
    newRaw: (cls) => withClass(make(new Uint8Array(0)), cls),
    init(self: PyByteArray, source, encoding, errors, py) {
      // Whatever comes of it, the old contents are gone.
      spliceBytes(self, 0, self.length, new Uint8Array(0))
      const text = bytesOfText(source, encoding, errors, py)
      const contents = text?.slice() ?? (source === undefined ? new Uint8Array(0) : initialContents(source, py))
      spliceBytes(self, 0, self.length, contents)
    },
    slots: {
      repr: (self: PyByteArray) => narrowStr(repr(self)),
      str(self, py) {
        if (py.interpreter.settings.flags?.bytesWarning) warn(py, BytesWarning, 'str() on a bytearray instance')
        return narrowStr(repr(self))
      },
      iter: (self) => byteArrayIterator(self),
      ...sequenceSlots('bytearray', make),
      setitem: setItem,
      inplaceConcat(self, other, py) {
        // The right side's buffer is out while the left side grows.
        if (other === self && self.length > 0) raise(
          BufferError,
          'Existing exports of data: object cannot be re-sized',
        )
        const bytes = bytesOrUndefined(other, py)
        if (bytes === undefined) return raise(
          PyTypeError,
          `can't concat ${typeOf(other).tpName} to ${typeOf(self).tpName}`,
        )
        spliceBytes(self, self.length, 0, bytes.slice())
        return self
      },
      inplaceRepeat(self, count) {
        spliceBytes(self, 0, self.length, repeated(self.bytes, count))
        return self
      },
      buffer(self) {
        self.exports++
        return { owner: self, bytes: self.bytes, readonly: false, format: 'B', itemsize: 1, shape: [self.length], strides: [1] }
      },
      releaseBuffer(self) {
        self.exports--
      },
    },
    methods: () => [
      ...ownMethods.first,
      shared.beforeFromHex[0] as never,
      shared.beforeFromHex[1] as never,
      ownMethods.clear,
      ownMethods.copy,
      ...shared.beforeFromHex.slice(2, 6),
      ownMethods.extend,
      ...shared.beforeFromHex.slice(6),
      classMethod('fromhex(cls, string: str, /)', 'Read pairs of hexadecimal digits.', (cls, string, py) => {
        const made = make(fromHex(string))
        return cls === byteArrayType ? made : call(cls, [made], py)
      }),
      ...shared.beforeMakeTrans.slice(0, 2),
      ownMethods.insert,
      ...shared.beforeMakeTrans.slice(2),
      makeTransMethod(),
      shared.rest[0] as never,
      ownMethods.pop,
      ownMethods.remove,
      ...shared.rest.slice(1, 4),
      ownMethods.reverse,
      ...shared.rest.slice(4),
    ],
  },
)
