// Division: the quotient, the integral quotient, the remainders.
import { add, subtract, type Integer, normalize } from '@pellucid/primitives'
import { MemoryError } from '../../../protocols/exceptions.ts'
import { raise } from '../../../protocols/raise.ts'
import { addFinite } from './add.ts'
import { compareMagnitude } from './compare.ts'
import { countDigits, countNear, dropDigits, isOdd, lastDigit, MOST_DIGITS, moveLeft, tenTo, trailingZeros } from './digits.ts'
import { finalize, invalid, nanOfTwo } from './finalize.ts'
import { adjusted, Condition, ERRORS, etiny, widest, workingLimits, type Limits } from './limits.ts'
import { copyOf, FINITE, finite, INFINITE, infinity, PyDecimal, quietNan } from './number.ts'

export function divide(a: PyDecimal, b: PyDecimal, at: Limits): PyDecimal {
  const sign = a.sign ^ b.sign
  if (a.kind !== FINITE || b.kind !== FINITE) {
    const nan = nanOfTwo(a, b, at)
    if (nan !== undefined) return nan
    if (a.kind === INFINITE) return b.kind === INFINITE ? invalid(at) : infinity(sign)
    at.status |= Condition.CLAMPED
    return finite(sign, 0, etiny(at))
  }
  if (b.coeff === 0) {
    if (a.coeff === 0) return invalid(at, Condition.DIVISION_UNDEFINED)
    at.status |= Condition.DIVISION_BY_ZERO
    return infinity(sign)
  }
  if (a.coeff === 0) return finalize(finite(sign, 0, subtract(a.exp, b.exp)), at)
  const shift = add(b.digits - a.digits + 1, at.prec)
  return shift > MOST_DIGITS ? divideExactly(a, b, at) : quotient(a, b, Number(shift), at)
}

/** At a precision that no memory holds, only a quotient that ends can be had: its digits have a bound. */
function divideExactly(a: PyDecimal, b: PyDecimal, at: Limits): PyDecimal {
  const narrow = workingLimits(at, a.digits + 4 * b.digits, at.rounding)
  const made = quotient(a, b, 5 * b.digits + 1, narrow)
  return narrow.status === 0 ? finalize(made, at) : raise(MemoryError)
}

/** One digit more than the precision, the last of which is sticky; an exact quotient gets its ideal exponent. */
function quotient(a: PyDecimal, b: PyDecimal, shift: number, at: Limits): PyDecimal {
  const ideal = subtract(a.exp, b.exp)
  const top = shift > 0 ? moveLeft(a.coeff, shift) : a.coeff
  const bottom = shift < 0 ? moveLeft(b.coeff, -shift) : b.coeff
  let coeff: Integer
  let exact: boolean
  if (typeof top === 'number' && typeof bottom === 'number') {
    const rest = top % bottom
    coeff = (top - rest) / bottom
    exact = rest === 0
  } else {
    const [n, d] = [BigInt(top), BigInt(bottom)]
    const whole = n / d
    coeff = normalize(whole)
    exact = whole * d === n
  }
  const most = a.digits - b.digits + shift + 1
  const made = new PyDecimal(a.sign ^ b.sign, FINITE, coeff, countNear(coeff, most), subtract(ideal, shift))
  if (!exact) {
    const last = lastDigit(coeff)
    if (last === 0 || last === 5) made.coeff = add(coeff, 1)
  } else if (shift > 0) {
    const zeros = Math.min(shift, trailingZeros(coeff))
    dropDigits(made, zeros)
    made.exp = add(made.exp, zeros)
  }
  return finalize(made, at)
}

/** Quotient and remainder of finite numbers, b not zero. Both nan: no quotient of at most `prec` digits. */
function integralParts(a: PyDecimal, b: PyDecimal, at: Limits): [quotient: PyDecimal, remainder: PyDecimal] {
  const sign = a.sign ^ b.sign
  const ideal = a.exp > b.exp ? b.exp : a.exp
  if (a.coeff === 0) return [finite(sign, 0, 0), finite(a.sign, 0, ideal)]
  const distance = subtract(adjusted(a), adjusted(b))
  const shift = subtract(a.exp, b.exp)
  if (distance < 0) {
    return [finite(sign, 0, 0), finite(a.sign, shift > 0 ? moveLeft(a.coeff, shift) : a.coeff, ideal)]
  }
  if (distance > at.prec) return impossible(at)
  const top = shift > 0 ? moveLeft(a.coeff, shift) : a.coeff
  const bottom = shift < 0 ? moveLeft(b.coeff, subtract(0, shift)) : b.coeff
  const [whole, rest] = wholeAndRest(top, bottom)
  if (countDigits(whole) > at.prec) return impossible(at)
  return [finite(sign, whole, 0), finite(a.sign, rest, ideal)]
}

function wholeAndRest(top: Integer, bottom: Integer): [Integer, Integer] {
  if (typeof top === 'number' && typeof bottom === 'number') {
    const rest = top % bottom
    return [(top - rest) / bottom, rest]
  }
  const [n, d] = [BigInt(top), BigInt(bottom)]
  const whole = n / d
  return [normalize(whole), normalize(n - whole * d)]
}

function impossible(at: Limits): [PyDecimal, PyDecimal] {
  at.status |= Condition.DIVISION_IMPOSSIBLE
  return [quietNan(), quietNan()]
}

/** `divmod(a, b)` */
export function divmod(a: PyDecimal, b: PyDecimal, at: Limits): [quotient: PyDecimal, remainder: PyDecimal] {
  const sign = a.sign ^ b.sign
  if (a.kind !== FINITE || b.kind !== FINITE) {
    const nan = nanOfTwo(a, b, at)
    if (nan !== undefined) return [nan, copyOf(nan)]
    if (a.kind === INFINITE) return [b.kind === INFINITE ? quietNan() : infinity(sign), invalid(at)]
    return [finite(sign, 0, 0), finalize(copyOf(a), at)]
  }
  if (b.coeff === 0) {
    if (a.coeff === 0) return [quietNan(), invalid(at, Condition.DIVISION_UNDEFINED)]
    return [infinity(sign), invalid(at, Condition.DIVISION_BY_ZERO | Condition.INVALID_OPERATION)]
  }
  const [whole, rest] = integralParts(a, b, at)
  return [finalize(whole, at), finalize(rest, at)]
}

/** `a // b` */
export function divideInteger(a: PyDecimal, b: PyDecimal, at: Limits): PyDecimal {
  const sign = a.sign ^ b.sign
  if (a.kind !== FINITE || b.kind !== FINITE) {
    const nan = nanOfTwo(a, b, at)
    if (nan !== undefined) return nan
    if (a.kind === INFINITE) return b.kind === INFINITE ? invalid(at) : infinity(sign)
    return finite(sign, 0, 0)
  }
  if (b.coeff === 0) {
    if (a.coeff === 0) return invalid(at, Condition.DIVISION_UNDEFINED)
    at.status |= Condition.DIVISION_BY_ZERO
    return infinity(sign)
  }
  return finalize(integralParts(a, b, at)[0], at)
}

/** What both remainders say to operands that are not finite, or to a divisor of zero. */
function remainderOfSpecial(a: PyDecimal, b: PyDecimal, at: Limits): PyDecimal | undefined {
  if (a.kind !== FINITE || b.kind !== FINITE) {
    return nanOfTwo(a, b, at) ?? (a.kind === INFINITE ? invalid(at) : finalize(copyOf(a), at))
  }
  if (b.coeff !== 0) return undefined
  return invalid(at, a.coeff === 0 ? Condition.DIVISION_UNDEFINED : Condition.INVALID_OPERATION)
}

/** `a % b`: the sign is that of a. */
export function remainder(a: PyDecimal, b: PyDecimal, at: Limits): PyDecimal {
  return remainderOfSpecial(a, b, at) ?? finalize(integralParts(a, b, at)[1], at)
}

/** a - b · n, where n is the integer nearest to a / b, the even one of two. */
export function remainderNear(a: PyDecimal, b: PyDecimal, at: Limits): PyDecimal {
  const special = remainderOfSpecial(a, b, at)
  if (special !== undefined) return special
  const [whole, rest] = integralParts(a, b, at)
  if (rest.kind !== FINITE || rest.coeff === 0) return finalize(rest, at)
  const distance = subtract(adjusted(b), adjusted(rest))
  if (distance < -1 || distance > 1) return finalize(rest, at)
  const wide = widest()
  const other = addFinite(rest, b, a.sign === b.sign ? 1 - b.sign : b.sign, wide)
  if ((wide.status & ERRORS) !== 0) return invalid(at, wide.status & ERRORS)
  const order = compareMagnitude(other, rest)
  if (order > 0 || (order === 0 && !isOdd(whole.coeff))) return finalize(rest, at)
  // One more would be a quotient of too many digits.
  const full = whole.digits === at.prec && whole.coeff === normalize(tenTo(whole.digits) - 1n)
  if (full) return finalize(invalid(at, Condition.DIVISION_IMPOSSIBLE), at)
  return finalize(other, at)
}
