// pack, unpack and their variants, shared by the functions and the methods of Struct.
import { newBytes } from '../../data/bytes.ts'
import { PyObject, type Visit } from '../../data/object.ts'
import { smallInt, type Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { bytesOf } from '../../protocols/buffer.ts'
import { MemoryError } from '../../protocols/exceptions.ts'
import { size } from '../../protocols/index-number.ts'
import { raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'
import { writableBytes } from '../writable-buffer.ts'
import { packValues, structError, unpackValues, type Format } from './layout.ts'

const LARGEST = 2 ** 31

export function pack(format: Format, values: readonly Value[], py: Thread): Value {
  const { layout } = format
  if (values.length !== layout.values) {
    raise(structError, `pack expected ${layout.values} items for packing (got ${values.length})`)
  }
  if (layout.size > LARGEST) raise(MemoryError)
  const bytes = new Uint8Array(layout.size)
  packValues(format, values, bytes, 0, py)
  return newBytes(bytes)
}

/** The greatest offset is no double. */
const exact = (offset: number): bigint => BigInt(Math.min(offset, 2 ** 63)) - (offset >= 2 ** 63 ? 1n : 0n)

export function packInto(format: Format, args: readonly Value[], py: Thread): void {
  const { layout } = format
  const [buffer, place, ...values] = args
  if (buffer === undefined) return raise(structError, 'pack_into expected buffer argument')
  if (place === undefined) return raise(structError, 'pack_into expected offset argument')
  if (values.length !== layout.values) {
    raise(structError, `pack_into expected ${layout.values} items for packing (got ${values.length})`)
  }
  const bytes = writableBytes(buffer, 'argument', py)
  let offset = size(place, py)
  if (offset < 0) {
    if (offset + layout.size > 0) raise(structError, `no space to pack ${layout.size} bytes at offset ${offset}`)
    if (offset + bytes.length < 0) raise(structError, `offset ${offset} out of range for ${bytes.length}-byte buffer`)
    offset += bytes.length
  }
  if (bytes.length - offset < layout.size) {
    raise(
      structError,
      `pack_into requires a buffer of at least ${layout.exactSize + exact(offset)} bytes for packing ${layout.size} bytes ` +
        `at offset ${exact(offset)} (actual buffer size is ${bytes.length})`,
    )
  }
  packValues(format, values, bytes, offset, py)
}

export function unpack(format: Format, bytes: Uint8Array): Value {
  if (bytes.length !== format.layout.size) raise(structError, `unpack requires a buffer of ${format.layout.size} bytes`)
  return unpackValues(format, bytes, 0)
}

export function unpackFrom(format: Format, bytes: Uint8Array, given: number): Value {
  const need = format.layout.size
  let offset = given
  if (offset < 0) {
    if (offset + need > 0) raise(structError, `not enough data to unpack ${need} bytes at offset ${offset}`)
    if (offset + bytes.length < 0) raise(structError, `offset ${offset} out of range for ${bytes.length}-byte buffer`)
    offset += bytes.length
  }
  if (bytes.length - offset < need) {
    raise(
      structError,
      `unpack_from requires a buffer of at least ${format.layout.exactSize + exact(offset)} bytes for unpacking ${need} bytes ` +
        `at offset ${exact(offset)} (actual buffer size is ${bytes.length})`,
    )
  }
  return unpackValues(format, bytes, offset)
}

class PyUnpackIterator extends PyObject {
  readonly format: Format
  /** Undefined once exhausted. */
  buffer: Value | undefined
  at = 0
  constructor(format: Format, buffer: Value) {
    super()
    this.format = format
    this.buffer = buffer
  }
  override traverse(visit: Visit): void {
    if (this.buffer !== undefined) visit(this.buffer)
  }
}

const method = methods<PyUnpackIterator>()

defineType('_struct.unpack_iterator', {
  doc: 'An iterator over equal structs in a buffer.',
  instance: PyUnpackIterator,
  slots: {
    iter: (self: PyUnpackIterator) => self,
    next(self, py) {
      if (self.buffer === undefined) return undefined
      const bytes = bytesOf(self.buffer, py)
      if (self.at >= bytes.length) {
        self.buffer = undefined
        return undefined
      }
      const values = unpackValues(self.format, bytes, self.at)
      self.at += self.format.layout.size
      return values
    },
  },
  methods: () => [
    method('__length_hint__(self, /)', 'How many structs are left.', (self, py) =>
      smallInt(self.buffer === undefined ? 0 : (bytesOf(self.buffer, py).length - self.at) / self.format.layout.size),
    ),
  ],
})

export function iterUnpack(format: Format, buffer: Value, py: Thread): Value {
  const { size: step } = format.layout
  if (step === 0) raise(structError, 'cannot iteratively unpack with a struct of length 0')
  if (bytesOf(buffer, py).length % step !== 0) {
    raise(structError, `iterative unpacking requires a buffer of a multiple of ${step} bytes`)
  }
  return new PyUnpackIterator(format, buffer)
}
