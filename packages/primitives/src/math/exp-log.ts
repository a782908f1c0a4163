// exp, exp2, log, log2, pow in double-double: one rounding at the end.
import { exp2Table, invLn2Pair, fixedLn2, lazy, ln2Parts, pairOfFixed } from './constants.ts'
import { addPairs, fastTwoSum, low, multiplyPairs, roundPair, twoProduct, twoSum } from './double-double.ts'
import { glibcExp, glibcExp2, glibcPow } from './glibc-exp.ts'
import { glibcLog } from './glibc-log.ts'
import { logPair } from './log-pair.ts'

/** exp(h + l) · 2^0 as a pair times a power of two, which is left in `expPower`. */
let expPower = 0
function expPair(h: number, l: number): number {
  const n = Math.round(h * 184.6649652337873)
  const [ln2High, ln2Middle, ln2Low] = ln2Parts()
  const k = n / 128
  // r = h + l - k·ln 2; k·high is exact.
  let rh = twoSum(h, -k * ln2High)
  let rl = low.value
  const product = twoProduct(k, ln2Middle)
  rh = addPairs(rh, rl + l, -product, -(low.value + k * ln2Low))
  rl = low.value
  const square = twoProduct(rh, rh)
  const squareLow = low.value + 2 * rh * rl
  const tail = rh * square * (1 / 6 + rh * (1 / 24 + rh * (1 / 120 + rh * (1 / 720 + rh / 5040))))
  let sum = fastTwoSum(rh, square / 2)
  let sumLow = low.value + (rl + squareLow / 2 + tail)
  sum = fastTwoSum(sum, sumLow)
  sumLow = low.value
  const i = ((n % 128) + 128) % 128
  const table = exp2Table()
  const th = table[2 * i]!
  const tl = table[2 * i + 1]!
  const scaled = multiplyPairs(th, tl, sum, sumLow)
  expPower = (n - i) / 128
  return addPairs(th, tl, scaled, low.value)
}

/**
 * Is hi + lo so near the middle of two floats that a less accurate function may round to the other one? Stretched by as
 * much as that function errs, lo then reaches the next float.
 */
const isDoubtful = (hi: number, lo: number, stretch: number): boolean => hi + lo * stretch !== hi

/** glibc's exp errs by 0.511 of a last place at most, its log by 0.52, its pow by 0.54. */
const STRETCH = { exp: 1.04, log: 1.06, pow: 1.1 }

function finishExp(h: number, l: number, stretch: number, inDoubt: () => number): number {
  if (h > 710) return Infinity
  if (h < -746) return 0
  const hi = expPair(h, l)
  const lo = low.value
  if (isDoubtful(hi, lo, stretch) && expPower > -1021 && expPower < 1023) return inDoubt()
  return roundPair(hi, lo, expPower)
}

/** As glibc's. */
export function exp(x: number): number {
  return x !== x ? x : Math.abs(x) < 2 ** -54 ? 1 + x : finishExp(x, 0, STRETCH.exp, () => glibcExp(x, 0))
}

const ln2Pair = lazy(() => pairOfFixed(fixedLn2()))

export function exp2(x: number): number {
  if (x !== x) return x
  if (x >= 1024) return Infinity
  if (x < -1080) return 0
  const whole = Math.round(x)
  const rest = x - whole
  if (rest === 0) return roundPair(1, 0, whole)
  const [h, l] = ln2Pair()
  const product = twoProduct(rest, h)
  const hi = expPair(product, low.value + rest * l)
  const lo = low.value
  const power = expPower + whole
  if (isDoubtful(hi, lo, STRETCH.exp) && power > -1021 && power < 1023) return glibcExp2(x)
  return roundPair(hi, lo, power)
}

function special(x: number): number {
  return x === 0 ? -Infinity : x < 0 || x !== x ? NaN : x
}

export function log(x: number): number {
  if (!(x > 0) || x === Infinity) return special(x)
  const hi = logPair(x)
  return isDoubtful(hi, low.value, STRETCH.log) && x >= 2 ** -1022 ? glibcLog(x) : hi
}

export function log2(x: number): number {
  if (!(x > 0) || x === Infinity) return special(x)
  const hi = logPair(x)
  const [h, l] = invLn2Pair()
  return multiplyPairs(hi, low.value, h, l) + low.value
}

/** C's pow, special cases included. */
export function pow(x: number, y: number): number {
  if (y === 0 || x === 1) return 1
  if (x !== x || y !== y) return NaN
  if (x === 0 || Math.abs(x) === Infinity || Math.abs(y) === Infinity) {
    return x === -1 ? 1 : Math.pow(x, y)
  }
  if (y === 1) return x
  if (y === 2) return x * x
  let sign = 1
  if (x < 0) {
    if (!Number.isInteger(y)) return NaN
    if (Math.abs(y % 2) === 1) sign = -1
  }
  const hi = logPair(Math.abs(x))
  const lo = low.value
  if (Math.abs(hi * y) > 800) return hi * y > 0 ? sign * Infinity : sign * 0
  const product = twoProduct(hi, y)
  const h = fastTwoSum(product, low.value + lo * y)
  const size = Math.abs(x)
  return sign * finishExp(h, low.value, STRETCH.pow, () => glibcPow(size, y))
}
