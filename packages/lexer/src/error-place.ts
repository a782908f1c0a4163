// Where the parser's own errors lie: CPython places them by the tokenizer's state when it has read so many tokens.
// `reached` is always the index of the last token read, looked-ahead ones included.
import { replaceEscaped } from '@pellucid/source'
import type { SyntaxErrorDetails } from '@pellucid/source'
import { byteCount, utf8Prefix } from './text.ts'
import type { TokenTape } from './token-tape.ts'

/** A range in lines and 0-based UTF-8 byte columns; an end column of -1 is CPython's "unknown". */
export interface ErrorRange {
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

/** The place of an error with a known range. */
export function placeOfRange(tape: TokenTape, reached: number, range: ErrorRange): SyntaxErrorDetails {
  return place(tape, reached, range.line, range.column + 1, range.endLine, range.endColumn + 1)
}

/** The place of an error at a token, by default the last one read. */
export function placeOfToken(tape: TokenTape, reached: number, token: number = reached): SyntaxErrorDetails {
  const column = tape.column[token] as number
  const endColumn = tape.endColumn[token] as number
  const from = column < 0 ? readOnLine(tape, reached) : column + 1
  const to = endColumn < 0 ? -1 : endColumn + 1
  return place(tape, reached, tape.line[token] as number, from, tape.endLine[token] as number, to)
}

/** The text CPython gives an error in a line: the lines it still holds if it has not read beyond, else the line alone. */
export function errorText(tape: TokenTape, reached: number, line: number): string {
  const { source, limit } = tape
  const current = tape.endLine[reached] as number
  if (current > line) return shown(tape, source.slice(...lineBounds(source, startOfLine(tape, reached, line), limit)))
  const start = currentLineStart(tape, reached)
  const [, end] = lineBounds(source, start, limit)
  return shown(tape, source.slice(heldFrom(tape, current, start), Math.min(end + 1, limit)))
}

function place(
  tape: TokenTape, reached: number, line: number, column: number, endLine: number, endColumn: number,
): SyntaxErrorDetails {
  const text = errorText(tape, reached, line)
  return {
    filename: tape.filename,
    lineno: line,
    offset: utf8Prefix(text, column),
    endLineno: endLine,
    endOffset: endColumn > 0 ? utf8Prefix(text, endColumn) : endColumn,
    text,
  }
}

/** Bytes of the current line that the tokenizer has read. */
function readOnLine(tape: TokenTape, reached: number): number {
  const start = currentLineStart(tape, reached)
  const offset = tape.end[reached] as number
  return byteCount(tape.source, start, offset)
}

/** Start of the line on which a token ends; the end of the input belongs to the line before. */
function currentLineStart(tape: TokenTape, reached: number): number {
  const { source, limit } = tape
  const offset = tape.end[reached] as number
  const behind = offset >= limit && source.charCodeAt(offset - 1) === 10
  return source.lastIndexOf('\n', offset - (behind ? 2 : 1)) + 1
}

/** Start of the first of the lines that were read in one go up to the current one. */
function heldFrom(tape: TokenTape, line: number, start: number): number {
  const { joinedLines, source } = tape
  let i = joinedLines.length - 1
  while (i >= 0 && (joinedLines[i] as number) > line) i--
  for (; i >= 0 && joinedLines[i] === line && start > 0; i--, line--) start = source.lastIndexOf('\n', start - 2) + 1
  return start
}

function startOfLine(tape: TokenTape, reached: number, line: number): number {
  let start = currentLineStart(tape, reached)
  for (let at = tape.endLine[reached] as number; at > line && start > 0; at--) {
    start = tape.source.lastIndexOf('\n', start - 2) + 1
  }
  return start
}

function lineBounds(source: string, start: number, limit: number): [start: number, end: number] {
  const end = source.indexOf('\n', start)
  return [start, end < 0 || end > limit ? limit : end]
}

function shown(tape: TokenTape, text: string): string {
  return tape.escaped ? replaceEscaped(text) : text
}
