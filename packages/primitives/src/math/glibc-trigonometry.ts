// sin and cos exactly as glibc's code for x86-64 with fused multiply-add rounds them; see glibc-exp.ts. The constants
// are those of IBM's accurate library, which glibc took.
import { sinCosTable } from './constants.ts'
import { fma } from './summation.ts'

const sinTerms = [-0.16666666666666666, 0.008333333333332329, -0.00019841269834414642, 2.755729806860771e-6, -2.5022014848318398e-8] as const
/** Of sin and cos of what is left beside the nearest 128th. */
const shortSin = [-0.16666666666666488, 0.008333332142857223] as const
const shortCos = [0.5, -0.04166666666666644, 0.001388888740079376] as const
const halfPi = [1.5707963407039642, -1.3909067564377153e-8, -4.97899623147991e-17, -1.9034889620193266e-25] as const
const [HALF_PI, HALF_PI_REST] = [1.5707963267948966, 6.123233995736766e-17]
const PER_QUARTER = 0.6366197723675814
/** Added and taken away, these round to whole numbers and to 128ths. */
const [TO_WHOLE, TO_128TH] = [1.5 * 2 ** 52, 1.5 * 2 ** 45]
/** From here on glibc reduces the argument in another way. */
const HUGE = 105414350

/** The polynomials at x: sin less x, with the rest of x in it, and 1 - cos. */
function polynomials(x: number, rest: number): { cubic: number; versine: number } {
  const square = x * x
  const versine = square * fma(square, fma(square, shortCos[2], shortCos[1]), shortCos[0])
  return { cubic: fma(x * square, fma(square, shortSin[1], shortSin[0]), rest), versine }
}

/** sin of x + rest. */
function sinOf(x: number, rest: number): number {
  if (Math.abs(x) < 0.126) {
    const square = x * x
    const [s1, s2, s3, s4, s5] = sinTerms
    const series = fma(fma(fma(fma(s5, square, s4), square, s3), square, s2), square, s1)
    return x + fma(fma(series, x, -(0.5 * rest)), square, rest)
  }
  const signed = x <= 0 ? -rest : rest
  const near = TO_128TH + Math.abs(x) - TO_128TH
  const table = sinCosTable()
  const at = 512 * near
  const [sin, sinLow, cos, cosLow] = [table[at]!, table[at + 1]!, table[at + 2]!, table[at + 3]!]
  const d = Math.abs(x) - near
  const { cubic, versine } = polynomials(d, signed)
  const s = d + cubic
  const value = sin + fma(cos, s, fma(-sin, fma(d, signed, versine), fma(s, cosLow, sinLow)))
  return x < 0 ? -value : value
}

/** cos of x + rest. */
function cosOf(x: number, rest: number): number {
  const near = TO_128TH + Math.abs(x) - TO_128TH
  const table = sinCosTable()
  const at = 512 * near
  const [sin, sinLow, cos, cosLow] = [table[at]!, table[at + 1]!, table[at + 2]!, table[at + 3]!]
  const d = Math.abs(x) - near + (x < 0 ? -rest : rest)
  const { cubic: s, versine } = polynomials(d, d)
  return cos + fma(-s, sin, fma(-versine, cos, fma(-s, sinLow, cosLow)))
}

/** sin of x plus so many quarter turns; undefined where glibc's way is not followed. */
function turned(x: number, turns: number): number | undefined {
  if (Math.abs(x) >= HUGE) return undefined
  const n = fma(x, PER_QUARTER, TO_WHOLE) - TO_WHOLE
  const y = fma(-n, halfPi[1], fma(-n, halfPi[0], x))
  const second = fma(-n, halfPi[2], y)
  const secondRest = fma(-n, halfPi[2], y - second)
  const third = fma(-n, halfPi[3], second)
  const rest = secondRest + fma(-n, halfPi[3], second - third)
  const quadrant = (n + turns) & 3
  const value = quadrant & 1 ? cosOf(third, rest) : sinOf(third, rest)
  return quadrant & 2 ? -value : value
}

/** sin x, for 2^-26 ≤ |x|. */
export function glibcSin(x: number): number | undefined {
  const size = Math.abs(x)
  if (size < 0.85546875) return sinOf(x, 0)
  if (size < 2.426265) {
    const value = cosOf(HALF_PI - size, HALF_PI_REST)
    return x < 0 ? -value : value
  }
  return turned(x, 0)
}

/** cos x. */
export function glibcCos(x: number): number | undefined {
  const size = Math.abs(x)
  if (size < 0.85546875) return cosOf(x, 0)
  if (size < 2.426265) {
    const y = HALF_PI - size
    const near = y + HALF_PI_REST
    return sinOf(near, y - near + HALF_PI_REST)
  }
  return turned(x, 1)
}
