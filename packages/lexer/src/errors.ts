// The tokenizer's error messages, and where CPython places each of them.
import { PySyntaxError, escapedTextFault, replaceEscaped } from '@pellucid/source'
import type { Scanner } from './scanner.ts'
import { byteCount, codePointCount, lineText, utf8Prefix } from './text.ts'
import type { TapeEnding } from './token-tape.ts'

export const messages = {
  unterminatedString: (line: number, escapedQuote: boolean) =>
    `unterminated string literal (detected at line ${line})` +
    (escapedQuote ? '; perhaps you escaped the end quote?' : ''),
  unterminatedTripleString: (line: number) => `unterminated triple-quoted string literal (detected at line ${line})`,
  unterminatedFString: (line: number) => `unterminated f-string literal (detected at line ${line})`,
  unterminatedTripleFString: (line: number) =>
    `unterminated triple-quoted f-string literal (detected at line ${line})`,
  expectingBrace: () => "f-string: expecting '}'",
  singleBrace: () => "f-string: single '}' is not allowed",
  unmatchedInFString: (bracket: string) => `f-string: unmatched '${bracket}'`,
  nestedTooDeeply: () => 'f-string: expressions nested too deeply',
  nestedFStrings: () => 'too many nested f-strings',
  unmatched: (bracket: string) => `unmatched '${bracket}'`,
  mismatch: (closing: string, opening: string, line: number | undefined) =>
    `closing parenthesis '${closing}' does not match opening parenthesis '${opening}'` +
    (line === undefined ? '' : ` on line ${line}`),
  nestedBrackets: () => 'too many nested parentheses',
  neverClosed: (bracket: string) => `'${bracket}' was never closed`,
  invalidLiteral: (kind: string) => `invalid ${kind} literal`,
  invalidDigit: (digit: string, kind: string) => `invalid digit '${digit}' in ${kind} literal`,
  leadingZeros: () =>
    'leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers',
  invalidCharacter: (character: string) => `invalid character '${character}' (${codePointName(character)})`,
  nonPrintable: (character: string) => `invalid non-printable character ${codePointName(character)}`,
  continuation: () => 'unexpected character after line continuation character',
  endOfFile: () => 'unexpected EOF while parsing',
  dedent: () => 'unindent does not match any outer indentation level',
  tooDeep: () => 'too many levels of indentation',
  tabs: () => 'inconsistent use of tabs and spaces in indentation',
  nullBytes: () => 'source code string cannot contain null bytes',
  invalidEscape: (character: string) => `invalid escape sequence '\\${character}'`,
} as const

function codePointName(character: string): string {
  return 'U+' + (character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')
}

/** The tokenizer refuses the text: the error lies behind the character before `cursor`, on the current line. */
export function refuse(s: Scanner, message: string, cursor: number): void {
  const offset = codePointCount(s.text, s.lineStart, cursor)
  refuseRange(s, message, offset, offset)
}

/** As `refuse`, with the columns given. */
export function refuseRange(s: Scanner, message: string, offset: number, endOffset: number): void {
  const text = shown(s, lineText(s.text, s.lineStart, s.limit))
  const at = { lineno: s.line, offset, endLineno: s.line, endOffset, text, filename: s.filename }
  fail(s, 'error', new PySyntaxError('SyntaxError', message, at))
}

/** As `refuse`, at the first character of a string literal, whose end was sought in vain. */
export function refuseAtStart(s: Scanner, message: string, start: number, line: number, lineStart: number): void {
  s.line = line
  s.lineStart = lineStart
  const afterReturn = s.returns[s.returns.length - 1] === s.count
  refuse(s, message, afterReturn ? start : start + 1)
}

function fail(s: Scanner, ending: TapeEnding, error: PySyntaxError): void {
  s.error = error
  s.ending = ending
}

/** The text from which CPython's parser cuts the error line: the lines read since the last token boundary. */
function bufferText(s: Scanner): string {
  const end = s.text.indexOf('\n', s.lineStart)
  return shown(s, s.text.slice(bufferOffset(s), Math.min(end < 0 ? s.limit : end + 1, s.limit)))
}

function shown(s: Scanner, text: string): string {
  return s.escaped ? replaceEscaped(text) : text
}

export function bufferOffset(s: Scanner): number {
  let start = s.lineStart
  for (let line = s.line, i = s.joinedLines.length - 1; i >= 0 && s.joinedLines[i] === line; i--, line--) {
    start = s.text.lastIndexOf('\n', start - 2) + 1
  }
  return start
}

/** Bad indentation: the tokenizer has then consumed the line. */
export function failIndent(s: Scanner, ending: 'dedent' | 'tabs' | 'deep'): void {
  const text = bufferText(s)
  const lineEnd = Math.min(s.lineStart + lineText(s.text, s.lineStart, s.limit).length + 1, s.limit)
  s.position = lineEnd
  const at = { lineno: s.line, endLineno: s.line, text, filename: s.filename }
  if (ending === 'dedent') {
    const offset = byteCount(s.text, s.lineStart, lineEnd)
    const place = { ...at, offset: utf8Prefix(text, offset), endOffset: -1 }
    fail(s, ending, new PySyntaxError('IndentationError', messages.dedent(), place))
  } else if (ending === 'tabs') {
    fail(s, ending, new PySyntaxError('TabError', messages.tabs(), { ...at, offset: 1, endOffset: 0 }))
  } else {
    const place = { ...at, offset: 1, endOffset: 0 }
    fail(s, ending, new PySyntaxError('IndentationError', messages.tooDeep(), place))
  }
}

/** A backslash that no newline follows; `cursor` is behind the character that does. */
export function failContinuation(s: Scanner, cursor: number): void {
  const text = bufferText(s)
  const before = byteCount(s.text, bufferOffset(s), cursor)
  const at = { lineno: s.line, endLineno: s.line, endOffset: 0, text, filename: s.filename }
  const error = new PySyntaxError('SyntaxError', messages.continuation(), { ...at, offset: utf8Prefix(text, before) })
  fail(s, 'continuation', error)
}

/** The name from `start` to the scanner's position holds bytes that are no UTF-8. */
export function failDecoding(s: Scanner, start: number): void {
  const message = escapedTextFault(s.text.slice(start, s.position))
  const text = bufferText(s)
  const offset = utf8Prefix(text, byteCount(s.text, s.lineStart, s.position))
  const at = { lineno: s.line, offset, endLineno: s.line, endOffset: -1, text, filename: s.filename }
  fail(s, 'decode', new PySyntaxError('SyntaxError', `(unicode error) ${message}`, at))
}

/** The input ends inside brackets, or behind a backslash. */
export function failEnd(s: Scanner): void {
  if (s.level > 0) {
    failUnclosed(s)
    return
  }
  const text = bufferText(s)
  const offset = byteCount(s.text, s.lineStart, s.limit)
  const at = { lineno: s.line, endLineno: s.line, endOffset: -1, text, filename: s.filename }
  const place = { ...at, offset: utf8Prefix(text, offset) }
  fail(s, 'eof', new PySyntaxError('SyntaxError', messages.endOfFile(), place))
}

function failUnclosed(s: Scanner): void {
  const top = s.level - 1
  const line = s.bracketLine[top] as number
  const bracket = String.fromCharCode(s.bracket[top] as number)
  const text = s.line <= line ? bufferText(s) : shown(s, lineNumber(s.text, line, s.limit))
  const offset = utf8Prefix(text, (s.bracketColumn[top] as number) + 1)
  const at = { lineno: line, offset, endLineno: line, endOffset: 0, text, filename: s.filename }
  fail(s, 'eof', new PySyntaxError('SyntaxError', messages.neverClosed(bracket), at))
}

function lineNumber(text: string, line: number, limit: number): string {
  let start = 0
  for (let i = 1; i < line; i++) start = text.indexOf('\n', start) + 1
  return lineText(text, start, limit)
}
