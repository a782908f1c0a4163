// The words of declarations: names, literals, punctuation, blanks between them.
import { isBlank, nameAt, skipBlanks, tokenAt } from './characters.ts'
import { fail } from './errors.ts'
import type { XmlParser } from './parser.ts'

/** Thrown where a text ends that is not final: whoever reads it waits for more. */
export const unfinished = new Error('unfinished')

export class Tokens {
  readonly text: string
  at: number
  /** Where the last word begins. */
  last = 0
  constructor(text: string, at: number) {
    this.text = text
    this.at = at
  }

  /** The next character. */
  get next(): string {
    const character = this.text[this.at]
    if (character === undefined) throw unfinished
    return character
  }

  /** Skip blanks; were there any? */
  blanks(): boolean {
    const start = this.at
    this.at = skipBlanks(this.text, start)
    return this.at > start
  }

  /** Skip blanks, which must be there. */
  needBlanks(): void {
    if (!isBlank(this.next)) this.wrong()
    this.blanks()
  }

  wrong(): never {
    return fail(nameAt(this.text, this.at) !== '' || /["'>|,()[\]#?*+]/.test(this.next) ? 'SYNTAX' : 'INVALID_TOKEN', this.at)
  }

  name(): string {
    const name = nameAt(this.text, this.at)
    if (this.at + name.length >= this.text.length) throw unfinished
    if (name === '') this.wrong()
    this.last = this.at
    this.at += name.length
    return name
  }

  nameToken(): string {
    const token = tokenAt(this.text, this.at)
    if (token === '') this.wrong()
    this.last = this.at
    this.at += token.length
    return token
  }

  /** Skip a character if it is the next one. */
  take(character: string): boolean {
    if (this.next !== character) return false
    this.last = this.at
    this.at++
    return true
  }

  need(character: string): void {
    if (!this.take(character)) this.wrong()
  }

  /** Skip a word if it is the next one. */
  takeWord(word: string): boolean {
    if (!this.text.startsWith(word, this.at)) {
      if (word.startsWith(this.text.slice(this.at))) throw unfinished
      return false
    }
    this.last = this.at
    this.at += word.length
    return true
  }

  /** What stands between quotes. */
  literal(): string {
    const quote = this.next
    if (quote !== '"' && quote !== "'") this.wrong()
    const end = this.text.indexOf(quote, this.at + 1)
    if (end < 0) throw unfinished
    const value = this.text.slice(this.at + 1, end)
    this.last = this.at
    this.at = end + 1
    return value
  }

  publicLiteral(): string {
    const start = this.at
    const value = this.literal()
    if (!/^[ \r\na-zA-Z0-9\-'()+,./:=?;!*#@$_%]*$/.test(value)) fail('PUBLICID', start)
    return value.replace(/[ \r\n]+/g, ' ').trim()
  }
}

export interface ExternalId {
  readonly system: string | undefined
  readonly publicId: string | undefined
}

/** `SYSTEM "…"` or `PUBLIC "…" "…"`; of a notation, the second may be missing. */
export function externalId(tokens: Tokens, isNotation = false): ExternalId | undefined {
  if (tokens.takeWord('SYSTEM')) {
    tokens.needBlanks()
    return { system: tokens.literal(), publicId: undefined }
  }
  if (!tokens.takeWord('PUBLIC')) return undefined
  tokens.needBlanks()
  const publicId = tokens.publicLiteral()
  const separated = tokens.blanks()
  if (isNotation && tokens.next !== '"' && tokens.next !== "'") return { system: undefined, publicId }
  if (!separated) tokens.wrong()
  return { system: tokens.literal(), publicId }
}

/** The pieces by which the default handler is told of a declaration. */
const piecesOf = (text: string): string[] =>
  text.match(/<!\[|<!\w+|"[^"]*"|'[^']*'|[ \t\r\n]+|%[^\s;]*;|[^\s"'<>[\]()|,?*+%]+[?*+]?|\)[?*+]|[^]/g) ?? []

/** Tell the default handler of a declaration that begins at the event, piece by piece. */
export function tellPieces(parser: XmlParser, text: string): void {
  if (parser.handlers.Default === undefined) return
  const { source } = parser
  for (const piece of piecesOf(text)) {
    parser.default(piece)
    source.eventAt += piece.length
  }
}
