// A row of values as the line that a csv writer writes.
import { codePointsOf, None, asStr, narrowStr, strLength, strOfCodePoints, type Str, type Value } from '../../data/values.ts'
import { isNumber } from '../../protocols/number.ts'
import { raise } from '../../protocols/raise.ts'
import { str } from '../../protocols/repr.ts'
import type { Thread } from '../../thread.ts'
import { joinStrs } from '../../types/str/text.ts'
import { NONE, Quoting, type PyDialect } from './dialect.ts'
import { csvError } from './registry.ts'

/** What is worked out once for a dialect. */
export class RowFormat {
  readonly dialect: PyDialect
  readonly #special: ReadonlySet<number>
  readonly #anySpecial: RegExp
  readonly #delimiter: Str
  readonly #quote: Str
  constructor(dialect: PyDialect) {
    const { delimiter, escapechar, quotechar, lineterminator } = dialect
    this.dialect = dialect
    const points = [0x0a, 0x0d, delimiter, escapechar, quotechar, ...codePointsOf(lineterminator)].filter((point) => point !== NONE)
    this.#special = new Set(points)
    this.#anySpecial = new RegExp(`[${points.map((point) => `\\u{${point.toString(16)}}`).join('')}]`, 'u')
    this.#delimiter = strOfCodePoints([delimiter])
    this.#quote = quotechar === NONE ? narrowStr('') : strOfCodePoints([quotechar])
  }

  /** The line, with what ends it. */
  line(values: Iterable<Value>, py: Thread): Str {
    const pieces: Str[] = []
    let count = 0
    let lastIsNone = false
    for (const value of values) {
      if (count++ > 0) pieces.push(this.#delimiter)
      lastIsNone = value === None
      this.#field(pieces, lastIsNone ? narrowStr('') : (asStr(value) ?? (asStr(str(value, py)) as Str)), this.#quotes(value), lastIsNone)
    }
    if (count === 1 && pieces.every((piece) => strLength(piece) === 0)) {
      if (this.#cannotQuote(lastIsNone)) raise(csvError, 'single empty field record must be quoted')
      pieces.push(this.#quote, this.#quote)
    }
    pieces.push(this.dialect.lineterminator)
    return joinStrs(pieces, narrowStr(''))
  }

  /** Does the dialect quote such a value whatever its text? */
  #quotes(value: Value): boolean {
    switch (this.dialect.quoting) {
      case Quoting.ALL:
        return true
      case Quoting.NONNUMERIC:
        return !isNumber(value)
      case Quoting.STRINGS:
        return asStr(value) !== undefined
      case Quoting.NOTNULL:
        return value !== None
      default:
        return false
    }
  }
  /** With some dialects an empty field cannot be told from None. */
  #cannotQuote(isNone: boolean): boolean {
    const { quoting } = this.dialect
    return quoting === Quoting.NONE || (isNone && (quoting === Quoting.STRINGS || quoting === Quoting.NOTNULL))
  }

  #field(pieces: Str[], text: Str, always: boolean, isNone: boolean): void {
    const { delimiter, skipinitialspace } = this.dialect
    const special = typeof text === 'string' ? this.#anySpecial.test(text) : text.codePoints.some((point) => this.#special.has(point))
    const [body, needed] = special ? this.#escaped(text) : [text, false]
    let quoted = always || needed
    if (text === '' && delimiter === 0x20 && skipinitialspace) {
      if (this.#cannotQuote(isNone)) raise(csvError, 'empty field must be quoted if delimiter is a space and skipinitialspace is true')
      quoted = true
    }
    if (quoted) pieces.push(this.#quote, body, this.#quote)
    else pieces.push(body)
  }

  /** The text with escapes and doubled quotes, and whether it needs quotes around it. */
  #escaped(text: Str): [body: Str, quoted: boolean] {
    const { quoting, quotechar, escapechar, doublequote } = this.dialect
    const out: number[] = []
    let quoted = false
    for (const point of codePointsOf(text)) {
      if (this.#special.has(point)) {
        const doubles = point === quotechar && doublequote
        if (quoting === Quoting.NONE || point === escapechar || (point === quotechar && !doublequote)) {
          if (escapechar === NONE) raise(csvError, 'need to escape, but no escapechar set')
          out.push(escapechar)
        } else {
          quoted = true
          if (doubles) out.push(quotechar)
        }
      }
      out.push(point)
    }
    return [strOfCodePoints(out), quoted]
  }
}
