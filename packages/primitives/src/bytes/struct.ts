// The struct module's formats: parsed to a list of fields with offsets, then packed and unpacked.
import { Fault } from '../fault.ts'
import type { Integer } from '../int/integer.ts'
import { integerFromBytes, integerToBytes } from '../int/bytes.ts'
import { floatToHalf, floatToSingle, halfToFloat } from './half-float.ts'

export interface StructField {
  readonly code: string
  readonly offset: number
  /** Bytes of one item; of the whole text for s and p. */
  readonly size: number
  /** How many values the field takes: its repeat count, but one for s and p. */
  readonly count: number
}

export interface StructLayout {
  readonly size: number
  /** The size also where a double cannot tell it. */
  readonly exactSize: bigint
  readonly little: boolean
  readonly fields: readonly StructField[]
  /** Number of values. */
  readonly values: number
}

const structError = (message: string): Fault => new Fault('struct.error', message)

// code → standard size, native size (0: not available)
const sizes: Record<string, readonly [number, number]> = {
  x: [1, 1], c: [1, 1], b: [1, 1], B: [1, 1], '?': [1, 1], s: [1, 1], p: [1, 1],
  h: [2, 2], H: [2, 2], i: [4, 4], I: [4, 4], l: [4, 8], L: [4, 8], q: [8, 8], Q: [8, 8],
  n: [0, 8], N: [0, 8], P: [0, 8], e: [2, 2], f: [4, 4], d: [8, 8],
}
const MAX_SIZE = 2n ** 63n - 1n
const UNSAFE = 2 ** 53

/** Reads a format string. */
export function parseStruct(format: string): StructLayout {
  const mark = '@=<>!'.includes(format[0] ?? ' ') ? format[0]! : ''
  const native = mark === '' || mark === '@'
  const fields: StructField[] = []
  let size = 0
  let exact = 0n
  let values = 0
  for (let at = mark === '' ? 0 : 1; at < format.length; at++) {
    if (/[\t-\r ]/.test(format[at]!)) continue
    let repeat = 1
    let whole = 1n
    const digits = /^\d+/.exec(format.slice(at, at + 400))?.[0]
    if (digits) {
      repeat = Number(digits)
      whole = BigInt(digits)
      at += digits.length
      if (repeat >= UNSAFE && BigInt(digits) > MAX_SIZE) throw structError('total struct size too long')
      if (at >= format.length) throw structError('repeat count given without format specifier')
    }
    const code = format[at]!
    const width = Object.hasOwn(sizes, code) ? sizes[code]![native ? 1 : 0] : 0
    if (!width) throw structError('bad char in struct format')
    if (native) {
      size = Math.ceil(size / width) * width
      exact = ((exact + BigInt(width) - 1n) / BigInt(width)) * BigInt(width)
    }
    const text = code === 's' || code === 'p'
    const count = text ? 1 : code === 'x' ? 0 : repeat
    if (code !== 'x' && (text || repeat > 0)) fields.push(
      { code, offset: size, size: text ? repeat : width, count }
    )
    values += count
    size += repeat * width
    exact += whole * BigInt(width)
    if (exact > MAX_SIZE) throw structError('total struct size too long')
  }
  return { size, exactSize: exact, little: native || mark === '=' || mark === '<', fields, values }
}

export type StructValue = Integer | boolean | Uint8Array | { readonly float: number }

/** Unpacks bytes at an offset: ints, booleans, bytes, and floats as `{ float }`. */
export function unpackStruct(layout: StructLayout, bytes: Uint8Array, start = 0): StructValue[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const out: StructValue[] = []
  for (const field of layout.fields) {
    for (let n = 0, at = start + field.offset; n < field.count; n++, at += field.size) {
      out.push(unpackItem(field, view, bytes, at, layout.little))
    }
  }
  return out
}

function unpackItem(
  field: StructField,
  view: DataView,
  bytes: Uint8Array,
  at: number,
  little: boolean,
): StructValue {
  switch (field.code) {
    case 'c':
    case 's':
      return bytes.slice(at, at + field.size)
    case 'p': {
      const length = field.size === 0 ? 0 : Math.min(bytes[at]!, field.size - 1)
      return bytes.slice(at + 1, at + 1 + length)
    }
    case '?':
      return bytes[at] !== 0
    case 'e':
      return { float: halfToFloat(view.getUint16(at, little)) }
    case 'f':
      return { float: view.getFloat32(at, little) }
    case 'd':
      return { float: view.getFloat64(at, little) }
    default:
      return integerFromBytes(
        bytes.subarray(at, at + field.size),
        little ? 'little' : 'big',
        isSigned(field.code),
      )
  }
}

function isSigned(code: string): boolean {
  return 'bhilqn'.includes(code)
}

/** Packs one int; `struct.error` when it is out of range. */
export function packInteger(
  field: StructField,
  value: Integer,
  into: Uint8Array,
  at: number,
  layout: StructLayout,
): void {
  const signed = isSigned(field.code)
  const bits = BigInt(field.size * 8)
  const high = signed ? (1n << (bits - 1n)) - 1n : (1n << bits) - 1n
  const lowest = signed ? -high - 1n : 0n
  if (value < lowest || value > high) throw rangeError(field, lowest, high)
  into.set(integerToBytes(value, field.size, layout.little ? 'little' : 'big', signed), at)
}

function rangeError(field: StructField, lowest: bigint, high: bigint): Fault {
  if (field.code === 'P') return structError('int too large to convert')
  return structError(`'${field.code}' format requires ${lowest} <= number <= ${high}`)
}

/** Packs one float as e, f or d. */
export function packFloat(
  field: StructField,
  value: number,
  into: Uint8Array,
  at: number,
  layout: StructLayout,
): void {
  const view = new DataView(into.buffer, into.byteOffset, into.byteLength)
  if (field.code === 'e') view.setUint16(at, floatToHalf(value), layout.little)
  else if (field.code === 'f') view.setFloat32(at, floatToSingle(value), layout.little)
  else view.setFloat64(at, value, layout.little)
}

/** Packs bytes as s (cut or filled with zeros) or p (a length byte first). */
export function packBytes(field: StructField, value: Uint8Array, into: Uint8Array, at: number): void {
  if (field.code !== 'p') {
    into.set(value.subarray(0, field.size), at)
  } else if (field.size > 0) {
    const length = Math.min(value.length, field.size - 1)
    into[at] = Math.min(length, 255)
    into.set(value.subarray(0, length), at + 1)
  }
}
