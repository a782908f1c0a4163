// cmath (https://docs.python.org/3.13/library/cmath.html): functions of complex numbers.
import {
  Complex, atan2, complexAcos, complexAcosh, complexAsin, complexAsinh, complexAtan, complexAtanh, complexCos, complexCosh,
  complexDivide, complexExp, complexLog, complexLog10, complexRect, complexSin, complexSinh, complexSqrt, complexTan, complexTanh,
  hypot, logAtZero,
} from '@pellucid/primitives'
import { PyComplex } from '../data/complex.ts'
import { newTuple } from '../data/sequences.ts'
import { newFloat, type Value } from '../data/values.ts'
import { fn, type BuiltinDefinition } from '../object/define-builtin.ts'
import { defineModule } from '../object/define-module.ts'
import { OverflowError, ValueError } from '../protocols/exceptions.ts'
import { faulty } from '../protocols/fault.ts'
import { raise } from '../protocols/raise.ts'
import type { Thread } from '../thread.ts'
import { complexOf } from '../types/complex/construct.ts'
import { namedNumbers } from './math/constants.ts'

const given = (value: Value, py: Thread): Complex => {
  const { real, imag } = complexOf(value, py)
  return new Complex(real, imag)
}
const newComplex = ({ real, imag }: Complex): Value => new PyComplex(real, imag)

function unary(name: string, doc: string, compute: (z: Complex) => Complex): BuiltinDefinition {
  return fn(`${name}(z: object, /)` as 'f(z: object, /)', doc, (z, py) => newComplex(faulty(() => compute(given(z, py)))))
}
function test(name: string, doc: string, holds: (part: number) => boolean, both: boolean): BuiltinDefinition {
  return fn(`${name}(z: object, /)` as 'f(z: object, /)', doc, (z, py) => {
    const { real, imag } = given(z, py)
    return both ? holds(real) && holds(imag) : holds(real) || holds(imag)
  })
}

const isInfinite = (part: number): boolean => Math.abs(part) === Infinity
const size = ({ real, imag }: Complex): number => hypot(real, imag)
const angle = ({ real, imag }: Complex): number => atan2(imag, real)

function log(z: Value, base: Value | undefined, py: Thread): Value {
  const value = given(z, py)
  if (base === undefined) return newComplex(faulty(() => complexLog(value)))
  // The pole at zero is forgotten when the base's logarithm is taken.
  const top = value.real === 0 && value.imag === 0 ? logAtZero(value) : complexLog(value)
  const bottom = faulty(() => complexLog(given(base, py)))
  if (bottom.real === 0 && bottom.imag === 0) raise(ValueError, 'math domain error')
  return newComplex(complexDivide(top, bottom))
}

/** An angle that vanishes is out of range to C. */
function phase(z: Complex): Value {
  const value = angle(z)
  if (value === 0 && z.imag !== 0 && Number.isFinite(z.real)) raise(OverflowError, 'math range error')
  return newFloat(value)
}

function polar(z: Complex): Value {
  const length = size(z)
  if (length === Infinity && Number.isFinite(z.real) && Number.isFinite(z.imag)) raise(OverflowError, 'math range error')
  return newTuple([newFloat(length), newFloat(angle(z))])
}

function isClose(a: Complex, b: Complex, relative: number, absolute: number): boolean {
  if (relative < 0 || absolute < 0) raise(ValueError, 'tolerances must be non-negative')
  if (a.real === b.real && a.imag === b.imag) return true
  if ([a.real, a.imag, b.real, b.imag].some(isInfinite)) return false
  const distance = size(new Complex(a.real - b.real, a.imag - b.imag))
  return distance <= relative * size(b) || distance <= relative * size(a) || distance <= absolute
}

export const cmath = defineModule('cmath', () => ({
  doc: 'Functions of complex numbers.',
  functions: [
    unary('acos', 'The number whose cosine is z.', complexAcos),
    unary('acosh', 'The number whose hyperbolic cosine is z.', complexAcosh),
    unary('asin', 'The number whose sine is z.', complexAsin),
    unary('asinh', 'The number whose hyperbolic sine is z.', complexAsinh),
    unary('atan', 'The number whose tangent is z.', complexAtan),
    unary('atanh', 'The number whose hyperbolic tangent is z.', complexAtanh),
    unary('cos', 'The cosine of z.', complexCos),
    unary('cosh', 'The hyperbolic cosine of z.', complexCosh),
    unary('exp', 'e to the power of z.', complexExp),
    unary('log10', 'The logarithm of z to base 10.', complexLog10),
    unary('sin', 'The sine of z.', complexSin),
    unary('sinh', 'The hyperbolic sine of z.', complexSinh),
    unary('sqrt', 'The square root of z.', complexSqrt),
    unary('tan', 'The tangent of z.', complexTan),
    unary('tanh', 'The hyperbolic tangent of z.', complexTanh),
    test('isfinite', 'Tell whether both parts are finite.', Number.isFinite, true),
    test('isinf', 'Tell whether a part is infinite.', isInfinite, false),
    test('isnan', 'Tell whether a part is no number.', Number.isNaN, false),
    fn('log(z: object, base: object = <unrepresentable>, /)', 'The logarithm of z, natural or to a base.', log),
    fn('phase(z: object, /)', 'The angle of z.', (z, py) => phase(given(z, py))),
    fn('polar(z: object, /)', 'The size and the angle of z.', (z, py) => polar(given(z, py))),
    fn('rect(r: float, phi: float, /)', 'The number of a size and an angle.', (r, phi) =>
      newComplex(faulty(() => complexRect(r, phi)))),
    fn('isclose(a: object, b: object, *, rel_tol: float = 1e-09, abs_tol: float = 0.0)', 'Tell whether two numbers are nearly equal.',
      (a, b, relative, absolute, py) => isClose(given(a, py), given(b, py), relative, absolute)),
  ],
  constants: () => ({
    ...namedNumbers(),
    infj: new PyComplex(0, Infinity),
    nanj: new PyComplex(0, NaN),
  }),
}))
