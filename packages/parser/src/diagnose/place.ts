// Where an error lies, in CPython's terms: from token positions in bytes to lines, columns in code points,
// and text. The text depends on how far the tokenizer has read: its own line is shown as it buffered it,
// newline included and with the lines it is joined to; an earlier line is shown alone.
import { TokenKind } from '@pellucid/lexer'
import type { TokenTape } from '@pellucid/lexer'
import { countAtMost } from '@pellucid/primitives'
import { PySyntaxError, replaceEscaped } from '@pellucid/source'
import type { SyntaxErrorName } from '@pellucid/source'

/** Line and 1-based byte column of both ends, as CPython hands them around. */
export interface ByteRange {
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

/** Where the tokenizer stands after a token. */
export interface TokenizerState {
  readonly line: number
  readonly lineStart: number
  readonly cursor: number
}

/** The tokenizer's state when `fill` tokens have been read. */
export function tokenizerState(tape: TokenTape, fill: number): TokenizerState {
  const token = fill - 1
  const kind = tape.kind[token]
  const end = kind === TokenKind.ERRORTOKEN ? tape.stop : (tape.end[token] as number)
  const isNewline = kind === TokenKind.NEWLINE && tape.endColumn[token] !== -1
  const cursor = Math.min(isNewline ? end + 1 : end, tape.limit)
  // At the end of the input the last line stays the current one.
  const behindLast = cursor > 0 && cursor >= tape.limit && tape.source.charCodeAt(cursor - 1) === 10
  const inLine = behindLast ? cursor - 1 : end
  const lineStart = inLine === 0 ? 0 : tape.source.lastIndexOf('\n', inLine - 1) + 1
  return { line: tape.endLine[token] as number, lineStart, cursor }
}

/** UTF-8 length of a stretch of text. */
function byteLength(text: string): number {
  let length = 0
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    length += c < 0x80 ? 1 : c < 0x800 ? 2 : c >= 0xd800 && c <= 0xdfff ? 2 : 3
  }
  return length
}

/** Byte column of the tokenizer's cursor in its line. */
export function cursorColumn(tape: TokenTape, { lineStart, cursor }: TokenizerState): number {
  return byteLength(tape.source.slice(lineStart, cursor))
}

/** Number of characters that the first bytes of a text decode to, with one for a character cut in two. */
function charactersIn(text: string, bytes: number): number {
  // eslint-disable-next-line no-control-regex -- ASCII
  if (!/[^\0-\x7f]/.test(text)) return Math.max(0, Math.min(bytes, text.length + 1))
  let count = 0
  let used = 0
  for (const character of text) {
    if (used >= bytes) return count
    const c = character.codePointAt(0) as number
    used += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4
    count++
  }
  // CPython lets the column stand one behind the text, on its final null.
  return used < bytes ? count + 1 : count
}

/** Where the lines of a tape's text begin; found once, for recovery may place thousands of errors in it. */
const lineStarts = new WeakMap<TokenTape, number[]>()

function lineStartsOf(tape: TokenTape): number[] {
  const known = lineStarts.get(tape)
  if (known !== undefined) return known
  const starts = [0]
  for (let at = tape.source.indexOf('\n'); at >= 0 && at < tape.limit; at = tape.source.indexOf('\n', at + 1)) starts.push(at + 1)
  lineStarts.set(tape, starts)
  return starts
}

function textOfLine(tape: TokenTape, line: number): string {
  const starts = lineStartsOf(tape)
  const start = starts[Math.min(line, starts.length) - 1] ?? 0
  const end = tape.source.indexOf('\n', start)
  return tape.source.slice(start, Math.min(end < 0 ? tape.limit : end, tape.limit))
}

function bufferedText(tape: TokenTape, state: TokenizerState): string {
  let start = state.lineStart
  let { line } = state
  for (let i = countAtMost(tape.joinedLines, line) - 1; i >= 0 && tape.joinedLines[i] === line; i--, line--) {
    start = start < 2 ? 0 : tape.source.lastIndexOf('\n', start - 2) + 1
  }
  const end = tape.source.indexOf('\n', state.lineStart)
  return tape.source.slice(start, Math.min(end < 0 ? tape.limit : end + 1, tape.limit))
}

/** Builds a syntax error as CPython does when the tokenizer has read `fill` tokens. */
export function syntaxError(
  tape: TokenTape, fill: number, name: SyntaxErrorName, message: string, range: ByteRange,
): PySyntaxError {
  const state = tokenizerState(tape, fill)
  let text = state.line <= range.line ? bufferedText(tape, state) : textOfLine(tape, range.line)
  if (tape.escaped) text = replaceEscaped(text)
  return new PySyntaxError(name, message, {
    filename: tape.filename,
    lineno: range.line,
    offset: charactersIn(text, range.column),
    endLineno: range.endLine,
    endOffset: range.endColumn > 0 ? charactersIn(text, range.endColumn) : range.endColumn,
    text,
  })
}

/** The text from the start of a line to the end of the source. */
export function textFrom(tape: TokenTape, line: number): string {
  let start = 0
  for (let i = 1; i < line; i++) start = tape.source.indexOf('\n', start) + 1
  return tape.source.slice(start, tape.limit)
}

/** Line of a token; an empty source has none. */
export function lineOf(tape: TokenTape, token: number): number {
  return tape.limit === 0 ? 0 : (tape.line[token] as number)
}

/** The range of one token, as CPython's `_PyPegen_raise_error` sees it. */
export function tokenRange(tape: TokenTape, fill: number, token: number): ByteRange {
  const column = tape.column[token] as number
  const endColumn = tape.endColumn[token] as number
  return {
    line: lineOf(tape, token),
    column: column === -1 ? cursorColumn(tape, tokenizerState(tape, fill)) : column + 1,
    endLine: tape.limit === 0 ? 0 : (tape.endLine[token] as number),
    endColumn: endColumn === -1 ? -1 : endColumn + 1,
  }
}
