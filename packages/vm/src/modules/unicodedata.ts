// unicodedata: what is known of characters. Names, decompositions and directions are not in the tables yet.
import { category, decimalValue, digitValue, isMirrored, numericValue } from '@pellucid/primitives'
import { newFloat, newInt, newStr, strValue, type Str, type Value } from '../data/values.ts'
import { fn } from '../object/define-builtin.ts'
import { defineModule } from '../object/define-module.ts'
import { ValueError } from '../protocols/exceptions.ts'
import { raise } from '../protocols/raise.ts'
import { widthRuns } from './unicodedata-widths.ts'

let widths: { starts: number[]; classes: string[] } | undefined

/** East Asian width: the class of the last run that starts at or before the character. */
function widthOf(point: number): string {
  if (widths === undefined) {
    widths = { starts: [], classes: [] }
    let at = 0
    for (const run of widthRuns.split(/\s+/)) {
      const [distance, name] = run.split(':') as [string, string]
      at += parseInt(distance, 36)
      widths.starts.push(at)
      widths.classes.push(name)
    }
  }
  let low = 0
  let high = widths.starts.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((widths.starts[middle] as number) <= point) low = middle
    else high = middle - 1
  }
  return widths.classes[low] as string
}

const forms = ['NFC', 'NFD', 'NFKC', 'NFKD'] as const
function normalize(form: Str, text: Str): string {
  const name = forms.find((entry) => entry === strValue(form)) ?? raise(ValueError, 'invalid normalization form')
  return strValue(text).normalize(name)
}

const orDefault = (value: Value | undefined, fallback: Value | undefined, message: string): Value =>
  value ?? fallback ?? raise(ValueError, message)

export const unicodedata = defineModule('unicodedata', () => ({
  doc: 'What is known of characters.',
  functions: [
    fn('category(chr: char, /)', 'Answer the general category.', (point) => newStr(category(point))),
    fn('east_asian_width(chr: char, /)', 'Answer the East Asian width.', (point) => newStr(widthOf(point))),
    fn('mirrored(chr: char, /)', 'Answer 1 for a character that is mirrored in text from right to left.', (point) => newInt(isMirrored(point) ? 1 : 0)),
    fn('decimal(chr: char, default: object = <unrepresentable>, /)', 'Answer the value of a decimal digit.', (point, fallback) =>
      orDefault(decimalValue(point) < 0 ? undefined : newInt(decimalValue(point)), fallback, 'not a decimal')),
    fn('digit(chr: char, default: object = <unrepresentable>, /)', 'Answer the value of a digit.', (point, fallback) =>
      orDefault(digitValue(point) < 0 ? undefined : newInt(digitValue(point)), fallback, 'not a digit')),
    fn('numeric(chr: char, default: object = <unrepresentable>, /)', 'Answer the value of a number.', (point, fallback) => {
      const value = numericValue(point)
      return orDefault(value === undefined ? undefined : newFloat(value), fallback, 'not a numeric character')
    }),
    fn('normalize(form: str, unistr: str, /)', 'Answer a text in a normal form.', (form, text) => newStr(normalize(form, text))),
    fn('is_normalized(form: str, unistr: str, /)', 'Tell whether a text is in a normal form.', (form, text) => normalize(form, text) === strValue(text)),
  ],
  constants: (): Record<string, Value> => ({ unidata_version: newStr('15.1.0') }),
}))
