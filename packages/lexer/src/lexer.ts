// The tokenizer: one pass over the text, one switch on the first character of each token.
// Invariant: `p` is the offset of the next character; everything a token's columns need is in the scanner.
import { CHARACTER, IDENTIFIER, extraBytes, isDigit, isIdentifierPart } from './characters.ts'
import { failEnd, messages, refuse } from './errors.ts'
import { fieldPunctuation, openFString, scanFStringText } from './fstrings.ts'
import { LineHead, continueLine, readIndentation } from './indentation.ts'
import { wordKind } from './keywords.ts'
import { scanWideName } from './names.ts'
import { scanNumber } from './numbers.ts'
import { oneCharacter, threeCharacterKind, twoCharacters } from './operators.ts'
import { closeBracket, openBracket } from './brackets.ts'
import type { Scanner } from './scanner.ts'
import { scanString } from './strings.ts'
import { TokenKind } from './token-kinds.ts'
import { readTypeComment } from './type-comments.ts'

const NAME = TokenKind.NAME

/** Reads the whole text into the scanner's tape, up to ENDMARKER or ERRORTOKEN. */
export function scan(s: Scanner): void {
  if (!scanLines(s)) s.pushEmpty(TokenKind.ERRORTOKEN)
  else if (s.extra) s.pushSpan(TokenKind.ENDMARKER, s.position, s.position, s.line, 0, 0)
  else s.pushEmpty(TokenKind.ENDMARKER)
}

function scanLines(s: Scanner): boolean {
  let blank = false
  let newLine = true
  for (;;) {
    if (newLine) {
      newLine = false
      if (s.recovery?.startLine() === false) return false
      const head = readIndentation(s)
      if (head === LineHead.refused) return false
      blank = head === LineHead.blank
    }
    const level = s.fstrings.length > 0 ? s.fstrings[s.fstrings.length - 1] : undefined
    if (level !== undefined && level.inText) {
      if (!scanFStringText(s, level)) return false
      continue
    }
    const stopped = scanCode(s)
    if (stopped === Stop.refused) return false
    if (stopped === Stop.text) continue
    if (stopped === Stop.unblank) {
      // Behind a type comment, or a lone CR, CPython no longer knows that the line is blank.
      blank = false
      continue
    }
    if (stopped === Stop.end) {
      if (s.level === 0) return true
      s.endInToken = false
      failEnd(s)
      return false
    }
    // A newline, at the scanner's position.
    const at = s.position
    const end = s.text.charCodeAt(at) === 13 ? at + 2 : at + 1
    if (blank || s.level > 0) {
      if (s.extra) s.pushSpan(TokenKind.NL, at, end, s.line, at - s.origin, end - s.origin)
    } else {
      // For CPython's parser a NEWLINE begins where the comment before it does.
      const commented = s.commentStart >= 0 && !s.extra
      const column = commented ? s.commentStart - s.commentOrigin : at - s.origin
      s.pushSpan(TokenKind.NEWLINE, commented ? s.commentStart : at, end - 1, s.line, column, end - s.origin)
    }
    s.commentStart = -1
    s.position = end
    newLine = true
    if (end < s.limit) s.nextLine(end - 1)
  }
}

const Stop = { newline: 0, text: 1, unblank: 2, end: 3, refused: 4 } as const
type Stop = (typeof Stop)[keyof typeof Stop]

/** Reads tokens up to the end of the line, or to the text of an f-string. */
function scanCode(s: Scanner): Stop {
  const { text, limit } = s
  let p = s.position
  for (;;) {
    let c = text.charCodeAt(p)
    while (c === 32 || c === 9 || c === 12) c = text.charCodeAt(++p)
    if (p >= limit) {
      s.position = p
      return Stop.end
    }
    const start = p
    switch (c) {
      case 95: case 65: case 67: case 68: case 69: case 71: case 72: case 73: case 74: case 75: case 76: case 77:
      case 78: case 79: case 80: case 81: case 83: case 84: case 86: case 87: case 88: case 89: case 90:
      case 97: case 99: case 100: case 101: case 103: case 104: case 105: case 106: case 107: case 108: case 109:
      case 110: case 111: case 112: case 113: case 115: case 116: case 118: case 119: case 120: case 121: case 122: {
        do c = text.charCodeAt(++p)
        while (c < 128 && ((CHARACTER[c] as number) & IDENTIFIER) !== 0)
        if (c >= 128) {
          if (!scanWideName(s, start, p)) return Stop.refused
          p = s.position
          continue
        }
        s.push(wordKind(text, start, p), start, p)
        continue
      }
      // Letters that may be the prefix of a literal: b f r u.
      case 66: case 70: case 82: case 85: case 98: case 102: case 114: case 117: {
        const quoteAt = prefixEnd(text, p)
        if (quoteAt > 0) {
          if (isFormatted(text, start, quoteAt)) {
            if (!openFString(s, start, quoteAt)) return Stop.refused
            return Stop.text
          }
          if (!scanString(s, start, quoteAt)) return Stop.refused
          p = s.position
          continue
        }
        do c = text.charCodeAt(++p)
        while (c < 128 && ((CHARACTER[c] as number) & IDENTIFIER) !== 0)
        if (c >= 128) {
          if (!scanWideName(s, start, p)) return Stop.refused
          p = s.position
          continue
        }
        s.push(p - start === 1 ? NAME : wordKind(text, start, p), start, p)
        continue
      }
      case 10:
        s.position = p
        return Stop.newline
      case 13:
        s.position = p
        if (text.charCodeAt(p + 1) === 10) return Stop.newline
        p = scanReturn(s, start)
        if (p < 0) return Stop.refused
        s.position = p
        if (s.commentStart < 0) return Stop.unblank
        continue
      case 34: case 39:
        if (!scanString(s, start, start)) return Stop.refused
        p = s.position
        continue
      case 35:
        p = scanComment(s, start)
        if (s.extra) {
          s.pushSpan(TokenKind.COMMENT, start, p, s.line, start - s.commentOrigin, p - s.origin)
          s.commentStart = start
        } else if (s.typeComments && readTypeComment(s, start, p)) {
          s.position = p
          return Stop.unblank
        } else {
          s.commentStart = start
        }
        continue
      case 46:
        if (!isDigit(text.charCodeAt(p + 1))) {
          const ellipsis = text.charCodeAt(p + 1) === 46 && text.charCodeAt(p + 2) === 46
          p += ellipsis ? 3 : 1
          s.push(ellipsis ? TokenKind.ELLIPSIS : TokenKind.DOT, start, p)
          continue
        }
        p = scanNumber(s, start)
        if (p < 0) return Stop.refused
        s.push(TokenKind.NUMBER, start, p)
        continue
      case 48: case 49: case 50: case 51: case 52: case 53: case 54: case 55: case 56: case 57:
        p = scanNumber(s, start)
        if (p < 0) return Stop.refused
        s.push(TokenKind.NUMBER, start, p)
        continue
      case 92:
        p = continueLine(s, p, true)
        if (p < 0) return Stop.refused
        continue
      case 40: case 91: case 123:
        if (!openBracket(s, c, start)) return Stop.refused
        s.push(oneCharacter[c] as number, start, ++p)
        continue
      case 41: case 93: case 125: {
        if (!closeBracket(s, c, start)) return Stop.refused
        s.push(oneCharacter[c] as number, start, ++p)
        if (c === 125 && s.fstrings.length > 0) {
          s.position = p
          return Stop.text
        }
        continue
      }
      default: {
        if (c >= 128) {
          if (!scanWideName(s, start, p)) return Stop.refused
          p = s.position
          continue
        }
        if (s.fstrings.length > 0 && (c === 58 || c === 33)) {
          const level = s.fstrings[s.fstrings.length - 1]
          if (level !== undefined && level.field >= 0 && fieldPunctuation(s, level, c, start)) {
            s.push(TokenKind.COLON, start, ++p)
            s.position = p
            return Stop.text
          }
        }
        const next = text.charCodeAt(p + 1)
        const pair = next < 128 ? (twoCharacters[c * 128 + next] as number) : 0
        if (pair !== 0) {
          const triple = threeCharacterKind(c, next, text.charCodeAt(p + 2))
          p += triple !== 0 ? 3 : 2
          s.push(triple !== 0 ? triple : pair, start, p)
          continue
        }
        p++
        if (c < 32 || c === 127) {
          s.position = p
          refuse(s, messages.nonPrintable(String.fromCharCode(c)), p)
          return Stop.refused
        }
        if (c === 61 && s.fstrings.length > 0) {
          const level = s.fstrings[s.fstrings.length - 1]
          if (level !== undefined && level.field >= 0) level.debug = true
        }
        s.push(oneCharacter[c] as number, start, p)
      }
    }
  }
}

/**
 * A CR that no LF follows, which only the tokenize module lets through: CPython then reads the next character as the
 * head of a token, but as the head of a name or blanks no longer.
 */
function scanReturn(s: Scanner, start: number): number {
  const p = start + 1
  const c = s.text.charCodeAt(p)
  if (c === 13) {
    s.position = p + 1
    refuse(s, messages.nonPrintable('\r'), p + 1)
    return -1
  }
  if (isIdentifierPart(c) ? !isDigit(c) : c === 32 || c === 9 || c === 12 || c === 35) {
    s.push(TokenKind.OP, start, p + 1)
    return p + 1
  }
  s.returns.push(s.count)
  return p
}

/** Offset of the quote behind a string prefix at `p`, or 0 when what stands there is a name. */
function prefixEnd(text: string, p: number): number {
  const second = text.charCodeAt(p + 1)
  if (second === 34 || second === 39) return p + 1
  const third = text.charCodeAt(p + 2)
  if (third !== 34 && third !== 39) return 0
  const a = text.charCodeAt(p) | 32
  const b = second | 32
  // One of the two is r; the other b or f: u stands alone.
  return (a === 114 && (b === 98 || b === 102)) || (b === 114 && (a === 98 || a === 102)) ? p + 2 : 0
}

function isFormatted(text: string, start: number, quoteAt: number): boolean {
  return (text.charCodeAt(start) | 32) === 102 || (quoteAt - start === 2 && (text.charCodeAt(start + 1) | 32) === 102)
}

function scanComment(s: Scanner, start: number): number {
  const { text, limit } = s
  let p = start + 1
  s.commentOrigin = s.origin
  for (let c = text.charCodeAt(p); c !== 10 && p < limit; c = text.charCodeAt(++p)) {
    if (c === 13 && s.extra) break
    if (c >= 128) s.origin -= extraBytes(c)
  }
  return p
}
