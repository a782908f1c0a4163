// Constants and tables of the elementary functions, as pairs, worked out in fixed point when first asked for.
import { floatToRatio } from '../int/to-float.ts'

const BITS = 200n
const ONE = 1n << BITS

/** The double pair nearest to a fixed-point number. */
export function pairOfFixed(value: bigint): readonly [number, number] {
  const hi = Number(value) / 2 ** 200
  const rest = value - fixedOfDouble(hi)
  return [hi, Number(rest) / 2 ** 200]
}

/** A double as a fixed-point number; what lies below 2^-200 is cut. */
export function fixedOfDouble(x: number): bigint {
  const [numerator, denominator] = floatToRatio(x)
  return (BigInt(numerator) << BITS) / BigInt(denominator)
}

function atanInverse(n: bigint): bigint {
  let sum = 0n
  let term = ONE / n
  for (let k = 1n, sign = 1n; term !== 0n; k += 2n, sign = -sign, term /= n * n) sum += (sign * term) / k
  return sum
}

/** Twice atanh(1 / n): the logarithm of (n + 1) / (n - 1). */
function logStep(n: bigint): bigint {
  let sum = 0n
  let term = (2n * ONE) / n
  for (let k = 1n; term !== 0n; k += 2n, term /= n * n) sum += term / k
  return sum
}

export function lazy<T>(make: () => T): () => T {
  let value: T | undefined
  return () => (value ??= make())
}

const fixedPi = lazy(() => 16n * atanInverse(5n) - 4n * atanInverse(239n))
export const fixedLn2 = lazy(() => logStep(3n))

/** ln 2 with the high part short, so that k · high is exact for |k| < 2^20, and the rest as a pair. */
export const ln2Parts = lazy(() => {
  const high = Math.floor((Number(fixedLn2()) / 2 ** 200) * 2 ** 32) / 2 ** 32
  return [high, ...pairOfFixed(fixedLn2() - fixedOfDouble(high))] as const
})
export const piPair = lazy(() => pairOfFixed(fixedPi()))
export const halfPiPair = lazy(() => pairOfFixed(fixedPi() / 2n))
/** π / 2 in parts of 33 bits: products with small integers are exact. */
export const halfPiParts = lazy(() => {
  let rest = fixedPi() / 2n
  const parts: number[] = []
  for (let place = 32n; parts.length < 3; place += 33n) {
    const part = rest >> (BITS - place)
    parts.push(Number(part) / 2 ** Number(place))
    rest -= part << (BITS - place)
  }
  return [...parts, ...pairOfFixed(rest)] as const
})
export const invLn2Pair = lazy(() => pairOfFixed((ONE * ONE) / fixedLn2()))

function fixedExp(x: bigint): bigint {
  let sum = ONE
  let term = ONE
  for (let k = 1n; term !== 0n; k++) {
    term = (term * x) / (k * ONE)
    sum += term
  }
  return sum
}

/** 2^(i / 128) for i from 0 to 127: high and low alternate. */
export const exp2Table = lazy(() => {
  const table = new Float64Array(256)
  for (let i = 0; i < 128; i++) table.set(pairOfFixed(fixedExp((fixedLn2() * BigInt(i)) / 128n)), 2 * i)
  return table
})

/** For i = 181…362: 1/c with c about i/256 in ten bits, and ln c as a pair. */
export const logTable = lazy(() => {
  const table = new Float64Array(3 * 364)
  for (let i = 180; i <= 363; i++) {
    const inverse = Math.round(262144 / i)
    // inverse / 1024 ≈ 256 / i
    const value = fixedLogOf(inverse) - 10n * fixedLn2()
    table[3 * i] = inverse / 1024
    table.set(pairOfFixed(-value), 3 * i + 1)
  }
  return table
})

const logs = new Map<number, bigint>()
/** ln n for a small integer n. */
function fixedLogOf(n: number): bigint {
  if (n === 1) return 0n
  const known = logs.get(n)
  if (known !== undefined) return known
  const value = n % 2 === 0 ? fixedLogOf(n / 2) + fixedLn2() : fixedLogOf(n - 1) + logStep(BigInt(2 * n - 1))
  logs.set(n, value)
  return value
}

/** sin and cos of i / 128, each a pair, for i from 0 to 109. */
export const sinCosTable = lazy(() => {
  const table = new Float64Array(4 * 110)
  for (let i = 0; i < 110; i++) {
    const x = (ONE * BigInt(i)) / 128n
    let [sin, cos, term] = [0n, 0n, ONE]
    for (let k = 0n; term !== 0n; k++) {
      const sign = k % 4n < 2n ? 1n : -1n
      if (k % 2n === 0n) cos += sign * term
      else sin += sign * term
      term = (term * x) / ((k + 1n) * ONE)
    }
    table.set([...pairOfFixed(sin), ...pairOfFixed(cos)], 4 * i)
  }
  return table
})

/** atan(i / 256) as pairs, for i from 0 to 256. */
export const atanTable = lazy(() => {
  const table = new Float64Array(2 * 257)
  let sum = 0n
  for (let i = 1; i <= 256; i++) {
    // atan(i/256) - atan((i-1)/256) = atan(256 / (65536 + i(i-1)))
    const x = (ONE * 256n) / BigInt(65536 + i * (i - 1))
    let term = x
    for (let k = 1n, sign = 1n; term !== 0n; k += 2n, sign = -sign, term = (((term * x) / ONE) * x) / ONE) {
      sum += (sign * term) / k
    }
    table.set(pairOfFixed(sum), 2 * i)
  }
  return table
})

/** 2/π · 2^1300, for the reduction of huge arguments. */
export const twoOverPi = lazy(() => {
  const bits = 1400n
  const one = 1n << bits
  const atan = (n: bigint): bigint => {
    let sum = 0n
    let term = one / n
    for (let k = 1n, sign = 1n; term !== 0n; k += 2n, sign = -sign, term /= n * n) sum += (sign * term) / k
    return sum
  }
  const pi = 16n * atan(5n) - 4n * atan(239n)
  return ((one << 1n) << 1300n) / pi
})
export const fixedHalfPi = lazy(() => fixedPi() / 2n)
