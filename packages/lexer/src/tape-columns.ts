// A tape's columns in another unit than UTF-8 bytes, for readers that index JavaScript strings or count characters.
import type { ColumnUnit } from '@pellucid/source'
import type { TokenTape } from './token-tape.ts'

/**
 * The same tape with columns in another unit; a tape of ASCII alone comes back as it is.
 *
 * @example
 * tapeWithColumns(tokenizeTape('"𝒳" + y\n'), 'utf16').column[1] // 5
 */
export function tapeWithColumns(tape: TokenTape, unit: ColumnUnit): TokenTape {
  // eslint-disable-next-line no-control-regex -- all of ASCII
  if (unit === 'utf8' || /^[\0-\x7f]*$/.test(tape.source)) return tape
  const cursor = new Cursor(tape.source, unit)
  const column = tape.column.slice()
  const endColumn = tape.endColumn.slice()
  for (let i = 0; i < tape.count; i++) {
    column[i] = cursor.convert(tape.line[i] as number, column[i] as number)
    endColumn[i] = cursor.convert(tape.endLine[i] as number, endColumn[i] as number)
  }
  return { ...tape, column, endColumn }
}

/** Walks a text once: tokens come in order, so each column is asked for at or behind the one before, or a little before it. */
class Cursor {
  readonly #text: string
  readonly #unit: ColumnUnit
  #line = 1
  #start = 0
  /** Where it stands in the line: UTF-16 offset, bytes and units so far. */
  #at = 0
  #bytes = 0
  #units = 0

  constructor(text: string, unit: ColumnUnit) {
    this.#text = text
    this.#unit = unit
  }

  convert(line: number, column: number): number {
    if (column < 0) return column
    if (line !== this.#line) this.#moveTo(line)
    else if (column < this.#bytes) this.#rewind()
    while (this.#bytes < column) {
      const point = this.#text.codePointAt(this.#at)
      // Behind the end of the text, as behind the end of a line, every unit counts one.
      if (point === undefined || point === 0x0a) return this.#units + column - this.#bytes
      this.#step(point)
    }
    return this.#units
  }

  #step(point: number): void {
    const wide = point > 0xffff
    this.#at += wide ? 2 : 1
    this.#units += wide && this.#unit === 'utf16' ? 2 : 1
    this.#bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : wide ? 4 : 3
  }

  #moveTo(line: number): void {
    for (; this.#line < line; this.#line++) this.#start = this.#text.indexOf('\n', this.#start) + 1
    // Back to the line before, or the one before that: the ends of tokens that span lines come before the next starts.
    for (; this.#line > line; this.#line--) this.#start = this.#text.lastIndexOf('\n', this.#start - 2) + 1
    this.#rewind()
  }

  #rewind(): void {
    this.#at = this.#start
    this.#bytes = 0
    this.#units = 0
  }
}
