// The parser's window on the tape: the current token, and where tokens lie.
// Invariant: `token` is the kind of the token at index `at`; every consumed token has a smaller index.
import { normalizeName, TokenKind } from '@pellucid/lexer'
import type { TokenTape } from '@pellucid/lexer'
import type { CharacterNames } from './literals/escapes.ts'
import { fail } from './failure.ts'
import type { Faults } from './recover.ts'
import type { ParseWarning } from './warning.ts'

/** What the productions have to know of the options. */
export interface Settings {
  readonly featureVersion: number
  readonly barryAsBdfl: boolean
  readonly characterNames: CharacterNames | undefined
}

/** A warning, and the index of the token it belongs to. */
export interface PendingWarning extends ParseWarning {
  readonly token: number
}

/** Where to go back to. */
export interface Checkpoint {
  readonly at: number
  readonly nesting: number
}

/** Rules that CPython's parser is in, at most, between a bracket and the next one in it. */
export const BRACKET_RULES = 40
/** From here on the exact depth is worth counting: CPython allows 6000. */
const NEAR_LIMIT = 4500
/** Here CPython has given up for certain, and our own stack must not follow. */
const HOPELESS = 33000

export class Window {
  readonly tape: TokenTape
  readonly source: string
  readonly kinds: Uint8Array
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly lines: Int32Array
  readonly columns: Int32Array
  readonly endLines: Int32Array
  readonly endColumns: Int32Array
  readonly featureVersion: number
  readonly characterNames: CharacterNames | undefined
  readonly warnings: PendingWarning[] = []
  /** `<>` stands for `!=`. */
  readonly barryAsBdfl: boolean
  /** Set where nesting may be deeper than CPython's parser can follow. */
  deep = false
  /** No less than the rules CPython is in for brackets and right-nested operators. */
  private nesting = 0
  /** First token of the top-level statement under way. */
  statement = 0
  /** Kept when statements that do not parse are to be passed over. */
  faults: Faults | undefined = undefined
  /** Type aliases read so far. */
  typeAliases = 0
  /**
   * When kept: for the first token of each statement that parsed, the token behind its last (see `Survey`).
   */
  statementEnds: Int32Array | undefined = undefined
  at = 0
  token: number

  constructor(tape: TokenTape, settings: Settings) {
    this.tape = tape
    this.source = tape.source
    this.kinds = tape.kind
    this.starts = tape.start
    this.ends = tape.end
    this.lines = tape.line
    this.columns = tape.column
    this.endLines = tape.endLine
    this.endColumns = tape.endColumn
    this.featureVersion = settings.featureVersion
    this.barryAsBdfl = settings.barryAsBdfl
    this.characterNames = settings.characterNames
    this.token = this.kinds[0] as number
  }

  advance(): void {
    this.token = this.kinds[++this.at] as number
  }

  /** Whether the current token is of the kind. */
  is(kind: number): boolean {
    return this.token === kind
  }

  /** Kind of the token after the current one. */
  next(): number {
    return this.kinds[this.at + 1] as number
  }

  /** Enters something nested; balanced by `leave`. */
  enter(rules: number): void {
    this.nesting += rules
    if (this.nesting > NEAR_LIMIT) {
      this.deep = true
      if (this.nesting > HOPELESS) fail()
    }
  }

  leave(rules: number): void {
    this.nesting -= rules
  }

  /** Where a production starts that may have to be taken back. */
  checkpoint(): Checkpoint {
    return { at: this.at, nesting: this.nesting }
  }

  /** Goes back to a checkpoint. */
  reset({ at, nesting }: Checkpoint): void {
    this.nesting = nesting
    while ((this.warnings.at(-1)?.token ?? -1) >= at) this.warnings.pop()
    this.at = at
    this.token = this.kinds[at] as number
  }

  /** Consumes a token of the kind, if it is there. */
  accept(kind: number): boolean {
    if (this.token !== kind) return false
    this.token = this.kinds[++this.at] as number
    return true
  }

  /** Consumes a token of the kind, or gives up. */
  expect(kind: number): void {
    if (this.token !== kind) fail()
    this.token = this.kinds[++this.at] as number
  }

  line(token: number): number {
    return this.lines[token] as number
  }

  column(token: number): number {
    return this.columns[token] as number
  }

  /** Line where the token before the current one ends. */
  endLine(): number {
    return this.endLines[this.at - 1] as number
  }

  /** Column where the token before the current one ends. */
  endColumn(): number {
    return this.endColumns[this.at - 1] as number
  }

  endLineOf(token: number): number {
    return this.endLines[token] as number
  }

  endColumnOf(token: number): number {
    return this.endColumns[token] as number
  }

  /** Index of the last consumed token that has text. */
  last(): number {
    let token = this.at - 1
    while (token > 0) {
      const kind = this.kinds[token] as number
      if (kind !== TokenKind.ENDMARKER && (kind < TokenKind.NEWLINE || kind > TokenKind.DEDENT)) break
      token--
    }
    return token
  }

  text(token: number): string {
    return this.source.slice(this.starts[token], this.ends[token])
  }

  /** The identifier a NAME token stands for. */
  nameOf(token: number): string {
    const start = this.starts[token] as number
    const end = this.ends[token] as number
    const text = this.source.slice(start, end)
    // A name beyond ASCII is longer in bytes than in characters.
    if ((this.endColumns[token] as number) - (this.columns[token] as number) === end - start) return text
    return normalizeName(text)
  }

  /** Consumes a NAME and answers its identifier. */
  name(): string {
    if (this.token !== TokenKind.NAME) fail()
    const name = this.nameOf(this.at)
    this.token = this.kinds[++this.at] as number
    return name
  }

  /** Whether the current token is this soft keyword. */
  isSoft(word: string): boolean {
    if (this.token !== TokenKind.NAME) return false
    const start = this.starts[this.at] as number
    return (this.ends[this.at] as number) - start === word.length && this.source.startsWith(word, start)
  }

  /** Gives up when the syntax is newer than the version asked for. */
  require(minor: number): void {
    if (this.featureVersion < minor) fail()
  }

  /** Consumes a TYPE_COMMENT, if it is there. */
  typeComment(): string | null {
    if (this.token !== TokenKind.TYPE_COMMENT) return null
    const comment = this.text(this.at)
    this.advance()
    return comment
  }
}
