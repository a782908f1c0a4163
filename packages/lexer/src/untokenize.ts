// From tokens back to text, as tokenize.untokenize does: by positions where tokens have them, else by guess.
import { TokenKind } from './token-kinds.ts'
import type { TokenPosition } from './token.ts'

/** A token for `untokenize`: type and text, and where it stood. */
export interface PlacedToken {
  readonly type: number
  readonly string: string
  readonly start: TokenPosition
  readonly end: TokenPosition
}

const { ENCODING, ENDMARKER, INDENT, DEDENT, NEWLINE, NL, STRING, NAME, NUMBER } = TokenKind
const { FSTRING_START, FSTRING_MIDDLE, FSTRING_END } = TokenKind

/**
 * Writes tokens as text. With positions, tokens that `tokenize` gave become their source again, up to blanks before
 * a joined line; without, the text has the same tokens.
 *
 * @example
 * untokenize(tokenize('x  =  1\n')) // 'x  =  1\n'
 *
 * @throws RangeError where a token starts before the one in front of it ends.
 */
export function untokenize(tokens: Iterable<PlacedToken | Pick<PlacedToken, 'type' | 'string'>>): string {
  const writer = new Untokenizer()
  for (const token of tokens) {
    if (token.type === ENCODING) continue
    if ('start' in token) {
      if (token.type === ENDMARKER) break
      writer.place(token)
    } else {
      writer.guess(token.type, token.string)
    }
  }
  return writer.text
}

class Untokenizer {
  text = ''
  #row = 1
  #column = 0
  #previous = -1
  #previousText = ''
  #indents: string[] = []
  #lineStart = false
  #fstrings = 0

  place(token: PlacedToken): void {
    const { type, start } = token
    let { string, end } = token
    if (type === INDENT) {
      this.#indents.push(string)
      return
    }
    if (type === DEDENT) {
      this.#indents.pop()
      ;[this.#row, this.#column] = end
      return
    }
    if (type === NEWLINE || type === NL) {
      this.#lineStart = true
    } else if (this.#lineStart && this.#indents.length > 0) {
      const indent = this.#indents.at(-1) as string
      if (start[1] >= indent.length) {
        this.text += indent
        this.#column = indent.length
      }
      this.#lineStart = false
    } else if (type === FSTRING_MIDDLE && /[{}]/.test(string)) {
      string = doubleBraces(string)
      const lastLine = string.split(/\r\n|[\n\r\v\f]/).at(-1) as string
      const doubled = (lastLine.match(/\{\{|\}\}/g) ?? []).length
      end = [end[0], end[1] + doubled]
    } else if (this.#followsString(type)) {
      this.text += ' '
    }
    this.#blankTo(start)
    this.text += string
    ;[this.#row, this.#column] = end
    if (type === NEWLINE || type === NL) {
      this.#row++
      this.#column = 0
    }
    this.#previous = type
  }

  guess(type: number, string: string): void {
    if (type === INDENT) {
      this.#indents.push(string)
      return
    }
    if (type === DEDENT) {
      this.#indents.pop()
      return
    }
    let written = type === NAME || type === NUMBER ? `${string} ` : string
    if (type === FSTRING_START) this.#fstrings++
    else if (type === FSTRING_END) this.#fstrings--
    if (type === NEWLINE || type === NL) {
      this.#lineStart = true
    } else if (this.#lineStart && this.#indents.length > 0) {
      this.text += this.#indents.at(-1)
      this.#lineStart = false
    } else if (type === FSTRING_MIDDLE) {
      written = doubleBraces(written)
    }
    const brace = written === '{' || written === '}'
    if (brace && this.#fstrings > 0 && this.#previousText === written) written = ` ${written}`
    if (this.#followsString(type)) this.text += ' '
    this.text += written
    this.#previousText = written
    this.#previous = type
  }

  #followsString(type: number): boolean {
    const string = type === STRING || type === FSTRING_START
    return string && (this.#previous === STRING || this.#previous === FSTRING_END)
  }

  #blankTo([row, column]: TokenPosition): void {
    if (row < this.#row || (row === this.#row && column < this.#column)) {
      throw new RangeError(`start (${row},${column}) precedes previous end (${this.#row},${this.#column})`)
    }
    if (row > this.#row) {
      this.text += '\\\n'.repeat(row - this.#row)
      this.#column = 0
    }
    this.text += ' '.repeat(column - this.#column)
  }
}

/** Doubles the braces of an f-string's text again, but for those of a `\N{…}` escape. */
function doubleBraces(text: string): string {
  let result = ''
  let inName = false
  for (const character of text) {
    if (character === '}') {
      if (inName) inName = false
      else result += '}'
    } else if (character === '{') {
      const escaped = /(\\*)N$/.exec(result)
      if (escaped !== null && (escaped[1] as string).length % 2 === 1) inName = true
      else result += '{'
    }
    result += character
  }
  return result
}
