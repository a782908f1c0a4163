// Floats with a presentation type: e, f, g, r and the capitals, as Python's own double-to-string does.
import { reprFloatBare } from './repr.ts'
import { fixedDigits, shortestDigits, significantDigits } from './round.ts'

export interface DoubleStyle {
  /** `#`: keep the point and the zeros. */
  readonly alternate?: boolean
  /** Write `.0` after whole numbers. */
  readonly point?: boolean
  /** `z`: a result of nothing but zeros loses its minus sign. */
  readonly noNegativeZero?: boolean
}

const plain: DoubleStyle = {}

/** The text of x: a `-` if negative, digits, no padding. `type` is one of e E f F g G r. */
export function formatDouble(x: number, type: string, precision: number, style: DoubleStyle = plain): string {
  const upper = type === 'E' || type === 'F' || type === 'G'
  if (!Number.isFinite(x)) return upper ? reprFloatBare(x).toUpperCase() : reprFloatBare(x)
  let body = bodyOf(x, type.toLowerCase(), precision, style)
  if (upper) body = body.toUpperCase()
  if (x > 0 || Object.is(x, 0)) return body
  return style.noNegativeZero && !/[1-9]/.test(body.split(/e/i)[0]!) ? body : '-' + body
}

function bodyOf(x: number, type: string, precision: number, style: DoubleStyle): string {
  if (type === 'f') {
    const body = fixedDigits(x, precision)
    return precision === 0 && style.alternate ? body + '.' : body
  }
  if (type === 'e') {
    const { digits, exponent } = significantDigits(x, precision + 1)
    return withExponent(digits, exponent, style.alternate === true)
  }
  const shortest = type === 'r'
  const count = precision === 0 ? 1 : precision
  const { digits, exponent } = shortest ? shortestDigits(x) : significantDigits(x, count)
  const kept = style.alternate && !shortest ? digits : digits.replace(/0+$/, '') || '0'
  const point = exponent + 1
  const limit = shortest ? 16 : count - (style.point ? 1 : 0)
  if (point <= -4 || point > limit) return withExponent(kept, exponent, style.alternate === true)
  return positional(kept, point, style)
}

function withExponent(digits: string, exponent: number, keepPoint: boolean): string {
  const size = Math.abs(exponent)
  const mantissa = digits.length > 1 ? `${digits[0]}.${digits.slice(1)}` : digits + (keepPoint ? '.' : '')
  return `${mantissa}e${exponent < 0 ? '-' : '+'}${size < 10 ? '0' : ''}${size}`
}

function positional(digits: string, point: number, style: DoubleStyle): string {
  if (point <= 0) return `0.${'0'.repeat(-point)}${digits}`
  if (digits.length > point) return `${digits.slice(0, point)}.${digits.slice(point)}`
  const whole = digits.padEnd(point, '0')
  return style.point ? whole + '.0' : style.alternate ? whole + '.' : whole
}
