// exp, ln and log10, rounded half to even and correctly: an approximation is refined until both of its bounds round
// to the same number (Ziv's strategy).
import { add, subtract, type Integer } from '@pellucid/primitives'
import { MemoryError } from '../../../protocols/exceptions.ts'
import { raise } from '../../../protocols/raise.ts'
import { minusOne } from './add.ts'
import { compareMagnitude } from './compare.ts'
import { countDigits, MOST_DIGITS, moveLeft, tenTo, trailingZeros } from './digits.ts'
import { finalize, invalid, nanOf } from './finalize.ts'
import { adjusted, Condition, etiny, INEXACT_ROUNDED, Rounding, widest, workingLimits, type Limits } from './limits.ts'
import { FINITE, finite, infinity, ofInteger, type PyDecimal } from './number.ts'
import { expFixed, lnFixed, lnTen } from './series.ts'

const one = finite(0, 1, 0)
const BITS_A_DIGIT = 3.3219280948873626

/** A positive coefficient, off by less than one, and its exponent. */
interface Approximation {
  readonly sign: number
  readonly coeff: bigint
  readonly exp: Integer
}

/** Round what `approximate` tells to so many digits; the result fills the precision. */
function roundCorrectly(at: Limits, approximate: (digits: number) => Approximation): PyDecimal {
  if (at.prec > MOST_DIGITS) raise(MemoryError)
  const prec = Number(at.prec)
  const even = workingLimits(at, prec, Rounding.HALF_EVEN)
  const trial = { ...even, clamp: false }
  for (let extra = 5; ; extra += extra) {
    const { sign, coeff, exp } = approximate(prec + extra)
    const below = finalize(finite(sign, coeff - 1n, exp), trial)
    const above = finalize(finite(sign, coeff + 1n, exp), trial)
    if (below.kind === above.kind && (below.kind !== FINITE || compareMagnitude(below, above) === 0)) {
      const made = finite(sign, coeff, exp)
      if (adjusted(made) < at.emin) even.status |= Condition.UNDERFLOW
      finalize(made, even)
      at.status |= even.status | INEXACT_ROUNDED
      return made
    }
  }
}

/** The overflow or underflow of a result that is beyond any bounds. */
function beyond(at: Limits, small: boolean): PyDecimal {
  if (!small) {
    at.status |= Condition.OVERFLOW | INEXACT_ROUNDED
    return infinity(0)
  }
  const { INEXACT, ROUNDED, SUBNORMAL, UNDERFLOW, CLAMPED } = Condition
  at.status |= INEXACT | ROUNDED | SUBNORMAL | UNDERFLOW | CLAMPED
  return finite(0, 0, etiny(at))
}

export function exponential(a: PyDecimal, at: Limits): PyDecimal {
  const nan = nanOf(a, at)
  if (nan !== undefined) return nan
  if (a.kind !== FINITE) return a.sign === 1 ? finite(0, 0, 0) : infinity(0)
  if (a.coeff === 0) return finite(0, 1, 0)
  const whole = add(a.exp, a.digits)
  if (whole > 19) return beyond(at, a.sign === 1)
  const nothing = finite(0, 9, subtract(-4, at.prec))
  if (compareMagnitude(a, nothing) <= 0) {
    const even = workingLimits(at, at.prec, Rounding.HALF_EVEN)
    const made = finalize(finite(0, moveLeft(1, subtract(at.prec, 1)), subtract(1, at.prec)), even)
    at.status |= even.status | INEXACT_ROUNDED
    return made
  }
  // libmpdec counts the terms of its series in doubles.
  if (at.prec > 2 ** 52) return invalid(at)
  return roundCorrectly(at, (digits) => exponentialTo(a, Math.max(Number(whole), 0), digits))
}

/** e^a = e^r · 10^k with r = a - k·ln(10) between 0 and ln(10). */
function exponentialTo(a: PyDecimal, wholeDigits: number, digits: number): Approximation {
  const bits = Math.ceil((digits + wholeDigits) * BITS_A_DIGIT) + 96
  const x = fixedPoint(a, bits)
  const ten = lnTen(bits)
  const rest = x % ten
  const power = x / ten - (rest < 0n ? 1n : 0n)
  const root = expFixed(rest < 0n ? rest + ten : rest, bits)
  const scale = digits
  return { sign: 0, coeff: (root * tenTo(scale)) >> BigInt(bits), exp: subtract(integer(power), scale) }
}

const integer = (value: bigint): Integer => (BigInt.asIntN(53, value) === value ? Number(value) : value)

/** a · 2^bits as an int. */
function fixedPoint(a: PyDecimal, bits: number): bigint {
  const coeff = BigInt(a.sign === 1 ? subtract(0, a.coeff) : a.coeff)
  if (a.exp >= 0) return (coeff * tenTo(a.exp)) << BigInt(bits)
  return (coeff << BigInt(bits)) / tenTo(subtract(0, a.exp))
}

export function naturalLogarithm(a: PyDecimal, at: Limits): PyDecimal {
  const special = logarithmOfSpecial(a, at)
  if (special !== undefined) return special
  if (compareMagnitude(a, one) === 0) return finite(0, 0, 0)
  return overflowOf(a, 2, at) ?? roundCorrectly(at, (digits) => logarithmTo(a, digits, false))
}

export function commonLogarithm(a: PyDecimal, at: Limits): PyDecimal {
  const special = logarithmOfSpecial(a, at)
  if (special !== undefined) return special
  if (a.digits === 1 + trailingZeros(a.coeff) && String(a.coeff).startsWith('1')) {
    const even = workingLimits(at, at.prec, Rounding.HALF_EVEN)
    const made = finalize(ofInteger(adjusted(a)), even)
    at.status |= even.status
    return made
  }
  return overflowOf(a, 1, at) ?? roundCorrectly(at, (digits) => logarithmTo(a, digits, true))
}

function logarithmOfSpecial(a: PyDecimal, at: Limits): PyDecimal | undefined {
  const nan = nanOf(a, at)
  if (nan !== undefined) return nan
  if (a.kind === FINITE && a.coeff === 0) return infinity(1)
  if (a.sign === 1) return invalid(at)
  return a.kind === FINITE ? undefined : infinity(0)
}

/** With a tiny Emax even a logarithm overflows, whatever the rounding says. */
function overflowOf(a: PyDecimal, factor: number, at: Limits): PyDecimal | undefined {
  const first = adjusted(a)
  const least = BigInt(factor) * (first < 0 ? -BigInt(first) - 1n : BigInt(first))
  if (String(least).length - 1 <= at.emax) return undefined
  at.status |= Condition.OVERFLOW | INEXACT_ROUNDED
  return infinity(first < 0 ? 1 : 0)
}

/** a = v · 10^t with 0.5 < v ≤ 5, so that the two parts of the logarithm never cancel. */
function logarithmTo(a: PyDecimal, digits: number, common: boolean): Approximation {
  const lead = Number(String(a.coeff).slice(0, 3).padEnd(3, '0'))
  const high = lead > 500
  const v = finite(0, a.coeff, high ? -a.digits : 1 - a.digits)
  const t = subtract(a.exp, v.exp)
  // Near 1 the logarithm is about v - 1: so many more places are needed.
  const small = t === 0 ? adjusted(minusOne(v, widest())) : 0
  const places = digits + 2 - (small < 0 ? Number(small) : 0)
  if (places > MOST_DIGITS) raise(MemoryError)
  const bits = Math.ceil(places * BITS_A_DIGIT) + 96
  const part = lnFixed(fixedPoint(v, bits), bits)
  const ten = lnTen(bits)
  const sum = common ? (BigInt(t) << BigInt(bits)) + (part << BigInt(bits)) / ten : BigInt(t) * ten + part
  const sign = sum < 0n ? 1 : 0
  return { sign, coeff: ((sign === 1 ? -sum : sum) * tenTo(places)) >> BigInt(bits), exp: -places }
}

/** How many digits an exponent has. */
export function exponentDigits(exp: Integer): number {
  return countDigits(exp < 0 ? subtract(0, exp) : exp)
}
