// Iterators over the bytes of bytes and bytearrays.
import type { PyBytes } from '../../data/bytes.ts'
import { type PyByteArray } from '../../data/bytes.ts'
import { PyObject, type Visit } from '../../data/object.ts'
import { emptyTuple, newTuple } from '../../data/sequences.ts'
import { narrowStr, newInt, None, smallInt, type Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { getItem } from '../../protocols/subscript.ts'

class ByteIterator<T extends PyBytes | PyByteArray> extends PyObject {
  /** Undefined once exhausted. */
  source: T | undefined
  place = 0
  constructor(source: T) {
    super()
    this.source = source
  }
  override traverse(visit: Visit): void {
    if (this.source !== undefined) visit(this.source)
  }
}
export class PyBytesIterator extends ByteIterator<PyBytes> {}
export class PyByteArrayIterator extends ByteIterator<PyByteArray> {}

export const bytesIterator = (bytes: PyBytes): PyBytesIterator => new PyBytesIterator(bytes)
export const byteArrayIterator = (bytes: PyByteArray): PyByteArrayIterator => new PyByteArrayIterator(bytes)

type AnyIterator = PyBytesIterator | PyByteArrayIterator

function next(self: AnyIterator): Value | undefined {
  const { source } = self
  if (source === undefined) return undefined
  const { bytes } = source
  if (self.place < bytes.length) return smallInt(bytes[self.place++] as number)
  self.source = undefined
  return undefined
}

const method = methods<AnyIterator>()
const iteratorMethods = (empty: () => Value) => [
  method('__length_hint__(self, /)', 'Answer the number of bytes left.', (self) =>
    newInt(self.source === undefined ? 0 : Math.max(0, self.source.bytes.length - self.place)),
  ),
  method('__reduce__(self, /)', 'Help pickle.', (self, py) => {
    const iter = getItem(py.interpreter.builtins, narrowStr('iter'), py)
    if (self.source === undefined) return newTuple([iter, newTuple([empty()])])
    return newTuple([iter, newTuple([self.source]), newInt(self.place)])
  }),
  method('__setstate__(self, object: exactsize, /)', 'Help pickle.', (self, place) => {
    if (self.source !== undefined) self.place = Math.min(Math.max(place, 0), self.source.bytes.length)
    return None
  }),
]
const slots = { iter: (self: AnyIterator): Value => self, next }

export const bytesIteratorType = defineType('bytes_iterator', {
  doc: 'Iterates over the bytes of a bytes object.',
  instance: PyBytesIterator,
  slots,
  methods: () => iteratorMethods(() => emptyTuple),
})
export const byteArrayIteratorType = defineType('bytearray_iterator', {
  doc: 'Iterates over the bytes of a bytearray.',
  instance: PyByteArrayIterator,
  slots,
  methods: () => iteratorMethods(() => emptyTuple),
})
