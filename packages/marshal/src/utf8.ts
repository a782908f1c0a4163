// UTF-8 as marshal writes it: surrogate code points are encoded like any other ("surrogatepass").
import { WideText } from '@pellucid/primitives'
import type { TextConstant } from '@pellucid/primitives'
import { MarshalError } from './errors.ts'
import { encoder, strictDecoder } from './text-coding.ts'

/** Reads UTF-8, or raises UnicodeDecodeError in CPython's words. */
export function decodeUtf8(bytes: Uint8Array): TextConstant {
  try {
    return strictDecoder().decode(bytes)
  } catch {
    // Not well-formed: surrogates, which only the slow way knows, or an error, which it words.
    return new WideText(decodeSlowly(bytes))
  }
}

/** Writes UTF-8. */
export function encodeUtf8(text: TextConstant): Uint8Array {
  if (typeof text === 'string') return encoder().encode(text)
  const out: number[] = []
  for (const point of text.codePoints) {
    if (point < 0x80) out.push(point)
    else if (point < 0x800) out.push(0xc0 | (point >> 6), 0x80 | (point & 63))
    else if (point < 0x10000) out.push(0xe0 | (point >> 12), 0x80 | ((point >> 6) & 63), 0x80 | (point & 63))
    else {
      out.push(0xf0 | (point >> 18), 0x80 | ((point >> 12) & 63))
      out.push(0x80 | ((point >> 6) & 63), 0x80 | (point & 63))
    }
  }
  return Uint8Array.from(out)
}

function decodeSlowly(bytes: Uint8Array): number[] {
  const points: number[] = []
  let at = 0
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0
    const more = lead < 0x80 ? 0 : lead < 0xc2 ? -1 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : lead < 0xf5 ? 3 : -1
    if (more < 0) fail(bytes, at, at + 1, 'invalid start byte')
    let point = more === 0 ? lead : lead & (0x3f >> more)
    for (let step = 1; step <= more; step++) {
      const next = bytes[at + step]
      if (next === undefined) fail(bytes, at, at + step, 'unexpected end of data')
      if ((next & 0xc0) !== 0x80 || (step === 1 && !secondFits(lead, next))) {
        fail(bytes, at, at + step, 'invalid continuation byte')
      }
      point = (point << 6) | (next & 63)
    }
    points.push(point)
    at += more + 1
  }
  return points
}

// Rules out over-long forms and code points above U+10FFFF.
function secondFits(lead: number, second: number): boolean {
  if (lead === 0xe0) return second >= 0xa0
  if (lead === 0xf0) return second >= 0x90
  return lead !== 0xf4 || second < 0x90
}

function fail(bytes: Uint8Array, start: number, end: number, reason: string): never {
  const where = end - start === 1
    ? `byte 0x${(bytes[start] ?? 0).toString(16).padStart(2, '0')} in position ${start}`
    : `bytes in position ${start}-${end - 1}`
  throw new MarshalError('UnicodeDecodeError', `'utf-8' codec can't decode ${where}: ${reason}`)
}
