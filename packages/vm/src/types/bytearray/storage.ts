// Changing the contents of a bytearray: its length is fixed while views are out.
import type { PyByteArray } from '../../data/bytes.ts'
import { BufferError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import { blankBytes } from '../bytes/construct.ts'

function checkResizable(array: PyByteArray): void {
  if (array.exports > 0) raise(BufferError, 'Existing exports of data: object cannot be re-sized')
}

/** The storage for a length that the present one does not hold; `__alloc__` shows it, so it grows as CPython's. */
function storageFor(array: PyByteArray, length: number): Uint8Array {
  const { length: held } = array.buffer
  const allocated = held === 0 ? 0 : held + 1
  const spare = length <= allocated * 1.125 ? Math.floor(length / 8) + (length < 9 ? 2 : 5) : 0
  return blankBytes(length + spare)
}

/** Replace `count` bytes from `start` by others. */
export function spliceBytes(array: PyByteArray, start: number, count: number, bytes: Uint8Array): void {
  const growth = bytes.length - count
  if (growth === 0) {
    array.buffer.set(bytes === array.bytes ? bytes.slice() : bytes, start)
    return
  }
  checkResizable(array)
  const length = array.length + growth
  const inserted = bytes.buffer === array.buffer.buffer ? bytes.slice() : bytes
  if (length > array.buffer.length) {
    const grown = storageFor(array, length)
    grown.set(array.buffer.subarray(0, start))
    grown.set(array.buffer.subarray(start + count, array.length), start + bytes.length)
    array.buffer = grown
  } else {
    array.buffer.copyWithin(start + bytes.length, start + count, array.length)
    if (length < Math.floor((array.buffer.length + 1) / 2)) array.buffer = array.buffer.slice(0, length)
  }
  array.buffer.set(inserted, start)
  array.length = length
}

export function appendByte(array: PyByteArray, byte: number): void {
  checkResizable(array)
  if (array.length === array.buffer.length) {
    const grown = storageFor(array, array.length + 1)
    grown.set(array.buffer)
    array.buffer = grown
  }
  array.buffer[array.length++] = byte
}

/** Remove every byte whose place is start, start + step, … (`count` of them, step positive). */
export function removeStepped(array: PyByteArray, start: number, step: number, count: number): void {
  if (count === 0) return
  checkResizable(array)
  const { buffer, length } = array
  let to = start
  let removed = 0
  for (let at = start; at < length; at++) {
    if (removed < count && at === start + removed * step) removed++
    else buffer[to++] = buffer[at] as number
  }
  array.length = length - count
}
