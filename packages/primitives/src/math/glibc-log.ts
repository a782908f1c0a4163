// log exactly as glibc's code for x86-64 with fused multiply-add rounds it; see glibc-exp.ts.
import { logIntervals, logSeries, logSeriesNearOne } from './glibc-log-table.ts'
import { fma } from './summation.ts'

const ln2 = { high: 0.6931471805598903, low: 5.497923018708371e-14 }
const OFFSET_HIGH = 0x3fe60000

const words = new DataView(new ArrayBuffer(8))

function nearOne(x: number): number {
  const [b0, b1, b2, b3, b4, b5, b6, b7, b8, b9, b10] = logSeriesNearOne as readonly number[] & { length: 11 }
  const r = x - 1
  const square = r * r
  const cube = r * square
  const third = fma(cube, b10!, fma(square, b9!, fma(r, b8!, b7!)))
  const second = fma(cube, third, fma(square, b6!, fma(r, b5!, b4!)))
  const first = fma(cube, second, fma(square, b3!, fma(r, b2!, b1!)))
  // r in two parts, so that the square of the first is exact.
  const far = r * 2 ** 27
  const top = r + far - far
  const half = top * top * b0!
  const high = r + half
  const rest = fma(b0! * (r - top), top + r, r - high + half)
  return fma(cube, first, rest) + high
}

/** log x, for a finite normal x > 0. */
export function glibcLog(x: number): number {
  if (x >= 0.9375 && x < 1.0646972656250000) return nearOne(x)
  words.setFloat64(0, x)
  const head = words.getInt32(0)
  const from = head - OFFSET_HIGH
  const i = (from >> 13) & 127
  const exponent = from >> 20
  words.setInt32(0, head - (exponent << 20))
  const z = words.getFloat64(0)
  const r = fma(z, logIntervals[2 * i]!, -1)
  const whole = fma(exponent, ln2.high, logIntervals[2 * i + 1]!)
  const high = whole + r
  const low = fma(exponent, ln2.low, whole - high + r)
  const [a0, a1, a2, a3, a4] = logSeries
  const square = r * r
  const series = fma(square, fma(r, a4!, a3!), fma(r, a2!, a1!))
  return fma(r * square, series, fma(square, a0!, low)) + high
}
