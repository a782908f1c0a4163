// UTF-8, with CPython's choice of what an ill-formed sequence is: the longest valid prefix is one error.
import { pointsOfText, stringOfUnits } from '../text/code-points.ts'
import type { Text } from '../text/code-points.ts'
import { strictDecode, strictEncode } from './errors.ts'
import type { DecodeHandler, EncodeHandler } from './errors.ts'
import { ByteOutput, PointOutput } from './output.ts'

/** Text, and how many bytes it took: fewer than all only when `final` is false. */
export interface Decoded {
  readonly text: Text
  readonly consumed: number
}

/** `text.encode('utf-8')` */
export function encodeUtf8(text: Text, onError: EncodeHandler = strictEncode): Uint8Array {
  if (typeof text === 'string') return encodeNarrow(text)
  const out = new ByteOutput(text.length * 3)
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!
    if (c < 0x80) out.push(c)
    else if (c < 0x800) out.append([0xc0 | (c >> 6), 0x80 | (c & 63)])
    else if (c > 0xffff) out.append(
      [0xf0 | (c >> 18), 0x80 | ((c >> 12) & 63), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63)]
    )
    else if (c < 0xd800 || c > 0xdfff) out.append([0xe0 | (c >> 12), 0x80 | ((c >> 6) & 63), 0x80 | (c & 63)])
    else {
      let end = i + 1
      while (end < text.length && text[end]! >= 0xd800 && text[end]! <= 0xdfff) end++
      const error = { encoding: 'utf-8', points: text, start: i, end, reason: 'surrogates not allowed' }
      const [replacement, resume] = onError(error)
      if (!(replacement instanceof Uint8Array) && replacement.some((p) => p > 127)) strictEncode(error)
      out.append(replacement)
      i = resume - 1
    }
  }
  return out.finish()
}

function encodeNarrow(text: string): Uint8Array {
  const length = text.length
  let bytes = new Uint8Array(length)
  let at = 0
  for (let i = 0; i < length; i++) {
    const c = text.charCodeAt(i)
    if (c < 0x80) {
      bytes[at++] = c
      continue
    }
    if (at + 3 + (length - i) > bytes.length) {
      const grown = new Uint8Array(at + 3 * (length - i))
      grown.set(bytes.subarray(0, at))
      bytes = grown
    }
    if (c >= 0x800) {
      bytes[at++] = 0xe0 | (c >> 12)
      bytes[at++] = 0x80 | ((c >> 6) & 63)
    } else {
      bytes[at++] = 0xc0 | (c >> 6)
    }
    bytes[at++] = 0x80 | (c & 63)
  }
  return at === bytes.length ? bytes : bytes.slice(0, at)
}

/** `bytes.decode('utf-8')` */
export function decodeUtf8(given: Uint8Array, onError: DecodeHandler = strictDecode, final = true): Decoded {
  let bytes = given
  let length = bytes.length
  let ascii = 0
  while (ascii < length && bytes[ascii]! < 0x80) ascii++
  if (ascii === length) return { text: stringOfUnits(bytes), consumed: length }
  const out = new PointOutput()
  for (let i = 0; i < ascii; i++) out.points.push(bytes[i]!)
  let at = ascii
  while (at < length) {
    const first = bytes[at]!
    if (first < 0x80) {
      out.points.push(first)
      at++
      continue
    }
    const need = first < 0xc2 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : first < 0xf5 ? 3 : 0
    let c = first & (0x3f >> need)
    let have = 0
    while (have < need && at + have + 1 < length) {
      const byte = bytes[at + have + 1]!
      if (byte >> 6 !== 2 || (have === 0 && !secondFits(first, byte))) break
      c = (c << 6) | (byte & 63)
      have++
    }
    if (need > 0 && have === need) {
      out.push(c)
      at += need + 1
      continue
    }
    const truncated = need > 0 && at + have + 1 >= length
    // The start of a surrogate may still become one that a handler lets pass.
    const halfSurrogate = first === 0xed && at + 2 === length && bytes[at + 1]! >> 5 === 5
    if ((truncated || halfSurrogate) && !final) break
    const inside = truncated ? 'unexpected end of data' : 'invalid continuation byte'
    const reason = need === 0 ? 'invalid start byte' : inside
    const error = { encoding: 'utf-8', bytes, start: at, end: at + 1 + have, reason }
    const [replacement, resume, input = bytes] = onError(error)
    out.append(replacement)
    bytes = input
    length = bytes.length
    at = resume
  }
  return { text: out.finish(), consumed: at }
}

/** Rejects overlong forms, surrogates and what lies beyond U+10FFFF. */
function secondFits(first: number, second: number): boolean {
  if (first === 0xe0) return second >= 0xa0
  if (first === 0xed) return second < 0xa0
  if (first === 0xf0) return second >= 0x90
  return first !== 0xf4 || second < 0x90
}

/** The length of the text in UTF-8 bytes; surrogates count as three. */
export function utf8Length(text: Text): number {
  let length = 0
  for (const c of pointsOfText(text)) length += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4
  return length
}
