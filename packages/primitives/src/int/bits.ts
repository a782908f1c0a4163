// Shifts, bitwise operators and bit counts, on two's complement without end.
import { Fault, overflowFault, valueFault } from '../fault.ts'
import { normalize } from './integer.ts'
import type { Integer } from './integer.ts'

const MAX_BITS = 1 << 30

function isInt32(value: Integer): value is number {
  return typeof value === 'number' && (value | 0) === value
}

/** `a << count` */
export function shiftLeft(a: Integer, count: Integer): Integer {
  if (count < 0) throw valueFault('negative shift count')
  if (a === 0) return 0
  if (typeof count === 'bigint') throw overflowFault('too many digits in integer')
  if (typeof a === 'number' && count < 53) {
    const product = a * 2 ** count
    if (Number.isSafeInteger(product)) return product
  }
  if (count > MAX_BITS) throw new Fault('MemoryError', '')
  return normalize(BigInt(a) << BigInt(count))
}

/** `a >> count` */
export function shiftRight(a: Integer, count: Integer): Integer {
  if (count < 0) throw valueFault('negative shift count')
  if (typeof count === 'bigint') return a < 0 ? -1 : 0
  if (typeof a === 'number') {
    if ((a | 0) === a) return count > 31 ? (a < 0 ? -1 : 0) : a >> count
    return count > 60 ? (a < 0 ? -1 : 0) : Math.floor(a / 2 ** count)
  }
  return normalize(a >> BigInt(count))
}

/** `a & b` */
export function bitAnd(a: Integer, b: Integer): Integer {
  if (isInt32(a) && isInt32(b)) return a & b
  return normalize(BigInt(a) & BigInt(b))
}
/** `a | b` */
export function bitOr(a: Integer, b: Integer): Integer {
  if (isInt32(a) && isInt32(b)) return a | b
  return normalize(BigInt(a) | BigInt(b))
}
/** `a ^ b` */
export function bitXor(a: Integer, b: Integer): Integer {
  if (isInt32(a) && isInt32(b)) return a ^ b
  return normalize(BigInt(a) ^ BigInt(b))
}
/** `~a` */
export function invert(a: Integer): Integer {
  return typeof a === 'number' && a !== 9007199254740991 ? -1 - a : normalize(~BigInt(a))
}

/** `a.bit_length()` */
export function bitLength(a: Integer): number {
  if (typeof a === 'bigint') return bigBitLength(a)
  const size = Math.abs(a)
  return size < 4294967296 ? 32 - Math.clz32(size) : 64 - Math.clz32(size / 4294967296)
}

/** Bits of the absolute value. */
export function bigBitLength(a: bigint): number {
  const hex = (a < 0n ? -a : a).toString(16)
  return hex.length * 4 - Math.clz32(parseInt(hex[0]!, 16)) + 28
}

/** `a.bit_count()` */
export function bitCount(a: Integer): number {
  let count = 0
  if (typeof a === 'number') {
    const size = Math.abs(a)
    return ones(size >>> 0) + ones(Math.floor(size / 4294967296))
  }
  const hex = (a < 0n ? -a : a).toString(16)
  for (let end = hex.length; end > 0; end -= 7) count += ones(
    parseInt(hex.slice(Math.max(0, end - 7), end), 16)
  )
  return count
}

function ones(word: number): number {
  let v = word - ((word >>> 1) & 0x55555555)
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333)
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
