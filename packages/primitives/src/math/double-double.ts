// Pairs hi + lo of doubles, about 106 bits: what the elementary functions compute in before they round once.
// A function returns hi and leaves lo in `low.value`: no allocation on hot paths.

export const low = { value: 0 }

/** a + b exactly. */
export function twoSum(a: number, b: number): number {
  const sum = a + b
  const part = sum - a
  low.value = a - (sum - part) + (b - part)
  return sum
}

/** a + b exactly, for |a| ≥ |b|. */
export function fastTwoSum(a: number, b: number): number {
  const sum = a + b
  low.value = b - (sum - a)
  return sum
}

const SPLIT = 134217729

/** a · b exactly, barring overflow. */
export function twoProduct(a: number, b: number): number {
  const product = a * b
  let t = SPLIT * a
  const aHigh = t - (t - a)
  const aLow = a - aHigh
  t = SPLIT * b
  const bHigh = t - (t - b)
  const bLow = b - bHigh
  low.value = aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow)
  return product
}

/** (ah + al) + (bh + bl) */
export function addPairs(ah: number, al: number, bh: number, bl: number): number {
  const sum = twoSum(ah, bh)
  const rest = low.value
  const lows = twoSum(al, bl)
  const tail = low.value
  const first = fastTwoSum(sum, rest + lows)
  return fastTwoSum(first, low.value + tail)
}

/** (ah + al) · (bh + bl) */
export function multiplyPairs(ah: number, al: number, bh: number, bl: number): number {
  const product = twoProduct(ah, bh)
  return fastTwoSum(product, low.value + (ah * bl + al * bh))
}

/** (ah + al) / (bh + bl) */
export function dividePairs(ah: number, al: number, bh: number, bl: number): number {
  const q = ah / bh
  const product = multiplyPairs(bh, bl, q, 0)
  const rest = addPairs(ah, al, -product, -low.value)
  const q2 = rest / bh
  const product2 = multiplyPairs(bh, bl, q2, 0)
  const rest2 = addPairs(rest, low.value - 0, -product2, -low.value)
  const sum = fastTwoSum(q, q2)
  return fastTwoSum(sum, low.value + rest2 / bh)
}

/** √(ah + al) */
export function squareRootOfPair(ah: number, al: number): number {
  if (ah === 0) {
    low.value = 0
    return 0
  }
  const root = Math.sqrt(ah)
  const square = twoProduct(root, root)
  const rest = addPairs(ah, al, -square, -low.value)
  return fastTwoSum(root, rest / (2 * root))
}

/**
 * Is hi + lo so near the middle of two floats that a less accurate function may round to the other one? Stretched by as
 * much as that function errs, lo then reaches the next float.
 */
export const isDoubtful = (hi: number, lo: number, stretch: number): boolean => hi + lo * stretch !== hi

/** 2**-1022 to 2**1023: V8 asks its general power function, which is far slower. */
let powersOfTwo: Float64Array | undefined

/** x · 2^exponent, with one rounding. */
export function scaleByPower(x: number, exponent: number): number {
  if (exponent > 1023) {
    const big = x * 2 ** 1023
    if (exponent > 3069) return big * 2 ** 1023 * 2 ** 1023
    if (exponent > 2046) return big * 2 ** 1023 * 2 ** (exponent - 2046)
    return big * 2 ** (exponent - 1023)
  }
  if (exponent >= -1022) return x * ((powersOfTwo ??= Float64Array.from({ length: 2046 }, (_, i) => 2 ** (i - 1022)))[exponent + 1022] as number)
  // 2^-969 first: the product stays normal or the next step rounds it alone.
  const small = x * 2 ** -969
  if (exponent >= -1991) return small * 2 ** (exponent + 969)
  return exponent < -3000 ? x * 0 : small * 2 ** -969 * 2 ** (exponent + 1938)
}

/** The pair (hi + lo) · 2^exponent rounded once, also where it is subnormal. */
export function roundPair(hi: number, lo: number, exponent: number): number {
  const size = Math.abs(hi)
  if (
    exponent >= -1020 || size * 2 ** Math.max(exponent + 1022, -60) >= 1
  ) return scaleByPower(hi + lo, exponent)
  // Add and take away a power whose last place is that of the subnormals, so that one addition rounds.
  const big = scaleByPower(1.5 * 2 ** 52, -1074 - exponent)
  const sum = twoSum(big, hi)
  const rounded = sum + (low.value + lo)
  const rest = sum - rounded + low.value + lo
  return scaleByPower(rounded - big + (rest === 0 ? 0 : 0), exponent)
}

const views = new DataView(new ArrayBuffer(8))
/** The high 32 bits of a double. */
export function highWord(x: number): number {
  views.setFloat64(0, x)
  return views.getInt32(0)
}
/** x with its low 32 bits cleared. */
export function clearLowWord(x: number): number {
  views.setFloat64(0, x)
  views.setInt32(4, 0)
  return views.getFloat64(0)
}
/** x with n added to its exponent. */
export function addExponent(x: number, n: number): number {
  views.setFloat64(0, x)
  views.setInt32(0, views.getInt32(0) + (n << 20))
  return views.getFloat64(0)
}
