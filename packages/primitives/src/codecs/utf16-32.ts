// UTF-16 and UTF-32: byte order marks, pairs, truncation.
import { pointsOfText } from '../text/code-points.ts'
import type { Text } from '../text/code-points.ts'
import { pushUnit, strictDecode, strictEncode } from './errors.ts'
import type { DecodeHandler, EncodeHandler } from './errors.ts'
import { ByteOutput, PointOutput } from './output.ts'
import type { Decoded } from './utf8.ts'

/** Little- or big-endian; `native` writes, and looks for, a byte order mark. */
export type Endian = 'little' | 'big' | 'native'

// Without a mark, bytes are taken as little-endian, and errors say so.
const decodeSuffix = (order: Endian): string => (order === 'big' ? '-be' : '-le')
const suffix: Record<Endian, string> = { little: '-le', big: '-be', native: '' }

function encodeUnits(text: Text, size: 2 | 4, endian: Endian, onError: EncodeHandler): Uint8Array {
  const points = pointsOfText(text)
  const little = endian !== 'big'
  const encoding = `utf-${size * 8}${suffix[endian]}`
  const out = new ByteOutput(points.length * size + 4)
  const put = (c: number): void => {
    const unit: number[] = []
    if (size === 2 && c > 0xffff) {
      pushUnit(unit, 0xd800 + ((c - 0x10000) >> 10), 2, little)
      pushUnit(unit, 0xdc00 + ((c - 0x10000) & 0x3ff), 2, little)
    } else pushUnit(unit, c, size, little)
    out.append(unit)
  }
  if (endian === 'native') put(0xfeff)
  for (let i = 0; i < points.length; ) {
    const c = points[i]!
    if (c < 0xd800 || c > 0xdfff) {
      put(c)
      i++
      continue
    }
    const error = { encoding, points, start: i, end: i + 1, reason: 'surrogates not allowed' }
    const [replacement, resume] = onError(error)
    if (replacement instanceof Uint8Array) {
      if (replacement.length % size !== 0) strictEncode(error)
      out.append(replacement)
    } else {
      if (replacement.some((p) => p > 127)) strictEncode(error)
      replacement.forEach(put)
    }
    i = resume
  }
  return out.finish()
}

export function encodeUtf16(text: Text, endian: Endian, onError: EncodeHandler = strictEncode): Uint8Array {
  return encodeUnits(text, 2, endian, onError)
}
export function encodeUtf32(text: Text, endian: Endian, onError: EncodeHandler = strictEncode): Uint8Array {
  return encodeUnits(text, 4, endian, onError)
}

/** Text, the bytes it took, and the byte order that was found or given. */
export interface DecodedUnits extends Decoded {
  readonly endian: Endian
}

function reader(bytes: Uint8Array, size: 2 | 4, little: boolean): (at: number) => number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return size === 2 ? (at) => view.getUint16(at, little) : (at) => view.getUint32(at, little)
}

/** Skips a byte order mark, which decides the order, when none is given. */
function readMark(bytes: Uint8Array, size: 2 | 4, endian: Endian): readonly [Endian, number] {
  if (endian !== 'native' || bytes.length < size) return [endian, 0]
  if (reader(bytes, size, true)(0) === 0xfeff) return ['little', size]
  const swapped = size === 2 ? 0xfffe : 0xfffe0000
  return reader(bytes, size, true)(0) === swapped ? ['big', size] : ['native', 0]
}

export function decodeUtf16(
  given: Uint8Array, endian: Endian, onError: DecodeHandler = strictDecode, final = true,
): DecodedUnits {
  const [order, start] = readMark(given, 2, endian)
  let bytes = given
  let unit = reader(bytes, 2, order !== 'big')
  const encoding = `utf-16${decodeSuffix(order)}`
  const out = new PointOutput()
  let at = start
  const fail = (end: number, reason: string): void => {
    const [replacement, resume, input = bytes] = onError({ encoding, bytes, start: at, end, reason })
    out.append(replacement)
    if (input !== bytes) unit = reader(input, 2, order !== 'big')
    bytes = input
    at = resume
  }
  while (at < bytes.length) {
    if (at + 1 === bytes.length) {
      if (!final) break
      fail(bytes.length, 'truncated data')
      continue
    }
    const c = unit(at)
    if (c < 0xd800 || c > 0xdfff) {
      out.push(c)
      at += 2
    } else if (c > 0xdbff) {
      fail(at + 2, 'illegal encoding')
    } else if (at + 3 >= bytes.length) {
      if (!final) break
      fail(bytes.length, 'unexpected end of data')
    } else {
      const low = unit(at + 2)
      if (low < 0xdc00 || low > 0xdfff) fail(at + 2, 'illegal UTF-16 surrogate')
      else {
        out.push(0x10000 + ((c - 0xd800) << 10) + low - 0xdc00)
        at += 4
      }
    }
  }
  return { text: out.finish(), consumed: at, endian: order }
}

export function decodeUtf32(
  given: Uint8Array, endian: Endian, onError: DecodeHandler = strictDecode, final = true,
): DecodedUnits {
  const [order, start] = readMark(given, 4, endian)
  let bytes = given
  let unit = reader(bytes, 4, order !== 'big')
  const encoding = `utf-32${decodeSuffix(order)}`
  const out = new PointOutput()
  let at = start
  while (at < bytes.length) {
    let end = at + 4
    let reason = ''
    if (end > bytes.length) {
      if (!final) break
      end = bytes.length
      reason = 'truncated data'
    } else {
      const c = unit(at)
      if (c >= 0xd800 && c <= 0xdfff) reason = 'code point in surrogate code point range(0xd800, 0xe000)'
      else if (c > 0x10ffff) reason = 'code point not in range(0x110000)'
      else out.push(c)
    }
    if (reason === '') {
      at = end
      continue
    }
    const [replacement, resume, input = bytes] = onError({ encoding, bytes, start: at, end, reason })
    out.append(replacement)
    if (input !== bytes) unit = reader(input, 4, order !== 'big')
    bytes = input
    at = resume
  }
  return { text: out.finish(), consumed: at, endian: order }
}
