// log2 exactly as glibc's code for x86-64 with fused multiply-add rounds it; see glibc-exp.ts.
import { inverseLn2, log2Intervals, log2Series, log2SeriesNearOne } from './glibc-log2-table.ts'
import { fma } from './summation.ts'

const OFFSET_HIGH = 0x3fe60000
/** Between these the logarithm is small, and the table would cost it digits. */
const [NEAR_ONE_FROM, NEAR_ONE_TO] = [0x3feea4af, 0x3ff0b559]

const words = new DataView(new ArrayBuffer(8))
type Terms<N extends number> = readonly number[] & { length: N }

/** r / ln 2 and what that product lacks. */
function scaled(r: number): [high: number, low: number] {
  const [first, second] = inverseLn2 as Terms<2>
  const high = r * first!
  return [high, fma(r, second!, fma(r, first!, -high))]
}

function nearOne(x: number): number {
  const [b0, b1, b2, b3, b4, b5, b6, b7, b8, b9] = log2SeriesNearOne as Terms<10>
  const r = x - 1
  const [high, low] = scaled(r)
  const square = r * r
  const fourth = square * square
  const series = fma(r, b1!, b0!)
  const sum = fma(series, square, high)
  const rest = fma(series, square, high - sum) + low
  const second = fma(fma(r, b5!, b4!), square, fma(r, b3!, b2!))
  const third = fma(fma(r, b9!, b8!), square, fma(r, b7!, b6!))
  return sum + fma(fma(third, fourth, second), fourth, rest)
}

/** log2 x, for a finite normal x > 0. */
export function glibcLog2(x: number): number {
  words.setFloat64(0, x)
  const head = words.getInt32(0)
  if (head >= NEAR_ONE_FROM && head < NEAR_ONE_TO) return nearOne(x)
  const from = head - OFFSET_HIGH
  const i = (from >> 14) & 63
  const exponent = from >> 20
  words.setInt32(0, head - (exponent << 20))
  const r = fma(words.getFloat64(0), log2Intervals[2 * i]!, -1)
  const [first, second] = scaled(r)
  const whole = exponent + log2Intervals[2 * i + 1]!
  const high = whole + first
  const low = whole - high + first + second
  const [a0, a1, a2, a3, a4, a5] = log2Series as Terms<6>
  const square = r * r
  const series = fma(fma(r, a5!, a4!), square * square, fma(fma(r, a3!, a2!), square, fma(r, a1!, a0!)))
  return fma(square, series, low) + high
}
