// Order: by value, by magnitude, and the total order, which tells 1.0 from 1.00.
import { subtract } from '@pellucid/primitives'
import { adjusted, Condition, type Limits } from './limits.ts'
import { moveLeft } from './digits.ts'
import { finalize, nanOfTwo } from './finalize.ts'
import { copyOf, FINITE, finite, INFINITE, isNan, NAN, type PyDecimal, withSign } from './number.ts'

const direction = (x: PyDecimal): number => 1 - 2 * x.sign

/** -1, 0 or 1 as |a| is below, equal to or above |b|; neither is a nan. */
export function compareMagnitude(a: PyDecimal, b: PyDecimal): number {
  if (a.kind === INFINITE) return b.kind === INFINITE ? 0 : 1
  if (b.kind === INFINITE) return -1
  if (a.coeff === 0) return b.coeff === 0 ? 0 : -1
  if (b.coeff === 0) return 1
  let [left, right] = [a.coeff, b.coeff]
  if (a.exp !== b.exp) {
    const [firstA, firstB] = [adjusted(a), adjusted(b)]
    if (firstA !== firstB) return firstA < firstB ? -1 : 1
    if (a.exp > b.exp) left = moveLeft(left, subtract(a.exp, b.exp))
    else right = moveLeft(right, subtract(b.exp, a.exp))
  }
  return left < right ? -1 : left > right ? 1 : 0
}

/** -1, 0 or 1 as a is below, equal to or above b; neither is a nan. */
export function order(a: PyDecimal, b: PyDecimal): number {
  if (a.sign === b.sign) return compareMagnitude(a, b) * direction(a)
  const zeros = a.kind === FINITE && a.coeff === 0 && b.kind === FINITE && b.coeff === 0
  return zeros ? 0 : b.sign - a.sign
}

function orderAsDecimal(order: number): PyDecimal {
  return finite(order < 0 ? 1 : 0, order === 0 ? 0 : 1, 0)
}

export function compare(a: PyDecimal, b: PyDecimal, at: Limits): PyDecimal {
  return nanOfTwo(a, b, at) ?? orderAsDecimal(order(a, b))
}

/** The same, but every nan signals. */
export function compareSignal(a: PyDecimal, b: PyDecimal, at: Limits): PyDecimal {
  const nan = nanOfTwo(a, b, at)
  if (nan === undefined) return orderAsDecimal(order(a, b))
  at.status |= Condition.INVALID_OPERATION
  return nan
}

function totalMagnitude(a: PyDecimal, b: PyDecimal): number {
  if (isNan(a)) {
    if (!isNan(b)) return 1
    if (a.kind !== b.kind) return a.kind === NAN ? 1 : -1
    return a.coeff < b.coeff ? -1 : a.coeff > b.coeff ? 1 : 0
  }
  if (isNan(b)) return -1
  const order = compareMagnitude(a, b)
  return order !== 0 || a.exp === b.exp ? order : a.exp < b.exp ? -1 : 1
}

export function compareTotal(a: PyDecimal, b: PyDecimal): PyDecimal {
  if (a.sign !== b.sign) return orderAsDecimal(b.sign - a.sign)
  return orderAsDecimal(totalMagnitude(a, b) * direction(a))
}

export function compareTotalMagnitude(a: PyDecimal, b: PyDecimal): PyDecimal {
  return compareTotal(withSign(a, 0), withSign(b, 0))
}

/** Of equal numbers, which one comes first: by sign, then by exponent. */
function tieBreak(a: PyDecimal, b: PyDecimal): number {
  if (a.sign !== b.sign) return b.sign - a.sign
  return (a.exp < b.exp ? -1 : 1) * direction(a)
}

/** `max` and its kin: a quiet nan gives way to a number. */
const extreme =
  (measure: (a: PyDecimal, b: PyDecimal) => number, wanted: number) =>
  (a: PyDecimal, b: PyDecimal, at: Limits): PyDecimal => {
    if (a.kind === NAN && !isNan(b)) return finalize(copyOf(b), at)
    if (b.kind === NAN && !isNan(a)) return finalize(copyOf(a), at)
    const nan = nanOfTwo(a, b, at)
    if (nan !== undefined) return nan
    const order = (measure(a, b) || tieBreak(a, b)) * wanted
    return finalize(copyOf(order < 0 ? b : a), at)
  }

export const max = extreme(order, 1)
export const maxMagnitude = extreme(compareMagnitude, 1)
export const min = extreme(order, -1)
export const minMagnitude = extreme(compareMagnitude, -1)

export function sameQuantum(a: PyDecimal, b: PyDecimal): boolean {
  if (a.kind === FINITE && b.kind === FINITE) return a.exp === b.exp
  return (isNan(a) && isNan(b)) || (a.kind === INFINITE && b.kind === INFINITE)
}
