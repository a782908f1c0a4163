// Other objects as Decimals: what the constructor takes, what operators take, what comparisons take.
import { bitLength, decimalValue, floatToRatio, isSpace, multiply, normalize, subtract } from '@pellucid/primitives'
import { PyComplex } from '../../data/complex.ts'
import { PyList, PyTuple } from '../../data/sequences.ts'
import { Compare } from '../../data/slots.ts'
import { typeOf } from '../../data/type.ts'
import { asInt, asStr, codePointsOf, narrowStr, PyFloat, strValue, type Int, type Str, type Value } from '../../data/values.ts'
import { getAttr } from '../../protocols/attributes.ts'
import { TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { isInstance } from '../../protocols/instance-check.ts'
import { raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'
import { finalize, invalid } from './arithmetic/finalize.ts'
import { Condition, ERRORS, INEXACT_ROUNDED, widest, type Limits } from './arithmetic/limits.ts'
import { copyOf, FINITE, finite, infinity, isNan, ofInteger, PyDecimal, quietNan } from './arithmetic/number.ts'
import { readDecimal } from './arithmetic/text.ts'
import type { PyDecimalContext } from './context-layout.ts'
import { machineSize } from './machine-size.ts'
import { signal } from './signals.ts'
import { decimalState } from './state.ts'

function unsupported(value: Value): never {
  return raise(PyTypeError, `conversion from ${typeOf(value).tpName} to Decimal is not supported`)
}

/** An operand: a Decimal or an int; undefined for anything else. */
export function operand(value: Value): PyDecimal | undefined {
  if (value instanceof PyDecimal) return value
  const int = asInt(value)
  return int === undefined ? undefined : ofInteger(int)
}

/** The same for a method, which refuses anything else. */
export function operandOf(value: Value): PyDecimal {
  return operand(value) ?? unsupported(value)
}

/** The exact value of a double. */
export function ofDouble(value: number): PyDecimal {
  if (value !== value) return quietNan()
  const sign = value < 0 || Object.is(value, -0) ? 1 : 0
  if (!Number.isFinite(value)) return infinity(sign)
  const [numerator, denominator] = floatToRatio(Math.abs(value))
  const places = bitLength(denominator) - 1
  return finite(sign, multiply(numerator, normalize(5n ** BigInt(places))), -places)
}

/** `Decimal.from_float` */
export function ofFloat(value: Value): PyDecimal {
  const int = asInt(value)
  if (int !== undefined) return ofInteger(int)
  return value instanceof PyFloat ? ofDouble(value.value) : raise(PyTypeError, 'argument must be int or float')
}

const asciiNumber = /^[\x21-\x5e\x60-\x7e]*$/

/** Text with any decimal digits as ASCII; what is no number becomes text that is none either. */
function asciiText(value: Str, lenient: boolean): string {
  if (typeof value === 'string' && asciiNumber.test(value)) return value
  const points = codePointsOf(value)
  let [first, last] = [0, points.length]
  if (lenient) {
    while (last > 0 && isSpace(points[last - 1] as number)) last--
    while (first < last && isSpace(points[first] as number)) first++
  }
  let text = ''
  for (const point of points.slice(first, last)) {
    if (lenient && point === 0x5f) continue
    const digit = decimalValue(point)
    if (point > 0x7f && digit < 0) return ''
    text += digit < 0 ? String.fromCharCode(point) : String(digit)
  }
  return text
}

/** A conversion that must be exact: what would change the value is an InvalidOperation instead. */
function exactly(context: PyDecimalContext, text: string, py: Thread): PyDecimal {
  const wide = widest()
  const made = readDecimal(text, wide)
  if (wide.status === 0) return made
  const changed = (wide.status & (INEXACT_ROUNDED | Condition.CLAMPED)) !== 0
  const result = changed ? invalid(wide) : made
  signal(context, wide.status & ERRORS, py)
  return result
}

/** Any value that the constructor takes, exactly. The result may be the value itself. */
export function exactDecimal(value: Value, context: PyDecimalContext, py: Thread): PyDecimal {
  if (value instanceof PyDecimal) return value
  const text = asStr(value)
  if (text !== undefined) return exactly(context, asciiText(text, true), py)
  const int = asInt(value)
  if (int !== undefined) return ofInteger(int)
  if (value instanceof PyTuple || value instanceof PyList) return exactly(context, tripleText(value.items), py)
  if (!(value instanceof PyFloat)) return unsupported(value)
  signal(context, Condition.FLOAT_OPERATION, py)
  return ofDouble(value.value)
}

/** Any value that the constructor takes, fitted to a context: `Context.create_decimal`. */
export function contextDecimal(value: Value, context: PyDecimalContext, py: Thread): PyDecimal {
  const at: Limits = context
  if (value instanceof PyDecimal) {
    const room = subtract(at.prec, at.clamp ? 1 : 0)
    return isNan(value) && value.digits > room ? invalid(at, Condition.CONVERSION_SYNTAX) : finalize(copyOf(value), at)
  }
  const text = asStr(value)
  if (text !== undefined) return readDecimal(asciiText(text, false), at)
  const int = asInt(value)
  if (int !== undefined) return finalize(ofInteger(int), at)
  if (value instanceof PyTuple || value instanceof PyList) return readDecimal(tripleText(value.items), at)
  if (!(value instanceof PyFloat)) return unsupported(value)
  signal(context, Condition.FLOAT_OPERATION, py)
  return finalize(ofDouble(value.value), at)
}

const badSign = 'sign must be an integer with the value 0 or 1'
const badDigits = 'coefficient must be a tuple of digits'

/** (sign, digits, exponent) as a numeric string. */
function tripleText(triple: readonly Value[]): string {
  if (triple.length !== 3) raise(ValueError, 'argument must be a sequence of length 3')
  const [sign, digits, exponent] = triple as [Value, Value, Value]
  const signValue = asInt(sign)
  if (signValue !== 0 && signValue !== 1) raise(ValueError, badSign)
  const prefix = signValue === 1 ? '-' : ''
  const special = asStr(exponent)
  const kind = special === undefined ? undefined : specialKind(strValue(special))
  const exp = kind === undefined ? machineSize(exponent, ValueError, 'exponent must be an integer') : undefined
  const coeff = digitText(digits)
  if (kind === 'Inf') return `${prefix}Inf`
  if (kind !== undefined) return `${prefix}${kind}${coeff}`
  return `${prefix}${coeff === '' ? '0' : coeff}E${exp as Int}`
}

function specialKind(text: string): string {
  const kind = { F: 'Inf', n: 'NaN', N: 'sNaN' }[text]
  return kind ?? raise(ValueError, "string argument in the third position must be 'F', 'n' or 'N'")
}

function digitText(value: Value): string {
  if (!(value instanceof PyTuple || value instanceof PyList)) return raise(ValueError, badDigits)
  let text = ''
  for (const item of value.items) {
    const digit = asInt(item)
    if (digit === undefined || digit < 0 || digit > 9) return raise(ValueError, badDigits)
    text += String(digit)
  }
  return text
}

/** Both sides of a comparison as Decimals; undefined when the other one is not comparable. */
export function comparands(
  left: PyDecimal,
  right: Value,
  op: Compare,
  context: PyDecimalContext,
  py: Thread,
): readonly [PyDecimal, PyDecimal] | undefined {
  const direct = operand(right)
  if (direct !== undefined) return [left, direct]
  const equality = op === Compare.EQ || op === Compare.NE
  if (right instanceof PyFloat) {
    if (equality) context.flags |= Condition.FLOAT_OPERATION
    else signal(context, Condition.FLOAT_OPERATION, py)
    return [left, ofDouble(right.value)]
  }
  if (right instanceof PyComplex && equality) {
    if (right.imag !== 0) return undefined
    context.flags |= Condition.FLOAT_OPERATION
    return [left, ofDouble(right.real)]
  }
  return isInstance(right, decimalState(py).rational, py) ? ratioComparands(left, right, py) : undefined
}

function integerAttribute(value: Value, name: string, py: Thread): PyDecimal {
  const int = asInt(getAttr(value, narrowStr(name), py))
  return int === undefined ? raise(PyTypeError, 'argument must be an integer') : ofInteger(int)
}

/** a ? n/d as a·d ? n. */
function ratioComparands(left: PyDecimal, ratio: Value, py: Thread): readonly [PyDecimal, PyDecimal] {
  const numerator = integerAttribute(ratio, 'numerator', py)
  if (left.kind !== FINITE) return [left, numerator]
  const { coeff, sign } = integerAttribute(ratio, 'denominator', py)
  return [finite(left.sign ^ sign, multiply(left.coeff, coeff), left.exp), numerator]
}
