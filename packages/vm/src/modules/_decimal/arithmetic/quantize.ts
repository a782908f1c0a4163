// Choosing an exponent: quantize, rescale, rounding to integers, reduce.
import { add, subtract, type Integer } from '@pellucid/primitives'
import { dropDigits, moveLeft, Rest, trailingZeros } from './digits.ts'
import { applyRounding, finalize, invalid, nanOf, nanOfTwo } from './finalize.ts'
import { adjusted, Condition, etiny, etop, INEXACT_ROUNDED, MAX_EMAX, MAX_PREC, MIN_ETINY, type Limits } from './limits.ts'
import type { PyDecimal } from './number.ts';
import { copyOf, FINITE, finite, INFINITE } from './number.ts'

/** a with the exponent of b. */
export function quantize(a: PyDecimal, b: PyDecimal, at: Limits): PyDecimal {
  if (a.kind !== FINITE || b.kind !== FINITE) {
    return nanOfTwo(a, b, at) ?? (a.kind === INFINITE && b.kind === INFINITE ? copyOf(a) : invalid(at))
  }
  return quantizeTo(a, b.exp, at)
}

/** The same for a finite number and an exponent. */
export function quantizeTo(a: PyDecimal, exp: Integer, at: Limits): PyDecimal {
  if (exp > at.emax || exp < etiny(at)) return invalid(at)
  if (a.coeff === 0) return finalize(finite(a.sign, 0, exp), at)
  const shift = subtract(a.exp, exp)
  if (add(shift, a.digits) > at.prec) return invalid(at)
  const made = copyOf(a)
  let status = 0
  if (shift >= 0) {
    made.coeff = moveLeft(a.coeff, shift)
    made.digits = a.digits + Number(shift)
    made.exp = exp
  } else {
    const rest = dropDigits(made, subtract(0, shift))
    made.exp = exp
    applyRounding(made, rest, at.rounding)
    if (made.digits > at.prec) return invalid(at)
    status = rest === Rest.NONE ? Condition.ROUNDED : INEXACT_ROUNDED
  }
  const first = adjusted(made)
  if (first > at.emax || first < etiny(at)) return invalid(at)
  at.status |= status
  return finalize(made, at)
}

/** a with an exponent, whatever precision that needs; for the text of a number. */
export function rescale(a: PyDecimal, exp: Integer, at: Limits, least: Integer = MIN_ETINY): PyDecimal {
  if (exp > MAX_EMAX + 1n || exp < least) return invalid(at)
  if (a.kind !== FINITE) return a
  if (a.coeff === 0) return finite(a.sign, 0, exp)
  const made = copyOf(a)
  const shift = subtract(a.exp, exp)
  if (shift >= 0) {
    if (add(shift, a.digits) > MAX_PREC + 1n) return invalid(at)
    made.coeff = moveLeft(a.coeff, shift)
    made.digits += Number(shift)
    made.exp = exp
    return made
  }
  const rest = dropDigits(made, subtract(0, shift))
  made.exp = exp
  applyRounding(made, rest, at.rounding)
  return made
}

/** a rounded to an integer; the precision does not matter. */
function toIntegral(a: PyDecimal, at: Limits, tells: boolean): PyDecimal {
  const nan = nanOf(a, at)
  if (nan !== undefined) return nan
  if (a.kind !== FINITE || a.exp >= 0) return copyOf(a)
  if (a.coeff === 0) return finite(a.sign, 0, 0)
  const made = copyOf(a)
  const rest = dropDigits(made, subtract(0, a.exp))
  made.exp = 0
  applyRounding(made, rest, at.rounding)
  if (tells) at.status |= rest === Rest.NONE ? Condition.ROUNDED : INEXACT_ROUNDED
  return made
}

export function toIntegralValue(a: PyDecimal, at: Limits): PyDecimal {
  return toIntegral(a, at, false)
}
export function toIntegralExact(a: PyDecimal, at: Limits): PyDecimal {
  return toIntegral(a, at, true)
}

/** Without zeros at the end (`normalize`). */
export function reduce(a: PyDecimal, at: Limits): PyDecimal {
  const nan = nanOf(a, at)
  if (nan !== undefined) return nan
  const made = finalize(copyOf(a), at)
  if (made.kind !== FINITE) return made
  if (made.coeff === 0) return finite(a.sign, 0, 0)
  const room = subtract(at.clamp ? etop(at) : at.emax, made.exp)
  const zeros = trailingZeros(made.coeff)
  const shift = zeros > room ? Number(room) : zeros
  dropDigits(made, shift)
  made.exp = add(made.exp, shift)
  return made
}
