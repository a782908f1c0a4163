// The state of one run over a text: where it stands, what is open, and the tape it writes.
// Columns are UTF-8 bytes: `position - origin`, where `origin` moves back by the extra bytes of each
// character beyond ASCII, so that ASCII lines pay nothing.
//
//     é = x        origin = lineStart - 1 once é is behind
//     ^    ^ byte column 5, UTF-16 column 4
import type { PyCompileError, PySyntaxError } from '@pellucid/source'
import type { FStringLevel } from './fstrings.ts'
import type { Recovery } from './recovery.ts'
import type { TapeEnding, TokenTape, TokenWarning } from './token-tape.ts'

export const MAX_BRACKETS = 200
export const MAX_INDENTS = 100

export interface ScannerOptions {
  readonly filename: string
  /** Read as the tokenize module does: comments and all newlines are tokens, and numbers and names are not checked. */
  readonly extra?: boolean
  readonly typeComments?: boolean
  readonly escaped?: boolean
}

export class Scanner {
  readonly text: string
  /** First offset that is beyond the input; `text` has a newline at or before it. */
  readonly limit: number
  readonly filename: string
  readonly extra: boolean
  readonly typeComments: boolean
  readonly escaped: boolean
  position = 0
  line = 1
  lineStart = 0
  origin = 0
  /** Where the current line's comment starts, or -1, and the `origin` before it. */
  commentStart = -1
  commentOrigin = 0

  // Indentation: columns with tabs of 8 and of 1.
  depth = 0
  readonly indents = new Int32Array(MAX_INDENTS)
  readonly alternativeIndents = new Int32Array(MAX_INDENTS)

  level = 0
  readonly bracket = new Uint8Array(MAX_BRACKETS)
  readonly bracketLine = new Int32Array(MAX_BRACKETS)
  readonly bracketColumn = new Int32Array(MAX_BRACKETS)

  readonly fstrings: FStringLevel[] = []

  /** Where faults are passed over: who keeps what to leave out. */
  recovery: Recovery | undefined = undefined
  error: PySyntaxError | PyCompileError | undefined = undefined
  ending: TapeEnding = 'eof'
  /** For input that ends too early: whether behind a backslash between tokens. */
  endInToken = false
  readonly joinedLines: number[] = []
  /** Tokens that a lone CR belongs to the head of. */
  readonly returns: number[] = []
  readonly debugTexts = new Map<number, string>()
  readonly typeIgnores: { line: number; tag: string }[] = []
  readonly warnings: TokenWarning[] = []

  count = 0
  capacity: number
  kind: Uint8Array
  start: Int32Array
  end: Int32Array
  lines: Int32Array
  columns: Int32Array
  endLines: Int32Array
  endColumns: Int32Array

  constructor(text: string, limit: number, options: ScannerOptions) {
    const { filename, extra = false, typeComments = false, escaped = false } = options
    this.text = text
    this.limit = limit
    this.filename = filename
    this.extra = extra
    this.typeComments = typeComments
    this.escaped = escaped
    this.capacity = (text.length >> 2) + 64
    this.kind = new Uint8Array(this.capacity)
    this.start = new Int32Array(this.capacity)
    this.end = new Int32Array(this.capacity)
    this.lines = new Int32Array(this.capacity)
    this.columns = new Int32Array(this.capacity)
    this.endLines = new Int32Array(this.capacity)
    this.endColumns = new Int32Array(this.capacity)
  }

  /** Writes a token of one line whose columns follow from its offsets. */
  push(kind: number, start: number, end: number): void {
    const at = this.count++
    if (at === this.capacity) this.grow()
    this.kind[at] = kind
    this.start[at] = start
    this.end[at] = end
    this.lines[at] = this.line
    this.endLines[at] = this.line
    this.columns[at] = start - this.origin
    this.endColumns[at] = end - this.origin
  }

  /** Writes a token that ends on the current line, its first line and columns given. */
  pushSpan(kind: number, start: number, end: number, line: number, column: number, endColumn: number): void {
    const at = this.count++
    if (at === this.capacity) this.grow()
    this.kind[at] = kind
    this.start[at] = start
    this.end[at] = end
    this.lines[at] = line
    this.endLines[at] = this.line
    this.columns[at] = column
    this.endColumns[at] = endColumn
  }

  /** Writes a token that has no text: CPython gives it a line, and -1 for columns. */
  pushEmpty(kind: number): void {
    this.pushSpan(kind, this.position, this.position, this.line, -1, -1)
  }

  /** Steps behind a newline at `newline`, inside a token or after a backslash. */
  joinLine(newline: number): void {
    this.breakLine(newline)
    this.joinedLines.push(this.line)
  }

  /** Steps behind a newline between tokens. */
  nextLine(newline: number): void {
    this.breakLine(newline)
    // The tokenize module keeps all lines of an f-string at hand.
    if (this.extra && this.fstrings.length > 0) this.joinedLines.push(this.line)
  }

  private breakLine(newline: number): void {
    this.line++
    this.lineStart = newline + 1
    this.origin = newline + 1
  }

  warn(message: string): void {
    this.warnings.push({ category: 'SyntaxWarning', message, line: this.line, token: this.count })
  }

  finish(): TokenTape {
    const openBrackets = []
    for (let i = 0; i < this.level; i++) {
      openBrackets.push({
        bracket: String.fromCharCode(this.bracket[i] as number) as '(' | '[' | '{',
        line: this.bracketLine[i] as number,
        column: this.bracketColumn[i] as number,
      })
    }
    return {
      source: this.text,
      limit: this.limit,
      count: this.count,
      kind: this.kind,
      start: this.start,
      end: this.end,
      line: this.lines,
      column: this.columns,
      endLine: this.endLines,
      endColumn: this.endColumns,
      error: this.error,
      ending: this.ending,
      stop: this.position,
      openBrackets,
      joinedLines: this.joinedLines,
      debugTexts: this.debugTexts,
      typeIgnores: this.typeIgnores,
      warnings: this.warnings,
      filename: this.filename,
      escaped: this.escaped,
    }
  }

  private grow(): void {
    // As many as the text read so far lets expect, but no more than twice as many.
    const read = Math.max(this.end[this.capacity - 1] ?? 0, 1)
    const expected = Math.ceil(this.capacity * 1.05 * (this.limit / read))
    const capacity = Math.max(Math.min(expected, this.capacity * 2), this.capacity + (this.capacity >> 3)) + 64
    this.kind = widened(new Uint8Array(capacity), this.kind)
    this.start = widened(new Int32Array(capacity), this.start)
    this.end = widened(new Int32Array(capacity), this.end)
    this.lines = widened(new Int32Array(capacity), this.lines)
    this.columns = widened(new Int32Array(capacity), this.columns)
    this.endLines = widened(new Int32Array(capacity), this.endLines)
    this.endColumns = widened(new Int32Array(capacity), this.endColumns)
    this.capacity = capacity
  }
}

function widened<T extends Uint8Array | Int32Array>(target: T, from: T): T {
  target.set(from)
  return target
}
