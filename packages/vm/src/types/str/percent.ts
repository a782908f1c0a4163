// text % arguments.
import {
  parsePercent, percentFloat, percentInteger, percentPad, unsupportedConversion, type PercentField,
} from '@pellucid/primitives'
import { asInt, asStr, joinStrs, narrowStr, newStr, strLength, strValue, type Int, type Str, type Value } from '../../data/values.ts'
import { typeOf } from '../../data/type.ts'
import { ascii } from '../../protocols/ascii.ts'
import { OverflowError, TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { raiseFault } from '../../protocols/fault.ts'
import { floatOf } from '../../protocols/float-number.ts'
import { index } from '../../protocols/index-number.ts'
import { isRaised, raise } from '../../protocols/raise.ts'
import { repr, reprText, str } from '../../protocols/repr.ts'
import type { Thread } from '../../thread.ts'
import { own, sliceStr } from './text.ts'
import { PercentArguments, percentInt, resolveField, type ResolvedField } from '../percent-arguments.ts'

function character(value: Value, py: Thread): Str {
  const text = asStr(value)
  if (text !== undefined) {
    if (strLength(text) !== 1) raise(PyTypeError, '%c requires int or char')
    return text
  }
  const refuse = () => raise(PyTypeError, '%c requires int or char')
  if (asInt(value) === undefined && typeOf(value).slots.index === undefined) refuse()
  let point: Int
  try {
    point = index(value, py)
  } catch (caught) {
    if (!isRaised(caught, PyTypeError)) throw caught
    return refuse()
  }
  if (point < 0 || point > 0x10ffff) raise(OverflowError, '%c arg not in range(0x110000)')
  return newStr(String.fromCodePoint(Number(point)))
}

/** The text of one value by one conversion; numbers are padded with their sign in front. */
function convert({ field, width, precision }: ResolvedField, value: Value, py: Thread): Str {
  switch (field.type) {
    case 's':
    case 'r':
    case 'a': {
      const whole = field.type === 's' ? str(value, py) : field.type === 'r' ? repr(value, py) : narrowStr(ascii(reprText(value, py)))
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
      return narrowStr(
        percentPad(percentInteger(percentInt(value, field.type, py), field.type, field.alternate, precision), field, width, true),
      )
    case 'e':
    case 'E':
    case 'f':
    case 'F':
    case 'g':
    case 'G':
      return narrowStr(
        percentPad(percentFloat(floatOf(value, py), field.type, field.alternate, precision), field, width, true),
      )
    default:
      throw unsupportedConversion(field)
  }
}

function cut(text: Str, precision: number | undefined): Str {
  return precision === undefined || precision >= strLength(text) ? text : sliceStr(text, 0, precision)
}

function padded(text: Str, field: PercentField, width: number): Str {
  const missing = width - strLength(text)
  if (missing <= 0) return text
  const blanks = narrowStr(' '.repeat(missing))
  return joinStrs(field.leftAlign ? [text, blanks] : [blanks, text])
}

/** `text % given`; a text without conversions stays the object it is. */
export function percentFormat(self: Value, given: Value, py: Thread): Value {
  const args = new PercentArguments(given, (value) => asStr(value) !== undefined)
  const text = strValue(own(self))
  const out: Str[] = []
  try {
    for (const piece of parsePercent(text, args.source('precision', newStr, py))) {
      if (typeof piece === 'string') out.push(newStr(piece))
      else out.push(convert(resolveField(piece), args.next(), py))
    }
  } catch (caught) {
    raiseFault(caught)
  }
  args.finish('string')
  if (!text.includes('%')) return self
  return joinStrs(out)
}
