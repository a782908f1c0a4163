// Operations on coefficients as strings of digits: logical ones on zeros and ones, rotations and shifts; and
// those on exponents, scaleb and logb.
import { add as sum, multiply as product, subtract, type Integer } from '@pellucid/primitives'
import { MemoryError } from '../../../protocols/exceptions.ts'
import { raise } from '../../../protocols/raise.ts'
import { countDigits, dropDigits, lastDigits, MOST_DIGITS, moveLeft } from './digits.ts'
import { finalize, invalid, nanOf, nanOfTwo } from './finalize.ts'
import { adjusted, Condition, EXP_CLAMP, EXP_INF, type Limits } from './limits.ts'
import { copyOf, FINITE, finite, INFINITE, infinity, ofInteger, type PyDecimal } from './number.ts'
import { coefficientOfText } from './text.ts'

/** The digits of a logical operand: finite, not negative, exponent 0, zeros and ones only. */
function logicalDigits(a: PyDecimal): string | undefined {
  if (a.kind !== FINITE || a.sign === 1 || a.exp !== 0) return undefined
  const text = String(a.coeff)
  return /^[01]+$/.test(text) ? text : undefined
}

const ofDigits = (text: string, at: Limits): PyDecimal =>
  finite(0, coefficientOfText(text.length > at.prec ? text.slice(-Number(at.prec)) : text), 0)

const digitwise =
  (combine: (a: boolean, b: boolean) => boolean) =>
  (a: PyDecimal, b: PyDecimal, at: Limits): PyDecimal => {
    const [left, right] = [logicalDigits(a), logicalDigits(b)]
    if (left === undefined || right === undefined) return invalid(at)
    const width = Math.max(left.length, right.length)
    const [x, y] = [left.padStart(width, '0'), right.padStart(width, '0')]
    let digits = ''
    for (let i = 0; i < width; i++) digits += combine(x[i] === '1', y[i] === '1') ? '1' : '0'
    return ofDigits(digits, at)
  }

export const logicalAnd = digitwise((a, b) => a && b)
export const logicalOr = digitwise((a, b) => a || b)
export const logicalXor = digitwise((a, b) => a !== b)

export function logicalInvert(a: PyDecimal, at: Limits): PyDecimal {
  const digits = logicalDigits(a)
  if (digits === undefined) return invalid(at)
  if (at.prec > MOST_DIGITS) raise(MemoryError)
  const inverted = digits.padStart(Number(at.prec), '0').replace(/[01]/g, (digit) => (digit === '0' ? '1' : '0'))
  return ofDigits(inverted, at)
}

/** The count that rotate and shift take: an integer with exponent 0, at most the precision. */
function moveCount(b: PyDecimal, at: Limits): number | undefined {
  if (b.kind !== FINITE || b.exp !== 0 || b.coeff > at.prec) return undefined
  return b.sign === 1 ? -Number(b.coeff) : Number(b.coeff)
}

function capped(coeff: Integer, at: Limits): Integer {
  return countDigits(coeff) > at.prec ? lastDigits(coeff, at.prec) : coeff
}

function withCoefficient(a: PyDecimal, coeff: Integer): PyDecimal {
  return finite(a.sign, coeff, a.exp)
}

const moving =
  (move: (coeff: Integer, count: number, at: Limits) => Integer) =>
  (a: PyDecimal, b: PyDecimal, at: Limits): PyDecimal => {
    const nan = nanOfTwo(a, b, at)
    if (nan !== undefined) return nan
    const count = moveCount(b, at)
    if (count === undefined) return invalid(at)
    return a.kind === INFINITE ? copyOf(a) : withCoefficient(a, move(capped(a.coeff, at), count, at))
  }

function dropped(coeff: Integer, count: Integer): Integer {
  const cut = { coeff, digits: countDigits(coeff) }
  dropDigits(cut, count)
  return cut.coeff
}

/** Shift the coefficient by b digits, left when positive. */
export const shift = moving((coeff, count, at) =>
  count >= 0 ? capped(moveLeft(coeff, count), at) : dropped(coeff, -count),
)

/** Rotate the coefficient, as wide as the precision, by b digits. */
export const rotate = moving((coeff, count, at) => {
  const left = count >= 0 ? count : sum(at.prec, count)
  return sum(capped(moveLeft(coeff, left), at), dropped(coeff, subtract(at.prec, left)))
})

/** a · 10^b. */
export function scaleb(a: PyDecimal, b: PyDecimal, at: Limits): PyDecimal {
  const nan = nanOfTwo(a, b, at)
  if (nan !== undefined) return nan
  const most = product(2, sum(at.emax, at.prec))
  if (b.kind !== FINITE || b.exp !== 0 || b.coeff > most) return invalid(at)
  if (a.kind === INFINITE) return copyOf(a)
  const made = copyOf(a)
  const exp = b.sign === 1 ? subtract(a.exp, b.coeff) : sum(a.exp, b.coeff)
  made.exp = exp > EXP_INF ? EXP_INF : exp < EXP_CLAMP ? EXP_CLAMP : exp
  return finalize(made, at)
}

/** The exponent of the first digit, as a Decimal. */
export function logb(a: PyDecimal, at: Limits): PyDecimal {
  const nan = nanOf(a, at)
  if (nan !== undefined) return nan
  if (a.kind === INFINITE) return infinity(0)
  if (a.coeff === 0) {
    at.status |= Condition.DIVISION_BY_ZERO
    return infinity(1)
  }
  return finalize(ofInteger(adjusted(a)), at)
}
