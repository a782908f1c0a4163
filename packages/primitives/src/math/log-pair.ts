// log in double-double.
import { ln2Parts, logTable } from './constants.ts'
import { addPairs, fastTwoSum, low, twoProduct } from './double-double.ts'

/** log x as a pair, for a finite x > 0. */
export function logPair(x: number): number {
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
