// ASCII, Latin-1 and character maps: one byte a character.
import { pointsOfText, stringOfUnits } from '../text/code-points.ts'
import type { Text } from '../text/code-points.ts'
import { strictDecode, strictEncode } from './errors.ts'
import type { DecodeHandler, EncodeHandler } from './errors.ts'
import { ByteOutput, PointOutput } from './output.ts'

/** Encodes each code point to the bytes the map gives; a run of characters it lacks is one error. */
function encodeBy(
  text: Text,
  encoding: string,
  reason: string,
  map: (codePoint: number) => number | Uint8Array | undefined,
  onError: EncodeHandler,
): Uint8Array {
  const points = pointsOfText(text)
  const out = new ByteOutput(points.length)
  for (let i = 0; i < points.length; ) {
    const mapped = map(points[i]!)
    if (mapped !== undefined) {
      if (typeof mapped === 'number') out.push(mapped)
      else out.append(mapped)
      i++
      continue
    }
    let end = i + 1
    while (end < points.length && map(points[end]!) === undefined) end++
    const error = { encoding, points, start: i, end, reason }
    const [replacement, resume] = onError(error)
    if (replacement instanceof Uint8Array) out.append(replacement)
    else {
      for (const c of replacement) {
        const byte = map(c)
        if (byte === undefined) strictEncode(error)
        else if (typeof byte === 'number') out.push(byte)
        else out.append(byte)
      }
    }
    i = resume
  }
  return out.finish()
}

export function encodeAscii(text: Text, onError: EncodeHandler = strictEncode): Uint8Array {
  return encodeBy(text, 'ascii', 'ordinal not in range(128)', (c) => (c < 128 ? c : undefined), onError)
}
export function encodeLatin1(text: Text, onError: EncodeHandler = strictEncode): Uint8Array {
  return encodeBy(text, 'latin-1', 'ordinal not in range(256)', (c) => (c < 256 ? c : undefined), onError)
}
/** `codecs.charmap_encode` */
export function encodeCharmap(
  text: Text,
  map: (codePoint: number) => number | Uint8Array | undefined,
  onError: EncodeHandler = strictEncode,
): Uint8Array {
  return encodeBy(text, 'charmap', 'character maps to <undefined>', map, onError)
}

export function decodeAscii(bytes: Uint8Array, onError: DecodeHandler = strictDecode): Text {
  if (bytes.every((b) => b < 128)) return stringOfUnits(bytes)
  return decodeBy(bytes, 'ascii', 'ordinal not in range(128)', (b) => (b < 128 ? b : undefined), onError)
}
export function decodeLatin1(bytes: Uint8Array): string {
  return stringOfUnits(bytes)
}
/** `codecs.charmap_decode`; the map gives a code point, several, or undefined. */
export function decodeCharmap(
  bytes: Uint8Array,
  map: (byte: number) => number | readonly number[] | undefined,
  onError: DecodeHandler = strictDecode,
): Text {
  return decodeBy(bytes, 'charmap', 'character maps to <undefined>', map, onError)
}

function decodeBy(
  given: Uint8Array,
  encoding: string,
  reason: string,
  map: (byte: number) => number | readonly number[] | undefined,
  onError: DecodeHandler,
): Text {
  const out = new PointOutput()
  let bytes = given
  for (let i = 0; i < bytes.length; ) {
    const mapped = map(bytes[i]!)
    if (mapped !== undefined) {
      if (typeof mapped === 'number') out.push(mapped)
      else out.append(mapped)
      i++
      continue
    }
    const [replacement, resume, input = bytes] = onError({ encoding, bytes, start: i, end: i + 1, reason })
    out.append(replacement)
    bytes = input
    i = resume
  }
  return out.finish()
}
