// From the bytes of a source to its text (PEP 263): BOM, cookie, codec, and CPython's errors on the way.
import { decodeByName } from './codecs.ts'
import type { Decoder } from './codecs.ts'
import { findCookie } from './cookie.ts'
import { PySyntaxError } from './syntax-error.ts'
import { decodeUtf8, findUtf8Fault } from './utf8.ts'

/** The text of a source, and how it was read. */
export interface DecodedSource {
  /** BOM removed, CRLF and CR folded to LF. */
  readonly text: string
  /** Name of the encoding as CPython's tokenizer keeps it: `utf-8`, or the cookie's. */
  readonly encoding: string
  readonly bom: boolean
  /** Bytes that are no UTF-8 are in the text as lone surrogates; CPython complains when it comes to use them. */
  readonly escaped: boolean
}

/** How `decodeSource` reads. */
export interface DecodeOptions {
  /** Name of the source in errors. */
  filename?: string
  /** Where CPython would have the bytes from: `compile()` is lenient where `python FILE` is not, and words errors differently. */
  origin?: 'string' | 'file'
  /** Decoder for cookies that name other encodings than the built-in ones. */
  decoder?: Decoder
}

/**
 * Decodes the bytes of a Python source.
 *
 * @example
 * decodeSource(Uint8Array.of(0x78, 0x20, 0x3d, 0x20, 0x31)).text // 'x = 1'
 *
 * @throws PySyntaxError for an unknown encoding, a BOM at odds with the cookie, bytes that the encoding has no
 * characters for, and null bytes.
 */
export function decodeSource(bytes: Uint8Array, options: DecodeOptions = {}): DecodedSource {
  const { filename = '<string>', origin = 'string' } = options
  const refuse = (msg: string, lineno: number | null = null, offset: number | null = null): PySyntaxError =>
    // What has no place has no file either: CPython gives the message alone.
    new PySyntaxError('SyntaxError', msg, { filename: lineno === null ? null : filename, lineno, offset, text: null })
  const refuseEncoding = (msg: string): PySyntaxError => refuse(msg, ...(origin === 'file' ? [] : [0, -1]))
  if (bytes.includes(0)) throw origin === 'file' ? nullByte(bytes, filename) : refuse(nullBytes)

  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  const folded = foldByteNewlines(bom ? bytes.subarray(3) : bytes)
  const cookie = findCookie(folded)
  if (bom && cookie !== undefined && cookie !== 'utf-8') throw refuseEncoding(`encoding problem: ${cookie} with BOM`)
  if (cookie === undefined || cookie === 'utf-8') return decodeDefault(folded, bom, cookie, origin, refuse, filename)

  const found = options.decoder?.(cookie, folded) ?? decodeByName(cookie, folded)
  if (found !== undefined && 'text' in found) {
    return { text: found.text, encoding: cookie, bom, escaped: false }
  }
  if (origin === 'file') throw refuse(`encoding problem: ${cookie}`)
  throw refuseEncoding(found?.fault ?? `unknown encoding: ${cookie}`)
}

const nullBytes = 'source code string cannot contain null bytes'

function decodeDefault(
  bytes: Uint8Array, bom: boolean, cookie: string | undefined, origin: 'string' | 'file',
  refuse: (msg: string) => PySyntaxError, filename: string,
): DecodedSource {
  const text = decodeUtf8(bytes, 'escape')
  const escaped = /[\udc80-\udcff]/.test(text) && findUtf8Fault(bytes) !== undefined
  if (escaped && origin === 'file' && cookie === undefined && !bom) {
    const { start } = findUtf8Fault(bytes) as { start: number }
    const line = countNewlines(bytes, start) + 1
    const byte = (bytes[start] as number).toString(16).padStart(2, '0')
    throw refuse(
      `Non-UTF-8 code starting with '\\x${byte}' in file ${filename} on line ${line}, but no encoding declared; ` +
        'see https://peps.python.org/pep-0263/ for details',
    )
  }
  return { text, encoding: 'utf-8', bom, escaped }
}

/** A null byte in a file: the error shows its line up to there. */
function nullByte(bytes: Uint8Array, filename: string): PySyntaxError {
  const at = bytes.indexOf(0)
  const lineno = countNewlines(bytes, at) + 1
  const text = decodeUtf8(bytes.subarray(bytes.lastIndexOf(10, at) + 1, at))
  const place = { filename, lineno, offset: 0, endLineno: lineno, endOffset: 0, text }
  return new PySyntaxError('SyntaxError', 'source code cannot contain null bytes', place)
}

function countNewlines(bytes: Uint8Array, end: number): number {
  let count = 0
  for (let at = bytes.indexOf(10); at >= 0 && at < end; at = bytes.indexOf(10, at + 1)) count++
  return count
}

/** CRLF and CR become LF before anything is decoded, as in CPython. */
function foldByteNewlines(bytes: Uint8Array): Uint8Array {
  if (!bytes.includes(13)) return bytes
  const result = new Uint8Array(bytes.length)
  let used = 0
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number
    if (byte === 10 && bytes[i - 1] === 13) continue
    result[used++] = byte === 13 ? 10 : byte
  }
  return result.subarray(0, used)
}
