// Number slots of Decimal, its order, its hash, and its conversions to other numbers.
import { gcd, modularPower, multiply, negate, normalize, subtract, type Integer } from '@pellucid/primitives'
import { newTuple } from '../../data/sequences.ts'
import { Compare } from '../../data/slots.ts'
import { newFloat, newInt, None, NotImplemented, smallInt, type Value } from '../../data/values.ts'
import { OverflowError, TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { identityHash } from '../../protocols/identity.ts'
import { raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'
import { absolute, add, minus, plus, subtract as difference } from './arithmetic/add.ts'
import { order } from './arithmetic/compare.ts'
import { moveLeft, tenTo } from './arithmetic/digits.ts'
import { divide, divideInteger, divmod, remainder } from './arithmetic/divide.ts'
import { Condition, Rounding, workingLimits, type Limits } from './arithmetic/limits.ts'
import { multiply as product } from './arithmetic/multiply.ts'
import { FINITE, finite, INFINITE, isNan, PyDecimal, SNAN } from './arithmetic/number.ts'
import { power, powerModulo } from './arithmetic/power.ts'
import { quantizeTo, quantize, toIntegralValue } from './arithmetic/quantize.ts'
import { scientificText } from './arithmetic/text.ts'
import { comparands, operand } from './convert.ts'
import { currentContext } from './current.ts'
import { machineSize } from './machine-size.ts'
import { complete, signal } from './signals.ts'

const binary =
  (operation: (a: PyDecimal, b: PyDecimal, at: Limits) => PyDecimal) =>
  (left: Value, right: Value, py: Thread): Value => {
    const a = operand(left)
    const b = operand(right)
    if (a === undefined || b === undefined) return NotImplemented
    const context = currentContext(py)
    context.status = 0
    return complete(context, operation(a, b, context), py)
  }

const unary =
  (operation: (a: PyDecimal, at: Limits) => PyDecimal) =>
  (self: PyDecimal, py: Thread): Value => {
    const context = currentContext(py)
    context.status = 0
    return complete(context, operation(self, context), py)
  }

function divmodSlot(left: Value, right: Value, py: Thread): Value {
  const a = operand(left)
  const b = operand(right)
  if (a === undefined || b === undefined) return NotImplemented
  const context = currentContext(py)
  context.status = 0
  return newTuple(complete(context, divmod(a, b, context), py))
}

function powerSlot(base: Value, exponent: Value, modulus: Value, py: Thread): Value {
  const a = operand(base)
  const b = operand(exponent)
  const m = modulus === None ? undefined : operand(modulus)
  if (a === undefined || b === undefined || (modulus !== None && m === undefined)) return NotImplemented
  const context = currentContext(py)
  context.status = 0
  return complete(context, m === undefined ? power(a, b, context) : powerModulo(a, b, m, context), py)
}

/** Does an order of -1, 0 or 1 satisfy the operator? */
function satisfies(order: number, op: Compare): boolean {
  switch (op) {
    case Compare.EQ:
      return order === 0
    case Compare.NE:
      return order !== 0
    case Compare.LT:
      return order < 0
    case Compare.LE:
      return order <= 0
    case Compare.GT:
      return order > 0
    default:
      return order >= 0
  }
}

export function richcompare(self: PyDecimal, other: Value, op: Compare, py: Thread): Value {
  const context = currentContext(py)
  let a = self
  let b: PyDecimal
  if (other instanceof PyDecimal) {
    b = other
  } else {
    const pair = comparands(self, other, op, context, py)
    if (pair === undefined) return NotImplemented
    a = pair[0]
    b = pair[1]
  }
  if (!isNan(a) && !isNan(b)) return satisfies(order(a, b), op)
  if (a.kind === SNAN || b.kind === SNAN || (op !== Compare.EQ && op !== Compare.NE)) {
    signal(context, Condition.INVALID_OPERATION, py)
  }
  return op === Compare.NE
}

const MODULUS = 2305843009213693951n
const INVERSE_OF_TEN = 2075258708292324556n
const KEPT_SCALES = 64
const scales: bigint[] = []

/** The hash of an equal int, float or Fraction. */
export function hashDecimal(self: PyDecimal): Integer {
  return (self.hash ??= computeHash(self))
}

function computeHash(x: PyDecimal): Integer {
  if (x.kind === SNAN) return raise(PyTypeError, 'Cannot hash a signaling NaN value')
  if (isNan(x)) return identityHash(x)
  if (x.kind === INFINITE) return x.sign === 1 ? -314159 : 314159
  const hash = normalize(residueOf(x) * (x.sign === 1 ? -1n : 1n))
  return hash === -1 ? -2 : hash
}

function residueOf(x: PyDecimal): bigint {
  const { exp } = x
  if (exp === 0) return BigInt(x.coeff) % MODULUS
  return (BigInt(x.coeff) * scaleOf(exp)) % MODULUS
}

/** 10^exp modulo 2^61 - 1; those of usual exponents are kept. */
function scaleOf(exp: Integer): bigint {
  if (exp < 0 && exp > -KEPT_SCALES) return (scales[-Number(exp)] ??= inverseScale(exp))
  return exp > 0 ? BigInt(modularPower(10, exp, MODULUS)) : inverseScale(exp)
}

const inverseScale = (exp: Integer): bigint => BigInt(modularPower(INVERSE_OF_TEN, negate(exp), MODULUS))

/** The int of a Decimal, rounded. */
export function toInteger(x: PyDecimal, rounding: Rounding, py: Thread): Value {
  if (isNan(x)) return raise(ValueError, 'cannot convert NaN to integer')
  if (x.kind === INFINITE) return raise(OverflowError, 'cannot convert Infinity to integer')
  const context = currentContext(py)
  const rounded = toIntegralValue(x, workingLimits(context, context.prec, rounding))
  const size = moveLeft(rounded.coeff, rounded.exp)
  return newInt(rounded.sign === 1 ? subtract(0, size) : size)
}

export function toDouble(x: PyDecimal): number {
  if (x.kind === SNAN) return raise(ValueError, 'cannot convert signaling NaN to float')
  if (isNan(x)) return NaN
  return Number(scientificText(x, true))
}

/** `round(x)`, `round(x, places)` */
export function round(self: PyDecimal, places: Value | undefined, py: Thread): Value {
  if (places === undefined) return toInteger(self, Rounding.HALF_EVEN, py)
  const count = machineSize(places, PyTypeError, 'optional arg must be an integer')
  const context = currentContext(py)
  context.status = 0
  const exp = subtract(0, count)
  return complete(
    context,
    self.kind === FINITE ? quantizeTo(self, exp, context) : quantize(self, finite(0, 1, exp), context),
    py,
  )
}

/** The numerator and denominator in lowest terms. */
export function toRatio(x: PyDecimal): Value {
  if (isNan(x)) return raise(ValueError, 'cannot convert NaN to integer ratio')
  if (x.kind === INFINITE) return raise(OverflowError, 'cannot convert Infinity to integer ratio')
  const coeff = x.sign === 1 ? subtract(0, x.coeff) : x.coeff
  if (x.coeff === 0 || x.exp >= 0) {
    return newTuple([newInt(x.coeff === 0 ? 0 : multiply(coeff, moveLeft(1, x.exp))), smallInt(1)])
  }
  const scale = tenTo(subtract(0, x.exp))
  const common = BigInt(gcd(coeff, normalize(scale)))
  return newTuple([newInt(BigInt(coeff) / common), newInt(scale / common)])
}

export const numberSlots = {
  add: binary(add),
  subtract: binary(difference),
  multiply: binary(product),
  remainder: binary(remainder),
  divmod: divmodSlot,
  power: powerSlot,
  negative: unary(minus),
  positive: unary(plus),
  absolute: unary(absolute),
  bool: (self: PyDecimal): boolean => self.kind !== FINITE || self.coeff !== 0,
  int: (self: PyDecimal, py: Thread): Value => toInteger(self, Rounding.DOWN, py),
  float: (self: PyDecimal): Value => newFloat(toDouble(self)),
  floorDivide: binary(divideInteger),
  trueDivide: binary(divide),
}
