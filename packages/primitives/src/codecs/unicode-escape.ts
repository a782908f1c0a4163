// unicode_escape, raw_unicode_escape and the escapes of bytes (codecs.escape_decode).
import { valueFault } from '../fault.ts'
import { pointsOfText } from '../text/code-points.ts'
import type { Text } from '../text/code-points.ts'
import { backslashEscape, strictDecode } from './errors.ts'
import type { DecodeHandler } from './errors.ts'
import { ByteOutput, PointOutput } from './output.ts'
import type { Decoded } from './utf8.ts'

const short: Record<number, string> = { 9: '\\t', 10: '\\n', 13: '\\r', 92: '\\\\' }
const simple: Record<number, number> = {
  10: -1, 92: 92, 39: 39, 34: 34, 97: 7, 98: 8, 102: 12, 110: 10, 114: 13, 116: 9, 118: 11,
}

const asciiOf = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0))

/** `text.encode('unicode_escape')` */
export function encodeUnicodeEscape(text: Text): Uint8Array {
  let out = ''
  for (const c of pointsOfText(text)) {
    out += short[c] ?? (c >= 32 && c < 127 ? String.fromCharCode(c) : backslashEscape(c))
  }
  return asciiOf(out)
}

/** `text.encode('raw_unicode_escape')` */
export function encodeRawUnicodeEscape(text: Text): Uint8Array {
  const out = new ByteOutput(text.length)
  for (const c of pointsOfText(text)) {
    if (c < 256) out.push(c)
    else out.append(asciiOf(backslashEscape(c)))
  }
  return out.finish()
}

function hexValue(c: number | undefined): number {
  if (c === undefined) return -1
  if (c >= 48 && c <= 57) return c - 48
  const lower = c | 32
  return lower >= 97 && lower <= 102 ? lower - 87 : -1
}

export interface EscapeDecoded extends Decoded {
  /** The first escape that means nothing: its letter, or an octal beyond \377; for the DeprecationWarning. */
  readonly invalidEscape: string | undefined
}

const truncated: Record<number, readonly [number, string]> = {
  120: [2, 'truncated \\xXX escape'],
  117: [4, 'truncated \\uXXXX escape'],
  85: [8, 'truncated \\UXXXXXXXX escape'],
}

/** `bytes.decode('unicode_escape')`; `nameOf` looks a \N{name} up and gives its code points. */
export function decodeUnicodeEscape(
  given: Uint8Array,
  onError: DecodeHandler = strictDecode,
  final = true,
  nameOf: (name: string) => number | undefined = () => undefined,
): EscapeDecoded {
  const out = new PointOutput()
  const encoding = 'unicodeescape'
  let bytes = given
  let invalidEscape: string | undefined
  let at = 0
  const fail = (start: number, reason: string): void => {
    const [replacement, resume, input = bytes] = onError({ encoding, bytes, start, end: at, reason })
    out.append(replacement)
    bytes = input
    at = resume
  }
  while (at < bytes.length) {
    const start = at
    const c = bytes[at++]!
    if (c !== 92) {
      out.push(c)
      continue
    }
    if (at >= bytes.length) {
      if (!final) return { text: out.finish(), consumed: start, invalidEscape }
      fail(start, '\\ at end of string')
      continue
    }
    const kind = bytes[at++]!
    const known = simple[kind]
    if (known !== undefined) {
      if (known >= 0) out.push(known)
      continue
    }
    if (kind >= 48 && kind <= 55) {
      let value = kind - 48
      for (
        let n = 0; n < 2 && bytes[at]! >= 48 && bytes[at]! <= 55; n++
      ) value = value * 8 + bytes[at++]! - 48
      if (value > 255) invalidEscape ??= value.toString(8)
      out.push(value)
      continue
    }
    let reason = ''
    const wide = truncated[kind]
    if (wide) {
      let value = 0
      let count = 0
      for (; count < wide[0] && hexValue(bytes[at]) >= 0; count++) value = value * 16 + hexValue(bytes[at++])
      if (count === wide[0] && value <= 0x10ffff) {
        out.push(value)
        continue
      }
      reason = count === wide[0] ? 'illegal Unicode character' : wide[1]
    } else if (kind === 78) {
      reason = 'malformed \\N character escape'
      if (bytes[at] === 123) {
        const close = bytes.indexOf(125, at)
        if (close > at + 1) {
          const value = nameOf(String.fromCharCode(...bytes.subarray(at + 1, close)))
          at = close + 1
          if (value !== undefined) {
            out.push(value)
            continue
          }
          reason = 'unknown Unicode character name'
        } else at = close < 0 ? bytes.length : close
      }
    } else {
      invalidEscape ??= String.fromCharCode(kind)
      out.push(92)
      out.push(kind)
      continue
    }
    if (at >= bytes.length && !final && reason !== 'illegal Unicode character') {
      return { text: out.finish(), consumed: start, invalidEscape }
    }
    fail(start, reason)
  }
  return { text: out.finish(), consumed: at, invalidEscape }
}

/** `bytes.decode('raw_unicode_escape')` */
export function decodeRawUnicodeEscape(
  given: Uint8Array,
  onError: DecodeHandler = strictDecode,
  final = true,
): Decoded {
  const out = new PointOutput()
  let bytes = given
  let at = 0
  while (at < bytes.length) {
    const start = at
    const c = bytes[at++]!
    const kind = bytes[at]
    if (c === 92 && kind === undefined && !final) return { text: out.finish(), consumed: start }
    if (c !== 92 || (kind !== 117 && kind !== 85)) {
      out.push(c)
      if (c === 92 && kind !== undefined) out.push(bytes[at++]!)
      continue
    }
    at++
    const [size, message] = truncated[kind]!
    let value = 0
    let count = 0
    for (; count < size && hexValue(bytes[at]) >= 0; count++) value = value * 16 + hexValue(bytes[at++])
    if (count === size && value <= 0x10ffff) {
      out.push(value)
      continue
    }
    if (count < size && at >= bytes.length && !final) return { text: out.finish(), consumed: start }
    const reason = count === size ? '\\Uxxxxxxxx out of range' : message
    const error = { encoding: 'rawunicodeescape', bytes, start, end: at, reason }
    const [replacement, resume, input = bytes] = onError(error)
    out.append(replacement)
    bytes = input
    at = resume
  }
  return { text: out.finish(), consumed: at }
}

/** `codecs.escape_decode(bytes, errors)` */
export function decodeBytesEscape(
  bytes: Uint8Array,
  errors = 'strict',
): { bytes: Uint8Array; invalidEscape: string | undefined } {
  const out = new ByteOutput(bytes.length)
  let invalidEscape: string | undefined
  for (let at = 0; at < bytes.length; ) {
    const c = bytes[at++]!
    if (c !== 92) {
      out.push(c)
      continue
    }
    const kind = bytes[at++]
    if (kind === undefined) throw valueFault('Trailing \\ in string')
    const known = simple[kind]
    if (known !== undefined) {
      if (known >= 0) out.push(known)
    } else if (kind >= 48 && kind <= 55) {
      let value = kind - 48
      for (
        let n = 0; n < 2 && bytes[at]! >= 48 && bytes[at]! <= 55; n++
      ) value = value * 8 + bytes[at++]! - 48
      if (value > 255) invalidEscape ??= value.toString(8)
      out.push(value & 255)
    } else if (kind === 120) {
      const high = hexValue(bytes[at])
      const low = hexValue(bytes[at + 1])
      if (high >= 0 && low >= 0) {
        out.push(high * 16 + low)
        at += 2
      } else if (errors === 'strict') {
        throw valueFault(`invalid \\x escape at position ${at - 2}`)
      } else {
        if (errors === 'replace') out.push(63)
        else if (errors !== 'ignore') {
          throw valueFault(`decoding error; unknown error handling code: ${errors}`)
        }
        if (high >= 0) at++
      }
    } else {
      invalidEscape ??= String.fromCharCode(kind)
      out.push(92)
      out.push(kind)
    }
  }
  return { bytes: out.finish(), invalidEscape }
}

/** `codecs.escape_encode(bytes)` */
export function encodeBytesEscape(bytes: Uint8Array): Uint8Array {
  let out = ''
  for (const b of bytes) {
    if (b === 39) out += "\\'"
    else out += short[b] ?? (b >= 32 && b < 127 ? String.fromCharCode(b) : backslashEscape(b))
  }
  return asciiOf(out)
}
