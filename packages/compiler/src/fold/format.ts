// `'…' % (a, b)` with only %s, %r and %a becomes an f-string: it needs no tuple and no parsing at run time.
import { codePointsOf, type TextConstant } from '@pellucid/primitives'
import { type expr, factories, type FormattedValue, type JoinedStr, type Located } from '@pellucid/ast'
import { textOf } from './text.ts'

const percent = 0x25
const dot = 0x2e
/** Widths and precisions have at most two digits. */
const mostDigits = 2

function isDigit(point: number | undefined): boolean {
  return point !== undefined && point >= 0x30 && point <= 0x39
}

/** Reads the format from front to back. */
class Format {
  private readonly points: readonly number[]
  private at = 0
  constructor(text: TextConstant) {
    this.points = [...codePointsOf(text)]
  }

  get atEnd(): boolean {
    return this.at >= this.points.length
  }

  /** The text up to the next conversion, `%%` read as `%`; undefined if there is none. */
  literal(): TextConstant | undefined {
    const literal: number[] = []
    while (!this.atEnd) {
      const point = this.points[this.at]!
      if (point === percent) {
        if (this.points[this.at + 1] !== percent) break
        this.at++
      }
      literal.push(point)
      this.at++
    }
    return literal.length > 0 ? textOf(literal) : undefined
  }

  /** A number of up to two digits: its text, undefined when longer or at the end of the format. */
  private digits(): string | undefined {
    let value = 0
    let count = 0
    while (isDigit(this.points[this.at])) {
      value = value * 10 + this.points[this.at++]! - 0x30
      if (++count > mostDigits || this.atEnd) return undefined
    }
    return String(value)
  }

  /** The conversion after `%` applied to the argument; undefined when an f-string cannot say it. */
  conversion(argument: expr): FormattedValue | undefined {
    this.at++
    let alignsLeft = false
    for (; ; this.at++) {
      const flag = this.points[this.at]
      if (flag === 0x2d) alignsLeft = true
      else if (flag === undefined || !'+ #0'.includes(String.fromCodePoint(flag))) break
    }
    let spec = ''
    if (isDigit(this.points[this.at])) {
      const width = this.digits()
      if (width === undefined) return undefined
      spec = alignsLeft || width === '0' ? width : `>${width}`
    }
    if (this.points[this.at] === dot) {
      this.at++
      const precision = this.digits()
      if (precision === undefined) return undefined
      spec += `.${precision}`
    }
    const kind = this.points[this.at++]
    if (kind !== 0x73 && kind !== 0x72 && kind !== 0x61) return undefined
    const { lineno, col_offset, end_lineno, end_col_offset } = argument
    const specNode = spec === '' ? null : factories.Constant(spec, null, -1, -1, -1, -1)
    return factories.FormattedValue(argument, kind, specNode, lineno, col_offset, end_lineno, end_col_offset)
  }
}

/** The f-string that `text % (…items)` means, located at the operation; undefined if there is none. */
export function formatToJoinedStr(
  at: Located,
  text: TextConstant,
  items: readonly expr[],
): JoinedStr | undefined {
  const format = new Format(text)
  const values: expr[] = []
  let used = 0
  for (;;) {
    const literal = format.literal()
    if (literal !== undefined) values.push(factories.Constant(literal, null, -1, -1, -1, -1))
    if (format.atEnd) break
    const item = items[used++]
    const value = item === undefined ? undefined : format.conversion(item)
    if (value === undefined) return undefined
    values.push(value)
  }
  if (used < items.length) return undefined
  return factories.JoinedStr(values, at.lineno, at.col_offset, at.end_lineno, at.end_col_offset)
}
