// exp, exp2, log, log2, pow in double-double: one rounding at the end.
import { exp2Table, invLn2Pair, fixedLn2, lazy, ln2Parts, logTable, pairOfFixed } from './constants.ts'
import { addPairs, fastTwoSum, low, multiplyPairs, roundPair, twoProduct, twoSum } from './double-double.ts'

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

function finishExp(h: number, l: number): number {
  if (h > 710) return Infinity
  if (h < -746) return 0
  const hi = expPair(h, l)
  return roundPair(hi, low.value, expPower)
}

export function exp(x: number): number {
  return x !== x ? x : Math.abs(x) < 2 ** -60 ? 1 + x : finishExp(x, 0)
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
  return roundPair(hi, low.value, expPower + whole)
}

/** log x as a pair, for a finite x > 0. */
function logPair(x: number): number {
  let m = x
  let k = 0
  if (m < 2 ** -1022) {
    m *= 2 ** 60
    k = -60
  }
  const exponent = exponentOf(m)
  m *= 2 ** -Math.max(-1000, Math.min(1000, exponent)) * (
    Math.abs(exponent) > 1000 ? 2 ** (Math.sign(exponent) * 1000 - exponent) : 1
  )
  k += exponent
  if (m > 1.4142135623730951) {
    m /= 2
    k++
  }
  const i = Math.round(m * 256)
  const table = logTable()
  const product = twoProduct(m, table[3 * i]!)
  // Exact: product is near 1.
  const r = product - 1
  const rh = fastTwoSum(r, low.value)
  const rl = low.value
  const square = twoProduct(rh, rh)
  const squareLow = low.value + 2 * rh * rl
  const tail = rh * square * (1 / 3 - rh * (1 / 4 - rh * (1 / 5 - rh * (1 / 6 - rh * (1 / 7 - rh / 8)))))
  let sum = fastTwoSum(rh, -square / 2)
  let sumLow = low.value + (rl - squareLow / 2 + tail)
  if (k === 0 && i === 256) return fastTwoSum(sum, sumLow)
  sum = addPairs(table[3 * i + 1]!, table[3 * i + 2]!, sum, sumLow)
  if (k === 0) return sum
  sumLow = low.value
  const [ln2High, ln2Middle] = ln2Parts()
  const first = fastTwoSum(k * ln2High, k * ln2Middle)
  return addPairs(first, low.value, sum, sumLow)
}

const words = new DataView(new ArrayBuffer(8))
function exponentOf(x: number): number {
  words.setFloat64(0, x)
  return ((words.getInt32(0) >>> 20) & 0x7ff) - 1023
}

function special(x: number): number {
  return x === 0 ? -Infinity : x < 0 || x !== x ? NaN : x
}

export function log(x: number): number {
  if (!(x > 0) || x === Infinity) return special(x)
  return logPair(x) + low.value
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
  return sign * finishExp(h, low.value)
}
