// cbrt and hypot as glibc computes them; exact operations on the parts of a float.
import { low, scaleByPower, twoProduct } from './double-double.ts'

/** Mantissa in [0.5, 1) and exponent. */
export function frexp(x: number): [number, number] {
  if (x === 0 || !Number.isFinite(x)) return [x, 0]
  const size = Math.abs(x)
  let exponent = Math.max(-1023, Math.floor(Math.log2(size)) + 1)
  let mantissa = scaleByPower(x, -exponent)
  while (Math.abs(mantissa) < 0.5) {
    mantissa *= 2
    exponent--
  }
  while (Math.abs(mantissa) >= 1) {
    mantissa /= 2
    exponent++
  }
  return [mantissa, exponent]
}

/** x · 2^exponent, rounded once; infinite on overflow. */
export function ldexp(x: number, exponent: number): number {
  if (x === 0 || !Number.isFinite(x)) return x
  const [mantissa, own] = frexp(x)
  const power = own + exponent
  if (power > 1024) return mantissa * Infinity
  if (power < -1075) return mantissa * 0
  return power > -1000 ? mantissa * 2 ** (power - 1) * 2 : mantissa * 2 ** -500 * 2 ** (power + 500)
}

/** Fraction and whole part, both with the sign of x. */
export function modf(x: number): [number, number] {
  if (Math.abs(x) === Infinity) return [x < 0 ? -0 : 0, x]
  const whole = Math.trunc(x)
  const rest = x - whole
  return [rest === 0 ? copysign(0, x) : rest, whole]
}

export function copysign(x: number, y: number): number {
  const negative = y < 0 || Object.is(y, -0)
  return (x < 0 || Object.is(x, -0)) === negative ? x : -x
}

const words = new DataView(new ArrayBuffer(8))
/** The neighbour of x towards y. */
export function nextAfter(x: number, y: number): number {
  if (x !== x || y !== y) return NaN
  if (x === y) return y
  if (x === 0) return y > 0 ? 5e-324 : -5e-324
  words.setFloat64(0, x)
  const bits = words.getBigInt64(0)
  words.setBigInt64(0, x < y === x > 0 ? bits + 1n : bits - 1n)
  return words.getFloat64(0)
}

/** `math.ulp(x)` */
export function ulp(x: number): number {
  const size = Math.abs(x)
  if (!Number.isFinite(size)) return size
  const next = nextAfter(size, Infinity)
  return next === Infinity ? size - nextAfter(size, -Infinity) : next - size
}

/** IEEE remainder: x less the multiple of y nearest to x, ties to even. */
export function remainder(x: number, y: number): number {
  if (!Number.isFinite(x) || !Number.isFinite(y)) {
    if (x !== x || y !== y) return NaN
    return Math.abs(x) === Infinity || y === 0 ? NaN : x
  }
  if (y === 0) return NaN
  const size = Math.abs(x)
  const step = Math.abs(y)
  const m = size % step
  const c = step - m
  const r = m < c ? m : m > c ? -c : m - 2 * ((0.5 * (size - m)) % step)
  return copysign(1, x) * r
}

const CBRT2 = 1.2599210498948731648
const CBRT4 = 1.5874010519681994748
const factors = [1 / CBRT4, 1 / CBRT2, 1, CBRT2, CBRT4]

export function cbrt(x: number): number {
  if (x === 0 || !Number.isFinite(x)) return x
  const [m, e] = frexp(Math.abs(x))
  const u =
    0.354895765043919860 +
    (1.50819193781584896 -
      (2.11499494167371287 -
        (2.4469312256353443 - (1.83469277483613086 - (0.784932344976639262 - 0.145263899385486367 * m) * m) * m) * m) *
        m) *
      m
  const cube = u * u * u
  const root = ((u * (cube + 2 * m)) / (2 * cube + m)) * factors[2 + (e % 3)]!
  return ldexp(x > 0 ? root : -root, Math.trunc(e / 3))
}

/** C's hypot, correctly rounded. */
export function hypot(a: number, b: number): number {
  if (Math.abs(a) === Infinity || Math.abs(b) === Infinity) return Infinity
  if (a !== a || b !== b) return NaN
  const x = Math.max(Math.abs(a), Math.abs(b))
  const y = Math.min(Math.abs(a), Math.abs(b))
  if (y === 0 || x / y > 2 ** 54) return x + y
  const scale = x > 2 ** 500 ? 2 ** -600 : y < 2 ** -400 ? 2 ** 600 : 1
  const p = x * scale
  const q = y * scale
  const h = Math.sqrt(p * p + q * q)
  const a2 = twoProduct(p, p)
  const a2Low = low.value
  const b2 = twoProduct(q, q)
  const b2Low = low.value
  const h2 = twoProduct(h, h)
  const delta = h2 - a2 - b2 + (low.value - a2Low - b2Low)
  return (h - delta / (2 * h)) / scale
}
