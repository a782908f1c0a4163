// binascii: base64 and hex.
import { Fault, valueFault } from '../fault.ts'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const codes = Uint8Array.from(alphabet, (c) => c.charCodeAt(0))
const values = new Int8Array(256).fill(-1)
codes.forEach((code, value) => (values[code] = value))
const PAD = 61

export const binasciiError = (message: string): Fault => new Fault('binascii.Error', message)

/** `binascii.b2a_base64(bytes, newline=newline)` */
export function toBase64(bytes: Uint8Array, newline: boolean): Uint8Array {
  const groups = Math.ceil(bytes.length / 3)
  const out = new Uint8Array(groups * 4 + (newline ? 1 : 0))
  let to = 0
  for (let at = 0; at < bytes.length; at += 3) {
    const word = (bytes[at]! << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
    out[to++] = codes[word >> 18]!
    out[to++] = codes[(word >> 12) & 63]!
    out[to++] = at + 1 < bytes.length ? codes[(word >> 6) & 63]! : PAD
    out[to++] = at + 2 < bytes.length ? codes[word & 63]! : PAD
  }
  if (newline) out[to] = 10
  return out
}

/** `binascii.a2b_base64(bytes, strict_mode=strict)` */
export function fromBase64(bytes: Uint8Array, strict = false): Uint8Array {
  const out: number[] = []
  if (strict && bytes[0] === PAD) throw binasciiError('Leading padding not allowed')
  let quad = 0
  let left = 0
  let pads = 0
  let paddingStarted = false
  for (let at = 0; at < bytes.length; at++) {
    const c = bytes[at]!
    if (c === PAD) {
      paddingStarted = true
      if (quad >= 2 && quad + ++pads >= 4) {
        if (strict && at + 1 < bytes.length) throw binasciiError('Excess data after padding')
        return Uint8Array.from(out)
      }
      if (strict && quad === 0) throw binasciiError('Excess padding not allowed')
      continue
    }
    const value = values[c]!
    if (value < 0) {
      if (strict) throw binasciiError('Only base64 data is allowed')
      continue
    }
    if (strict && paddingStarted) throw binasciiError('Discontinuous padding not allowed')
    pads = 0
    if (quad === 0) left = value
    else if (quad === 1) {
      out.push((left << 2) | (value >> 4))
      left = value & 15
    } else if (quad === 2) {
      out.push((left << 4) | (value >> 2))
      left = value & 3
    } else out.push((left << 6) | value)
    quad = (quad + 1) & 3
  }
  if (quad === 1) {
    const count = Math.floor(out.length / 3) * 4 + 1
    throw binasciiError(
      `Invalid base64-encoded string: number of data characters (${count}) cannot be 1 more than a multiple of 4`,
    )
  }
  if (quad !== 0) throw binasciiError('Incorrect padding')
  return Uint8Array.from(out)
}

const hexDigits = '0123456789abcdef'

/** `bytes.hex(separator, group)`: a positive group counts from the right. */
export function toHex(bytes: Uint8Array, separator = '', group = 1): string {
  let out = ''
  const every = Math.abs(group)
  for (let i = 0; i < bytes.length; i++) {
    const from = group > 0 ? bytes.length - i : i
    if (i > 0 && separator !== '' && every > 0 && from % every === 0) out += separator
    out += hexDigits[bytes[i]! >> 4]! + hexDigits[bytes[i]! & 15]!
  }
  return out
}

/** `binascii.unhexlify` */
export function fromHex(bytes: Uint8Array): Uint8Array {
  if (bytes.length % 2) throw binasciiError('Odd-length string')
  const out = new Uint8Array(bytes.length / 2)
  for (let i = 0; i < out.length; i++) {
    const high = hexDigit(bytes[2 * i]!)
    const low = hexDigit(bytes[2 * i + 1]!)
    if (high < 0 || low < 0) throw binasciiError('Non-hexadecimal digit found')
    out[i] = high * 16 + low
  }
  return out
}

/** `bytes.fromhex(text)`: blanks may stand between pairs. */
export function bytesFromHex(text: string): Uint8Array {
  const foreign = text.search(/[^\0-\x7f]/)
  if (foreign >= 0) throw notHex(foreign)
  const out: number[] = []
  for (let at = 0; at < text.length; ) {
    const c = text.charCodeAt(at)
    if (c === 32 || (c >= 9 && c <= 13)) {
      at++
      continue
    }
    const high = hexDigit(c)
    const low = hexDigit(text.charCodeAt(at + 1))
    if (high < 0 || low < 0) {
      throw notHex(high < 0 ? at : at + 1)
    }
    out.push(high * 16 + low)
    at += 2
  }
  return Uint8Array.from(out)
}

const notHex = (at: number): Fault =>
  valueFault(`non-hexadecimal number found in fromhex() arg at position ${at}`)

function hexDigit(c: number): number {
  if (c >= 48 && c <= 57) return c - 48
  const lower = c | 32
  return lower >= 97 && lower <= 102 && c < 128 ? lower - 87 : -1
}
