// The tokenize module's stream: comments, all newlines, code point columns, and line endings as written.
import { readSource } from './detect-encoding.ts'
import { scan } from './lexer.ts'
import { moduleError } from './module-errors.ts'
import { operatorKinds } from './operators.ts'
import { Scanner } from './scanner.ts'
import type { ColumnUnit } from '@pellucid/source'
import { findLoneSurrogate, surrogateError } from './surrogates.ts'
import { TokenError } from './token.ts'
import type { Token } from './token.ts'
import { TokenKind } from './token-kinds.ts'

/** How `tokenize` reads its source. */
export interface TokenizeOptions {
  /** Name of the file, for errors about its encoding. */
  filename?: string
  /** What columns count: characters as the module's do (`codepoint`, the default), units of a JavaScript string, or bytes. */
  columns?: ColumnUnit
}

/**
 * Gives the tokens of a source as CPython's tokenize module does: of bytes as `tokenize.tokenize`, ENCODING first, of
 * text as `tokenize.generate_tokens`.
 *
 * @example
 * for (const token of tokenize('x = 1  # one\n')) console.log(token.string)
 *
 * @throws TokenError, or PySyntaxError for bad indentation and encodings, behind the tokens before the error.
 */
export function* tokenize(source: string | Uint8Array, options: TokenizeOptions = {}): Generator<Token, void> {
  let text: string
  if (typeof source === 'string') {
    text = source
  } else {
    const detected = readSource(source, options.filename)
    text = detected.text
    const origin = [0, 0] as const
    const type = TokenKind.ENCODING
    yield { type, exactType: type, string: detected.encoding, start: origin, end: origin, line: '' }
  }
  const { reader, count, error } = open(text, options.columns ?? 'codepoint')
  for (let i = 0; i < count; i++) yield reader.token(i)
  if (error !== undefined) throw error
}

/** Runs the scanner as the module does: the text as it is, a last newline implied. */
export function scanForModule(text: string): Scanner {
  const ended = text === '' || text.endsWith('\n')
  const s = new Scanner(ended ? text : text + '\n', ended ? text.length : text.length + 1, {
    filename: '<string>', extra: true,
  })
  scan(s)
  for (const index of s.returns) widenToReturn(s, index)
  return s
}

function widenToReturn(s: Scanner, index: number): void {
  const start = (s.start[index] as number) - 1
  if (index >= s.count || s.text.charCodeAt(start) !== 13) return
  s.start[index] = start
  s.columns[index] = (s.columns[index] as number) - 1
}

/** What there is to yield, and then to throw. */
interface Stream {
  readonly reader: TokenReader
  readonly count: number
  readonly error: Error | undefined
}

function open(text: string, unit: ColumnUnit): Stream {
  const refused = firstUnreadable(text)
  if (refused === undefined) {
    const s = scanForModule(text)
    const reader = new TokenReader(s, text.length, unit)
    if (s.error === undefined) return { reader, count: s.count, error: undefined }
    return { reader, count: s.count - 1, error: moduleError(s) }
  }
  // CPython refuses a line when it comes to read it: what ends there for want of more text does not count.
  const lineStart = text.lastIndexOf('\n', refused.at) + 1
  const s = scanForModule(text.slice(0, lineStart))
  const reader = new TokenReader(s, lineStart, unit)
  let count = s.count - 1
  if (s.error !== undefined && !s.ending.startsWith('eo')) return { reader, count, error: moduleError(s) }
  while (count > 0 && s.kind[count - 1] === TokenKind.DEDENT) count--
  const error = refused.surrogate
    ? surrogateError(text, refused.at, lineStart)
    : new TokenError('source code cannot contain null bytes', reader.rowAt(lineStart), 0)
  return { reader, count, error }
}

function firstUnreadable(text: string): { at: number; surrogate: boolean } | undefined {
  const lone = findLoneSurrogate(text)
  const nullAt = text.indexOf('\0')
  if (lone < 0) return nullAt < 0 ? undefined : { at: nullAt, surrogate: false }
  const nullFirst = nullAt >= 0 && nullAt < text.lastIndexOf('\n', lone) + 1
  return nullFirst ? { at: nullAt, surrogate: false } : { at: lone, surrogate: true }
}

/** Makes token objects of a scan; keeps the line it made last. */
class TokenReader {
  readonly #s: Scanner
  /** Where the text itself ends: behind it stands an implied newline, if any. */
  readonly #length: number
  readonly #lineStarts: number[] = [0]
  readonly #unit: ColumnUnit
  /** Whether columns are anything else than distances of offsets. */
  readonly #counts: boolean
  /** Index from which tokens stand behind the last line. */
  readonly #trailing: number
  /** Offset up to which its line is counted, and by how much the column is ahead of the distance there. */
  #counted = -1
  #ahead = 0
  #lineRow = 0
  #lineFrom = -1
  #line = ''

  constructor(s: Scanner, length: number, unit: ColumnUnit) {
    this.#s = s
    this.#length = length
    const { text } = s
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.#lineStarts.push(at + 1)
    this.#unit = unit
    this.#counts = unit !== 'utf16' && (unit === 'utf8' ? /[^\0-\x7f]/ : /[\ud800-\udbff]/).test(text)
    let trailing = s.error === undefined ? s.count - 1 : s.count
    while (trailing > 0 && trailing < s.count && s.kind[trailing - 1] === TokenKind.DEDENT) trailing--
    this.#trailing = trailing
  }

  /** The row that starts at an offset. */
  rowAt(offset: number): number {
    return this.#lineStarts.lastIndexOf(offset) + 1
  }

  token(i: number): Token {
    const s = this.#s
    const kind = s.kind[i] as number
    if (i >= this.#trailing) return this.#behind(kind)
    const row = s.lines[i] as number
    const endRow = s.endLines[i] as number
    const from = s.start[i] as number
    const to = s.end[i] as number
    const start = [row, this.#column(row, from)] as const
    const endColumn = this.#column(endRow, to)
    let string = s.text.slice(from, to)
    let type = kind
    let exactType = kind
    if (kind >= TokenKind.FALSE) {
      type = exactType = TokenKind.NAME
    } else if (kind > TokenKind.DEDENT && kind <= TokenKind.OP) {
      type = TokenKind.OP
      if (string === '<>' || string.startsWith('\r')) exactType = TokenKind.OP
    } else if (kind === TokenKind.NEWLINE) {
      if (to < this.#length) string += '\n'
      const end = [endRow, endColumn + 1] as const
      return { type, exactType, string, start, end, line: this.#lineOf(row, endRow) }
    } else if (kind === TokenKind.NL && to > this.#length) {
      string = ''
    }
    return { type, exactType, string, start, end: [endRow, endColumn], line: this.#lineOf(row, endRow) }
  }

  #behind(kind: number): Token {
    const at = [(this.#s.limit === 0 ? 0 : this.#s.line) + 1, 0] as const
    return { type: kind, exactType: kind, string: '', start: at, end: at, line: '' }
  }

  #column(row: number, offset: number): number {
    const start = this.#lineStarts[row - 1] as number
    if (!this.#counts) return offset - start
    // Count on from the last column asked for: a long line is walked once.
    if (this.#counted <= start || this.#counted > offset) {
      this.#counted = start
      this.#ahead = 0
    }
    while (this.#counted < offset) this.#count(this.#counted++)
    return offset - start + this.#ahead
  }

  #count(at: number): void {
    const unit = this.#s.text.charCodeAt(at)
    if (unit < 0x80) return
    const isPair = unit >= 0xd800 && unit < 0xdc00
    if (this.#unit === 'codepoint') this.#ahead -= isPair ? 1 : 0
    // Four bytes for the two units of a pair; its second half is counted with the first.
    else if (unit < 0xdc00 || unit >= 0xe000) this.#ahead += unit < 0x800 ? 1 : 2
  }

  #lineOf(row: number, endRow: number): string {
    const from = this.#lineStarts[row - 1] as number
    if (endRow === this.#lineRow && from === this.#lineFrom) return this.#line
    const end = Math.min(this.#lineStarts[endRow] ?? this.#s.limit, this.#length)
    this.#lineRow = endRow
    this.#lineFrom = from
    return (this.#line = this.#s.text.slice(from, end))
  }
}

/** The kind of an operator's text, as `token.EXACT_TOKEN_TYPES`; undefined for what is none. */
export function exactOperatorKind(text: string): number | undefined {
  return text === '<>' ? undefined : operatorKinds.get(text)
}
