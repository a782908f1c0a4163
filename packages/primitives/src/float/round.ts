// Exact decimal digits of a double, and rounding to a number of places (half to even on the exact value).
import { floatToRatio } from '../int/to-float.ts'

/** |x| · 10^places rounded half to even to an integer, from the exact binary value. */
export function scaledDigits(x: number, places: number): bigint {
  const [n, d] = floatToRatio(Math.abs(x))
  let numerator = BigInt(n)
  let denominator = BigInt(d)
  if (places >= 0) numerator *= 10n ** BigInt(places)
  else denominator *= 10n ** BigInt(-places)
  return divideHalfEven(numerator, denominator)
}

function divideHalfEven(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator
  const twice = (numerator - quotient * denominator) * 2n
  if (twice > denominator || (twice === denominator && (quotient & 1n) === 1n)) return quotient + 1n
  return quotient
}

/** `places` digits after the point, as C's `%.{places}f` of |x|. */
export function fixedDigits(x: number, places: number): string {
  const size = Math.abs(x)
  // toFixed is exact but takes ties upwards. A tie has its last bit at place + 1: only then is
  // 2^(places+1)·x integral.
  if (places <= 40 && size < 1e15 && !Number.isInteger(size * 2 ** (places + 1))) return size.toFixed(places)
  const digits = scaledDigits(size, places).toString().padStart(places + 1, '0')
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
}

export interface Decimal {
  /** Significant digits without a point; the point stands after the first. */
  readonly digits: string
  readonly exponent: number
}

/** |x| to `count` ≥ 1 significant digits, as C's `%.{count-1}e`. */
export function significantDigits(x: number, count: number): Decimal {
  const size = Math.abs(x)
  if (size === 0) return { digits: '0'.repeat(count), exponent: 0 }
  let exponent = decimalExponent(size)
  let digits = scaledDigits(size, count - 1 - exponent).toString()
  if (digits.length > count) {
    exponent++
    digits = scaledDigits(size, count - 1 - exponent).toString()
  }
  return { digits, exponent }
}

/** floor(log10(x)) for x > 0, exactly. */
function decimalExponent(x: number): number {
  const [mantissa, exponent] = x.toExponential().split('e')
  // The shortest digits of a float just below a power of ten are that power's.
  return Number(mantissa === '1' ? x.toExponential(60).split('e')[1] : exponent)
}

/** The fewest digits that read back as x, as `repr` shows them. */
export function shortestDigits(x: number): Decimal {
  const [mantissa, exponent] = Math.abs(x).toExponential().split('e') as [string, string]
  return { digits: mantissa.replace('.', ''), exponent: Number(exponent) }
}

/** `round(x, places)` for a finite x; infinite when the result is out of range. */
export function roundToPlaces(x: number, places: number): number {
  if (x === 0 || !Number.isFinite(x) || places > 323) return x
  if (places < -308) return x < 0 ? -0 : 0
  const size = places >= 0 ? Number(fixedDigits(x, places)) : Number(`${scaledDigits(x, places)}e${-places}`)
  return x < 0 ? -size : size
}

/** `round(x)` to an integral double, half to even. */
export function roundHalfEven(x: number): number {
  const floor = Math.floor(x)
  const rest = x - floor
  if (rest < 0.5) return floor
  return rest > 0.5 || floor % 2 !== 0 ? floor + 1 : floor
}
