// bytes.hex and bytes.fromhex.
import { PyBytes } from '../../data/bytes.ts'
import { asStr, codePointsOf, narrowStr, type Str, type Value } from '../../data/values.ts'
import { TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import { length } from '../../protocols/subscript.ts'
import type { Thread } from '../../thread.ts'

const digit = (point: number | undefined): number => {
  if (point === undefined) return -1
  if (point >= 48 && point <= 57) return point - 48
  const letter = point | 32
  return letter >= 97 && letter <= 102 ? letter - 87 : -1
}
const isBlank = (point: number): boolean => point === 32 || (point >= 9 && point <= 13)

/** The bytes that pairs of digits spell; blanks may stand between pairs. */
export function fromHex(text: Str): Uint8Array {
  const points = codePointsOf(text)
  const out: number[] = []
  const bad = (place: number): never =>
    raise(ValueError, `non-hexadecimal number found in fromhex() arg at position ${place}`)
  for (let at = 0; at < points.length; ) {
    if (isBlank(points[at] as number)) {
      at++
      continue
    }
    const high = digit(points[at])
    if (high < 0) bad(at)
    const low = digit(points[at + 1])
    if (low < 0) bad(at + 1)
    out.push(high * 16 + low)
    at += 2
  }
  return Uint8Array.from(out)
}

function separatorOf(value: Value, py: Thread): string {
  if (length(value, py) !== 1) raise(ValueError, 'sep must be length 1.')
  const text = asStr(value)
  const point = text !== undefined ? codePointsOf(text)[0] : value instanceof PyBytes ? value.bytes[0] : undefined
  if (point === undefined) return raise(PyTypeError, 'sep must be str or bytes.')
  if (point > 127) raise(ValueError, 'sep must be ASCII.')
  return String.fromCharCode(point)
}

/** `bytes.hex(sep, group)`: groups count from the right, or from the left when negative. */
export function toHex(bytes: Uint8Array, separator: Value | undefined, group: number, py: Thread): Str {
  const mark = separator === undefined ? '' : separatorOf(separator, py)
  const pairs = Array.from(bytes, (byte) => (byte + 256).toString(16).slice(1))
  if (mark === '' || group === 0) return narrowStr(pairs.join(''))
  const size = Math.abs(group)
  let out = ''
  const first = group > 0 ? pairs.length % size : 0
  pairs.forEach((pair, place) => {
    if (place > 0 && (place - first) % size === 0) out += mark
    out += pair
  })
  return narrowStr(out)
}
