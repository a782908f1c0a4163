// One record of a csv file, fed line by line: CPython's automaton, but ordinary characters are taken in runs.
//
//     a,"b ""c""",d⏎      START_FIELD → IN_FIELD → START_FIELD → IN_QUOTED ⇄ QUOTE_IN_QUOTED → START_FIELD → … → EAT_NEWLINE
import { codePointsOf, narrowStr, newFloat, None, strLength, strOfCodePoints, type Str, type Value } from '../../data/values.ts'
import { raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'
import { floatFrom } from '../../types/float/construct.ts'
import { joinStrs, sliceStr } from '../../types/str/text.ts'
import { Quoting, type PyDialect } from './dialect.ts'
import { csvError, csvState } from './registry.ts'

const START_RECORD = 0
const START_FIELD = 1
const ESCAPED = 2
const IN_FIELD = 3
const IN_QUOTED = 4
const ESCAPE_IN_QUOTED = 5
const QUOTE_IN_QUOTED = 6
const EAT_NEWLINE = 7
const AFTER_ESCAPED_NEWLINE = 8

/** Follows the last character of a line; no character of a dialect equals it. */
const END = -2

const isNewline = (code: number): boolean => code === 0x0a || code === 0x0d

const OPEN_FILE = "new-line character seen in unquoted field - do you need to open the file with newline=''?"

export class CsvRecord {
  readonly fields: Value[] = []
  readonly #dialect: PyDialect
  readonly #py: Thread
  /** The field being read. */
  #pieces: Str[] = []
  #length = 0
  #unquoted = true
  #state: number = START_RECORD
  constructor(dialect: PyDialect, py: Thread) {
    this.#dialect = dialect
    this.#py = py
  }

  /** Has the last line ended the record? */
  get whole(): boolean {
    return this.#state === START_RECORD
  }
  /** Is there a field that no line has ended? */
  get unfinished(): boolean {
    return this.#length !== 0 || this.#state === IN_QUOTED
  }

  #add(piece: Str): void {
    this.#length += strLength(piece)
    const limit = csvState(this.#py).fieldLimit
    if (this.#length > limit) raise(csvError, `field larger than field limit (${limit})`)
    this.#pieces.push(piece)
  }

  saveField(): void {
    const text = this.#pieces.length === 1 ? (this.#pieces[0] as Str) : joinStrs(this.#pieces, narrowStr(''))
    this.fields.push(this.#unquoted ? this.#unquotedValue(text) : text)
    this.#pieces = []
    this.#length = 0
    this.#unquoted = true
  }
  #unquotedValue(text: Str): Value {
    const { quoting } = this.#dialect
    if (text === '') return quoting === Quoting.STRINGS || quoting === Quoting.NOTNULL ? None : text
    return quoting === Quoting.NONNUMERIC || quoting === Quoting.STRINGS ? newFloat(floatFrom(text, this.#py)) : text
  }

  /** Save the field, which ends where a delimiter or the line does. */
  #endField(code: number, delimiter: number): void {
    this.saveField()
    this.#state = code === delimiter ? START_FIELD : code === END ? START_RECORD : EAT_NEWLINE
  }

  /** Take a line, with or without what ends it. */
  feed(line: Str): void {
    const codes = codePointsOf(line)
    for (let i = 0; i <= codes.length; i++) {
      const code = i < codes.length ? (codes[i] as number) : END
      if (this.#begins(code)) i = this.#take(line, codes, i, code)
    }
  }

  /** Settle what to expect at a record's start; false where there is nothing to take: behind an escaped newline a field goes on, whatever line ends. */
  #begins(code: number): boolean {
    if (this.#state === START_RECORD) {
      if (code === END) return false
      this.#state = isNewline(code) ? EAT_NEWLINE : START_FIELD
      return this.#state === START_FIELD
    }
    return this.#state !== AFTER_ESCAPED_NEWLINE || code !== END
  }

  /** Take a character, or a run of them; answers the last one's place. */
  #take(line: Str, codes: readonly number[], i: number, code: number): number {
    const { delimiter, escapechar, quotechar, quoting, doublequote, skipinitialspace, strict } = this.#dialect
    const isQuote = code === quotechar && quoting !== Quoting.NONE
    const endsField = code === delimiter || code === END || isNewline(code)
    switch (this.#state) {
      case START_FIELD:
        if (code === 0x20 && skipinitialspace) return i
        if (endsField) this.#endField(code, delimiter)
        else if (isQuote) {
          this.#unquoted = false
          this.#state = IN_QUOTED
        } else if (code === escapechar) this.#state = ESCAPED
        else return this.#run(line, codes, i)
        return i
      case IN_FIELD:
      case AFTER_ESCAPED_NEWLINE:
        if (endsField) this.#endField(code, delimiter)
        else if (code === escapechar) this.#state = ESCAPED
        else return this.#run(line, codes, i)
        return i
      case IN_QUOTED:
        if (code === escapechar) this.#state = ESCAPE_IN_QUOTED
        else if (isQuote) this.#state = doublequote ? QUOTE_IN_QUOTED : IN_FIELD
        else if (code !== END) return this.#quotedRun(line, codes, i)
        return i
      case QUOTE_IN_QUOTED:
        if (isQuote) {
          this.#add(strOfCodePoints([code]))
          this.#state = IN_QUOTED
        } else if (endsField) this.#endField(code, delimiter)
        else if (!strict) return this.#run(line, codes, i)
        else raise(csvError, `'${String.fromCodePoint(delimiter)}' expected after '${String.fromCodePoint(quotechar)}'`)
        return i
      case EAT_NEWLINE:
        if (code === END) this.#state = START_RECORD
        else if (!isNewline(code)) raise(csvError, OPEN_FILE)
        return i
      default:
        this.#add(code === END ? narrowStr('\n') : strOfCodePoints([code]))
        this.#state = this.#state === ESCAPE_IN_QUOTED ? IN_QUOTED : isNewline(code) ? AFTER_ESCAPED_NEWLINE : IN_FIELD
        return i
    }
  }

  /** Add an unquoted character and the ordinary ones behind it; answers the last one's place. */
  #run(line: Str, codes: readonly number[], start: number): number {
    const { delimiter, escapechar } = this.#dialect
    let i = start + 1
    while (i < codes.length && codes[i] !== delimiter && codes[i] !== escapechar && !isNewline(codes[i] as number)) i++
    this.#add(sliceStr(line, start, i))
    if (this.#state !== AFTER_ESCAPED_NEWLINE) this.#state = IN_FIELD
    return i - 1
  }
  /** The same inside quotes, where only an escape or a quote is special. */
  #quotedRun(line: Str, codes: readonly number[], start: number): number {
    const { quotechar, escapechar } = this.#dialect
    let i = start + 1
    while (i < codes.length && codes[i] !== quotechar && codes[i] !== escapechar) i++
    this.#add(sliceStr(line, start, i))
    return i - 1
  }
}
