// From the bytes of a document to its text, chunk by chunk; and which encoding it is, as its first bytes tell.
import { fail, type FaultName } from './errors.ts'

export interface Decoder {
  /** Bytes that a character takes up, for positions. */
  readonly width: (character: string) => number
  /** All the characters that are whole; what is left of one waits. */
  decode(bytes: Uint8Array): string
  /** What is wrong if nothing more comes. */
  readonly fault: FaultName | undefined
  /** expat itself works on UTF-8: it turns other texts into that, a buffer at a time. */
  readonly isConverted: boolean
}

/** A character that no document may contain stands for bytes that are no character: so the parser finds the place. */
const WRONG = '\uffff'

class Utf8Decoder implements Decoder {
  readonly isConverted = false
  #rest: Uint8Array = new Uint8Array(0)
  get fault(): FaultName | undefined {
    return this.#rest.length > 0 ? 'PARTIAL_CHAR' : undefined
  }
  readonly width = (character: string): number => {
    const point = character.codePointAt(0) as number
    return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
  }
  decode(chunk: Uint8Array): string {
    const bytes = joined(this.#rest, chunk)
    let text = ''
    let at = 0
    while (at < bytes.length) {
      let plain = at
      while (plain < bytes.length && (bytes[plain] as number) < 0x80) plain++
      text += latin1(bytes.subarray(at, plain))
      at = plain
      if (at >= bytes.length) break
      const lead = bytes[at] as number
      const size = lead >= 0xc2 && lead < 0xe0 ? 2 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xf0 && lead < 0xf5 ? 4 : 0
      let good = 1
      while (good < size && at + good < bytes.length && ((bytes[at + good] as number) & 0xc0) === 0x80) good++
      if (size > 0 && good < size && at + good === bytes.length) break
      let point = size === 2 ? lead & 31 : size === 3 ? lead & 15 : lead & 7
      for (let i = 1; i < size; i++) point = point * 64 + ((bytes[at + i] as number) & 63)
      const least = [0, 0, 0x80, 0x800, 0x10000][size] as number
      const fine = size > 0 && good === size && point >= least && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff)
      text += fine ? String.fromCodePoint(point) : WRONG
      at += fine ? size : 1
    }
    this.#rest = bytes.slice(at)
    return text
  }
}

class Utf16Decoder implements Decoder {
  readonly isConverted = true
  #rest: Uint8Array = new Uint8Array(0)
  readonly #little: boolean
  readonly width = (character: string): number => 2 * character.length
  constructor(little: boolean) {
    this.#little = little
  }
  get fault(): FaultName | undefined {
    return this.#rest.length === 0 ? undefined : this.#rest.length === 1 ? 'UNCLOSED_TOKEN' : 'PARTIAL_CHAR'
  }
  decode(chunk: Uint8Array): string {
    const bytes = joined(this.#rest, chunk)
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
    const units: string[] = []
    let at = 0
    for (; at + 1 < bytes.length; at += 2) units.push(String.fromCharCode(view.getUint16(at, this.#little)))
    // The first half of a pair waits for the second.
    const last = units.at(-1)
    if (last !== undefined && last >= '\ud800' && last <= '\udbff') {
      units.pop()
      at -= 2
    }
    this.#rest = bytes.slice(at)
    return units.join('')
  }
}

/** One byte a character: `table` has what each byte is, undefined for those that are none. */
class ByteDecoder implements Decoder {
  readonly #table: readonly (string | undefined)[]
  readonly fault = undefined
  readonly isConverted: boolean
  readonly width = (): number => 1
  constructor(table: readonly (string | undefined)[], isConverted = true) {
    this.#table = table
    this.isConverted = isConverted
  }
  decode(chunk: Uint8Array): string {
    let text = ''
    for (const byte of chunk) text += this.#table[byte] ?? WRONG
    return text
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b
  const both = new Uint8Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}

export function latin1(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192))
  return text
}

/** What each byte of an encoding of single bytes is; undefined for one that will not do. Asked for what expat does not know itself. */
export type UnknownEncoding = (name: string) => readonly (string | undefined)[] | undefined

const bytesBelow = (limit: number): (string | undefined)[] =>
  Array.from({ length: 256 }, (_, byte) => (byte < limit ? String.fromCharCode(byte) : undefined))

/** A decoder by the name of its encoding, which stands at a place. `little`: the order of UTF-16 that was seen; undefined: it is not UTF-16. */
export function decoderOf(encoding: string, little: boolean | undefined, unknown: UnknownEncoding, at?: number): Decoder {
  switch (encoding.toUpperCase()) {
    case 'UTF-8':
      return new Utf8Decoder()
    case 'UTF-16':
      return new Utf16Decoder(little ?? false)
    case 'UTF-16LE':
      return new Utf16Decoder(true)
    case 'UTF-16BE':
      return new Utf16Decoder(false)
    case 'ISO-8859-1':
      return new ByteDecoder(bytesBelow(256))
    case 'US-ASCII':
      return new ByteDecoder(bytesBelow(128), false)
    default:
      return new ByteDecoder(unknown(encoding) ?? fail('UNKNOWN_ENCODING', at))
  }
}

/** May bytes to come change what the first ones say? */
export const isUndecided = (bytes: Uint8Array): boolean => bytes.length < 4 && (bytes.length === 0 || [0, 0x3c, 0xef, 0xfe, 0xff].includes(bytes[0] as number))

/** How a document begins: the order of UTF-16's bytes if it is that, and the length of a byte order mark. */
export function beginning(bytes: Uint8Array): { little: boolean | undefined; mark: number } {
  const [a, b, c] = bytes
  if (a === 0xfe && b === 0xff) return { little: false, mark: 2 }
  if (a === 0xff && b === 0xfe) return { little: true, mark: 2 }
  if (a === 0xef && b === 0xbb && c === 0xbf) return { little: undefined, mark: 3 }
  // A document begins with a character of ASCII.
  if (a === 0 || b === 0) return { little: b === 0, mark: 0 }
  return { little: undefined, mark: 0 }
}

const isUtf16 = (encoding: string): boolean => /^utf-16(le|be)?$/i.test(encoding)

/** A declared encoding that cannot be, with bytes as they are. */
export function checkDeclared(encoding: string, little: boolean | undefined, at: number): void {
  if (isUtf16(encoding) !== (little !== undefined)) fail('INCORRECT_ENCODING', at)
}
