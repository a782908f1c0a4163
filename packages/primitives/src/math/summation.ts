// fma, fsum, sumprod, and the Euclidean norm behind math.hypot and math.dist.
import { overflowFault, valueFault } from '../fault.ts'
import { floatToRatio, ratioToFloat } from '../int/to-float.ts'
import { frexp } from './algebraic.ts'
import { fastTwoSum, low, scaleByPower, twoProduct, twoSum } from './double-double.ts'

const tailWords = new DataView(new ArrayBuffer(8))
/** x + rest, an inexact sum, rounded to the neighbour with an odd last bit. */
function toOdd(x: number, rest: number): number {
  tailWords.setFloat64(0, x)
  if ((tailWords.getUint8(7) & 1) === 1) return x
  tailWords.setBigInt64(0, tailWords.getBigInt64(0) + (rest > 0 === x > 0 ? 1n : -1n))
  return tailWords.getFloat64(0)
}

/** Between these no step below overflows, nor loses what it should keep. */
const [SMALL, LARGE] = [2 ** -900, 2 ** 900]

/** x · y + z with one rounding. */
export function fma(x: number, y: number, z: number): number {
  const product = x * y
  const size = Math.abs(product)
  if (size > SMALL && size < LARGE && Math.abs(x) < LARGE && Math.abs(y) < LARGE && Math.abs(z) < LARGE) {
    // Boldo and Melquiond: the exact tail is rounded to odd, so that the last addition rounds rightly.
    twoProduct(x, y)
    const inner = twoSum(z, low.value)
    const innerLow = low.value
    const sum = twoSum(product, inner)
    const sumLow = low.value
    const tail = innerLow + sumLow
    const back = tail - innerLow
    const rest = innerLow - (tail - back) + (sumLow - back)
    const result = sum + (rest === 0 ? tail : toOdd(tail, rest))
    if (Math.abs(result) > SMALL || (result === 0 && tail === 0)) return result
  }
  return fmaInIntegers(x, y, z)
}

function fmaInIntegers(x: number, y: number, z: number): number {
  if (!Number.isFinite(x) || !Number.isFinite(y) || !Number.isFinite(z) || x === 0 || y === 0) {
    return Number.isFinite(x) && Number.isFinite(y) && Math.abs(z) === Infinity ? z : x * y + z
  }
  if (z === 0 && x * y !== 0 && Math.abs(x * y) > 2 ** -1021) return x * y
  const [a, b] = floatToRatio(x)
  const [c, d] = floatToRatio(y)
  const [e, f] = floatToRatio(z)
  const left = BigInt(a) * BigInt(c) * BigInt(f)
  const right = BigInt(e) * BigInt(b) * BigInt(d)
  const total = left + right
  if (total === 0n) return x * y + z === 0 ? x * y + z : 0
  return ratioToFloat(total, BigInt(b) * BigInt(d) * BigInt(f))
}

/** `math.fsum`: the exact sum, rounded once (Shewchuk's partial sums). */
export function fsum(values: Iterable<number>): number {
  const partials: number[] = []
  let special = 0
  let infinities = 0
  let count = 0
  for (const value of values) {
    let x = value
    count++
    let used = 0
    for (let y of partials) {
      if (Math.abs(x) < Math.abs(y)) [x, y] = [y, x]
      const high = fastTwoSum(x, y)
      const rest = low.value
      if (rest !== 0) partials[used++] = rest
      x = high
    }
    partials.length = used
    if (x === 0) continue
    if (Number.isFinite(x)) {
      partials.push(x)
      continue
    }
    if (Number.isFinite(value)) throw overflowFault('intermediate overflow in fsum')
    if (Math.abs(value) === Infinity) infinities += value
    special += value
    partials.length = 0
  }
  if (count === 0) return 0
  if (special !== 0) {
    if (infinities !== infinities) throw valueFault('-inf + inf in fsum')
    return special
  }
  return roundPartials(partials)
}

function roundPartials(partials: readonly number[]): number {
  let n = partials.length
  if (n === 0) return 0
  let high = partials[--n]!
  let rest = 0
  while (n > 0) {
    high = fastTwoSum(high, partials[--n]!)
    rest = low.value
    if (rest !== 0) break
  }
  // Half-way cases: the next partial decides.
  if (n > 0 && ((rest < 0 && partials[n - 1]! < 0) || (rest > 0 && partials[n - 1]! > 0))) {
    const twice = rest * 2
    const rounded = high + twice
    if (twice === rounded - high) high = rounded
  }
  return high
}

/** `math.sumprod` of floats, in triple-length arithmetic. */
export function sumOfProducts(a: readonly number[], b: readonly number[]): number {
  let high = 0
  let middle = 0
  let tiny = 0
  for (let i = 0; i < a.length; i++) {
    const product = twoProduct(a[i]!, b[i]!)
    const productLow = low.value
    high = twoSum(high, product)
    const sumLow = low.value
    const first = twoSum(middle, productLow)
    const firstLow = low.value
    middle = twoSum(first, sumLow)
    tiny += firstLow + low.value
  }
  const sum = high + twoSum(middle, tiny)
  // Splitting a product near the largest float overflows: once more, with room.
  if (sum !== sum && a.every((x, i) => Number.isFinite(x * b[i]!))) return sumOfProducts(a.map((x) => x / 16), b) * 16
  return sum
}

/** `math.hypot(*values)` for any number of values, and the end of `math.dist`. */
export function vectorNorm(values: readonly number[]): number {
  let max = 0
  let hasNan = false
  for (const value of values) {
    hasNan ||= value !== value
    max = Math.max(max, value !== value ? 0 : Math.abs(value))
  }
  if (max === Infinity) return max
  if (hasNan) return NaN
  if (max === 0 || values.length <= 1) return max
  const [, exponent] = frexp(max)
  const smallest = 2 ** -1022
  if (exponent < -1023) return smallest * vectorNorm(values.map((value) => value / smallest))
  let sum = 1
  let productTail = 0
  let sumTail = 0
  const take = (x: number, y: number): void => {
    const product = twoProduct(x, y)
    productTail += low.value
    sum = fastTwoSum(sum, product)
    sumTail += low.value
  }
  const scale = scaleByPower(1, -exponent)
  for (const value of values) take(value * scale, value * scale)
  let root = Math.sqrt(sum - 1 + (productTail + sumTail))
  take(-root, root)
  root += (sum - 1 + (productTail + sumTail)) / (2 * root)
  return root / scale
}
