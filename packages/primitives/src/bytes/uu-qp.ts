// binascii: uuencode lines and quoted-printable.
import { binasciiError } from './base64.ts'

/** `binascii.b2a_uu(bytes, backtick=backtick)`; at most 45 bytes. */
export function toUu(bytes: Uint8Array, backtick: boolean): Uint8Array {
  if (bytes.length > 45) throw binasciiError('At most 45 bytes at once')
  const show = (value: number): number => (value === 0 && backtick ? 96 : value + 32)
  const out = [show(bytes.length)]
  for (let at = 0; at < bytes.length; at += 3) {
    const word = (bytes[at]! << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    for (let shift = 18; shift >= 0; shift -= 6) out.push(show((word >> shift) & 63))
  }
  return Uint8Array.from([...out, 10])
}

/** `binascii.a2b_uu(line)` */
export function fromUu(line: Uint8Array): Uint8Array {
  const length = ((line[0] ?? 0) - 32) & 63
  const out = new Uint8Array(length)
  let at = 1
  let bits = 0
  let buffer = 0
  for (let to = 0; to < length; at++) {
    const c = line[at] ?? 10
    let value = 0
    if (c !== 10 && c !== 13 && at < line.length) {
      if (c < 32 || c > 96) throw binasciiError('Illegal char')
      value = (c - 32) & 63
    }
    buffer = (buffer << 6) | value
    bits += 6
    if (bits >= 8) {
      bits -= 8
      out[to++] = (buffer >> bits) & 255
      buffer &= (1 << bits) - 1
    }
  }
  for (; at < line.length; at++) {
    const c = line[at]!
    if (c !== 32 && c !== 96 && c !== 10 && c !== 13) throw binasciiError('Trailing garbage')
  }
  return out
}

function hexValue(c: number): number {
  if (c >= 48 && c <= 57) return c - 48
  if (c >= 65 && c <= 70) return c - 55
  return c >= 97 && c <= 102 ? c - 87 : -1
}

/** `binascii.a2b_qp(bytes, header=header)` */
export function fromQuotedPrintable(bytes: Uint8Array, header: boolean): Uint8Array {
  const out: number[] = []
  for (let at = 0; at < bytes.length; ) {
    const c = bytes[at]!
    if (c === 61) {
      if (++at >= bytes.length) break
      const next = bytes[at]!
      if (next === 10 || next === 13) {
        if (next !== 10) while (at < bytes.length && bytes[at] !== 10) at++
        at++
      } else if (next === 61) {
        out.push(61)
        at++
      } else if (at + 1 < bytes.length && hexValue(next) >= 0 && hexValue(bytes[at + 1]!) >= 0) {
        out.push(hexValue(next) * 16 + hexValue(bytes[at + 1]!))
        at += 2
      } else out.push(61)
    } else {
      out.push(header && c === 95 ? 32 : c)
      at++
    }
  }
  return Uint8Array.from(out)
}

const LINE = 76

/** `binascii.b2a_qp(bytes, quotetabs, istext, header)` */
export function toQuotedPrintable(
  bytes: Uint8Array,
  quoteTabs: boolean,
  isText: boolean,
  header: boolean,
): Uint8Array {
  const out: number[] = []
  const size = bytes.length
  const firstLine = bytes.indexOf(10)
  const crlf = firstLine > 0 && bytes[firstLine - 1] === 13
  let column = 0
  const breakLine = (): void => {
    out.push(61)
    if (crlf) out.push(13)
    out.push(10)
    column = 0
  }
  const quote = (c: number): void => {
    for (const digit of [61, ...'0123456789ABCDEF'[c >> 4]!.concat('0123456789ABCDEF'[c & 15]!)]) {
      out.push(typeof digit === 'number' ? digit : digit.charCodeAt(0))
    }
  }
  for (let at = 0; at < size; ) {
    const c = bytes[at]!
    const next = bytes[at + 1]
    const quoted =
      c > 126 || c === 61 || (header && c === 95) ||
      (c === 46 && column === 0 && (at + 1 === size || next === 10 || next === 13 || next === 0)) ||
      (!isText && (c === 13 || c === 10)) || ((c === 9 || c === 32) && at + 1 === size) ||
      (c < 33 && c !== 13 && c !== 10 && c !== 9 && c !== 32) ||
      (c < 33 && c !== 13 && c !== 10 && (quoteTabs || (!quoteTabs && c !== 9 && c !== 32)))
    if (quoted) {
      if (column + 3 >= LINE) breakLine()
      quote(c)
      column += 3
      at++
    } else if (isText && (c === 10 || (c === 13 && next === 10))) {
      column = 0
      const last = out[out.length - 1]
      if (out.length > 0 && (last === 32 || last === 9)) {
        out.pop()
        quote(last)
      }
      if (crlf) out.push(13)
      out.push(10)
      at += c === 13 ? 2 : 1
    } else {
      if (at + 1 !== size && next !== 10 && column + 1 >= LINE) breakLine()
      column++
      out.push(header && c === 32 ? 95 : c)
      at++
    }
  }
  return Uint8Array.from(out)
}
