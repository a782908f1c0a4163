// Addition, subtraction, and the signs: plus, minus, abs.
import { add as sum, subtract as difference, type Integer } from '@pellucid/primitives'
import { adjusted, Rounding, type Limits } from './limits.ts'
import { countNear, moveLeft, stickyCut } from './digits.ts'
import { finalize, invalid, nanOf, nanOfTwo } from './finalize.ts'
import { FINITE, finite, INFINITE, infinity, PyDecimal, withSign } from './number.ts'

export function add(a: PyDecimal, b: PyDecimal, at: Limits): PyDecimal {
  return addSigned(a, b, b.sign, at)
}

export function subtract(a: PyDecimal, b: PyDecimal, at: Limits): PyDecimal {
  return addSigned(a, b, 1 - b.sign, at)
}

function addSigned(a: PyDecimal, b: PyDecimal, signB: number, at: Limits): PyDecimal {
  if (a.kind !== FINITE || b.kind !== FINITE) {
    const nan = nanOfTwo(a, b, at)
    if (nan !== undefined) return nan
    if (a.kind === INFINITE) return b.kind === INFINITE && a.sign !== signB ? invalid(at) : infinity(a.sign)
    return infinity(signB)
  }
  return finalize(addFinite(a, b, signB, at), at)
}

/** The sum, not yet fitted; exact, or (for operands far apart) with the same digits after rounding. */
export function addFinite(a: PyDecimal, b: PyDecimal, signB: number, at: Limits): PyDecimal {
  if (a.exp === b.exp) return combine(a.sign, a.coeff, a.digits, signB, b.coeff, b.digits, a.exp, at)
  const swapped = b.exp > a.exp
  const big = swapped ? b : a
  let small = swapped ? a : b
  let { coeff, digits } = big
  if (coeff !== 0) {
    small = shortened(big, standIn(big, small, at), at)
    const shift = difference(big.exp, small.exp)
    coeff = moveLeft(coeff, shift)
    digits += Number(shift)
  }
  return swapped
    ? combine(a.sign, small.coeff, small.digits, signB, coeff, digits, small.exp, at)
    : combine(a.sign, coeff, digits, signB, small.coeff, small.digits, small.exp, at)
}

/** In place of a number too small to matter but for rounding, one with the same effect and a nearer exponent. */
function standIn(big: PyDecimal, small: PyDecimal, at: Limits): PyDecimal {
  const room = big.digits > at.prec ? 0 : difference(big.digits - 1, at.prec)
  const exp = sum(big.exp, difference(room, 1))
  if (adjusted(small) >= exp) return small
  return new PyDecimal(small.sign, FINITE, small.coeff === 0 ? 0 : 1, 1, exp)
}

/** Shorter shifts than this one are not worth the cut. */
const LONG_SHIFT = 16

/**
 * A sum that will be rounded needs no digit of the smaller number far behind the precision, but whether there is
 * any: the same number with a 1 in place of such digits.
 */
function shortened(big: PyDecimal, small: PyDecimal, at: Limits): PyDecimal {
  const shift = difference(big.exp, small.exp)
  if (shift < LONG_SHIFT || small.coeff === 0) return small
  // Even if the difference has a digit less than `big`, more digits than the precision have to stay.
  const spare = difference(sum(shift, big.digits - 4), at.prec)
  const cut = Number(spare < shift ? spare : shift) - 1
  if (cut <= 0 || difference(adjusted(big), adjusted(small)) < 2) return small
  return finite(small.sign, stickyCut(small.coeff, small.digits, cut), sum(small.exp, cut - 1))
}

function combine(
  signA: number,
  a: Integer,
  digitsA: number,
  signB: number,
  b: Integer,
  digitsB: number,
  exp: Integer,
  at: Limits,
): PyDecimal {
  if (signA === signB) {
    const total = sum(a, b)
    const most = digitsA > digitsB ? digitsA + 1 : digitsB + 1
    return new PyDecimal(signA, FINITE, total, countNear(total, most), exp)
  }
  if (a === b) return new PyDecimal(at.rounding === Rounding.FLOOR ? 1 : 0, FINITE, 0, 1, exp)
  const larger = a > b
  const rest = larger ? difference(a, b) : difference(b, a)
  return new PyDecimal(larger ? signA : signB, FINITE, rest, countNear(rest, digitsA > digitsB ? digitsA : digitsB), exp)
}

const one = finite(0, 1, 0)

/** a - 1 and its like: exact sums with ±1 in given limits. */
export function minusOne(a: PyDecimal, at: Limits): PyDecimal {
  return subtract(a, one, at)
}

/** A zero loses its sign, but when rounding to the floor. */
function signed(a: PyDecimal, sign: number, at: Limits): PyDecimal {
  const plain = a.kind === FINITE && a.coeff === 0 && at.rounding !== Rounding.FLOOR
  return nanOf(a, at) ?? finalize(withSign(a, plain ? 0 : sign), at)
}

export function plus(a: PyDecimal, at: Limits): PyDecimal {
  return signed(a, a.sign, at)
}

export function minus(a: PyDecimal, at: Limits): PyDecimal {
  return signed(a, 1 - a.sign, at)
}

export function absolute(a: PyDecimal, at: Limits): PyDecimal {
  return a.sign === 1 ? minus(a, at) : plus(a, at)
}
