// format() of int, float, complex: sign, prefix, grouping, padding between sign and digits.
import type { Complex } from '../constant.ts'
import { overflowFault, valueFault } from '../fault.ts'
import { formatDouble } from '../float/double-to-string.ts'
import { formatInteger } from '../int/format.ts'
import type { Integer } from '../int/integer.ts'
import { integerToFloat } from '../int/to-float.ts'
import { padTo, parseFormatSpec, unknownFormatCode } from './spec.ts'
import type { FormatSpec } from './spec.ts'

interface NumberParts {
  readonly negative: boolean
  readonly prefix: string
  /** Leading digits, which grouping applies to. */
  readonly digits: string
  /** Point, fraction, exponent, per cent sign. */
  readonly rest: string
}

function layOut(parts: NumberParts, spec: FormatSpec, groupSize = 3): string {
  const sign = parts.negative ? '-' : spec.sign === '+' || spec.sign === ' ' ? spec.sign : ''
  const head = sign + parts.prefix
  const zeroWidth = spec.fill === '0' && spec.align === '=' ? spec.width - head.length - parts.rest.length : 0
  const digits = parts.digits === '' ? '' : group(parts.digits, spec.grouping, groupSize, zeroWidth)
  const padding = spec.width - head.length - digits.length - [...parts.rest].length
  if (spec.align === '=' && padding > 0) return head + spec.fill.repeat(padding) + digits + parts.rest
  const body = head + digits + parts.rest
  return padding > 0 ? padTo(body, spec, spec.width - padding) : body
}

/** Separates groups and fills with zeros to a width; no separator leads. */
function group(digits: string, separator: string, size: number, width: number): string {
  if (separator === '') return digits.padStart(width, '0')
  const groups: string[] = []
  let remaining = digits.length
  let wanted = width
  for (;;) {
    const length = Math.min(size, Math.max(remaining, wanted, 1))
    const taken = Math.min(remaining, length)
    groups.push(digits.slice(remaining - taken, remaining).padStart(length, '0'))
    remaining -= taken
    wanted -= length
    if (remaining <= 0 && wanted <= 0) break
    wanted--
  }
  return groups.reverse().join(separator)
}

const bases: Record<string, readonly [2 | 8 | 16, string]> = {
  b: [2, '0b'],
  o: [8, '0o'],
  x: [16, '0x'],
  X: [16, '0X'],
}

/** `format(value, text)` of an int. */
export function formatIntegerSpec(value: Integer, text: string, typeName = 'int'): string {
  if (text === '') return formatInteger(value)
  const spec = parseFormatSpec(text, typeName, 'd', '>')
  if ('eEfFgG%'.includes(spec.type)) return formatFloatWith(integerToFloat(value), spec, typeName)
  const base = bases[spec.type]
  if (
    !base && spec.type !== 'd' && spec.type !== 'n' && spec.type !== 'c'
  ) throw unknownFormatCode(spec.type, typeName)
  if (spec.precision !== -1) throw valueFault('Precision not allowed in integer format specifier')
  if (spec.noNegativeZero) throw valueFault(
    'Negative zero coercion (z) not allowed in integer format specifier'
  )
  const negative = value < 0
  if (spec.type === 'c') {
    if (spec.sign) throw valueFault("Sign not allowed with integer format specifier 'c'")
    if (spec.alternate) throw valueFault("Alternate form (#) not allowed with integer format specifier 'c'")
    if (BigInt.asIntN(64, BigInt(value)) !== BigInt(value)) {
      throw overflowFault('Python int too large to convert to C long')
    }
    if (negative || value > 0x10ffff) throw overflowFault('%c arg not in range(0x110000)')
    return layOut(
      { negative: false, prefix: '', digits: '', rest: String.fromCodePoint(Number(value)) },
      spec,
    )
  }
  const shown = base ? value.toString(base[0]) : formatInteger(value)
  const digits = negative ? shown.slice(1) : shown
  const prefix = base && spec.alternate ? base[1] : ''
  const parts = { negative, prefix, digits: spec.type === 'X' ? digits.toUpperCase() : digits, rest: '' }
  return layOut(parts, spec, base ? 4 : 3)
}

/** `format(value, text)` of a float. */
export function formatFloatSpec(value: number, text: string, typeName = 'float'): string {
  if (text === '') return formatDouble(value, 'r', 0, { point: true })
  return formatFloatWith(value, parseFormatSpec(text, typeName, '', '>'), typeName)
}

function formatFloatWith(value: number, spec: FormatSpec, typeName: string): string {
  return layOut(floatParts(value, spec, typeName, spec.type === ''), spec)
}

function floatParts(value: number, spec: FormatSpec, typeName: string, point: boolean): NumberParts {
  if (spec.type !== '' && !'eEfFgGn%'.includes(spec.type)) throw unknownFormatCode(spec.type, typeName)
  if (spec.precision > 2147483647) throw valueFault('precision too big')
  let type = spec.type === '' ? 'r' : spec.type === 'n' ? 'g' : spec.type === '%' ? 'f' : spec.type
  if (type === 'r' && spec.precision >= 0) type = 'g'
  const precision = spec.precision >= 0 ? spec.precision : type === 'r' ? 0 : 6
  const style = { alternate: spec.alternate, point, noNegativeZero: spec.noNegativeZero }
  let shown = formatDouble(spec.type === '%' ? value * 100 : value, type, precision, style)
  if (spec.type === '%') shown += '%'
  const negative = shown.startsWith('-')
  if (negative) shown = shown.slice(1)
  const digits = /^\d*/.exec(shown)![0]
  return { negative, prefix: '', digits, rest: shown.slice(digits.length) }
}

/** `format(value, text)` of a complex; an empty text is `str(value)`, the caller's matter. */
export function formatComplexSpec(value: Complex, text: string, typeName = 'complex'): string {
  const spec = parseFormatSpec(text, typeName, '', '>')
  if (spec.type !== '' && !'eEfFgGn'.includes(spec.type)) throw unknownFormatCode(spec.type, typeName)
  if (spec.precision > 2147483647) throw valueFault('precision too big')
  if (spec.fill === '0') throw valueFault('Zero padding is not allowed in complex format specifier')
  if (spec.align === '=') throw valueFault("'=' alignment flag is not allowed in complex format specifier")
  const bare = { ...spec, width: -1, align: '<' }
  const plain = spec.type === ''
  const skipReal = plain && Object.is(value.real, 0)
  const real = skipReal ? '' : layOut(floatParts(value.real, spec, typeName, false), bare)
  const imagSpec = skipReal ? bare : { ...bare, sign: '+' }
  const imag = layOut(floatParts(value.imag, spec, typeName, false), imagSpec) + 'j'
  return padTo(plain && !skipReal ? `(${real}${imag})` : real + imag, spec)
}
