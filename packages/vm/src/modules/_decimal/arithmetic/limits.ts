// What arithmetic knows of a context: precision, bounds of exponents, rounding; and the conditions it met.
import { add, subtract, type Integer } from '@pellucid/primitives'
import type { PyDecimal } from './number.ts'

/** Conditions (General Decimal Arithmetic Specification, Exceptional conditions), in the order in which they print. */
export const Condition = {
  CLAMPED: 0x1,
  CONVERSION_SYNTAX: 0x2,
  DIVISION_BY_ZERO: 0x4,
  DIVISION_IMPOSSIBLE: 0x8,
  DIVISION_UNDEFINED: 0x10,
  INEXACT: 0x40,
  INVALID_CONTEXT: 0x80,
  INVALID_OPERATION: 0x100,
  FLOAT_OPERATION: 0x400,
  OVERFLOW: 0x800,
  ROUNDED: 0x1000,
  SUBNORMAL: 0x2000,
  UNDERFLOW: 0x4000,
} as const

/** The conditions that signal InvalidOperation. */
export const INVALID =
  Condition.CONVERSION_SYNTAX |
  Condition.DIVISION_IMPOSSIBLE |
  Condition.DIVISION_UNDEFINED |
  Condition.INVALID_CONTEXT |
  Condition.INVALID_OPERATION
export const ERRORS = INVALID | Condition.DIVISION_BY_ZERO
export const INEXACT_ROUNDED = Condition.INEXACT | Condition.ROUNDED

/** Rounding modes, by the place of their names. */
export const Rounding = {
  UP: 0, DOWN: 1, CEILING: 2, FLOOR: 3, HALF_UP: 4, HALF_DOWN: 5, HALF_EVEN: 6, ZERO_FIVE_UP: 7,
} as const
export type Rounding = (typeof Rounding)[keyof typeof Rounding]
export const roundingNames = [
  'ROUND_UP', 'ROUND_DOWN', 'ROUND_CEILING', 'ROUND_FLOOR', 'ROUND_HALF_UP', 'ROUND_HALF_DOWN', 'ROUND_HALF_EVEN',
  'ROUND_05UP',
] as const

export const MAX_PREC = 999_999_999_999_999_999n
export const MAX_EMAX = 999_999_999_999_999_999n
export const MIN_EMIN = -999_999_999_999_999_999n
export const MIN_ETINY = -1_999_999_999_999_999_997n
/** Exponents that stand for "certainly too large" and "certainly too small". */
export const EXP_INF = 2_000_000_000_000_000_001n
export const EXP_CLAMP = -4_000_000_000_000_000_001n

/** Every operation takes one as `at`, and adds to `status` what it met. */
export interface Limits {
  prec: Integer
  emax: Integer
  emin: Integer
  rounding: Rounding
  clamp: boolean
  /** Conditions of the operation that runs. */
  status: number
}

/** Limits of an intermediate step, whose conditions are its own. */
export function workingLimits(at: Limits, prec: Integer, rounding: Rounding): Limits {
  return { prec, emax: at.emax, emin: at.emin, rounding, clamp: at.clamp, status: 0 }
}

/** The widest limits, in which results are exact as long as there is memory. */
export function widest(prec: Integer = MAX_PREC): Limits {
  return { prec, emax: MAX_EMAX, emin: MIN_EMIN, rounding: Rounding.HALF_EVEN, clamp: false, status: 0 }
}

/** The least exponent that a result can have. */
export function etiny(at: Limits): Integer {
  return subtract(at.emin, subtract(at.prec, 1))
}
/** The largest exponent of a coefficient that fills the precision. */
export function etop(at: Limits): Integer {
  return subtract(at.emax, subtract(at.prec, 1))
}
/** The exponent of the first digit. */
export function adjusted(x: PyDecimal): Integer {
  const { exp } = x
  // Sums of a safe integer and a count of digits are exact as long as they are safe.
  if (typeof exp === 'number') {
    const sum = exp + (x.digits - 1)
    if (sum < 9007199254740991) return sum
  }
  return add(exp, x.digits - 1)
}
