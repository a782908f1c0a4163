// Slots that bytes and bytearray share: length, items, containment, concatenation, comparison.
import { findUnits } from '@pellucid/primitives'
import { PyByteArray, PyBytes } from '../../data/bytes.ts'
import { PySlice } from '../../data/slice.ts'
import { Compare } from '../../data/slots.ts'
import { typeOf } from '../../data/type.ts'
import { asInt, asStr, NotImplemented, smallInt, type Value } from '../../data/values.ts'
import { bytesOf, bytesOrUndefined } from '../../protocols/buffer.ts'
import {
  BytesWarning, MemoryError, OverflowError, TypeError as PyTypeError, ValueError,
} from '../../protocols/exceptions.ts'
import { index } from '../../protocols/index-number.ts'
import { ordered } from '../../protocols/ordering.ts'
import { itemIndex } from '../../protocols/positions.ts'
import { raise } from '../../protocols/raise.ts'
import { sliceBounds } from '../../protocols/slice-indices.ts'
import { warn } from '../../protocols/warn.ts'
import type { Thread } from '../../thread.ts'
import { blankBytes } from './construct.ts'
import { percentBytes } from './percent.ts'

type AnyBytes = PyBytes | PyByteArray

/** Negative, zero or positive as a is below, equal to or above b. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const difference = (a[i] as number) - (b[i] as number)
    if (difference !== 0) return difference
  }
  return a.length - b.length
}

export function joinTwo(a: Uint8Array, b: Uint8Array): Uint8Array {
  const out = blankBytes(a.length + b.length)
  out.set(a)
  out.set(b, a.length)
  return out
}

export function repeated(bytes: Uint8Array, count: number, kind = 'bytearray'): Uint8Array {
  if (count <= 0 || bytes.length === 0) return new Uint8Array(0)
  if (kind === 'bytes' && count * bytes.length >= 2 ** 63) raise(OverflowError, 'repeated bytes are too long')
  if (count * bytes.length > Number.MAX_SAFE_INTEGER) raise(MemoryError)
  const out = blankBytes(bytes.length * count)
  if (bytes.length === 1) return out.fill(bytes[0] as number)
  out.set(bytes)
  for (let done = bytes.length; done < out.length; done *= 2) out.copyWithin(done, 0, Math.min(done, out.length - done))
  return out
}

/** The bytes that a slice selects, copied. */
export function slicedBytes(bytes: Uint8Array, slice: PySlice, py: Thread): Uint8Array {
  const { start, step, count } = sliceBounds(slice, bytes.length, py)
  if (step === 1) return bytes.slice(start, start + count)
  const out = new Uint8Array(count)
  for (let i = 0, at = start; i < count; i++, at += step) out[i] = bytes[at] as number
  return out
}

/** `item in bytes`: an int from 0 to 255, or a run of bytes. */
export function containsBytes(bytes: Uint8Array, item: Value, py: Thread): boolean {
  if (asInt(item) !== undefined || (typeof item === 'object' && typeOf(item).slots.index !== undefined)) {
    const byte = index(item, py)
    if (byte < 0 || byte > 255) raise(ValueError, 'byte must be in range(0, 256)')
    return bytes.includes(byte as number)
  }
  return findUnits(bytes, bytesOf(item, py), 0, bytes.length) >= 0
}

function richcompare(self: AnyBytes, other: Value, op: Compare, py: Thread): Value {
  const right = other instanceof PyBytes || other instanceof PyByteArray ? other.bytes : otherBytes(self, other, py)
  if (right === undefined) {
    if (py.interpreter.settings.flags?.bytesWarning && (op === Compare.EQ || op === Compare.NE)) warnComparison(self, other, py)
    return NotImplemented
  }
  return ordered(compareBytes(self.bytes, right), op)
}

/** Only bytearray compares with other bytes-like objects. */
function otherBytes(self: AnyBytes, other: Value, py: Thread): Uint8Array | undefined {
  return self instanceof PyByteArray && asStr(other) === undefined ? bytesOrUndefined(other, py) : undefined
}

function warnComparison(self: AnyBytes, other: Value, py: Thread): void {
  const kind = self instanceof PyBytes ? 'bytes' : 'bytearray'
  if (asStr(other) !== undefined) warn(py, BytesWarning, `Comparison between ${kind} and string`)
  else if (self instanceof PyBytes && asInt(other) !== undefined) warn(py, BytesWarning, 'Comparison between bytes and int')
}

/** The shared slots of a class, `make` being how it makes one of its objects. */
export function sequenceSlots(name: 'bytes' | 'bytearray', make: (bytes: Uint8Array) => Value) {
  const outside = name === 'bytes' ? 'index out of range' : 'bytearray index out of range'
  return {
    richcompare,
    len: (self: AnyBytes): number => self.bytes.length,
    getitem(self: AnyBytes, key: Value, py: Thread): Value {
      if (key instanceof PySlice) return make(slicedBytes(self.bytes, key, py))
      if (typeof key === 'string' || (typeof key === 'object' && typeOf(key).slots.index === undefined)) {
        const kind = name === 'bytes' ? 'byte' : 'bytearray'
        raise(PyTypeError, `${kind} indices must be integers or slices, not ${typeOf(key).tpName}`)
      }
      return smallInt(self.bytes[itemIndex(key, self.bytes.length, outside, py)] as number)
    },
    contains: (self: AnyBytes, item: Value, py: Thread): boolean => containsBytes(self.bytes, item, py),
    concat(self: AnyBytes, other: Value, py: Thread): Value {
      const right = bytesOrUndefined(other, py)
      if (right === undefined) return raise(
        PyTypeError,
        `can't concat ${typeOf(other).tpName} to ${typeOf(self).tpName}`,
      )
      return make(joinTwo(self.bytes, right))
    },
    repeat: (self: AnyBytes, count: number): Value =>
      count === 1 && self instanceof PyBytes && !Object.hasOwn(self, 'type') ? self : make(repeated(self.bytes, count, name)),
    remainder(left: Value, right: Value, py: Thread): Value {
      if (!(name === 'bytes' ? left instanceof PyBytes : left instanceof PyByteArray)) return NotImplemented
      return make(percentBytes((left as AnyBytes).bytes, right, py))
    },
  }
}
