// exp, exp2, log, log2, pow in pairs of doubles: one rounding at the end.
import { fixedLn2, invLn2Pair, lazy, pairOfFixed } from './constants.ts'
import { fastTwoSum, isDoubtful, low, multiplyPairs, roundPair, scaleByPower, twoProduct } from './double-double.ts'
import { glibcExp, glibcExp2, glibcPow } from './glibc-exp.ts'
import { glibcLog } from './glibc-log.ts'
import { glibcLog2 } from './glibc-log2.ts'
import { logPair } from './log-pair.ts'
import { expPower, nearExp, nearLog } from './near-exact.ts'

/** glibc's exp errs by 0.511 of a last place at most, its log by 0.52, its log2 by 0.55, its pow by 0.54. */
const STRETCH = { exp: 1.04, log: 1.06, log2: 1.12, pow: 1.1 }

/** exp(h + l), rounded; NaN where glibc's function must be asked. */
function finishExp(h: number, l: number, stretch: number): number {
  if (h > 710) return Infinity
  if (h < -746) return 0
  const hi = nearExp(h, l)
  const lo = low.value
  if (expPower >= 1023) return roundPair(hi, lo, expPower)
  // Where results are subnormal, glibc rounds as the steps it takes happen to.
  if (expPower <= -1021) return NaN
  return isDoubtful(hi, lo, stretch) ? NaN : scaleByPower(hi + lo, expPower)
}

/** As glibc's. */
export function exp(x: number): number {
  if (x !== x) return x
  if (Math.abs(x) < 2 ** -54) return 1 + x
  const result = finishExp(x, 0, STRETCH.exp)
  return result !== result ? glibcExp(x, 0) : result
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
  const hi = nearExp(product, low.value + rest * l)
  const lo = low.value
  const power = expPower + whole
  if (power <= -1021 || (isDoubtful(hi, lo, STRETCH.exp) && power < 1023)) return glibcExp2(x)
  return roundPair(hi, lo, power)
}

function special(x: number): number {
  return x === 0 ? -Infinity : x < 0 || x !== x ? NaN : x
}

export function log(x: number): number {
  if (!(x > 0) || x === Infinity) return special(x)
  const hi = nearLog(x)
  return isDoubtful(hi, low.value, STRETCH.log) && x >= 2 ** -1022 ? glibcLog(x) : hi
}

/** As glibc's. */
export function log2(x: number): number {
  if (!(x > 0) || x === Infinity) return special(x)
  const [h, l] = invLn2Pair()
  const first = logPair(x)
  const hi = multiplyPairs(first, low.value, h, l)
  return isDoubtful(hi, low.value, STRETCH.log2) && x >= 2 ** -1022 ? glibcLog2(x) : hi
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
  const size = Math.abs(x)
  const hi = nearLog(size)
  const lo = low.value
  if (Math.abs(hi * y) > 800) return hi * y > 0 ? sign * Infinity : sign * 0
  const product = twoProduct(hi, y)
  const h = fastTwoSum(product, low.value + lo * y)
  const result = finishExp(h, low.value, STRETCH.pow)
  return sign * (result !== result ? glibcPow(size, y) : result)
}
