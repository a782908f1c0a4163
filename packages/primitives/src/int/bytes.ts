// int.to_bytes and int.from_bytes.
import { overflowFault } from '../fault.ts'
import { bigBitLength } from './bits.ts'
import { normalize } from './integer.ts'
import type { Integer } from './integer.ts'

export type ByteOrder = 'little' | 'big'

/** `int.from_bytes(bytes, order, signed=signed)` */
export function integerFromBytes(bytes: ArrayLike<number>, order: ByteOrder, signed: boolean): Integer {
  const size = bytes.length
  const at = order === 'big' ? (i: number) => bytes[i]! : (i: number) => bytes[size - 1 - i]!
  if (size === 0) return 0
  const negative = signed && at(0) >= 128
  if (size <= 6) {
    let value = 0
    for (let i = 0; i < size; i++) value = value * 256 + at(i)
    return negative ? value - 2 ** (8 * size) : value
  }
  let hex = '0x'
  for (let i = 0; i < size; i++) hex += (at(i) + 256).toString(16).slice(1)
  const value = BigInt(hex)
  return normalize(negative ? value - (1n << BigInt(8 * size)) : value)
}

/** `a.to_bytes(length, order, signed=signed)` */
export function integerToBytes(a: Integer, length: number, order: ByteOrder, signed: boolean): Uint8Array {
  if (a < 0 && !signed) throw overflowFault("can't convert negative int to unsigned")
  const bytes = new Uint8Array(length)
  let value = BigInt(a)
  const bits = signed ? bigBitLength(value < 0n ? ~value : value) + (a === 0 ? 0 : 1) : bigBitLength(value)
  if (
    (value < 0n && ~value === 0n ? Math.min(1, length) : value === 0n ? 0 : bits) > length * 8
  ) throw overflowFault('int too big to convert')
  if (value < 0n) value += 1n << BigInt(8 * length)
  const hex = value.toString(16).padStart(length * 2, '0')
  for (let i = 0; i < length; i++) {
    bytes[order === 'big' ? i : length - 1 - i] = parseInt(hex.slice(2 * i, 2 * i + 2), 16)
  }
  return bytes
}
