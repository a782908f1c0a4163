// Offsets and lines of a text. Lines end in LF; fold other endings first.
import { convertColumn } from './columns.ts'
import type { ColumnUnit } from './columns.ts'

/** A place in a text: a 1-based line and a 0-based column. */
export interface Position {
  readonly line: number
  readonly column: number
}

/**
 * Finds the line of an offset, and the offset of a line.
 *
 * @example
 * new LineIndex('a\nbc\n').positionAt(3) // { line: 2, column: 1 }
 */
export class LineIndex {
  readonly text: string
  /** Offsets at which the lines start. */
  readonly starts: Int32Array

  constructor(text: string) {
    this.text = text
    let count = 1
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++
    this.starts = new Int32Array(count)
    for (let line = 1, at = 0; line < count; line++) {
      at = text.indexOf('\n', at) + 1
      this.starts[line] = at
    }
  }

  /** Number of lines; a text that ends in a newline has an empty last one. */
  get count(): number {
    return this.starts.length
  }

  /** Offset of the first character of a line. */
  startOf(line: number): number {
    return this.starts[Math.min(Math.max(line, 1), this.count) - 1] as number
  }

  /** The text of a line without its newline. */
  lineText(line: number): string {
    const start = this.startOf(line)
    const end = this.text.indexOf('\n', start)
    return this.text.slice(start, end < 0 ? undefined : end)
  }

  /** The line and column of a UTF-16 offset. */
  positionAt(offset: number, unit: ColumnUnit = 'utf16'): Position {
    let low = 0
    let high = this.count
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((this.starts[middle] as number) <= offset) low = middle
      else high = middle
    }
    const line = low + 1
    const column = offset - (this.starts[low] as number)
    return { line, column: unit === 'utf16' ? column : convertColumn(this.lineText(line), column, 'utf16', unit) }
  }

  /** The UTF-16 offset of a line and column. */
  offsetAt(line: number, column: number, unit: ColumnUnit = 'utf16'): number {
    const units = unit === 'utf16' ? column : convertColumn(this.lineText(line), column, unit, 'utf16')
    return this.startOf(line) + units
  }
}
