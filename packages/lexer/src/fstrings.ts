// f-strings (PEP 701): a stack of open literals, and the text between their replacement fields.
//
//     f'a{b!r:>{w}}c'      text, field, text … : a level is in text or, within braces, in code
//     ^^ ^   ^ ^   ^
import { extraBytes } from './characters.ts'
import { messages, refuse, refuseAtStart } from './errors.ts'
import type { Scanner } from './scanner.ts'
import { TokenKind } from './token-kinds.ts'

const MAX_LEVELS = 150
const MAX_NESTED_FIELDS = 3
const NEWLINE = 10
const RETURN = 13
const OPEN = 123
const CLOSE = 125
const COLON = 58
const BACKSLASH = 92

/** One open f-string. */
export class FStringLevel {
  readonly quote: number
  readonly triple: boolean
  readonly raw: boolean
  readonly start: number
  readonly line: number
  readonly lineStart: number
  inText = true
  /** Brackets of any kind open within the literal. */
  depth = 0
  /** Index of the innermost replacement field that is open; -1 for none. */
  field = -1
  inFormat = false
  debug = false
  /** The expression for `=`: from behind its brace to its first `!`, `:` or `}`; -1 while unknown. */
  expressionStart = -1
  expressionEnd = -1

  constructor(s: Scanner, start: number, quote: number, triple: boolean, raw: boolean) {
    this.start = start
    this.line = s.line
    this.lineStart = s.lineStart
    this.quote = quote
    this.triple = triple
    this.raw = raw
  }

  openExpression(start: number): void {
    this.expressionStart = start
    this.expressionEnd = -1
  }
}

/** Writes FSTRING_START and enters the literal. */
export function openFString(s: Scanner, start: number, quoteAt: number): boolean {
  const { text } = s
  const quote = text.charCodeAt(quoteAt)
  const triple = text.charCodeAt(quoteAt + 1) === quote && text.charCodeAt(quoteAt + 2) === quote
  const end = quoteAt + (triple ? 3 : 1)
  s.position = end
  if (s.fstrings.length + 1 >= MAX_LEVELS) return refused(s, messages.nestedFStrings(), end)
  const raw = quoteAt - start === 2
  s.push(TokenKind.FSTRING_START, start, end)
  s.fstrings.push(new FStringLevel(s, start, quote, triple, raw))
  return true
}

/** What a `:`, `!`, `{` or `}` in the code of a field means for the field; true when a format spec begins. */
export function fieldPunctuation(s: Scanner, level: FStringLevel, c: number, at: number): boolean {
  const cursor = c === OPEN ? level.depth : level.depth - 1
  if (cursor === 0 || (cursor === 1 && (level.debug || level.inFormat))) {
    if (c === OPEN) {
      level.openExpression(at + 1)
    } else {
      if (level.expressionEnd < 0) level.expressionEnd = at
      if (level.debug) s.debugTexts.set(s.count, debugText(s.text, level))
    }
  }
  if (c !== COLON || cursor !== level.field) return false
  level.inText = true
  level.inFormat = true
  return true
}

/** The expression as written, without the comments in it. */
function debugText(text: string, level: FStringLevel): string {
  const written = text.slice(level.expressionStart, level.expressionEnd)
  return written.includes('#') ? written.replace(/#[^\n]*/g, '') : written
}

/** Reads text from the scanner's position up to a field, the end of the literal, or a doubled brace. */
export function scanFStringText(s: Scanner, level: FStringLevel): boolean {
  const { text } = s
  const start = s.position
  if (text.charCodeAt(start) === OPEN && text.charCodeAt(start + 1) !== OPEN) return enterField(s, level)
  if (closes(text, level, start)) {
    const end = start + (level.triple ? 3 : 1)
    s.push(TokenKind.FSTRING_END, start, end)
    s.position = end
    s.fstrings.pop()
    return true
  }
  return scanMiddle(s, level, start)
}

function closes(text: string, level: FStringLevel, p: number): boolean {
  const { quote } = level
  if (text.charCodeAt(p) !== quote) return false
  return !level.triple || (text.charCodeAt(p + 1) === quote && text.charCodeAt(p + 2) === quote)
}

function enterField(s: Scanner, level: FStringLevel): boolean {
  level.field++
  if (level.field >= MAX_NESTED_FIELDS) return refused(s, messages.nestedTooDeeply(), s.position)
  level.inText = false
  return true
}

function scanMiddle(s: Scanner, level: FStringLevel, start: number): boolean {
  const { text } = s
  const line = s.line
  const column = start - s.origin
  const inFormat = level.inFormat && level.field >= 0
  const { quote, triple } = level
  let namedEscape = false
  let p = start
  const emit = (end: number, counted: number): boolean => {
    s.position = counted
    s.pushSpan(TokenKind.FSTRING_MIDDLE, start, end, line, column, counted - s.origin)
    return true
  }
  for (;;) {
    const c = text.charCodeAt(p)
    if (p >= s.limit || (c === NEWLINE && !triple)) {
      if (p < s.limit && inFormat) {
        // The newline ends the format spec; code goes on behind it.
        level.inText = false
        level.inFormat = false
        return emit(p, p)
      }
      return unterminated(s, level, p)
    }
    if (c === quote) {
      if (closes(text, level, p)) return emit(p, p)
    } else if (c === OPEN) {
      level.openExpression(p + 1)
      if (text.charCodeAt(p + 1) === OPEN && !inFormat) return emit(p + 1, p + 2)
      emit(p, p)
      level.field++
      if (level.field >= MAX_NESTED_FIELDS) {
        s.count--
        return refused(s, messages.nestedTooDeeply(), p)
      }
      level.inText = false
      level.inFormat = false
      return true
    } else if (c === CLOSE) {
      if (namedEscape) return emit(p + 1, p + 1)
      if (text.charCodeAt(p + 1) === CLOSE && !inFormat && level.depth === 0) return emit(p + 1, p + 2)
      level.inText = false
      level.inFormat = false
      return emit(p, p)
    } else if (c === BACKSLASH) {
      let peek = text.charCodeAt(++p)
      if (peek === RETURN) peek = text.charCodeAt(++p)
      if (p >= s.limit) continue
      if (peek === OPEN || peek === CLOSE) {
        if (!level.raw) s.warn(messages.invalidEscape(String.fromCharCode(peek)))
        continue
      }
      if (peek === NEWLINE) {
        if (p + 1 < s.limit) s.joinLine(p)
      } else if (peek >= 128) {
        s.origin -= extraBytes(peek)
      } else if (peek === 78 && !level.raw && text.charCodeAt(p + 1) === OPEN) {
        namedEscape = true
        p++
      }
    } else if (c === NEWLINE) {
      if (p + 1 < s.limit) s.joinLine(p)
    } else if (c >= 128) {
      s.origin -= extraBytes(c)
    }
    p++
  }
}

function unterminated(s: Scanner, level: FStringLevel, p: number): false {
  const detected = s.line
  s.position = p
  const message = level.triple ? messages.unterminatedTripleFString : messages.unterminatedFString
  refuseAtStart(s, message(detected), level.start, level.line, level.lineStart)
  if (level.triple) s.ending = 'eofs'
  return false
}

function refused(s: Scanner, message: string, cursor: number): false {
  s.position = cursor
  refuse(s, message, cursor)
  return false
}
