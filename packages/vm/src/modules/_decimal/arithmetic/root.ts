// The square root, rounded half to even.
import { add, integerSquareRoot, multiply, subtract, type Integer } from '@pellucid/primitives'
import { MemoryError } from '../../../protocols/exceptions.ts'
import { raise } from '../../../protocols/raise.ts'
import { dropDigits, isOdd, lastDigit, MOST_DIGITS, moveLeft, Rest } from './digits.ts'
import { finalize, invalid, nanOf } from './finalize.ts'
import { Rounding, workingLimits, type Limits } from './limits.ts'
import { FINITE, finite, infinity, type PyDecimal } from './number.ts'

/** floor(exp / 2), which any int has. */
function halved(exp: Integer): Integer {
  return typeof exp === 'number' ? Math.floor(exp / 2) : Number.isSafeInteger(Number(exp >> 1n)) ? Number(exp >> 1n) : exp >> 1n
}

const isOddExponent = (exp: Integer): boolean => (typeof exp === 'number' ? exp % 2 !== 0 : isOdd(exp < 0n ? -exp : exp))

export function squareRoot(a: PyDecimal, at: Limits): PyDecimal {
  const nan = nanOf(a, at)
  if (nan !== undefined) return nan
  if (a.kind === FINITE && a.coeff === 0) return finalize(finite(a.sign, 0, halved(a.exp)), at)
  if (a.sign === 1) return invalid(at)
  if (a.kind !== FINITE) return infinity(0)
  const even = workingLimits(at, at.prec, Rounding.HALF_EVEN)
  const made = at.prec > MOST_DIGITS ? exactRoot(a, even) : finalize(root(a, Number(at.prec) + 1), even)
  at.status |= even.status
  return made
}

/** At a precision that no memory holds, only a root that ends can be had: it has no more digits than a. */
function exactRoot(a: PyDecimal, at: Limits): PyDecimal {
  const narrow = workingLimits(at, a.digits, Rounding.HALF_EVEN)
  const made = finalize(root(a, a.digits + 1), narrow)
  return narrow.status === 0 ? finalize(made, at) : raise(MemoryError)
}

/** The root to `prec` digits, the last of which is sticky; an exact root gets its ideal exponent. */
function root(a: PyDecimal, prec: number): PyDecimal {
  const ideal = halved(a.exp)
  const odd = isOddExponent(a.exp)
  const square = { coeff: odd ? moveLeft(a.coeff, 1) : a.coeff, digits: odd ? a.digits + 1 : a.digits }
  const length = odd ? (a.digits >> 1) + 1 : (a.digits + 1) >> 1
  const shift = prec - length
  let exact = true
  if (shift >= 0) square.coeff = moveLeft(square.coeff, 2 * shift)
  else exact = dropDigits(square, -2 * shift) === Rest.NONE
  const found = integerSquareRoot(square.coeff)
  if (exact && multiply(found, found) === square.coeff) {
    const made = finite(0, found, ideal)
    if (shift >= 0) dropDigits(made, shift)
    else made.coeff = moveLeft(found, -shift)
    return finite(0, made.coeff, ideal)
  }
  const last = lastDigit(found)
  return finite(0, last === 0 || last === 5 ? add(found, 1) : found, subtract(ideal, shift))
}
