// Columns in three units: UTF-8 bytes (the AST), UTF-16 units (JavaScript), code points (tokenize, SyntaxError).
//
//     é𝄞x    x is at byte 6, unit 3, code point 2

/** What a column counts. */
export type ColumnUnit = 'utf8' | 'utf16' | 'codepoint'

/**
 * Converts a 0-based column of a line from one unit to another.
 *
 * A column inside a character counts as behind it; behind the end of the line every unit counts one.
 *
 * @example
 * convertColumn('é = x', 3, 'utf8', 'utf16') // 2
 */
export function convertColumn(line: string, column: number, from: ColumnUnit, to: ColumnUnit): number {
  if (from === to || column <= 0) return column
  let left = column
  let result = 0
  for (let i = 0; i < line.length && left > 0;) {
    const point = line.codePointAt(i) as number
    left -= width(point, from)
    result += width(point, to)
    i += point > 0xffff ? 2 : 1
  }
  return left > 0 ? result + left : result
}

function width(point: number, unit: ColumnUnit): number {
  if (unit === 'codepoint') return 1
  if (unit === 'utf16') return point > 0xffff ? 2 : 1
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
}
