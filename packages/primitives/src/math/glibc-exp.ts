// exp, exp2 and pow exactly as glibc's code for x86-64 rounds them (its own with fused multiply-add, but for exp2).
// The functions in exp-log.ts are more accurate; where theirs lie near the middle of two floats, glibc may
// round to the other side, and these say where. The constants are those of ARM's optimized routines, which glibc took.
import { exp2Table, lazy } from './constants.ts'
import { low, scaleByPower } from './double-double.ts'
import { logPair } from './log-pair.ts'
import { fma } from './summation.ts'

const STEPS = 128
const SHIFT = 1.5 * 2 ** 52
/** 128 / ln 2, and -ln 2 / 128 in two parts. */
const perStep = 184.6649652337873
const step = { high: -0.005415212348111709, low: -1.2864023111638344e-14 }
const expTerms = [0.49999999999996786, 0.16666666666665886, 0.0416666808410674, 0.008333335853059549] as const
const exp2Terms = [0.6931471805599453, 0.24022650695909065, 0.0555041086686087, 0.009618131975721055, 0.0013332074570119598] as const

/** 2^(i/128) as a float, and how much is missing of it, relatively. */
const powers = lazy(() => {
  const table = exp2Table()
  return Float64Array.from({ length: 2 * STEPS }, (_, i) => (i % 2 === 0 ? table[i]! : table[i]! / table[i - 1]!))
})

/** 2^(k/128) · (1 + sum): `sumOf` makes the sum from what the table's power lacks, `last` takes the last step. */
function scaled(k: number, sumOf: (tail: number) => number, last: (power: number, sum: number) => number): number {
  const i = ((k % STEPS) + STEPS) % STEPS
  const power = powers()[2 * i]!
  const sum = sumOf(powers()[2 * i + 1]!)
  const exponent = (k - i) / STEPS
  return exponent < -700 ? lifted(scaleByPower(power, exponent + 1022), sum) : scaleByPower(last(power, sum), exponent)
}

/** The last steps where the result may be subnormal: 1 is added and taken away, so that it is rounded in the right place. */
function lifted(scale: number, sum: number): number {
  const part = scale * sum
  const y = scale + part
  if (y >= 1) return y * 2 ** -1022
  const rest = scale - y + part
  const high = 1 + y
  return (high + (1 - high + y + rest) - 1) * 2 ** -1022
}

/** exp(x + tail), for results that do not overflow. */
export function glibcExp(x: number, xTail: number): number {
  const k = fma(perStep, x, SHIFT) - SHIFT
  const r = fma(k, step.low, fma(k, step.high, x)) + xTail
  const square = r * r
  const [c2, c3, c4, c5] = expTerms
  return scaled(
    k,
    (tail) => fma(square * square, fma(r, c5, c4), fma(square, fma(r, c3, c2), tail + r)),
    // Where the result may be subnormal, the last step is not fused.
    (power, sum) => (x <= -512 ? power + power * sum : fma(power, sum, power)),
  )
}

/** 2^x, without fused operations. */
export function glibcExp2(x: number): number {
  const shift = SHIFT / STEPS
  const k = x + shift - shift
  const r = x - k
  const square = r * r
  const [c1, c2, c3, c4, c5] = exp2Terms
  return scaled(
    k * STEPS,
    (tail) => tail + r * c1 + square * (c2 + r * c3) + square * square * (c4 + r * c5),
    (power, sum) => power + power * sum,
  )
}

const ln2 = { high: 0.6931471805598903, low: 5.497923018708371e-14 }
const logTerms = [
  0.3333333333333339 * -2, -0.25000000000000033 * -2, 0.1999999998830994 * 4, -0.16666666658719348 * 4,
  0.14286370355743763 * -8, -0.12500519079594427 * -8,
] as const
/** High word of the double where the intervals begin whose centres the table is made for. */
const OFFSET = 0x3fe69555

const words = new DataView(new ArrayBuffer(8))

/** By interval: about 1/c, in few bits, and the logarithm of c in two parts. */
const intervals = lazy(() =>
  Array.from({ length: STEPS }, (_, i) => {
    words.setFloat64(0, 0)
    words.setInt32(0, OFFSET + ((2 * i + 1) << 12))
    const centre = words.getFloat64(0)
    const bits = centre < 1 ? 128 : 256
    const inverse = Math.round(bits / centre) / bits
    const hi = logPair(inverse)
    const rounded = Math.round(hi * 2 ** 43) / 2 ** 43
    return { inverse, high: 0 - rounded, low: 0 - (hi - rounded + low.value) }
  }),
)

/** x to the power of y, for a finite x > 0 and results that do not overflow. */
export function glibcPow(x: number, y: number): number {
  // Made at first, with the same words.
  const table = intervals()
  const small = x < 2 ** -1022
  words.setFloat64(0, small ? x * 2 ** 52 : x)
  const top = words.getInt32(0)
  const from = top - OFFSET
  const interval = table[(from >> 13) & 127]!
  const binade = from >> 20
  const exponent = small ? binade - 52 : binade
  words.setInt32(0, top - (binade << 20))
  const z = words.getFloat64(0)
  const r = fma(z, interval.inverse, -1)
  const first = fma(exponent, ln2.high, interval.high)
  const second = first + r
  const half = -0.5 * r
  const square = r * half
  const high = second + square
  const rest = fma(exponent, ln2.low, interval.low) + (first - second + r) + fma(half, r, -square) + (second - high + square)
  const [a1, a2, a3, a4, a5, a6] = logTerms
  const series = fma(square, fma(square, fma(r, a6, a5), fma(r, a4, a3)), fma(r, a2, a1))
  const tail = fma(r * square, series, rest)
  const log = high + tail
  const logTail = high - log + tail
  const product = y * log
  return glibcExp(product, fma(y, logTail, fma(y, log, -product)))
}
