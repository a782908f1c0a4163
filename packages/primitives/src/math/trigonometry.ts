// sin, cos, tan and their inverses in double-double.
import {
  atanTable, fixedHalfPi, halfPiPair, halfPiParts, pairOfFixed, piPair, sinCosTable, twoOverPi,
} from './constants.ts'
import {
  addPairs, dividePairs, fastTwoSum, isDoubtful, low, multiplyPairs, squareRootOfPair, twoProduct, twoSum,
} from './double-double.ts'
import { glibcCos, glibcSin } from './glibc-trigonometry.ts'
import { floatToRatio } from '../int/to-float.ts'

let quadrant = 0

/** x - n·π/2 as a pair in [-π/4, π/4]; n modulo 4 is left in `quadrant`. */
function reduce(x: number): number {
  const size = Math.abs(x)
  if (size <= 0.7853981633974483) {
    quadrant = 0
    low.value = 0
    return x
  }
  if (size > 500000) return reduceHuge(x)
  const n = Math.round(x * 0.6366197723675814)
  quadrant = n & 3
  const [a, b, c, d, e] = halfPiParts() as unknown as [number, number, number, number, number]
  let h = x - n * a
  h = twoSum(h, -n * b)
  let l = low.value
  h = addPairs(h, l, -n * c, 0)
  l = low.value
  const product = twoProduct(n, d)
  return addPairs(h, l, -product, -(low.value + n * e))
}

function reduceHuge(x: number): number {
  const [ratio] = floatToRatio(Math.abs(x))
  const [, denominator] = floatToRatio(Math.abs(x))
  // x·2/π in fixed point; the fraction keeps 200 bits.
  const scaled = (BigInt(ratio) * twoOverPi()) / BigInt(denominator)
  let n = scaled >> 1300n
  let fraction = scaled - (n << 1300n)
  if (fraction >> 1299n) {
    n += 1n
    fraction -= 1n << 1300n
  }
  const rest = ((fraction >> 1050n) * fixedHalfPi()) >> 250n
  const [h, l] = pairOfFixed(rest)
  quadrant = Number(n & 3n)
  if (x > 0) {
    low.value = l
    return h
  }
  quadrant = (4 - quadrant) & 3
  low.value = -l
  return -h
}

/** sin (or cos) of a reduced pair. */
function sinOrCos(h: number, l: number, wantCos: boolean): number {
  const negative = h < 0
  const xh = negative ? -h : h
  const xl = negative ? -l : l
  const i = Math.round(xh * 128)
  const table = sinCosTable()
  const dh = fastTwoSum(xh - i / 128, xl)
  const dl = low.value
  const square = twoProduct(dh, dh)
  const squareLow = low.value + 2 * dh * dl
  const cubic = dh * square * (-1 / 6 + square * (1 / 120 - square / 5040))
  const quartic = square * square * (1 / 24 - square * (1 / 720 - square / 40320))
  // sin d = d + cubic, cos d - 1 = -d²/2 + quartic
  const at = 4 * i
  const sh = table[at]!
  const sl = table[at + 1]!
  const ch = table[at + 2]!
  const cl = table[at + 3]!
  if (wantCos) {
    let p = multiplyPairs(ch, cl, -square / 2, quartic - squareLow / 2)
    let pl = low.value
    const q = multiplyPairs(sh, sl, -dh, -dl - cubic)
    p = addPairs(p, pl, q, low.value)
    pl = low.value
    return addPairs(ch, cl, p, pl)
  }
  const sine = fastTwoSum(dh, dl + cubic)
  let p = multiplyPairs(ch, cl, sine, low.value)
  let pl = low.value
  if (i > 0) {
    const q = multiplyPairs(sh, sl, -square / 2, quartic - squareLow / 2)
    p = addPairs(p, pl, q, low.value)
    pl = low.value
    p = addPairs(sh, sl, p, pl)
    pl = low.value
  }
  low.value = negative ? -pl : pl
  return negative ? -p : p
}

/** glibc's sin and cos err by 0.55 of a last place at most. */
const STRETCH = 1.12

/** As glibc's. */
export function sin(x: number): number {
  if (!Number.isFinite(x)) return NaN
  if (Math.abs(x) < 2 ** -26) return x
  const h = reduce(x)
  const hi = sinOrCos(h, low.value, (quadrant & 1) === 1)
  const theirs = isDoubtful(hi, low.value, STRETCH) ? glibcSin(x) : undefined
  return theirs ?? (quadrant & 2 ? -hi : hi)
}

/** As glibc's. */
export function cos(x: number): number {
  if (!Number.isFinite(x)) return NaN
  if (Math.abs(x) < 2 ** -27) return 1
  const h = reduce(x)
  const hi = sinOrCos(h, low.value, (quadrant & 1) === 0)
  const theirs = isDoubtful(hi, low.value, STRETCH) ? glibcCos(x) : undefined
  return theirs ?? ((quadrant + 1) & 2 ? -hi : hi)
}

export function tan(x: number): number {
  if (!Number.isFinite(x)) return NaN
  if (Math.abs(x) < 2 ** -27) return x
  const h = reduce(x)
  const l = low.value
  const odd = (quadrant & 1) === 1
  const sine = sinOrCos(h, l, false)
  const sineLow = low.value
  const cosine = sinOrCos(h, l, true)
  const cosineLow = low.value
  if (odd) return dividePairs(-cosine, -cosineLow, sine, sineLow) + low.value
  return dividePairs(sine, sineLow, cosine, cosineLow) + low.value
}

/** atan((yh + yl) / (xh + xl)) for a quotient between 0 and 1, x > 0, as a pair. */
function atanOfQuotient(yh: number, yl: number, xh: number, xl: number): number {
  const i = Math.round((yh / xh) * 256)
  const c = i / 256
  let th = yh
  let tl = yl
  if (i > 0) {
    // (y/x - c) / (1 + c·y/x) = (y - c·x) / (x + c·y)
    const cx = multiplyPairs(xh, xl, c, 0)
    const top = addPairs(yh, yl, -cx, -low.value)
    const topLow = low.value
    const cy = multiplyPairs(yh, yl, c, 0)
    const bottom = addPairs(xh, xl, cy, low.value)
    th = dividePairs(top, topLow, bottom, low.value)
  } else {
    th = dividePairs(yh, yl, xh, xl)
  }
  tl = low.value
  const square = th * th
  const tail = th * square * (-1 / 3 + square * (1 / 5 - square * (1 / 7 - square / 9)))
  const sum = fastTwoSum(th, tl + tail)
  if (i === 0) return sum
  return addPairs(atanTable()[2 * i]!, atanTable()[2 * i + 1]!, sum, low.value)
}

/** atan2 of pairs, as a pair; y ≥ 0. */
function atan2Pair(yh: number, yl: number, xh: number, xl: number): number {
  const right = Math.abs(xh)
  const rightLow = xh < 0 ? -xl : xl
  let angle: number
  if (yh <= right) angle = atanOfQuotient(yh, yl, right, rightLow)
  else {
    const other = atanOfQuotient(right, rightLow, yh, yl)
    const [h, l] = halfPiPair()
    angle = addPairs(h, l, -other, -low.value)
  }
  if (xh >= 0) return angle
  const [h, l] = piPair()
  return addPairs(h, l, -angle, -low.value)
}

export function atan(x: number): number {
  if (x !== x || Math.abs(x) < 2 ** -27) return x
  const size = Math.abs(x)
  if (size > 2 ** 60) return x < 0 ? -1.5707963267948966 : 1.5707963267948966
  const value = atan2Pair(size, 0, 1, 0) + low.value
  return x < 0 ? -value : value
}

export function asin(x: number): number {
  if (!(Math.abs(x) <= 1)) return NaN
  if (Math.abs(x) < 2 ** -27) return x
  const h = cosineOf(x)
  const value = atan2Pair(Math.abs(x), 0, h, low.value) + low.value
  return x < 0 ? -value : value
}

export function acos(x: number): number {
  if (!(Math.abs(x) <= 1)) return NaN
  const h = cosineOf(x)
  return atan2Pair(h, low.value, x, 0) + low.value
}

/** √(1 - x²) as a pair. */
function cosineOf(x: number): number {
  const square = twoProduct(x, x)
  const rest = addPairs(1, 0, -square, -low.value)
  return squareRootOfPair(rest, low.value)
}

/** C's atan2. */
export function atan2(y: number, x: number): number {
  if (x === 0 || y === 0 || !Number.isFinite(x) || !Number.isFinite(y)) return Math.atan2(y, x)
  let [a, b] = [Math.abs(y), x]
  const ratio = Math.abs(y / x)
  if (ratio > 2 ** 65 || (ratio < 2 ** -65 && x < 0)) return Math.atan2(y, x)
  const largest = Math.max(a, Math.abs(b))
  if (largest > 2 ** 900 || largest < 2 ** -900) {
    const scale = largest > 1 ? 2 ** -600 : 2 ** 600
    a *= scale
    b *= scale
  }
  if (ratio < 2 ** -1000 || a < 2 ** -960) return (y < 0 ? -1 : 1) * (
    x > 0 ? Math.abs(y / x) : 3.141592653589793
  )
  const value = atan2Pair(a, 0, b, 0) + low.value
  return y < 0 ? -value : value
}
