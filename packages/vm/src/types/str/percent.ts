// text % arguments.
import {
  parsePercent, percentFloat, percentInteger, percentPad, unsupportedConversion, type PercentField,
} from '@pellucid/primitives'
import { asInt, asStr, codePointsOf, newStr, strLength, strValue, type Value } from '../../data/values.ts'
import { typeOf } from '../../data/type.ts'
import { ascii } from '../../protocols/ascii.ts'
import { OverflowError, TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { raiseFault } from '../../protocols/fault.ts'
import { floatOf } from '../../protocols/float-number.ts'
import { index } from '../../protocols/index-number.ts'
import { raise } from '../../protocols/raise.ts'
import { reprText, strText } from '../../protocols/repr.ts'
import type { Thread } from '../../thread.ts'
import { own } from './text.ts'
import { PercentArguments, percentInt, resolveField, type ResolvedField } from '../percent-arguments.ts'

function character(value: Value, py: Thread): string {
  const text = asStr(value)
  if (text !== undefined) {
    if (strLength(text) !== 1) raise(PyTypeError, '%c requires int or char')
    return strValue(text)
  }
  if (asInt(value) === undefined && typeOf(value).slots.index === undefined) raise(
    PyTypeError,
    '%c requires int or char',
  )
  const point = index(value, py)
  if (point < 0 || point > 0x10ffff) raise(OverflowError, '%c arg not in range(0x110000)')
  return String.fromCodePoint(Number(point))
}

/** The text of one value by one conversion; numbers are padded with their sign in front. */
function convert({ field, width, precision }: ResolvedField, value: Value, py: Thread): string {
  switch (field.type) {
    case 's':
    case 'r':
    case 'a': {
      const whole = field.type === 's' ? strText(value, py) : field.type === 'r' ? reprText(value, py) : ascii(reprText(value, py))
      return padded(cut(whole, precision), field, width)
    }
    case 'c':
      return padded(character(value, py), field, width)
    case 'd':
    case 'i':
    case 'u':
    case 'o':
    case 'x':
    case 'X':
      return percentPad(
        percentInteger(percentInt(value, field.type, py), field.type, field.alternate, precision),
        field,
        width,
        true,
      )
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
      return percentPad(
        percentFloat(floatOf(value, py), field.type, field.alternate, precision),
        field,
        width,
        true,
      )
    default:
      throw unsupportedConversion(field)
  }
}

function cut(text: string, precision: number | undefined): string {
  if (precision === undefined || precision >= text.length) return text
  if (!/[\ud800-\udfff]/.test(text)) return text.slice(0, precision)
  return String.fromCodePoint(...codePointsOf(newStr(text)).slice(0, precision))
}

function padded(text: string, field: PercentField, width: number): string {
  return width === 0 ? text : percentPad(text, field, width, false, strLength(newStr(text)))
}

const isPlainPercent = (field: PercentField): boolean =>
  field.type === '%' && field.key === undefined && field.width === undefined && field.precision === undefined &&
  !(field.leftAlign || field.plus || field.blank || field.alternate || field.zero)

/** `text % given`; a text without conversions stays the object it is. */
export function percentFormat(self: Value, given: Value, py: Thread): Value {
  const args = new PercentArguments(given, (value) => asStr(value) !== undefined)
  const text = strValue(own(self))
  let out = ''
  try {
    for (const piece of parsePercent(text)) {
      if (typeof piece === 'string') out += piece
      else if (isPlainPercent(piece)) out += '%'
      else {
        if (piece.key !== undefined) args.select(newStr(piece.key), py)
        const resolved = resolveField(piece, args)
        out += convert(resolved, args.next(), py)
      }
    }
  } catch (caught) {
    raiseFault(caught)
  }
  args.finish('string')
  if (!text.includes('%')) return self
  return newStr(out)
}
