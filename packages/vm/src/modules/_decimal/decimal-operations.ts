// The operations that Decimal has as methods. Those that round take the context to do it in.
import { narrowStr, newInt, None, smallInt, type Value } from '../../data/values.ts'
import { methods, type BuiltinDefinition } from '../../object/define-builtin.ts'
import type { Thread } from '../../thread.ts'
import {
  compare, compareSignal, compareTotal, compareTotalMagnitude, max, maxMagnitude, min, minMagnitude, sameQuantum,
} from './arithmetic/compare.ts'
import { remainderNear } from './arithmetic/divide.ts'
import { commonLogarithm, exponential, naturalLogarithm } from './arithmetic/elementary.ts'
import { adjusted, workingLimits, type Limits } from './arithmetic/limits.ts'
import { logb, logicalAnd, logicalInvert, logicalOr, logicalXor, rotate, scaleb, shift } from './arithmetic/logical.ts'
import { multiplyAdd } from './arithmetic/multiply.ts'
import {
  isNormal, isSubnormal, nextMinus, nextPlus, nextToward, numberClass,
} from './arithmetic/neighbours.ts'
import { FINITE, finite, INFINITE, isNan, isZero, NAN, type PyDecimal, SNAN, withSign } from './arithmetic/number.ts'
import { quantize, reduce, toIntegralExact, toIntegralValue } from './arithmetic/quantize.ts'
import { squareRoot } from './arithmetic/root.ts'
import { engineeringText } from './arithmetic/text.ts'
import { roundingOf } from './context-settings.ts'
import { operandOf } from './convert.ts'
import { contextArgument } from './current.ts'
import { complete } from './signals.ts'

const method = methods<PyDecimal>()
const unnamed = { errorName: '' } as const

type Unary = (a: PyDecimal, at: Limits) => PyDecimal
type Binary = (a: PyDecimal, b: PyDecimal, at: Limits) => PyDecimal

const unary =
  (operation: Unary) =>
  (self: PyDecimal, context: Value, py: Thread): Value => {
    const at = contextArgument(context, py)
    at.status = 0
    return complete(at, operation(self, at), py)
  }

const binary =
  (operation: Binary) =>
  (self: PyDecimal, other: Value, context: Value, py: Thread): Value => {
    const at = contextArgument(context, py)
    const right = operandOf(other)
    at.status = 0
    return complete(at, operation(self, right, at), py)
  }

/** An operation that rounds in its own way, if one is named. */
function rounding(rounds: Value, context: Value, operation: (at: Limits) => PyDecimal, py: Thread): Value {
  const at = contextArgument(context, py)
  const near = workingLimits(at, at.prec, rounds === None ? at.rounding : roundingOf(rounds))
  const made = operation(near)
  at.status = near.status
  return complete(at, made, py)
}

const toIntegral =
  (operation: Unary) =>
  (self: PyDecimal, rounds: Value, context: Value, py: Thread): Value =>
    rounding(rounds, context, (at) => operation(self, at), py)

function fma(self: PyDecimal, other: Value, third: Value, context: Value, py: Thread): Value {
  const at = contextArgument(context, py)
  const [b, c] = [operandOf(other), operandOf(third)]
  at.status = 0
  return complete(at, multiplyAdd(self, b, c, at), py)
}

function rounded(): BuiltinDefinition[] {
  return [
    method('exp(self, /, context: object = None)', 'e to the power of the number.', unary(exponential), unnamed),
    method('ln(self, /, context: object = None)', 'The natural logarithm.', unary(naturalLogarithm), unnamed),
    method('log10(self, /, context: object = None)', 'The logarithm to base ten.', unary(commonLogarithm), unnamed),
    method('next_minus(self, /, context: object = None)', 'The next smaller number.', unary(nextMinus), unnamed),
    method('next_plus(self, /, context: object = None)', 'The next larger number.', unary(nextPlus), unnamed),
    method('normalize(self, /, context: object = None)', 'Without zeros at the end.', unary(reduce), unnamed),
    method('to_integral(self, /, rounding: object = None, context: object = None)', 'Rounded to an integer.', toIntegral(toIntegralValue), unnamed),
    method('to_integral_exact(self, /, rounding: object = None, context: object = None)', 'Rounded to an integer, which signals.', toIntegral(toIntegralExact), unnamed),
    method('to_integral_value(self, /, rounding: object = None, context: object = None)', 'Rounded to an integer.', toIntegral(toIntegralValue), unnamed),
    method('sqrt(self, /, context: object = None)', 'The square root.', unary(squareRoot), unnamed),
    method('compare(self, /, other: object, context: object = None)', '-1, 0 or 1, as a Decimal; nan for a nan.', binary(compare), unnamed),
    method('compare_signal(self, /, other: object, context: object = None)', 'The same, but every nan signals.', binary(compareSignal), unnamed),
    method('max(self, /, other: object, context: object = None)', 'The larger one.', binary(max), unnamed),
    method('max_mag(self, /, other: object, context: object = None)', 'The one of larger magnitude.', binary(maxMagnitude), unnamed),
    method('min(self, /, other: object, context: object = None)', 'The smaller one.', binary(min), unnamed),
    method('min_mag(self, /, other: object, context: object = None)', 'The one of smaller magnitude.', binary(minMagnitude), unnamed),
    method('next_toward(self, /, other: object, context: object = None)', 'The next number towards another.', binary(nextToward), unnamed),
    method(
      'quantize(self, /, exp: object, rounding: object = None, context: object = None)',
      'Rounded to the exponent of another number.',
      (self, exp, rounds, context, py) => rounding(rounds, context, (at) => quantize(self, operandOf(exp), at), py),
      unnamed,
    ),
    method('remainder_near(self, /, other: object, context: object = None)', 'What is left of division by the nearest integer.', binary(remainderNear), unnamed),
    method('fma(self, /, other: object, third: object, context: object = None)', 'The product plus a third number, rounded once.', fma, unnamed),
  ]
}

const inContext =
  <Answer extends Value>(question: (self: PyDecimal, at: Limits) => Answer) =>
  (self: PyDecimal, context: Value, py: Thread): Answer =>
    question(self, contextArgument(context, py))

function questions(): BuiltinDefinition[] {
  return [
    method('is_canonical(self, /)', 'True: every Decimal is.', () => true),
    method('is_finite(self, /)', 'Neither an infinity nor a nan?', (self) => self.kind === FINITE),
    method('is_infinite(self, /)', 'An infinity?', (self) => self.kind === INFINITE),
    method('is_nan(self, /)', 'A nan of either kind?', isNan),
    method('is_qnan(self, /)', 'A quiet nan?', (self) => self.kind === NAN),
    method('is_snan(self, /)', 'A signalling nan?', (self) => self.kind === SNAN),
    method('is_signed(self, /)', 'A negative sign?', (self) => self.sign === 1),
    method('is_zero(self, /)', 'A zero of either sign?', isZero),
    method('is_normal(self, /, context: object = None)', 'Finite, and neither zero nor subnormal?', inContext(isNormal), unnamed),
    method('is_subnormal(self, /, context: object = None)', 'Below the least normal number?', inContext(isSubnormal), unnamed),
    method('adjusted(self, /)', 'The exponent of the first digit.', (self) => (self.kind === FINITE ? newInt(adjusted(self)) : smallInt(0))),
    method('canonical(self, /)', 'The Decimal itself.', (self) => self),
    method('conjugate(self, /)', 'The Decimal itself.', (self) => self),
    method('radix(self, /)', 'Ten.', () => finite(0, 10, 0)),
    method('copy_abs(self, /)', 'The same with a positive sign.', (self) => withSign(self, 0)),
    method('copy_negate(self, /)', 'The same with the other sign.', (self) => withSign(self, 1 - self.sign)),
  ]
}

/** A context here only counts when the other operand is converted. */
const unrounded =
  (operation: (a: PyDecimal, b: PyDecimal) => Value) =>
  (self: PyDecimal, other: Value, context: Value, py: Thread): Value => {
    contextArgument(context, py)
    return operation(self, operandOf(other))
  }

function digits(): BuiltinDefinition[] {
  return [
    method('logb(self, /, context: object = None)', 'The exponent of the first digit, as a Decimal.', unary(logb), unnamed),
    method('logical_invert(self, /, context: object = None)', 'Every digit inverted.', unary(logicalInvert), unnamed),
    method('number_class(self, /, context: object = None)', 'What kind of number, as text.', inContext((self, at) => narrowStr(numberClass(self, at))), unnamed),
    method(
      'to_eng_string(self, /, context: object = None)',
      'Text whose exponent is a multiple of three.',
      (self, context, py) => narrowStr(engineeringText(self, contextArgument(context, py).capitals)),
      unnamed,
    ),
    method('compare_total(self, /, other: object, context: object = None)', 'Order by representation.', unrounded(compareTotal), unnamed),
    method('compare_total_mag(self, /, other: object, context: object = None)', 'Order by representation, without signs.', unrounded(compareTotalMagnitude), unnamed),
    method('copy_sign(self, /, other: object, context: object = None)', 'The same with the sign of another.', unrounded((a, b) => withSign(a, b.sign)), unnamed),
    method('same_quantum(self, /, other: object, context: object = None)', 'The same exponent?', unrounded(sameQuantum), unnamed),
    method('logical_and(self, /, other: object, context: object = None)', 'Digitwise and.', binary(logicalAnd), unnamed),
    method('logical_or(self, /, other: object, context: object = None)', 'Digitwise or.', binary(logicalOr), unnamed),
    method('logical_xor(self, /, other: object, context: object = None)', 'Digitwise exclusive or.', binary(logicalXor), unnamed),
    method('rotate(self, /, other: object, context: object = None)', 'The coefficient rotated.', binary(rotate), unnamed),
    method('scaleb(self, /, other: object, context: object = None)', 'The exponent changed.', binary(scaleb), unnamed),
    method('shift(self, /, other: object, context: object = None)', 'The coefficient shifted.', binary(shift), unnamed),
  ]
}

/** In the order of CPython's table. */
export function decimalOperations(): BuiltinDefinition[] {
  return [...rounded(), ...questions(), ...digits()]
}
