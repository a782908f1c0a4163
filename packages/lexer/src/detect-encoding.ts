// The encoding of source bytes as tokenize.detect_encoding finds it, and the text that the module reads.
import { PySyntaxError, decodeByName, decodeUtf8, findUtf8Fault, normalEncodingName } from '@pellucid/source'
import { reprText } from '@pellucid/primitives'

/** Text and encoding of bytes; bytes that the encoding has no character for are U+FFFD. */
export interface DetectedSource {
  readonly text: string
  readonly encoding: string
}

const cookiePattern = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/
const blankPattern = /^[ \t\f]*(?:[#\r\n]|$)/

/** Reads bytes as `tokenize.tokenize` does; `filename`, when given, is named in errors. */
export function readSource(bytes: Uint8Array, filename?: string): DetectedSource {
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  const content = bom ? bytes.subarray(3) : bytes
  const declared = findDeclared(content, filename)
  if (declared === undefined || declared === 'utf-8') return { text: decodeUtf8(content), encoding: 'utf-8' }
  if (bom) throw refusal('encoding problem', ': utf-8', filename)
  const decoded = decodeByName(declared, content)
  if (decoded === undefined) throw refusal('unknown encoding', `: ${declared}`, filename)
  return { text: 'text' in decoded ? decoded.text : replaced(content), encoding: declared }
}

function findDeclared(bytes: Uint8Array, filename: string | undefined): string | undefined {
  let start = 0
  for (let count = 0; count < 2 && start < bytes.length; count++) {
    const newline = bytes.indexOf(10, start)
    const end = newline < 0 ? bytes.length : newline + 1
    const line = bytes.subarray(start, end)
    if (findUtf8Fault(line) !== undefined) throw refusal('invalid or missing encoding declaration', '', filename)
    const text = decodeUtf8(line)
    const found = cookiePattern.exec(text)
    if (found !== null) return normalEncodingName(found[1] as string)
    if (!blankPattern.test(text)) return undefined
    start = end
  }
  return undefined
}

function refusal(what: string, detail: string, filename: string | undefined): PySyntaxError {
  const named = filename === undefined ? '' : ` for ${reprText(filename)}`
  return new PySyntaxError('SyntaxError', what + named + detail, {
    filename: null, lineno: null, offset: null, text: null,
  })
}

/** ASCII and its likes: a byte beyond is no character. */
function replaced(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : '\ufffd')).join('')
}
