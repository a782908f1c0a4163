// math: functions of one or two floats.
import {
  acos, acosh, asin, asinh, atan, atan2, atanh, cbrt, copysign, cos, cosh, erf, erfc, exp, exp2, expm1, fma as fusedMultiplyAdd, frexp, gamma as gammaOf,
  ldexp as scale, lgamma as logGamma, log1p, modf, pow as powerOf, remainder, sin, sinh, tan, tanh, ulp,
} from '@pellucid/primitives'
import { newTuple } from '../../data/sequences.ts'
import { asInt, newFloat, newInt, type Value } from '../../data/values.ts'
import { fn, type BuiltinDefinition } from '../../object/define-builtin.ts'
import { OverflowError, TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { faulty } from '../../protocols/fault.ts'
import { floatOf } from '../../protocols/float-number.ts'
import { raise } from '../../protocols/raise.ts'
import { checked, checkedPair, domainError, rangeError } from './errors.ts'

type Real = (x: number) => number

function unary(name: string, doc: string, compute: Real, canOverflow = false): BuiltinDefinition {
  const source = `${name}(x: object, /)` as 'f(x: object, /)'
  return fn(source, doc, (x, py) => {
    const value = floatOf(x, py)
    return newFloat(checked(compute(value), value, canOverflow))
  })
}

const angles = { toDegrees: 180 / Math.PI, toRadians: Math.PI / 180 }

function gamma(x: number): number {
  const result = gammaOf(x)
  if (result !== result && x === x) domainError()
  if (Math.abs(result) === Infinity && Number.isFinite(x)) return x === 0 ? domainError() : rangeError()
  return result
}

function lgamma(x: number): number {
  const result = logGamma(x)
  if (result === Infinity && Number.isFinite(x)) return x <= 0 && x === Math.floor(x) ? domainError() : rangeError()
  return result
}

function pow(x: number, y: number): number {
  const result = powerOf(x, y)
  if (Number.isFinite(result) || !Number.isFinite(x) || !Number.isFinite(y)) return result
  return result !== result || x === 0 ? domainError() : rangeError()
}

function ldexp(x: number, exponent: Value): number {
  const given = asInt(exponent)
  if (given === undefined) return raise(PyTypeError, 'Expected an int as second argument to ldexp.')
  const power = Math.max(-10_000, Math.min(10_000, Number(given)))
  const result = scale(x, power)
  return Number.isFinite(x) && !Number.isFinite(result) ? rangeError() : result
}

function fma(x: number, y: number, z: number): number {
  const result = fusedMultiplyAdd(x, y, z)
  if (Number.isFinite(result)) return result
  if (result !== result) {
    return x === x && y === y && z === z ? raise(ValueError, 'invalid operation in fma') : result
  }
  if (Number.isFinite(x) && Number.isFinite(y) && Number.isFinite(z)) raise(OverflowError, 'overflow in fma')
  return result
}

export const realFunctions: readonly BuiltinDefinition[] = [
  unary('acos', 'The angle whose cosine is x.', acos),
  unary('acosh', 'The number whose hyperbolic cosine is x.', acosh),
  unary('asin', 'The angle whose sine is x.', asin),
  unary('asinh', 'The number whose hyperbolic sine is x.', asinh),
  unary('atan', 'The angle whose tangent is x.', atan),
  fn('atan2(y: float, x: float, /)', 'The angle of the point (x, y).', (y, x) => newFloat(atan2(y, x))),
  unary('atanh', 'The number whose hyperbolic tangent is x.', atanh),
  unary('cbrt', 'The cube root of x.', cbrt),
  fn('copysign(x: float, y: float, /)', 'The size of x with the sign of y.', (x, y) => newFloat(copysign(x, y))),
  unary('cos', 'The cosine of x.', cos),
  unary('cosh', 'The hyperbolic cosine of x.', cosh, true),
  fn('degrees(x: float, /)', 'An angle in radians as degrees.', (x) => newFloat(x * angles.toDegrees)),
  unary('erf', 'The error function at x.', erf),
  unary('erfc', 'One less the error function at x.', erfc),
  unary('exp', 'e to the power of x.', exp, true),
  unary('exp2', '2 to the power of x.', exp2, true),
  unary('expm1', 'exp(x) - 1, exact near zero.', expm1, true),
  unary('fabs', 'The size of x as a float.', Math.abs),
  fn('fma(x: float, y: float, z: float, /)', 'x * y + z with one rounding.', (x, y, z) => newFloat(fma(x, y, z))),
  fn('fmod(x: float, y: float, /)', "C's remainder of x / y, with the sign of x.", (x, y) => newFloat(checkedPair(x % y, x, y))),
  fn('frexp(x: float, /)', 'Mantissa and exponent: x == m * 2**e.', (x) => {
    const [mantissa, exponent] = frexp(x)
    return newTuple([newFloat(mantissa), newInt(exponent)])
  }),
  unary('gamma', 'The Gamma function at x.', gamma),
  fn('isfinite(x: float, /)', 'Is x neither infinite nor nan?', (x) => Number.isFinite(x)),
  fn('isinf(x: float, /)', 'Is x infinite?', (x) => Math.abs(x) === Infinity),
  fn('isnan(x: float, /)', 'Is x nan?', (x) => x !== x),
  fn('ldexp(x: float, i: object, /)', 'x * 2**i.', (x, i) => newFloat(ldexp(x, i))),
  unary('lgamma', 'The logarithm of the size of the Gamma function at x.', lgamma),
  unary('log1p', 'log(1 + x), exact near zero.', log1p),
  fn('modf(x: float, /)', 'Fraction and whole part of x, both floats.', (x) => {
    const [fraction, whole] = modf(x)
    return newTuple([newFloat(fraction), newFloat(whole)])
  }),
  fn('pow(x: float, y: float, /)', 'x to the power of y.', (x, y) => newFloat(pow(x, y))),
  fn('radians(x: float, /)', 'An angle in degrees as radians.', (x) => newFloat(x * angles.toRadians)),
  fn('remainder(x: float, y: float, /)', 'x less the multiple of y nearest to it.', (x, y) =>
    newFloat(checkedPair(faulty(() => remainder(x, y)), x, y)),
  ),
  unary('sin', 'The sine of x.', sin),
  unary('sinh', 'The hyperbolic sine of x.', sinh, true),
  unary('sqrt', 'The square root of x.', Math.sqrt),
  unary('tan', 'The tangent of x.', tan),
  unary('tanh', 'The hyperbolic tangent of x.', tanh),
  fn('ulp(x: float, /)', 'The value of the last bit of x.', (x) => newFloat(ulp(x))),
]
