// UTF-7 (RFC 2152): direct ASCII, and base64 runs of UTF-16 between '+' and '-'.
import { pointsOfText } from '../text/code-points.ts'
import type { Text } from '../text/code-points.ts'
import { strictDecode } from './errors.ts'
import type { DecodeHandler } from './errors.ts'
import { ByteOutput, PointOutput } from './output.ts'
import type { Decoded } from './utf8.ts'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const direct = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'(),-./:? \t\n\r"
const optional = '!"#$%&*;<=>@[]^_`{|}'
const isDirect = (c: number): boolean => c < 128 && (direct + optional).includes(String.fromCharCode(c))
const sextet = (c: number): number => (c < 128 ? alphabet.indexOf(String.fromCharCode(c)) : -1)

/** `text.encode('utf-7')` */
export function encodeUtf7(text: Text): Uint8Array {
  const out = new ByteOutput(text.length * 2)
  let shifted = false
  let bits = 0
  let buffer = 0
  const flush = (): void => {
    if (bits > 0) out.push(alphabet.charCodeAt((buffer << (6 - bits)) & 63))
    bits = buffer = 0
    shifted = false
  }
  const put = (unit: number): void => {
    buffer = ((buffer << 16) | unit) & 0x3fffff
    for (bits += 16; bits >= 6; bits -= 6) out.push(alphabet.charCodeAt((buffer >> (bits - 6)) & 63))
    buffer &= (1 << bits) - 1
  }
  for (const c of pointsOfText(text)) {
    if (isDirect(c)) {
      if (shifted) {
        flush()
        if (sextet(c) >= 0 || c === 45) out.push(45)
      }
      out.push(c)
      continue
    }
    if (!shifted) {
      out.push(43)
      if (c === 43) {
        out.push(45)
        continue
      }
      shifted = true
    }
    if (c > 0xffff) {
      put(0xd800 + ((c - 0x10000) >> 10))
      put(0xdc00 + ((c - 0x10000) & 0x3ff))
    } else put(c)
  }
  if (shifted) {
    flush()
    out.push(45)
  }
  return out.finish()
}

/** `bytes.decode('utf-7')` */
export function decodeUtf7(given: Uint8Array, onError: DecodeHandler = strictDecode, final = true): Decoded {
  const out = new PointOutput()
  let bytes = given
  let shifted = false
  let shiftStart = 0
  let keep = 0
  let bits = 0
  let buffer = 0
  let high = 0
  let at = 0
  const fail = (start: number, end: number, reason: string): void => {
    const [replacement, resume, input = bytes] = onError({ encoding: 'utf7', bytes, start, end, reason })
    out.append(replacement)
    bytes = input
    at = resume
  }
  const putUnit = (unit: number): void => {
    if (high && unit >= 0xdc00 && unit <= 0xdfff) out.push(0x10000 + ((high - 0xd800) << 10) + unit - 0xdc00)
    else {
      if (high) out.push(high)
      high = 0
      if (unit >= 0xd800 && unit <= 0xdbff) {
        high = unit
        return
      }
      out.push(unit)
    }
    high = 0
  }
  while (at < bytes.length) {
    const c = bytes[at]!
    if (shifted) {
      const value = sextet(c)
      if (value >= 0) {
        buffer = (buffer << 6) | value
        bits += 6
        at++
        if (bits >= 16) {
          bits -= 16
          putUnit((buffer >>> bits) & 0xffff)
          buffer &= (1 << bits) - 1
        }
        continue
      }
      shifted = false
      if (bits > 0 && bits >= 6) {
        at++
        fail(shiftStart, at, 'partial character in shift sequence')
        high = 0
        continue
      }
      if (bits > 0 && buffer !== 0) {
        at++
        fail(shiftStart, at, 'non-zero padding bits in shift sequence')
        high = 0
        continue
      }
      if (high && c < 128 && c !== 43) out.push(high)
      high = 0
      if (c === 45) at++
      continue
    }
    if (c === 43) {
      shiftStart = at++
      keep = out.points.length
      if (bytes[at] === 45) {
        at++
        out.push(43)
      } else if (at < bytes.length && sextet(bytes[at]!) < 0) {
        at++
        fail(shiftStart, at, 'ill-formed sequence')
      } else {
        shifted = true
        bits = buffer = high = 0
      }
    } else if (c < 128) {
      out.push(c)
      at++
    } else {
      at++
      fail(at - 1, at, 'unexpected special character')
    }
  }
  if (shifted && final) {
    const incomplete = high || bits >= 6 || (bits > 0 && buffer !== 0)
    if (incomplete) {
      fail(shiftStart, bytes.length, 'unterminated shift sequence')
      return { text: out.finish(), consumed: at }
    }
  }
  if (shifted && !final) {
    out.points.length = keep
    return { text: out.finish(), consumed: shiftStart }
  }
  return { text: out.finish(), consumed: at }
}
