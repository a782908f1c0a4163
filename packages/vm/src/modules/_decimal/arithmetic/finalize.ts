// The end of every operation: a result is fitted to its context, in place.
// (General Decimal Arithmetic Specification, "Exceptional conditions" and "Rounding".)
import { add, normalize, subtract } from '@pellucid/primitives'
import { adjusted, Condition, etiny, etop, INEXACT_ROUNDED, Rounding, type Limits } from './limits.ts'
import { countDigits, dropDigits, isOdd, lastDigit, lastDigits, moveLeft, Rest, smallPower, tenTo } from './digits.ts'
import { FINITE, INFINITE, NAN, PyDecimal, quietNan, SNAN } from './number.ts'

/** Does the last digit that stays go up? */
export function roundsUp(x: PyDecimal, rest: Rest, rounding: Rounding): boolean {
  if (rest === Rest.NONE) return false
  switch (rounding) {
    case Rounding.HALF_EVEN:
      return rest === Rest.ABOVE || (rest === Rest.HALF && isOdd(x.coeff))
    case Rounding.HALF_UP:
      return rest >= Rest.HALF
    case Rounding.HALF_DOWN:
      return rest === Rest.ABOVE
    case Rounding.UP:
      return true
    case Rounding.CEILING:
      return x.sign === 0
    case Rounding.FLOOR:
      return x.sign === 1
    case Rounding.ZERO_FIVE_UP:
      return lastDigit(x.coeff) % 5 === 0
    default:
      return false
  }
}

/** Round up if need be; the result may have one digit more. */
export function applyRounding(x: PyDecimal, rest: Rest, rounding: Rounding): void {
  if (roundsUp(x, rest, rounding)) increment(x)
}

function increment(x: PyDecimal): void {
  x.coeff = add(x.coeff, 1)
  const { digits, coeff } = x
  if (digits <= 15 ? coeff === smallPower(digits) : coeff === normalize(tenTo(digits))) x.digits++
}

/** Fit a result to its context. */
export function finalize(x: PyDecimal, at: Limits): PyDecimal {
  if (x.kind !== FINITE) {
    if (x.kind >= NAN) fitPayload(x, at)
    return x
  }
  fitExponent(x, at)
  if (x.kind === FINITE && x.digits > at.prec) fitDigits(x, at)
  return x
}

function fitDigits(x: PyDecimal, at: Limits): void {
  const cut = x.digits - (at.prec as number)
  const rest = dropDigits(x, cut)
  x.exp = add(x.exp, cut)
  if (roundsUp(x, rest, at.rounding)) {
    increment(x)
    if (x.digits > at.prec) {
      dropDigits(x, 1)
      x.exp = add(x.exp, 1)
      fitExponent(x, at)
    }
  }
  at.status |= rest === Rest.NONE ? Condition.ROUNDED : INEXACT_ROUNDED
}

function fitExponent(x: PyDecimal, at: Limits): void {
  const first = adjusted(x)
  if (first > at.emax) overflow(x, at)
  else if (at.clamp && x.exp > etop(at)) foldDown(x, at, first < at.emin)
  else if (first < at.emin) underflow(x, at)
}

function overflow(x: PyDecimal, at: Limits): void {
  if (x.coeff === 0) {
    x.exp = at.clamp ? etop(at) : at.emax
    at.status |= Condition.CLAMPED
    return
  }
  const { rounding } = at
  const largest =
    rounding === Rounding.DOWN ||
    rounding === Rounding.ZERO_FIVE_UP ||
    (rounding === Rounding.CEILING && x.sign === 1) ||
    (rounding === Rounding.FLOOR && x.sign === 0)
  if (largest) {
    becomeLargest(x, at)
  } else {
    x.kind = INFINITE
    x.coeff = x.digits = x.exp = 0
  }
  at.status |= Condition.OVERFLOW | INEXACT_ROUNDED
}

/** The largest finite number of a context, with the sign that x has. */
export function becomeLargest(x: PyDecimal, at: Limits): void {
  x.kind = FINITE
  x.coeff = normalize(tenTo(at.prec) - 1n)
  x.digits = Number(at.prec)
  x.exp = etop(at)
}

/** With clamp set, a large exponent becomes zeros at the end of the coefficient. */
function foldDown(x: PyDecimal, at: Limits, subnormal: boolean): void {
  const top = etop(at)
  const shift = subtract(x.exp, top)
  if (x.coeff !== 0) {
    x.coeff = moveLeft(x.coeff, shift)
    x.digits += Number(shift)
    if (subnormal) at.status |= Condition.SUBNORMAL
  }
  x.exp = top
  at.status |= Condition.CLAMPED
}

function underflow(x: PyDecimal, at: Limits): void {
  const least = etiny(at)
  if (x.coeff === 0) {
    if (x.exp < least) {
      x.exp = least
      at.status |= Condition.CLAMPED
    }
    return
  }
  at.status |= Condition.SUBNORMAL
  if (x.exp >= least) return
  const rest = dropDigits(x, subtract(least, x.exp))
  x.exp = least
  applyRounding(x, rest, at.rounding)
  at.status |= Condition.ROUNDED
  if (rest === Rest.NONE) return
  at.status |= Condition.INEXACT | Condition.UNDERFLOW
  if (x.coeff === 0) at.status |= Condition.CLAMPED
}

/** A payload keeps the last digits that fit. */
function fitPayload(x: PyDecimal, at: Limits): void {
  const room = at.clamp ? subtract(at.prec, 1) : at.prec
  if (x.digits > room) {
    x.coeff = lastDigits(x.coeff, room)
    x.digits = x.coeff === 0 ? 0 : countDigits(x.coeff)
  }
}

/** A result that only a nan can be. */
export function invalid(at: Limits, condition: number = Condition.INVALID_OPERATION): PyDecimal {
  at.status |= condition
  return quietNan()
}

function quieted(x: PyDecimal, at: Limits): PyDecimal {
  const made = new PyDecimal(x.sign, NAN, x.coeff, x.digits, 0)
  fitPayload(made, at)
  return made
}

/** The nan that comes of a nan operand; undefined when there is none. */
export function nanOf(a: PyDecimal, at: Limits): PyDecimal | undefined {
  if (a.kind < NAN) return undefined
  if (a.kind === SNAN) at.status |= Condition.INVALID_OPERATION
  return quieted(a, at)
}

/** The same for two operands: signalling ones come first, then the left one. */
export function nanOfTwo(a: PyDecimal, b: PyDecimal, at: Limits): PyDecimal | undefined {
  if (a.kind < NAN && b.kind < NAN) return undefined
  if (a.kind === SNAN || b.kind === SNAN) at.status |= Condition.INVALID_OPERATION
  const chosen = a.kind === SNAN ? a : b.kind === SNAN ? b : a.kind === NAN ? a : b
  return quieted(chosen, at)
}

export function nanOfThree(a: PyDecimal, b: PyDecimal, c: PyDecimal, at: Limits): PyDecimal | undefined {
  const all = [a, b, c]
  const signalling = all.find((x) => x.kind === SNAN)
  if (signalling !== undefined) at.status |= Condition.INVALID_OPERATION
  const chosen = signalling ?? all.find((x) => x.kind === NAN)
  return chosen === undefined ? undefined : quieted(chosen, at)
}
