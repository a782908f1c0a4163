// What an array may hold: how each type code reads an item from memory, and checks and writes a value.
import { typeOf } from '../../data/type.ts'
import { asStr, codePointsOf, newFloat, newInt, strOfCodePoints, strValue, type Value } from '../../data/values.ts'
import { OverflowError, TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { floatOf } from '../../protocols/float-number.ts'
import { index } from '../../protocols/index-number.ts'
import { raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'

export interface Kind {
  readonly code: string
  readonly size: number
  /** Machine format code of pickles. */
  readonly format: number
  readonly read: (view: DataView, at: number) => Value
  /** The number to store; runs Python code, stores nothing. */
  readonly convert: (value: Value, py: Thread) => number | bigint
  readonly write: (view: DataView, at: number, item: number | bigint) => void
}

const LONG = 2n ** 63n

/** An int as C's argument parsing takes it, by way of a long. */
function asLong(value: Value, py: Thread): number | bigint {
  const int = index(value, py)
  if (int >= LONG || int < -LONG) raise(OverflowError, 'Python int too large to convert to C long')
  return int
}

/** Ranges are tried in turn, each with the words its errors use. */
function ranged(...ranges: readonly (readonly [words: string, least: number, most: number])[]): Kind['convert'] {
  return (value, py) => {
    const int = asLong(value, py)
    for (const [words, least, most] of ranges) {
      if (int > most) raise(OverflowError, `${words} is greater than maximum`)
      if (int < least) raise(OverflowError, `${words} is less than minimum`)
    }
    return Number(int)
  }
}
const short = ['signed short integer', -0x8000, 0x7fff] as const
const int = ['signed integer', -0x8000_0000, 0x7fff_ffff] as const

function unsignedLong(value: Value, py: Thread): bigint {
  const given = index(value, py)
  if (given < 0) raise(OverflowError, "can't convert negative value to unsigned int")
  if (given >= 2n * LONG) raise(OverflowError, 'Python int too large to convert to C unsigned long')
  return BigInt(given)
}
function unsignedInt(value: Value, py: Thread): number {
  const given = unsignedLong(value, py)
  if (given > 0xffff_ffffn) raise(OverflowError, 'unsigned int is greater than maximum')
  return Number(given)
}
function longLong(value: Value, py: Thread): bigint {
  const given = index(value, py)
  if (given >= LONG || given < -LONG) raise(OverflowError, 'int too big to convert')
  return BigInt(given)
}
function unsignedLongLong(value: Value, py: Thread): bigint {
  const given = index(value, py)
  if (given < 0) raise(OverflowError, "can't convert negative int to unsigned")
  if (given >= 2n * LONG) raise(OverflowError, 'int too big to convert')
  return BigInt(given)
}

function character(value: Value): number {
  const text = asStr(value)
  const points = text === undefined ? [] : codePointsOf(text)
  return points.length === 1 ? (points[0] as number) : raise(PyTypeError, 'array item must be unicode character')
}
function readCharacter(view: DataView, at: number): Value {
  const point = view.getUint32(at, true)
  return point > 0x10ffff ? raise(ValueError, 'chr() arg not in range(0x110000)') : strOfCodePoints([point])
}
const writeCharacter: Kind['write'] = (view, at, item) => view.setUint32(at, Number(item), true)
const readLong: Kind['read'] = (view, at) => newInt(view.getBigInt64(at, true))
const writeLong: Kind['write'] = (view, at, item) => view.setBigInt64(at, BigInt(item), true)
const readUnsignedLong: Kind['read'] = (view, at) => newInt(view.getBigUint64(at, true))
const writeUnsignedLong: Kind['write'] = (view, at, item) => view.setBigUint64(at, BigInt(item), true)

const all: readonly Kind[] = [
  {
    code: 'b', size: 1, format: 1, read: (view, at) => newInt(view.getInt8(at)),
    convert: ranged(short, ['signed char', -0x80, 0x7f]), write: (view, at, item) => view.setInt8(at, Number(item)),
  },
  {
    code: 'B', size: 1, format: 0, read: (view, at) => newInt(view.getUint8(at)),
    convert: ranged(short, ['unsigned byte integer', 0, 0xff]), write: (view, at, item) => view.setUint8(at, Number(item)),
  },
  { code: 'u', size: 4, format: 20, read: readCharacter, convert: character, write: writeCharacter },
  { code: 'w', size: 4, format: 20, read: readCharacter, convert: character, write: writeCharacter },
  {
    code: 'h', size: 2, format: 4, read: (view, at) => newInt(view.getInt16(at, true)),
    convert: ranged(short), write: (view, at, item) => view.setInt16(at, Number(item), true),
  },
  {
    code: 'H', size: 2, format: 2, read: (view, at) => newInt(view.getUint16(at, true)),
    convert: ranged(int, ['unsigned short', 0, 0xffff]), write: (view, at, item) => view.setUint16(at, Number(item), true),
  },
  {
    code: 'i', size: 4, format: 8, read: (view, at) => newInt(view.getInt32(at, true)),
    convert: ranged(int), write: (view, at, item) => view.setInt32(at, Number(item), true),
  },
  {
    code: 'I', size: 4, format: 6, read: (view, at) => newInt(view.getUint32(at, true)),
    convert: unsignedInt, write: (view, at, item) => view.setUint32(at, Number(item), true),
  },
  { code: 'l', size: 8, format: 12, read: readLong, convert: asLong, write: writeLong },
  { code: 'L', size: 8, format: 10, read: readUnsignedLong, convert: unsignedLong, write: writeUnsignedLong },
  { code: 'q', size: 8, format: 12, read: readLong, convert: longLong, write: writeLong },
  { code: 'Q', size: 8, format: 10, read: readUnsignedLong, convert: unsignedLongLong, write: writeUnsignedLong },
  {
    code: 'f', size: 4, format: 14, read: (view, at) => newFloat(view.getFloat32(at, true)),
    convert: floatOf, write: (view, at, item) => view.setFloat32(at, Number(item), true),
  },
  {
    code: 'd', size: 8, format: 16, read: (view, at) => newFloat(view.getFloat64(at, true)),
    convert: floatOf, write: (view, at, item) => view.setFloat64(at, Number(item), true),
  },
]

/** By type code. */
export const kinds: ReadonlyMap<string, Kind> = new Map(all.map((kind) => [kind.code, kind]))
export const typecodes = all.map((kind) => kind.code).join('')

export const isText = (kind: Kind): boolean => kind.code === 'u' || kind.code === 'w'

/** A type code, known or not. */
export function letterOf(value: Value, what: string): string {
  const text = asStr(value)
  if (text !== undefined && codePointsOf(text).length === 1) return strValue(text)
  return raise(PyTypeError, `${what} must be a unicode character, not ${typeOf(value).tpName}`)
}

/** The kind that an argument names. */
export function kindOf(value: Value, what: string): Kind {
  return (
    kinds.get(letterOf(value, what)) ??
    raise(ValueError, 'bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)')
  )
}
