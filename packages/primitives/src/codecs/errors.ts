// What happens when text cannot be encoded or bytes cannot be decoded: the built-in error handlers.
// A handler names what stands in for the faulty range and where to go on, or throws a UnicodeFault.
import { pointsOfText } from '../text/code-points.ts'

/** The data of a UnicodeEncodeError or UnicodeDecodeError. */
export class UnicodeFault extends Error {
  readonly kind: 'UnicodeEncodeError' | 'UnicodeDecodeError' | 'UnicodeTranslateError'
  readonly encoding: string
  readonly start: number
  readonly end: number
  readonly reason: string
  constructor(kind: UnicodeFault['kind'], encoding: string, start: number, end: number, reason: string) {
    super(reason)
    this.kind = kind
    this.encoding = encoding
    this.start = start
    this.end = end
    this.reason = reason
  }
}

/** A fault met while decoding; `bytes` is the whole input. */
export interface DecodeError {
  readonly encoding: string
  readonly bytes: Uint8Array
  readonly start: number
  readonly end: number
  readonly reason: string
}
/** A fault met while encoding; `points` is the whole input. */
export interface EncodeError {
  readonly encoding: string
  readonly points: ArrayLike<number>
  readonly start: number
  readonly end: number
  readonly reason: string
}
/** The code points that stand in for the fault, the position to go on from, and other input to go on in. */
export type DecodeHandler = (
  error: DecodeError,
) => readonly [points: readonly number[], resume: number, input?: Uint8Array | undefined]
/** Text (code points, encoded in turn) or bytes that stand in, and the position to go on from. */
export type EncodeHandler = (error: EncodeError) => readonly [readonly number[] | Uint8Array, number]

const asciiPoints = (text: string): readonly number[] => pointsOfText(text)

export const strictDecode: DecodeHandler = (e) => {
  throw new UnicodeFault('UnicodeDecodeError', e.encoding, e.start, e.end, e.reason)
}
export const strictEncode: EncodeHandler = (e) => {
  throw new UnicodeFault('UnicodeEncodeError', e.encoding, e.start, e.end, e.reason)
}

/** `\x80`, `€`, `\U00010000`, without the short escapes of repr. */
export function backslashEscape(codePoint: number): string {
  const width = codePoint < 0x100 ? 2 : codePoint < 0x10000 ? 4 : 8
  return '\\' + (width === 2 ? 'x' : width === 4 ? 'u' : 'U') + codePoint.toString(16).padStart(width, '0')
}

function mapRange(e: EncodeError, show: (codePoint: number) => string): readonly [readonly number[], number] {
  let out = ''
  for (let i = e.start; i < e.end; i++) out += show(e.points[i]!)
  return [asciiPoints(out), e.end]
}

const encodeHandlers: Record<string, EncodeHandler> = {
  strict: strictEncode,
  ignore: (e) => [[], e.end],
  replace: (e) => [new Array<number>(e.end - e.start).fill(63), e.end],
  backslashreplace: (e) => mapRange(e, backslashEscape),
  xmlcharrefreplace: (e) => mapRange(e, (c) => `&#${c};`),
  surrogateescape(e) {
    const bytes: number[] = []
    let at = e.start
    for (; at < e.end && e.points[at]! >= 0xdc80 && e.points[at]! <= 0xdcff; at++) bytes.push(e.points[at]! - 0xdc00)
    // What can be escaped before something that cannot is; but a table's codec fails whole.
    if (at === e.start || (at < e.end && e.encoding === 'charmap')) return strictEncode(e)
    return [Uint8Array.from(bytes), at]
  },
  surrogatepass(e) {
    const unit = unitOf(e.encoding)
    const bytes: number[] = []
    for (let i = e.start; i < e.end; i++) {
      const c = e.points[i]!
      if (!unit || c < 0xd800 || c > 0xdfff) return strictEncode(e)
      if (unit.size === 1) bytes.push(0xed, 0x80 | ((c >> 6) & 0x3f), 0x80 | (c & 0x3f))
      else pushUnit(bytes, c, unit.size, unit.little)
    }
    return [Uint8Array.from(bytes), e.end]
  },
}

const decodeHandlers: Record<string, DecodeHandler> = {
  strict: strictDecode,
  ignore: (e) => [[], e.end],
  replace: (e) => [[0xfffd], e.end],
  backslashreplace(e) {
    let out = ''
    for (let i = e.start; i < e.end; i++) out += backslashEscape(e.bytes[i]!)
    return [asciiPoints(out), e.end]
  },
  surrogateescape(e) {
    const points: number[] = []
    for (
      let i = e.start; i < e.end && points.length < 4 && e.bytes[i]! >= 128; i++
    ) points.push(0xdc00 + e.bytes[i]!)
    return points.length === 0 ? strictDecode(e) : [points, e.start + points.length]
  },
  surrogatepass(e) {
    const unit = unitOf(e.encoding)
    if (!unit || e.bytes.length - e.start < (unit.size === 1 ? 3 : unit.size)) return strictDecode(e)
    const at = (i: number): number => e.bytes[e.start + i]!
    let c = 0
    if (unit.size === 1) {
      if (
        at(0) >> 4 === 0xe && at(1) >> 6 === 2 && at(2) >> 6 === 2
      ) c = ((at(0) & 15) << 12) | ((at(1) & 63) << 6) | (at(2) & 63)
    } else {
      for (let i = 0; i < unit.size; i++) c = c * 256 + at(unit.little ? unit.size - 1 - i : i)
    }
    if (c < 0xd800 || c > 0xdfff) return strictDecode(e)
    return [[c], e.start + (unit.size === 1 ? 3 : unit.size)]
  },
}

/** The built-in error handler of that name for encoding, or undefined. */
export function encodeHandler(name: string): EncodeHandler | undefined {
  return Object.hasOwn(encodeHandlers, name) ? encodeHandlers[name] : undefined
}
/** The built-in error handler of that name for decoding, or undefined. */
export function decodeHandler(name: string): DecodeHandler | undefined {
  return Object.hasOwn(decodeHandlers, name) ? decodeHandlers[name] : undefined
}

interface Unit {
  readonly size: 1 | 2 | 4
  readonly little: boolean
}
/** The unit of the encodings that know surrogates. */
function unitOf(encoding: string): Unit | undefined {
  const found = /^(?:utf[-_]?(8|16|32))(?:[-_]?(le|be))?$/i.exec(encoding)
  if (!found) return undefined
  return { size: found[1] === '8' ? 1 : found[1] === '16' ? 2 : 4, little: found[2]?.toLowerCase() !== 'be' }
}

export function pushUnit(bytes: number[], unit: number, size: number, little: boolean): void {
  for (let i = 0; i < size; i++) bytes.push((unit >>> (8 * (little ? i : size - 1 - i))) & 255)
}

/** `str(error)` of a UnicodeEncodeError. */
export function encodeErrorText(
  encoding: string,
  points: ArrayLike<number>,
  start: number,
  end: number,
  reason: string,
): string {
  if (start < points.length && end === start + 1) {
    const shown = backslashEscape(points[start]!)
    return `'${encoding}' codec can't encode character '${shown}' in position ${start}: ${reason}`
  }
  return `'${encoding}' codec can't encode characters in position ${start}-${end - 1}: ${reason}`
}
/** `str(error)` of a UnicodeDecodeError. */
export function decodeErrorText(
  encoding: string,
  bytes: Uint8Array,
  start: number,
  end: number,
  reason: string,
): string {
  if (start < bytes.length && end === start + 1) {
    const byte = bytes[start]!.toString(16).padStart(2, '0')
    return `'${encoding}' codec can't decode byte 0x${byte} in position ${start}: ${reason}`
  }
  return `'${encoding}' codec can't decode bytes in position ${start}-${end - 1}: ${reason}`
}
