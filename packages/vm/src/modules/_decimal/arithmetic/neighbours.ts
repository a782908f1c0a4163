// The nearest numbers of a context: next_minus, next_plus, next_toward; and what class a number is of.
import { subtract } from '@pellucid/primitives'
import { add, subtract as minus } from './add.ts'
import { order } from './compare.ts'
import { becomeLargest, finalize, nanOf, nanOfTwo } from './finalize.ts'
import {
  adjusted, Condition, ERRORS, etiny, INEXACT_ROUNDED, Rounding, workingLimits, type Limits,
} from './limits.ts'
import { copyOf, FINITE, finite, infinity, isNan, NAN, type PyDecimal, withSign } from './number.ts'

export function nextMinus(a: PyDecimal, at: Limits): PyDecimal {
  return neighbour(a, 1, at)
}
export function nextPlus(a: PyDecimal, at: Limits): PyDecimal {
  return neighbour(a, 0, at)
}

/** The next number up, or down when `sign` is 1. */
function neighbour(a: PyDecimal, sign: number, at: Limits): PyDecimal {
  if (a.kind !== FINITE) {
    const nan = nanOf(a, at)
    if (nan !== undefined) return nan
    const made = infinity(a.sign)
    if (a.sign !== sign) becomeLargest(made, at)
    return made
  }
  const near = workingLimits(at, at.prec, sign === 1 ? Rounding.FLOOR : Rounding.CEILING)
  const fitted = finalize(copyOf(a), near)
  if ((near.status & (Condition.INEXACT | ERRORS)) !== 0) {
    at.status |= near.status & ERRORS
    return fitted
  }
  near.status = 0
  const step = finite(0, 1, subtract(etiny(at), 1))
  const made = sign === 1 ? minus(a, step, near) : add(a, step, near)
  at.status |= near.status & ERRORS
  return made
}

export function nextToward(a: PyDecimal, b: PyDecimal, at: Limits): PyDecimal {
  const nan = nanOfTwo(a, b, at)
  if (nan !== undefined) return nan
  const direction = order(a, b)
  if (direction === 0) return withSign(a, b.sign)
  const made = neighbour(a, direction < 0 ? 0 : 1, at)
  if (made.kind !== FINITE) {
    at.status |= Condition.OVERFLOW | INEXACT_ROUNDED
  } else if (adjusted(made) < at.emin) {
    at.status |= Condition.UNDERFLOW | Condition.SUBNORMAL | INEXACT_ROUNDED
    if (made.coeff === 0) at.status |= Condition.CLAMPED
  }
  return made
}

export function isNormal(a: PyDecimal, at: Limits): boolean {
  return a.kind === FINITE && a.coeff !== 0 && adjusted(a) >= at.emin
}
export function isSubnormal(a: PyDecimal, at: Limits): boolean {
  return a.kind === FINITE && a.coeff !== 0 && adjusted(a) < at.emin
}

export function numberClass(a: PyDecimal, at: Limits): string {
  if (isNan(a)) return a.kind === NAN ? 'NaN' : 'sNaN'
  const sign = a.sign === 1 ? '-' : '+'
  if (a.kind !== FINITE) return `${sign}Infinity`
  if (a.coeff === 0) return `${sign}Zero`
  return `${sign}${isNormal(a, at) ? 'Normal' : 'Subnormal'}`
}
