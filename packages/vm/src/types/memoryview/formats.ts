// Items in native format, one character each: what a memoryview reads and writes.
import { integerFromBytes, integerToBytes } from '@pellucid/primitives'
import { newBytes, PyBytes } from '../../data/bytes.ts'
import { typeOf } from '../../data/type.ts'
import { asInt, bigValue, newFloat, type Int, type Value } from '../../data/values.ts'
import {
  NotImplementedError, OverflowError, TypeError as PyTypeError, ValueError,
} from '../../protocols/exceptions.ts'
import { faulty } from '../../protocols/fault.ts'
import { floatOf } from '../../protocols/float-number.ts'
import { index } from '../../protocols/index-number.ts'
import { isRaised, raise } from '../../protocols/raise.ts'
import { truth } from '../../protocols/truth.ts'
import type { Thread } from '../../thread.ts'

const sizes: Readonly<Record<string, number>> = {
  c: 1, b: 1, B: 1, '?': 1, h: 2, H: 2, i: 4, I: 4, l: 8, L: 8, q: 8, Q: 8, n: 8, N: 8, P: 8, e: 2, f: 4, d: 8,
}

/** The one character of a native format; undefined for any other format. */
export function nativeCharacter(format: string): string | undefined {
  const character = format.startsWith('@') ? format.slice(1) : format
  return character.length === 1 && Object.hasOwn(sizes, character) ? character : undefined
}
export function formatSize(character: string): number {
  return sizes[character] as number
}

const scratch = new DataView(new ArrayBuffer(8))

function halfToNumber(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1
  const exponent = (bits >> 10) & 31
  const fraction = bits & 0x3ff
  if (exponent === 0) return sign * fraction * 2 ** -24
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN
  return sign * (1024 + fraction) * 2 ** (exponent - 25)
}

/** Bits of a half-precision float, rounded half to even; OverflowError beyond its range. */
function numberToHalf(x: number): number {
  if (x !== x) return 0x7e00
  const sign = x < 0 || Object.is(x, -0) ? 0x8000 : 0
  const size = Math.abs(x)
  if (size === Infinity) return sign | 0x7c00
  if (size < 2 ** -25) return sign
  const exponent = Math.max(-14, Math.floor(Math.log2(size)))
  const scaled = size / 2 ** (exponent - 10)
  const floor = Math.floor(scaled)
  const rest = scaled - floor
  let digits = rest > 0.5 || (rest === 0.5 && floor % 2 === 1) ? floor + 1 : floor
  let power = exponent
  if (digits >= 2048) {
    digits /= 2
    power++
  }
  if (power > 15) raise(OverflowError, 'float too large to pack with e format')
  return sign | (digits >= 1024 ? ((power + 15) << 10) | (digits - 1024) : digits)
}

/** The item at an offset. */
export function unpackItem(bytes: Uint8Array, offset: number, format: string): Value {
  const character = nativeCharacter(format)
  if (character === undefined) return raise(NotImplementedError, `memoryview: format ${format} not supported`)
  if (character === 'B') return bytes[offset] as unknown as Int
  const size = formatSize(character)
  const item = bytes.subarray(offset, offset + size)
  switch (character) {
    case 'c':
      return newBytes(item.slice())
    case '?':
      return item[0] !== 0
    case 'e':
      return newFloat(halfToNumber((item[0] as number) | ((item[1] as number) << 8)))
    case 'f':
    case 'd':
      item.forEach((byte, i) => scratch.setUint8(i, byte))
      return newFloat(character === 'f' ? scratch.getFloat32(0, true) : scratch.getFloat64(0, true))
    default:
      return integerFromBytes(item, 'little', 'bhilqn'.includes(character)) as Int
  }
}

function numberBytes(value: Value, character: string, py: Thread): Uint8Array {
  const double = floatOf(value, py)
  if (character === 'e') {
    const bits = numberToHalf(double)
    return Uint8Array.of(bits & 255, bits >> 8)
  }
  if (character === 'f') scratch.setFloat32(0, double, true)
  else scratch.setFloat64(0, double, true)
  return new Uint8Array(scratch.buffer.slice(0, formatSize(character)))
}

function integerBytes(value: Value, character: string, format: string, py: Thread): Uint8Array {
  const int = bigValue(index(value, py))
  const bits = BigInt(8 * formatSize(character))
  const signed = 'bhilqn'.includes(character)
  const low = signed ? -(1n << (bits - 1n)) : 0n
  const high = signed ? 1n << (bits - 1n) : 1n << bits
  if (int < low || int >= high) raise(ValueError, `memoryview: invalid value for format '${format}'`)
  return faulty(() => integerToBytes(int, formatSize(character), 'little', signed))
}

/** Store a value at an offset. */
export function packItem(bytes: Uint8Array, offset: number, format: string, value: Value, py: Thread): void {
  const character = nativeCharacter(format)
  if (character === undefined) return raise(NotImplementedError, `memoryview: format ${format} not supported`)
  const wrongType = (): never => raise(PyTypeError, `memoryview: invalid type for format '${format}'`)
  let item: Uint8Array
  if (character === 'c') {
    if (!(value instanceof PyBytes)) return wrongType()
    if (value.bytes.length !== 1) raise(ValueError, `memoryview: invalid value for format '${format}'`)
    item = value.bytes
  } else if (character === '?') {
    item = Uint8Array.of(truth(value, py) ? 1 : 0)
  } else {
    try {
      if (character === 'e' || character === 'f' || character === 'd') item = numberBytes(value, character, py)
      else {
        if (asInt(value) === undefined && typeOf(value).slots.index === undefined) return wrongType()
        item = integerBytes(value, character, format, py)
      }
    } catch (caught) {
      if (isRaised(caught, PyTypeError)) return wrongType()
      throw caught
    }
  }
  bytes.set(item, offset)
}
