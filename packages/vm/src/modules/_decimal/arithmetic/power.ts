// Powers. Those with an integral exponent multiply at a few digits more than the precision, others are exp(b · ln a):
// both as libmpdec does, since the last digit of a power is not specified.
import { add, modularPower, multiply as product, negate, normalize, subtract, type Integer } from '@pellucid/primitives'
import { minusOne } from './add.ts'
import { compareMagnitude, order } from './compare.ts'
import { isOdd, MOST_DIGITS, moveLeft, tenTo, trailingZeros } from './digits.ts'
import { divide } from './divide.ts'
import { exponentDigits, exponential, naturalLogarithm } from './elementary.ts'
import { finalize, invalid, nanOfThree, nanOfTwo } from './finalize.ts'
import {
  adjusted, Condition, ERRORS, etiny, EXP_INF, INEXACT_ROUNDED, Rounding, widest, workingLimits, type Limits,
} from './limits.ts'
import { multiply } from './multiply.ts'
import { FINITE, finite, INFINITE, infinity, isZero, type PyDecimal, quietNan, withSign } from './number.ts'

const one = finite(0, 1, 0)
/** Digits of the largest exponent: extra digits that exp(b · ln a) needs. */
const EXPONENT_DIGITS = 19

function isIntegral(x: PyDecimal): boolean {
  return x.kind === FINITE && (x.exp >= 0 || x.coeff === 0 || add(x.exp, trailingZeros(x.coeff)) >= 0)
}

/** The absolute value of an integral Decimal whose int fits in memory. */
function integerOf(x: PyDecimal): bigint {
  if (x.exp >= 0) return BigInt(moveLeft(x.coeff, x.exp))
  return BigInt(x.coeff) / tenTo(subtract(0, x.exp))
}

function isOddInteger(x: PyDecimal): boolean {
  if (!isIntegral(x) || x.exp > 0) return false
  return x.exp === 0 ? isOdd(x.coeff) : isOdd(integerOf(x))
}

export function power(base: PyDecimal, exponent: PyDecimal, at: Limits): PyDecimal {
  const nan = nanOfTwo(base, exponent, at)
  if (nan !== undefined) return nan
  const integral = isIntegral(exponent)
  const sign = base.sign === 1 && integral && isOddInteger(exponent) ? 1 : 0
  const special = powerOfSpecial(base, exponent, sign, integral, at)
  if (special !== undefined) return special
  if (compareMagnitude(base, one) === 0) return powerOfOne(base, exponent, sign, integral, at)
  const certain = certainBounds(base, exponent, sign, at)
  if (certain !== undefined) return certain
  return integral ? integralPower(base, exponent, sign, at) : realPower(base, exponent, at)
}

/** Zeros, infinities, and roots of negative numbers. */
function powerOfSpecial(
  base: PyDecimal,
  exponent: PyDecimal,
  sign: number,
  integral: boolean,
  at: Limits,
): PyDecimal | undefined {
  if (isZero(base)) {
    if (isZero(exponent)) return invalid(at)
    return exponent.sign === 1 ? infinity(sign) : finite(sign, 0, 0)
  }
  if (base.sign === 1 && !integral) return invalid(at)
  if (exponent.kind === INFINITE) {
    const above = order(base, one)
    if (above === 0) return paddedOne(sign, subtract(at.prec, 1), at, INEXACT_ROUNDED)
    return above > 0 === (exponent.sign === 0) ? infinity(sign) : finite(sign, 0, 0)
  }
  if (base.kind === INFINITE) {
    if (isZero(exponent)) return finite(sign, 1, 0)
    return exponent.sign === 1 ? finite(sign, 0, 0) : infinity(sign)
  }
  return isZero(exponent) ? finite(sign, 1, 0) : undefined
}

/** 1.000…, with so many places. */
function paddedOne(sign: number, places: Integer, at: Limits, status: number): PyDecimal {
  at.status |= status
  return finite(sign, moveLeft(1, places), subtract(0, places))
}

function powerOfOne(base: PyDecimal, exponent: PyDecimal, sign: number, integral: boolean, at: Limits): PyDecimal {
  const full = subtract(at.prec, 1)
  if (!integral) return paddedOne(sign, full, at, INEXACT_ROUNDED)
  if (exponent.sign === 1) return finite(sign, 1, 0)
  // 1.0 ** 3 is 1.000.
  if (base.exp === 0) return finite(sign, 1, 0)
  const places = exponent.exp > 19 ? EXP_INF : product(normalize(integerOf(exponent)), negate(base.exp))
  if (places > full) return paddedOne(sign, full, at, Condition.ROUNDED)
  return paddedOne(sign, places, at, 0)
}

/** A lower bound of log10 |log10 x|. */
function logarithmSize(x: PyDecimal): Integer {
  const first = adjusted(x)
  if (first > 0) return exponentDigits(first) - 1
  if (first < -1) return exponentDigits(add(first, 1)) - 1
  const distance = adjusted(minusOne(withSign(x, 0), widest()))
  return subtract(distance, first === 0 ? 2 : 1)
}

/** Overflow and underflow that are certain before anything is computed. */
function certainBounds(base: PyDecimal, exponent: PyDecimal, sign: number, at: Limits): PyDecimal | undefined {
  const size = add(logarithmSize(base), adjusted(exponent))
  const grows = adjusted(base) < 0 === (exponent.sign === 1)
  if (grows) return exponentDigits(at.emax) < size ? finalize(finite(sign, 1, EXP_INF), at) : undefined
  return exponentDigits(etiny(at)) < size ? finalize(finite(sign, 1, subtract(etiny(at), 1)), at) : undefined
}

function integralPower(base: PyDecimal, exponent: PyDecimal, sign: number, at: Limits): PyDecimal {
  const extra = add(exponent.digits, add(exponent.exp, 2))
  const near = workingLimits(at, add(at.prec, extra), Rounding.HALF_EVEN)
  near.clamp = false
  let factor = base
  if (exponent.sign === 1) {
    near.prec = add(near.prec, 1)
    factor = divide(one, base, near)
    at.status |= near.status
    if ((near.status & ERRORS) !== 0) return quietNan()
  }
  const made = repeatedProduct(factor, integerOf(exponent), near)
  at.status |= near.status
  const result = made.kind === INFINITE ? finite(sign, 1, EXP_INF) : withSign(made, sign)
  return finalize(result, at)
}

/** Square and multiply, from the top bit; from the low bit for exponents beyond a machine word. */
function repeatedProduct(base: PyDecimal, exponent: bigint, at: Limits): PyDecimal {
  const ended = (x: PyDecimal): boolean => x.kind !== FINITE || (x.coeff === 0 && (at.status & Condition.CLAMPED) !== 0)
  const bits = exponent.toString(2)
  if (bits.length <= 64) {
    let result = base
    for (let i = 1; i < bits.length; i++) {
      result = multiply(result, result, at)
      if (bits[i] === '1') result = multiply(result, base, at)
      if (ended(result)) break
    }
    return result
  }
  let result = one
  let square = base
  for (let i = bits.length - 1; i >= 0; i--) {
    if (bits[i] === '1') {
      result = multiply(result, square, at)
      if (ended(result)) break
    }
    square = multiply(square, square, at)
  }
  return result
}

function realPower(base: PyDecimal, exponent: PyDecimal, at: Limits): PyDecimal {
  const digits = base.digits > at.prec ? base.digits : at.prec
  const wide = widest(add(digits, 4 + EXPONENT_DIGITS))
  const logarithm = multiply(naturalLogarithm(base, wide), exponent, wide)
  at.status |= (wide.status & ERRORS) | INEXACT_ROUNDED
  wide.status = 0
  let made = exponential(logarithm, wide)
  at.status |= wide.status
  if (made.kind === FINITE && order(made, one) === 0) made = paddedOne(0, subtract(at.prec, 1), at, 0)
  if (made.kind === INFINITE) made = finite(0, 1, EXP_INF)
  return finalize(made, at)
}

/** `pow(base, exponent, modulus)`, exact. */
export function powerModulo(base: PyDecimal, exponent: PyDecimal, modulus: PyDecimal, at: Limits): PyDecimal {
  const nan = nanOfThree(base, exponent, modulus, at)
  if (nan !== undefined) return nan
  if (!isIntegral(base) || !isIntegral(exponent) || !isIntegral(modulus)) return invalid(at)
  if (modulus.coeff === 0 || add(modulus.digits, modulus.exp) > at.prec) return invalid(at)
  const sign = base.sign === 1 && isOddInteger(exponent) ? 1 : 0
  if (exponent.coeff === 0) {
    if (base.coeff === 0) return invalid(at)
    return finite(sign, compareMagnitude(modulus, one) === 0 ? 0 : 1, 0)
  }
  if (exponent.sign === 1) return invalid(at)
  if (base.coeff === 0) return finite(sign, 0, 0)
  const by = integerOf(modulus)
  return finite(sign, modularPower(residue(base, by), integerOf(exponent), by), 0)
}

/** |base| modulo `by`, without writing out a large power of ten. */
function residue(base: PyDecimal, by: bigint): bigint {
  if (base.exp <= MOST_DIGITS / 1000) return integerOf(base) % by
  return (BigInt(base.coeff) * BigInt(modularPower(10, base.exp, by))) % by
}
