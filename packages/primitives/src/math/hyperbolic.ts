// expm1, log1p, log10 and the hyperbolic functions by the methods of fdlibm in glibc's order of operations:
// these are not correctly rounded, so only the same steps give the same last bit. expm1 and log1p are those with fused multiply-add.
import { exp, log } from './exp-log.ts'
import { addExponent, highWord } from './double-double.ts'
import { fma } from './summation.ts'

const LN2_HIGH = 6.93147180369123816490e-1
const LN2_LOW = 1.90821492927058770002e-10
const LN2 = 6.93147180559945286227e-1
const INV_LN2 = 1.44269504088896338700
const Q1 = -3.33333333333331316428e-2
const Q2 = 1.58730158725481460165e-3
const Q3 = -7.93650757867487942473e-5
const Q4 = 4.00821782732936239552e-6
const Q5 = -2.01099218183624371326e-7

export function expm1(value: number): number {
  let x = value
  const size = Math.abs(x)
  const high = highWord(size)
  if (high >= 0x4043687a) {
    if (high >= 0x40862e42) {
      if (x !== x) return x
      if (!Number.isFinite(x)) return x > 0 ? x : -1
      if (x > 7.09782712893383973096e2) return Infinity
    }
    if (x < 0) return -1
  }
  let k = 0
  let c = 0
  if (high > 0x3fd62e42) {
    let hi: number
    let lo: number
    if (high < 0x3ff0a2b2) {
      k = x > 0 ? 1 : -1
      hi = x - k * LN2_HIGH
      lo = k * LN2_LOW
    } else {
      k = Math.trunc(INV_LN2 * x + (x < 0 ? -0.5 : 0.5))
      hi = x - k * LN2_HIGH
      lo = k * LN2_LOW
    }
    x = hi - lo
    c = hi - x - lo
  } else if (high < 0x3c900000) return x
  const hfx = 0.5 * x
  const hxs = x * hfx
  const h2 = hxs * hxs
  const h4 = h2 * h2
  const r1 = fma(h4, fma(hxs, Q5, Q4), fma(h2, fma(hxs, Q3, Q2), fma(hxs, Q1, 1)))
  let t = fma(-r1, hfx, 3)
  let e = hxs * ((r1 - t) / fma(-x, t, 6))
  if (k === 0) return x - fma(x, e, -hxs)
  e = fma(e - c, x, -c)
  e -= hxs
  if (k === -1) return 0.5 * (x - e) - 0.5
  if (k === 1) return x < -0.25 ? -2 * (e - (x + 0.5)) : 1 + 2 * (x - e)
  if (k <= -2 || k > 56) return addExponent(1 - (e - x), k) - 1
  if (k < 20) {
    t = 1 - 2 ** -k
    return addExponent(t - (e - x), k)
  }
  t = 2 ** -k
  return addExponent(x - (e + t) + 1, k)
}

const L1 = 6.666666666666735130e-1
const L2 = 3.999999999940941908e-1
const L3 = 2.857142874366239149e-1
const L4 = 2.222219843214978396e-1
const L5 = 1.818357216161805012e-1
const L6 = 1.531383769920937332e-1
const L7 = 1.479819860511658591e-1

export function log1p(x: number): number {
  if (x <= -1 || x !== x) return x === -1 ? -Infinity : NaN
  if (x === Infinity) return x
  const hx = highWord(x)
  const ax = hx & 0x7fffffff
  let k = 1
  let f = 0
  let hu = 1
  let c = 0
  if (hx < 0x3fda827a) {
    if (ax < 0x3e200000) return ax < 0x3c900000 ? x : x - x * x * 0.5
    if (hx > 0 || hx <= (0xbfd2bec3 | 0)) {
      k = 0
      f = x
    }
  }
  if (k !== 0) {
    let u: number
    if (hx < 0x43400000) {
      u = 1 + x
      hu = highWord(u)
      k = (hu >> 20) - 1023
      c = k > 0 ? 1 - (u - x) : x - (u - 1)
      c /= u
    } else {
      u = x
      hu = highWord(u)
      k = (hu >> 20) - 1023
    }
    hu &= 0x000fffff
    if (hu < 0x6a09e) {
      u = withHigh(u, hu | 0x3ff00000)
    } else {
      k += 1
      u = withHigh(u, hu | 0x3fe00000)
      hu = (0x00100000 - hu) >> 2
    }
    f = u - 1
  }
  const hfsq = 0.5 * f * f
  if (hu === 0) {
    if (f === 0) {
      if (k === 0) return 0
      return fma(k, LN2_HIGH, fma(k, LN2_LOW, c))
    }
    const r = hfsq * fma(-0.66666666666666666, f, 1)
    return k === 0 ? f - r : fma(k, LN2_HIGH, -(r - fma(k, LN2_LOW, c) - f))
  }
  const s = f / (2 + f)
  const z = s * s
  const z2 = z * z
  const z4 = z2 * z2
  const z6 = z4 * z2
  const r = fma(z6, fma(z, L7, L6), fma(z4, fma(z, L5, L4), fma(z, L1, z2 * fma(z, L3, L2))))
  if (k === 0) return f - (hfsq - s * (hfsq + r))
  return fma(k, LN2_HIGH, -(hfsq - (s * (hfsq + r) + fma(k, LN2_LOW, c)) - f))
}

const words = new DataView(new ArrayBuffer(8))
function withHigh(x: number, high: number): number {
  words.setFloat64(0, x)
  words.setInt32(0, high)
  return words.getFloat64(0)
}

const INV_LN10 = 4.34294481903251816668e-1
const LOG10_2_HIGH = 3.01029995663611771306e-1
const LOG10_2_LOW = 3.69423907715893078616e-13

export function log10(x: number): number {
  if (!(x > 0) || x === Infinity) return x === 0 ? -Infinity : x === Infinity ? x : NaN
  let k = 0
  let m = x
  if (highWord(m) < 0x00100000) {
    k -= 54
    m *= 2 ** 54
  }
  let high = highWord(m)
  k += (high >> 20) - 1023
  const i = k < 0 ? 1 : 0
  high = (high & 0x000fffff) | ((0x3ff - i) << 20)
  const y = k + i
  const z = y * LOG10_2_LOW + INV_LN10 * log(withHigh(m, high))
  return z + y * LOG10_2_HIGH
}

export function sinh(x: number): number {
  if (!Number.isFinite(x)) return x
  const size = Math.abs(x)
  const h = x < 0 ? -0.5 : 0.5
  if (size < 22) {
    if (size < 2 ** -28) return x
    const t = expm1(size)
    return size < 1 ? h * (2 * t - (t * t) / (t + 1)) : h * (t + t / (t + 1))
  }
  if (size < 709.78) return h * exp(size)
  const w = exp(0.5 * size)
  return h * w * w
}

export function cosh(x: number): number {
  if (!Number.isFinite(x)) return Math.abs(x)
  const size = Math.abs(x)
  if (size < 22) {
    if (highWord(size) < 0x3fd62e43) {
      if (highWord(size) < 0x3c800000) return 1
      const t = expm1(size)
      const w = 1 + t
      return 1 + (t * t) / (w + w)
    }
    const t = exp(size)
    return 0.5 * t + 0.5 / t
  }
  if (size < 709.78) return 0.5 * exp(size)
  const w = exp(0.5 * size)
  return 0.5 * w * w
}

export function tanh(x: number): number {
  if (!Number.isFinite(x)) return x !== x ? x : x > 0 ? 1 : -1
  const size = Math.abs(x)
  let z = 1
  if (size < 22) {
    if (size < 2 ** -55) return x * (1 + x)
    if (size >= 1) z = 1 - 2 / (expm1(2 * size) + 2)
    else {
      const t = expm1(-2 * size)
      z = -t / (t + 2)
    }
  }
  return x < 0 ? -z : z
}

export function asinh(x: number): number {
  const size = Math.abs(x)
  if (size < 2 ** -28 || !Number.isFinite(x)) return x
  let w: number
  if (size > 2 ** 28) w = log(size) + LN2
  else if (size > 2) w = log(2 * size + 1 / (Math.sqrt(x * x + 1) + size))
  else {
    const t = x * x
    w = log1p(size + t / (1 + Math.sqrt(1 + t)))
  }
  return x < 0 ? -w : w
}

export function acosh(x: number): number {
  if (x === Infinity || x === 1 || !(x > 1)) return x === Infinity ? x : x === 1 ? 0 : NaN
  if (x > 2 ** 28) return log(x) + LN2
  if (x > 2) return log(2 * x - 1 / (x + Math.sqrt(x * x - 1)))
  const t = x - 1
  return log1p(t + Math.sqrt(2 * t + t * t))
}

export function atanh(x: number): number {
  const size = Math.abs(x)
  if (!(size < 1)) return size === 1 ? x * Infinity : NaN
  let t: number
  if (size < 0.5) {
    if (size < 2 ** -28) return x
    t = size + size
    t = 0.5 * log1p(t + (t * size) / (1 - size))
  } else t = 0.5 * log1p((size + size) / (1 - size))
  return x < 0 ? -t : t
}
