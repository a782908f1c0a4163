// format() of a str.
import { valueFault } from '../fault.ts'
import { parseFormatSpec, unknownFormatCode } from './spec.ts'

/** What a format does to a text of that many code points: how many are kept, and what comes to the sides. */
export function textLayout(length: number, text: string, typeName = 'str'): { before: string; kept: number; after: string } {
  const spec = parseFormatSpec(text, typeName, 's', '<')
  if (spec.type !== 's') throw unknownFormatCode(spec.type, typeName)
  if (spec.sign === ' ') throw valueFault('Space not allowed in string format specifier')
  if (spec.sign) throw valueFault('Sign not allowed in string format specifier')
  if (spec.noNegativeZero) throw valueFault(
    'Negative zero coercion (z) not allowed in string format specifier'
  )
  if (spec.alternate) throw valueFault('Alternate form (#) not allowed in string format specifier')
  if (spec.align === '=') throw valueFault("'=' alignment not allowed in string format specifier")
  const kept = spec.precision < 0 ? length : Math.min(spec.precision, length)
  const missing = Math.max(0, spec.width - kept)
  const left = spec.align === '^' ? missing >> 1 : spec.align === '<' ? 0 : missing
  return { before: spec.fill.repeat(left), kept, after: spec.fill.repeat(missing - left) }
}

/** `format(value, text)` of a str, given and returned as UTF-16 text (astral characters as pairs). */
export function formatTextSpec(value: string, text: string, typeName = 'str'): string {
  if (text === '') return value
  const narrow = !/[\ud800-\udfff]/.test(value)
  const { before, kept, after } = textLayout(narrow ? value.length : [...value].length, text, typeName)
  return before + (narrow ? value.slice(0, kept) : [...value].slice(0, kept).join('')) + after
}
