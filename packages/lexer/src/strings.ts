// String and bytes literals. Their content is not looked at here but for the end: escapes belong to the parser.
//
//     rb'a\'b'        '''a
//       ^ quote       b'''
import { messages, refuseAtStart } from './errors.ts'
import { extraBytes } from './characters.ts'
import type { Scanner } from './scanner.ts'
import { TokenKind } from './token-kinds.ts'

const BACKSLASH = 92
const NEWLINE = 10
const RETURN = 13

/** Writes the STRING at `start` whose opening quote is at `quoteAt`; false when it has no end. */
export function scanString(s: Scanner, start: number, quoteAt: number): boolean {
  const { text } = s
  const quote = text.charCodeAt(quoteAt)
  if (text.charCodeAt(quoteAt + 1) !== quote) return scanSingle(s, start, quoteAt + 1, quote)
  if (text.charCodeAt(quoteAt + 2) === quote) return scanTriple(s, start, quoteAt + 3, quote)
  s.push(TokenKind.STRING, start, quoteAt + 2)
  s.position = quoteAt + 2
  return true
}

function scanSingle(s: Scanner, start: number, p: number, quote: number): boolean {
  const { text } = s
  const line = s.line
  const lineStart = s.lineStart
  const column = start - s.origin
  let escapedQuote = false
  for (;;) {
    let c = text.charCodeAt(p)
    if (c === quote) break
    if (c === NEWLINE || !(p < s.limit)) return unterminated(s, p, start, line, lineStart, quote, false, escapedQuote)
    if (c === BACKSLASH) {
      c = text.charCodeAt(++p)
      if (c === quote) escapedQuote = true
      if (c === RETURN) c = text.charCodeAt(++p)
      if (p >= s.limit) continue
      if (c === NEWLINE) {
        if (p + 1 >= s.limit) return unterminated(s, p + 1, start, line, lineStart, quote, false, escapedQuote)
        s.joinLine(p)
      }
    }
    if (c >= 128) s.origin -= extraBytes(c)
    p++
  }
  s.position = ++p
  s.pushSpan(TokenKind.STRING, start, p, line, column, p - s.origin)
  return true
}

function scanTriple(s: Scanner, start: number, p: number, quote: number): boolean {
  const { text } = s
  const line = s.line
  const lineStart = s.lineStart
  const column = start - s.origin
  for (;;) {
    if (p >= s.limit) return unterminated(s, p, start, line, lineStart, quote, true, false)
    let c = text.charCodeAt(p)
    if (c === quote && text.charCodeAt(p + 1) === quote && text.charCodeAt(p + 2) === quote) break
    if (c === BACKSLASH) {
      c = text.charCodeAt(++p)
      if (c === RETURN) c = text.charCodeAt(++p)
      if (p >= s.limit) continue
    }
    if (c === NEWLINE) {
      if (p + 1 < s.limit) s.joinLine(p)
    } else if (c >= 128) s.origin -= extraBytes(c)
    p++
  }
  p += 3
  s.position = p
  s.pushSpan(TokenKind.STRING, start, p, line, column, p - s.origin)
  return true
}

function unterminated(
  s: Scanner, p: number, start: number, line: number, lineStart: number, quote: number, triple: boolean,
  escapedQuote: boolean,
): false {
  const level = s.fstrings[s.fstrings.length - 1]
  const detected = s.line
  s.position = p
  if (level !== undefined && level.quote === quote && level.triple === triple) {
    refuseAtStart(s, messages.expectingBrace(), start, line, lineStart)
    return false
  }
  const message = triple
    ? messages.unterminatedTripleString(detected)
    : messages.unterminatedString(detected, escapedQuote)
  refuseAtStart(s, message, start, line, lineStart)
  // At the end of the input more text could complete the literal.
  if (p >= s.limit) s.ending = triple ? 'eofs' : 'eols'
  return false
}
