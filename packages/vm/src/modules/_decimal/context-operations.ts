// The operations of arithmetic as methods of a context, which is the one they round in.
import { narrowStr, newInt, None, type Value } from '../../data/values.ts'
import { newTuple } from '../../data/sequences.ts'
import { methods, type BuiltinDefinition } from '../../object/define-builtin.ts'
import { TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'
import { absolute, add, minus, plus, subtract } from './arithmetic/add.ts'
import {
  compare, compareSignal, compareTotal, compareTotalMagnitude, max, maxMagnitude, min, minMagnitude, sameQuantum,
} from './arithmetic/compare.ts'
import { divide, divideInteger, divmod, remainder, remainderNear } from './arithmetic/divide.ts'
import { commonLogarithm, exponential, naturalLogarithm } from './arithmetic/elementary.ts'
import { finalize } from './arithmetic/finalize.ts'
import { etiny, etop, type Limits } from './arithmetic/limits.ts'
import { logb, logicalAnd, logicalInvert, logicalOr, logicalXor, rotate, scaleb, shift } from './arithmetic/logical.ts'
import { multiply, multiplyAdd } from './arithmetic/multiply.ts'
import {
  isNormal, isSubnormal, nextMinus, nextPlus, nextToward, numberClass,
} from './arithmetic/neighbours.ts'
import {
  copyOf, FINITE, finite, INFINITE, isNan, isZero, NAN, PyDecimal, SNAN, withSign,
} from './arithmetic/number.ts'
import { power, powerModulo } from './arithmetic/power.ts'
import { quantize, reduce, toIntegralExact, toIntegralValue } from './arithmetic/quantize.ts'
import { squareRoot } from './arithmetic/root.ts'
import { engineeringText, scientificText } from './arithmetic/text.ts'
import type { PyDecimalContext } from './context-layout.ts'
import { operandOf } from './convert.ts'
import { complete } from './signals.ts'

const method = methods<PyDecimalContext>()
const unnamed = { errorName: '' } as const

const unary =
  (operation: (a: PyDecimal, at: Limits) => PyDecimal) =>
  (self: PyDecimalContext, x: Value, py: Thread): Value => {
    const a = operandOf(x)
    self.status = 0
    return complete(self, operation(a, self), py)
  }

const binary =
  (operation: (a: PyDecimal, b: PyDecimal, at: Limits) => PyDecimal) =>
  (self: PyDecimalContext, x: Value, y: Value, py: Thread): Value => {
    const [a, b] = [operandOf(x), operandOf(y)]
    self.status = 0
    return complete(self, operation(a, b, self), py)
  }

const question =
  (ask: (a: PyDecimal, at: Limits) => Value) =>
  (self: PyDecimalContext, x: Value): Value =>
    ask(operandOf(x), self)

const pair =
  (ask: (a: PyDecimal, b: PyDecimal) => Value) =>
  (_self: PyDecimalContext, x: Value, y: Value): Value =>
    ask(operandOf(x), operandOf(y))

function powerMethod(self: PyDecimalContext, x: Value, y: Value, modulo: Value, py: Thread): Value {
  const [a, b] = [operandOf(x), operandOf(y)]
  const m = modulo === None ? undefined : operandOf(modulo)
  self.status = 0
  return complete(self, m === undefined ? power(a, b, self) : powerModulo(a, b, m, self), py)
}

function fma(self: PyDecimalContext, x: Value, y: Value, z: Value, py: Thread): Value {
  const [a, b, c] = [operandOf(x), operandOf(y), operandOf(z)]
  self.status = 0
  return complete(self, multiplyAdd(a, b, c, self), py)
}

function divmodMethod(self: PyDecimalContext, x: Value, y: Value, py: Thread): Value {
  const [a, b] = [operandOf(x), operandOf(y)]
  self.status = 0
  return newTuple(complete(self, divmod(a, b, self), py))
}

function ofOne(): BuiltinDefinition[] {
  return [
    method('abs(self, x: object, /)', 'The absolute value.', unary(absolute)),
    method('exp(self, x: object, /)', 'e to the power of x.', unary(exponential)),
    method('ln(self, x: object, /)', 'The natural logarithm.', unary(naturalLogarithm)),
    method('log10(self, x: object, /)', 'The logarithm to base ten.', unary(commonLogarithm)),
    method('minus(self, x: object, /)', '-x.', unary(minus)),
    method('next_minus(self, x: object, /)', 'The next smaller number.', unary(nextMinus)),
    method('next_plus(self, x: object, /)', 'The next larger number.', unary(nextPlus)),
    method('normalize(self, x: object, /)', 'Without zeros at the end.', unary(reduce)),
    method('plus(self, x: object, /)', '+x: x rounded.', unary(plus)),
    method('to_integral(self, x: object, /)', 'Rounded to an integer.', unary(toIntegralValue)),
    method('to_integral_exact(self, x: object, /)', 'Rounded to an integer, which signals.', unary(toIntegralExact)),
    method('to_integral_value(self, x: object, /)', 'Rounded to an integer.', unary(toIntegralValue)),
    method('sqrt(self, x: object, /)', 'The square root.', unary(squareRoot)),
  ]
}

function ofTwo(): BuiltinDefinition[] {
  return [
    method('add(self, x: object, y: object, /)', 'x + y.', binary(add), unnamed),
    method('compare(self, x: object, y: object, /)', '-1, 0 or 1, as a Decimal; nan for a nan.', binary(compare), unnamed),
    method('compare_signal(self, x: object, y: object, /)', 'The same, but every nan signals.', binary(compareSignal), unnamed),
    method('divide(self, x: object, y: object, /)', 'x / y.', binary(divide), unnamed),
    method('divide_int(self, x: object, y: object, /)', 'x // y.', binary(divideInteger), unnamed),
    method('divmod(self, x: object, y: object, /)', 'Quotient and remainder.', divmodMethod, unnamed),
    method('max(self, x: object, y: object, /)', 'The larger one.', binary(max), unnamed),
    method('max_mag(self, x: object, y: object, /)', 'The one of larger magnitude.', binary(maxMagnitude), unnamed),
    method('min(self, x: object, y: object, /)', 'The smaller one.', binary(min), unnamed),
    method('min_mag(self, x: object, y: object, /)', 'The one of smaller magnitude.', binary(minMagnitude), unnamed),
    method('multiply(self, x: object, y: object, /)', 'x * y.', binary(multiply), unnamed),
    method('next_toward(self, x: object, y: object, /)', 'The next number after x towards y.', binary(nextToward), unnamed),
    method('quantize(self, x: object, y: object, /)', 'x rounded to the exponent of y.', binary(quantize), unnamed),
    method('remainder(self, x: object, y: object, /)', 'x % y.', binary(remainder), unnamed),
    method('remainder_near(self, x: object, y: object, /)', 'What is left of division by the nearest integer.', binary(remainderNear), unnamed),
    method('subtract(self, x: object, y: object, /)', 'x - y.', binary(subtract), unnamed),
    method('power(self, /, a: object, b: object, modulo: object = None)', 'a ** b, or that modulo a third number.', powerMethod, unnamed),
    method('fma(self, x: object, y: object, z: object, /)', 'x * y + z, rounded once.', fma, unnamed),
    method('Etiny(self, /)', 'The least exponent of a result.', (self) => newInt(etiny(self))),
    method('Etop(self, /)', 'The largest exponent of a coefficient that fills the precision.', (self) => newInt(etop(self))),
    method('radix(self, /)', 'Ten.', () => finite(0, 10, 0)),
  ]
}

/** These take a Decimal and nothing else. */
function exactlyDecimal(x: Value): PyDecimal {
  return x instanceof PyDecimal ? x : raise(PyTypeError, 'argument must be a Decimal')
}

function questions(): BuiltinDefinition[] {
  return [
    method('is_canonical(self, x: object, /)', 'True: every Decimal is.', (_self, x) => exactlyDecimal(x) !== undefined),
    method('is_finite(self, x: object, /)', 'Neither an infinity nor a nan?', question((a) => a.kind === FINITE)),
    method('is_infinite(self, x: object, /)', 'An infinity?', question((a) => a.kind === INFINITE)),
    method('is_nan(self, x: object, /)', 'A nan of either kind?', question(isNan)),
    method('is_normal(self, x: object, /)', 'Finite, and neither zero nor subnormal?', question(isNormal)),
    method('is_qnan(self, x: object, /)', 'A quiet nan?', question((a) => a.kind === NAN)),
    method('is_signed(self, x: object, /)', 'A negative sign?', question((a) => a.sign === 1)),
    method('is_snan(self, x: object, /)', 'A signalling nan?', question((a) => a.kind === SNAN)),
    method('is_subnormal(self, x: object, /)', 'Below the least normal number?', question(isSubnormal)),
    method('is_zero(self, x: object, /)', 'A zero of either sign?', question(isZero)),
    method('_apply(self, object: object, /)', 'x fitted to the context.', unary((a, at) => finalize(copyOf(a), at))),
    method('canonical(self, x: object, /)', 'x itself.', (_self, x) => exactlyDecimal(x)),
    method('copy_abs(self, x: object, /)', 'The same with a positive sign.', question((a) => withSign(a, 0))),
    method('copy_decimal(self, x: object, /)', 'x itself, as a Decimal.', question((a) => a)),
    method('copy_negate(self, x: object, /)', 'The same with the other sign.', question((a) => withSign(a, 1 - a.sign))),
    method('logb(self, x: object, /)', 'The exponent of the first digit, as a Decimal.', unary(logb)),
    method('logical_invert(self, x: object, /)', 'Every digit inverted.', unary(logicalInvert)),
    method('number_class(self, x: object, /)', 'What kind of number, as text.', question((a, at) => narrowStr(numberClass(a, at)))),
    method('to_sci_string(self, x: object, /)', 'Text in scientific notation.', (self, x) => narrowStr(scientificText(operandOf(x), self.capitals))),
    method('to_eng_string(self, x: object, /)', 'Text whose exponent is a multiple of three.', (self, x) => narrowStr(engineeringText(operandOf(x), self.capitals))),
  ]
}

function digits(): BuiltinDefinition[] {
  return [
    method('compare_total(self, x: object, y: object, /)', 'Order by representation.', pair(compareTotal), unnamed),
    method('compare_total_mag(self, x: object, y: object, /)', 'Order by representation, without signs.', pair(compareTotalMagnitude), unnamed),
    method('copy_sign(self, x: object, y: object, /)', 'x with the sign of y.', pair((a, b) => withSign(a, b.sign)), unnamed),
    method('logical_and(self, x: object, y: object, /)', 'Digitwise and.', binary(logicalAnd), unnamed),
    method('logical_or(self, x: object, y: object, /)', 'Digitwise or.', binary(logicalOr), unnamed),
    method('logical_xor(self, x: object, y: object, /)', 'Digitwise exclusive or.', binary(logicalXor), unnamed),
    method('rotate(self, x: object, y: object, /)', 'The coefficient rotated.', binary(rotate), unnamed),
    method('same_quantum(self, x: object, y: object, /)', 'The same exponent?', pair(sameQuantum), unnamed),
    method('scaleb(self, x: object, y: object, /)', 'The exponent changed.', binary(scaleb), unnamed),
    method('shift(self, x: object, y: object, /)', 'The coefficient shifted.', binary(shift), unnamed),
  ]
}

/** In the order of CPython's table. */
export function contextOperations(): BuiltinDefinition[] {
  return [...ofOne(), ...ofTwo(), ...questions(), ...digits()]
}
