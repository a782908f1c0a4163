// array[key] = value and del array[key].
import type { PyByteArray } from '../../data/bytes.ts'
import { PySlice } from '../../data/slice.ts'
import { typeOf } from '../../data/type.ts'
import { asStr, type Value } from '../../data/values.ts'
import { IndexError, TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { size } from '../../protocols/index-number.ts'
import { isNumber } from '../../protocols/number.ts'
import { raise } from '../../protocols/raise.ts'
import { fitSlice, unpackSlice } from '../../protocols/slice-indices.ts'
import type { Thread } from '../../thread.ts'
import { byteOf, bytesOfItems } from '../bytes/construct.ts'
import { removeStepped, spliceBytes } from './storage.ts'

const none = new Uint8Array(0)

export function setItem(self: PyByteArray, key: Value, value: Value | undefined, py: Thread): void {
  if (key instanceof PySlice) return setSlice(self, key, value, py)
  if (typeof key === 'string' || (typeof key === 'object' && typeOf(key).slots.index === undefined)) {
    raise(PyTypeError, `bytearray indices must be integers or slices, not ${typeOf(key).tpName}`)
  }
  const wanted = size(key, py, IndexError)
  // The value's `__index__` may shorten the array: it is asked before the place is looked at.
  const byte = value === undefined ? undefined : byteOf(value, py, 'byte must be in range(0, 256)')
  const place = wanted < 0 ? wanted + self.length : wanted
  if (place < 0 || place >= self.length) raise(IndexError, 'bytearray index out of range')
  if (byte === undefined) spliceBytes(self, place, 1, none)
  else self.buffer[place] = byte
}

/** Contents for a slice: bytes-like or an iterable of ints, but no number and no str. */
function contentsOf(value: Value, py: Thread): Uint8Array {
  if (isNumber(value) || asStr(value) !== undefined) {
    raise(PyTypeError, 'can assign only bytes, buffers, or iterables of ints in range(0, 256)')
  }
  return bytesOfItems(value, 'bytearray', 'byte must be in range(0, 256)', py)
}

function setSlice(self: PyByteArray, key: PySlice, value: Value | undefined, py: Thread): void {
  const raw = unpackSlice(key, py)
  const bytes = value === undefined ? none : contentsOf(value, py)
  const { start, stop, step, count } = fitSlice(raw, self.length)
  if (step === 1) return spliceBytes(self, start, Math.max(0, stop - start), bytes)
  if (value === undefined || bytes.length === 0) {
    if (bytes.length !== count && value !== undefined) wrongSize(bytes.length, count)
    return step > 0 ? removeStepped(self, start, step, count) : removeStepped(self, start + (count - 1) * step, -step, count)
  }
  if (bytes.length !== count) wrongSize(bytes.length, count)
  for (let i = 0, at = start; i < count; i++, at += step) self.buffer[at] = bytes[i] as number
}

function wrongSize(given: number, wanted: number): never {
  return raise(ValueError, `attempt to assign bytes of size ${given} to extended slice of size ${wanted}`)
}
