// log and exp as pairs good to some 70 bits: enough to round nearly always, and fast, for every `x ** y` of a program
// comes here. Written out where log-pair.ts calls, with the low part kept in local names.
import { exp2Table, ln2Parts, logTable } from './constants.ts'
import { low } from './double-double.ts'

/** Splits a double into two halves of 26 bits, whose products are exact. */
const SPLIT = 134217729
const SQRT2 = 1.4142135623730951

interface Constants {
  readonly log: Float64Array
  readonly exp2: Float64Array
  /** ln 2: k · high is exact for small k. */
  readonly high: number
  readonly middle: number
}
let constants: Constants | undefined
function makeConstants(): Constants {
  const [high, middle] = ln2Parts()
  return (constants = { log: logTable(), exp2: exp2Table(), high, middle })
}

const words = new DataView(new ArrayBuffer(8))

/** log x as a pair, for a finite x > 0; the low part is in `low`. */
export function nearLog(x: number): number {
  const { log, high, middle } = constants ?? makeConstants()
  let k = 0
  words.setFloat64(0, x)
  let top = words.getInt32(0)
  if (top < 0x00100000) {
    words.setFloat64(0, x * 2 ** 60)
    top = words.getInt32(0)
    k = -60
  }
  k += (top >>> 20) - 1023
  words.setInt32(0, (top & 0xfffff) | 0x3ff00000)
  let m = words.getFloat64(0)
  if (m > SQRT2) {
    m *= 0.5
    k++
  }
  const i = Math.round(m * 256)
  // The factor has few bits: with m in halves both products are exact. m · factor is near 1, so less 1 it is exact too.
  const factor = log[3 * i]!
  const t = SPLIT * m
  const mHigh = t - (t - m)
  const product = m * factor
  const productLow = mHigh * factor - product + (m - mHigh) * factor
  const first = product - 1
  const r = first + productLow
  const rLow = productLow - (r - first)
  const square = r * r
  const u = SPLIT * r
  const a = u - (u - r)
  const b = r - a
  const squareLow = a * a - square + 2 * a * b + b * b + 2 * r * rLow
  const tail = r * square * (1 / 3 - r * (1 / 4 - r * (1 / 5 - r * (1 / 6 - r * (1 / 7 - r / 8)))))
  const half = square * 0.5
  const series = r - half
  const seriesLow = r - series - half + (rLow - squareLow * 0.5 + tail)
  if (k === 0 && i === 256) return pair(series, seriesLow)
  // k · ln 2 + the table's logarithm + the series, each a pair.
  const centre = log[3 * i + 1]!
  const sum = centre + series
  const back = sum - centre
  const sumLow = centre - (sum - back) + (series - back) + (log[3 * i + 2]! + seriesLow)
  if (k === 0) return pair(sum, sumLow)
  const whole = k * high
  const total = whole + sum
  return pair(total, sum - (total - whole) + (sumLow + k * middle))
}

function pair(hi: number, lo: number): number {
  const sum = hi + lo
  low.value = lo - (sum - hi)
  return sum
}

/** The power of two that `nearExp` leaves out. */
export let expPower = 0

/** exp(h + l) as a pair times 2 ** expPower, for |h| ≤ 800; the low part is in `low`. */
export function nearExp(h: number, l: number): number {
  const { exp2, high, middle } = constants ?? makeConstants()
  const n = Math.round(h * 184.6649652337873)
  const k = n / 128
  // k · high is exact, and so is the difference.
  const first = h - k * high
  const second = k * middle
  const r = first - second
  const rLow = first - r - second + l
  const bend = r * r * (1 / 2 + r * (1 / 6 + r * (1 / 24 + r * (1 / 120 + r / 720))))
  const less1 = r + bend
  const less1Low = r - less1 + bend + (rLow + r * rLow)
  const i = n & 127
  const power = exp2[2 * i]!
  const powerLow = exp2[2 * i + 1]!
  const t = SPLIT * power
  const a = t - (t - power)
  const b = power - a
  const u = SPLIT * less1
  const c = u - (u - less1)
  const d = less1 - c
  const product = power * less1
  const productLow = a * c - product + a * d + b * c + b * d + (power * less1Low + powerLow * less1)
  expPower = (n - i) / 128
  const sum = power + product
  return pair(sum, product - (sum - power) + (powerLow + productLow))
}
