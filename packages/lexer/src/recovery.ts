// A tape for a text that the tokenizer refuses: what it refuses is left out, and why is kept.
// A fault leaves out the line it is on; an unclosed bracket the line it stands on; a wrong indentation nothing. The scan
// then goes on from the last place at which no bracket was open, so that nothing before it is read twice. Where a
// statement would begin, a line that is left out is the token OP: its block is then a block still.
//
//     a = f(1        OP NEWLINE: '(' was never closed
//     b = 2          NAME EQUAL NUMBER NEWLINE
//     c = 'x         OP NEWLINE: unterminated string literal
import type { PyCompileError, PySyntaxError } from '@pellucid/source'
import { failEnd } from './errors.ts'
import { LineHead, readIndentation } from './indentation.ts'
import { scan } from './lexer.ts'
import { MAX_BRACKETS } from './scanner.ts'
import type { Scanner } from './scanner.ts'
import { findLoneSurrogate, surrogateError } from './surrogates.ts'
import { newScanner, nullByteError } from './tape.ts'
import type { TapeOptions } from './tape.ts'
import { TokenKind } from './token-kinds.ts'
import type { TokenTape } from './token-tape.ts'

/** Tokens without what does not lex, and what is wrong with that. */
export interface RecoveredTape {
  /** A tape without an error: it ends in ENDMARKER. */
  readonly tape: TokenTape
  readonly errors: readonly (PySyntaxError | PyCompileError)[]
}

/** How often a text may be read over before whole statements are left out instead of lines. */
const READINGS = 16

/**
 * Tokenises a text, leaving out what does not lex. Time is linear in the text, whatever is wrong with it.
 *
 * @example
 * recoverTape("a = 1\nb = 'c\nd = 2\n").tape.count // 11
 */
export function recoverTape(source: string, options: TapeOptions = {}): RecoveredTape {
  const errors: (PySyntaxError | PyCompileError)[] = []
  const s = newScanner(readable(source, options, errors), { ...options, mode: 'exec' })
  const recovery = new Recovery(s)
  s.recovery = recovery
  for (scan(s); s.error !== undefined; scan(s)) {
    const faults = recovery.faults()
    errors.push(...faults.errors)
    recovery.leaveOut(faults.lines)
  }
  return { tape: s.finish(), errors }
}

/** The text without the characters that CPython refuses wherever they stand. */
function readable(source: string, { escaped = false }: TapeOptions, errors: (PySyntaxError | PyCompileError)[]): string {
  let text = source
  if (text.includes('\0')) {
    errors.push(nullByteError())
    text = text.replaceAll('\0', '\ufffd')
  }
  const lone = escaped ? -1 : findLoneSurrogate(text)
  if (lone < 0) return text
  errors.push(surrogateError(text, lone, 0))
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
}

interface Faults {
  readonly errors: readonly (PySyntaxError | PyCompileError)[]
  readonly lines: readonly number[]
}

/** What a scanner leaves out, and where it goes back to. */
export class Recovery {
  private readonly s: Scanner
  private readonly skipped = new Set<number>()
  private readonly lenient = new Set<number>()
  private spent = 0
  /** Nothing more can be left out line by line: the text ends here. */
  private ended = false
  /** The scanner's state at the start of the latest line on which no bracket was open. */
  private readonly kept = {
    position: 0, line: 1, lineStart: 0, count: 0, depth: 0, ignores: 0, warnings: 0, debugTexts: 0,
  }

  constructor(s: Scanner) {
    this.s = s
  }

  /** At the start of a line: steps over what is left out; false when its indentation is refused. */
  startLine(): boolean {
    const { s, skipped, kept } = this
    if (this.ended) s.position = s.limit
    while (skipped.has(s.line) && s.position < s.limit) if (!this.skipLine()) return false
    if (s.level > 0 || s.fstrings.length > 0) return true
    kept.position = s.position
    kept.line = s.line
    kept.lineStart = s.lineStart
    kept.count = s.count
    kept.depth = s.depth
    kept.ignores = s.typeIgnores.length
    kept.warnings = s.warnings.length
    kept.debugTexts = s.debugTexts.size
    return true
  }

  private skipLine(): boolean {
    const { s } = this
    let isStatement = s.level === 0 && s.fstrings.length === 0
    if (isStatement && readIndentation(s) === LineHead.refused) {
      if (s.ending === 'dedent' || s.ending === 'tabs') return false
      // What is wrong with its head is known, too.
      this.forget()
      s.position = s.lineStart
      isStatement = false
    }
    const newline = s.text.indexOf('\n', s.position)
    const end = newline < 0 || newline > s.limit ? s.limit : newline
    if (isStatement && s.position < end) {
      s.push(TokenKind.OP, s.position, end)
      s.push(TokenKind.NEWLINE, end, end)
    }
    s.position = Math.min(end + 1, s.limit)
    if (s.position < s.limit) s.nextLine(end)
    return true
  }

  /** Whether the line's indentation is to be taken for that of the nearest block. */
  isLenient(): boolean {
    return this.lenient.has(this.s.line)
  }

  /** What the scanner's error stands for, and the lines to leave out for it; none where the indentation is at fault. */
  faults(): Faults {
    const { s } = this
    const error = s.error as PySyntaxError | PyCompileError
    const line = 'lineno' in error ? (error.lineno ?? s.line) : s.line
    if (s.ending === 'dedent' || s.ending === 'tabs') {
      this.lenient.add(s.line)
      return { errors: [error], lines: [] }
    }
    if (s.ending === 'eof' && s.level > 0) return this.unclosed()
    if (s.level >= MAX_BRACKETS) {
      const { errors, lines } = this.unclosed()
      return { errors: [...errors, error], lines: [line, ...lines] }
    }
    if (error.msg.startsWith('closing parenthesis')) return { errors: [error], lines: this.mismatched(line) }
    return { errors: [error], lines: [line] }
  }

  /** A bracket that is open at the end was never closed; so it is with 200 of them. */
  private unclosed(): Faults {
    const { s } = this
    const found = new Map<number, PySyntaxError | PyCompileError>()
    for (; s.level > 0; s.level--) {
      failEnd(s)
      found.set(s.bracketLine[s.level - 1] as number, s.error as PySyntaxError)
    }
    return { errors: [...found.values()], lines: [...found.keys()] }
  }

  /** A closing bracket that fits one further out: those within were never closed. Else it is one too many. */
  private mismatched(line: number): readonly number[] {
    const { s } = this
    const closing = s.text[s.position - 1]
    const opening = closing === ')' ? 40 : closing === ']' ? 91 : 123
    const partner = s.bracket.subarray(0, s.level).lastIndexOf(opening)
    return partner < 0 ? [line] : [...new Set(s.bracketLine.subarray(partner + 1, s.level + 1))]
  }

  /** Goes back to where the scanner last stood outside brackets, to read on without some lines. */
  leaveOut(lines: readonly number[]): void {
    const { s, kept, skipped } = this
    this.spent += s.position - kept.position
    const fresh = lines.filter((line) => line >= kept.line && !skipped.has(line))
    const before = skipped.size
    const hopeless = this.spent > READINGS * (s.limit + 1) || (fresh.length === 0 && lines.length > 0)
    // A line that goes on from the one before it goes with it.
    if (hopeless) for (let line = kept.line, last = Math.max(...lines); line <= last; line++) skipped.add(line)
    for (const line of fresh) for (let at = line, last = this.lastLineOf(line); at <= last; at++) skipped.add(at)
    this.ended = lines.length > 0 && skipped.size === before
    s.position = kept.position
    s.line = kept.line
    s.lineStart = s.origin = kept.lineStart
    s.depth = kept.depth
    s.count = kept.count
    s.typeIgnores.length = kept.ignores
    s.warnings.length = kept.warnings
    if (s.debugTexts.size > kept.debugTexts) {
      for (const token of s.debugTexts.keys()) if (token >= kept.count) s.debugTexts.delete(token)
    }
    while ((s.joinedLines.at(-1) ?? 0) > kept.line) s.joinedLines.pop()
    s.level = 0
    s.fstrings.length = 0
    s.commentStart = -1
    this.forget()
  }

  /** Where the last token that begins on a line ends: of a string in triple quotes nothing may stay. */
  private lastLineOf(line: number): number {
    const { s } = this
    let low = this.kept.count
    let high = s.count
    while (low < high) {
      const middle = (low + high) >> 1
      if ((s.lines[middle] as number) <= line) low = middle + 1
      else high = middle
    }
    // An error's own token has no line of its own.
    const token = low - 1
    return token >= this.kept.count && s.kind[token] !== TokenKind.ERRORTOKEN ? Math.max(line, s.endLines[token] as number) : line
  }

  private forget(): void {
    const { s } = this
    s.endInToken = false
    s.error = undefined
    s.ending = 'eof'
  }
}
