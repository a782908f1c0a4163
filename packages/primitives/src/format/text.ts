// format() of a str.
import { valueFault } from '../fault.ts'
import { padTo, parseFormatSpec, unknownFormatCode } from './spec.ts'

/** `format(value, text)` of a str, given and returned as UTF-16 text (astral characters as pairs). */
export function formatTextSpec(value: string, text: string, typeName = 'str'): string {
  if (text === '') return value
  const spec = parseFormatSpec(text, typeName, 's', '<')
  if (spec.type !== 's') throw unknownFormatCode(spec.type, typeName)
  if (spec.sign === ' ') throw valueFault('Space not allowed in string format specifier')
  if (spec.sign) throw valueFault('Sign not allowed in string format specifier')
  if (spec.noNegativeZero) throw valueFault(
    'Negative zero coercion (z) not allowed in string format specifier'
  )
  if (spec.alternate) throw valueFault('Alternate form (#) not allowed in string format specifier')
  if (spec.align === '=') throw valueFault("'=' alignment not allowed in string format specifier")
  const narrow = !/[\ud800-\udfff]/.test(value)
  const length = narrow ? value.length : [...value].length
  if (spec.precision < 0 || spec.precision >= length) return padTo(value, spec, length)
  const cut = narrow ? value.slice(0, spec.precision) : [...value].slice(0, spec.precision).join('')
  return padTo(cut, spec, spec.precision)
}
