// UTF-8 to text and back, with CPython's notion of where ill-formed bytes begin and end.
// Bytes that are no UTF-8 can be kept as lone surrogates (0xE9 as U+DCE9, PEP 383), so that text which
// CPython looks at late, or never, goes through unharmed.

/** A stretch of bytes that is not UTF-8. */
export interface Utf8Fault {
  readonly start: number
  readonly end: number
  readonly reason: 'invalid start byte' | 'invalid continuation byte' | 'unexpected end of data'
}

const CHUNK = 8192

/** Length of the well-formed sequence at `at`, or the fault there. */
function sequenceAt(bytes: Uint8Array, at: number): number | Utf8Fault {
  const lead = bytes[at] as number
  if (lead < 0x80) return 1
  if (lead < 0xc2 || lead > 0xf4) return { start: at, end: at + 1, reason: 'invalid start byte' }
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
  for (let i = 1; i < length; i++) {
    const byte = bytes[at + i]
    if (byte === undefined) return { start: at, end: bytes.length, reason: 'unexpected end of data' }
    const low = i > 1 ? 0x80 : lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80
    const high = i > 1 ? 0xbf : lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf
    if (byte < low || byte > high) return { start: at, end: at + i, reason: 'invalid continuation byte' }
  }
  return length
}

/** The first stretch that is not UTF-8, if any. */
export function findUtf8Fault(bytes: Uint8Array): Utf8Fault | undefined {
  for (let at = 0; at < bytes.length;) {
    if ((bytes[at] as number) < 0x80) {
      at++
      continue
    }
    const found = sequenceAt(bytes, at)
    if (typeof found !== 'number') return found
    at += found
  }
  return undefined
}

/** CPython's words for a fault, as UnicodeDecodeError prints them. */
export function utf8FaultMessage(bytes: Uint8Array, fault: Utf8Fault): string {
  return decodeErrorMessage('utf-8', bytes, fault.start, fault.end, fault.reason)
}

/** How a UnicodeDecodeError of CPython reads. */
export function decodeErrorMessage(
  codec: string, bytes: Uint8Array, start: number, end: number, reason: string,
): string {
  const what =
    end - start === 1
      ? `byte 0x${(bytes[start] as number).toString(16).padStart(2, '0')} in position ${start}`
      : `bytes in position ${start}-${end - 1}`
  return `'${codec}' codec can't decode ${what}: ${reason}`
}

/** What becomes of bytes that are not UTF-8: kept as lone surrogates, or one U+FFFD a fault. */
export type FaultHandling = 'escape' | 'replace'

/** Decodes UTF-8; `faults` says what becomes of the rest. */
export function decodeUtf8(bytes: Uint8Array, faults: FaultHandling = 'replace'): string {
  const units = new Uint16Array(CHUNK + 4)
  let text = ''
  let used = 0
  for (let at = 0; at < bytes.length;) {
    if (used >= CHUNK) {
      text += String.fromCharCode.apply(null, units.subarray(0, used) as unknown as number[])
      used = 0
    }
    const lead = bytes[at] as number
    if (lead < 0x80) {
      units[used++] = lead
      at++
      continue
    }
    const length = sequenceAt(bytes, at)
    if (typeof length !== 'number') {
      if (faults === 'replace') units[used++] = 0xfffd
      else for (let i = length.start; i < length.end; i++) units[used++] = 0xdc00 + (bytes[i] as number)
      at = length.end
      continue
    }
    const point = codePointAt(bytes, at, length)
    at += length
    if (point > 0xffff) {
      units[used++] = 0xd7c0 + (point >> 10)
      units[used++] = 0xdc00 + (point & 0x3ff)
    } else {
      units[used++] = point
    }
  }
  return text + String.fromCharCode.apply(null, units.subarray(0, used) as unknown as number[])
}

function codePointAt(bytes: Uint8Array, at: number, length: number): number {
  const tail = (i: number): number => (bytes[at + i] as number) & 0x3f
  const lead = bytes[at] as number
  if (length === 2) return ((lead & 0x1f) << 6) | tail(1)
  if (length === 3) return ((lead & 0x0f) << 12) | (tail(1) << 6) | tail(2)
  return ((lead & 0x07) << 18) | (tail(1) << 12) | (tail(2) << 6) | tail(3)
}

/** Encodes text; a lone surrogate that `decodeUtf8` made of a byte becomes that byte again. */
export function encodeUtf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3)
  let used = 0
  for (let i = 0; i < text.length; i++) {
    const point = text.codePointAt(i) as number
    if (point < 0x80) {
      bytes[used++] = point
    } else if (point < 0x800) {
      bytes[used++] = 0xc0 | (point >> 6)
      bytes[used++] = 0x80 | (point & 0x3f)
    } else if (point >= 0xdc80 && point < 0xdd00) {
      bytes[used++] = point - 0xdc00
    } else if (point < 0x10000) {
      bytes[used++] = 0xe0 | (point >> 12)
      bytes[used++] = 0x80 | ((point >> 6) & 0x3f)
      bytes[used++] = 0x80 | (point & 0x3f)
    } else {
      bytes[used++] = 0xf0 | (point >> 18)
      bytes[used++] = 0x80 | ((point >> 12) & 0x3f)
      bytes[used++] = 0x80 | ((point >> 6) & 0x3f)
      bytes[used++] = 0x80 | (point & 0x3f)
      i++
    }
  }
  return bytes.slice(0, used)
}

const escapedByte = /[\udc80-\udcff]/

/** For text with bytes kept as lone surrogates: CPython's complaint when it decodes exactly this text; else undefined. */
export function escapedTextFault(text: string): string | undefined {
  if (!escapedByte.test(text)) return undefined
  const bytes = encodeUtf8(text)
  const fault = findUtf8Fault(bytes)
  return fault && utf8FaultMessage(bytes, fault)
}

/** Text as CPython shows it in an error: bytes that are no UTF-8 as U+FFFD. */
export function replaceEscaped(text: string): string {
  return escapedByte.test(text) ? decodeUtf8(encodeUtf8(text)) : text
}
