// gamma and lgamma by Lanczos' sum with g = 6.02468…, N = 13, as Python's own math module computes them.
import { exp, log, pow } from './exp-log.ts'
import { cos, sin } from './trigonometry.ts'

const G = 6.024680040776729583740234375
const G_MINUS_HALF = 5.524680040776729583740234375
const numerators = [
  23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959,
  35711959237.355668049440185451547166705960488635843, 17921034426.037209699919755754458931112671403265390,
  6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786372,
  248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640,
  2876370.6289353724412254090516208496135991145378768, 186056.26539522349504029498971604569928220784236328,
  8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
  2.5066282746310002701649081771338373386264310793408,
]
const denominators = [
  0, 39916800, 120543840, 150917976, 105258076, 45995730, 13339535, 2637558, 357423, 32670, 1925, 66, 1,
]

function lanczosSum(x: number): number {
  let top = 0
  let bottom = 0
  if (x < 5) {
    for (let i = 12; i >= 0; i--) {
      top = top * x + numerators[i]!
      bottom = bottom * x + denominators[i]!
    }
  } else {
    for (let i = 0; i < 13; i++) {
      top = top / x + numerators[i]!
      bottom = bottom / x + denominators[i]!
    }
  }
  return top / bottom
}

/** sin(πx), exact at multiples of a half. */
function sinPi(x: number): number {
  const y = Math.abs(x) % 2
  let r: number
  switch (Math.round(2 * y)) {
    case 0:
      r = sin(Math.PI * y)
      break
    case 1:
      r = cos(Math.PI * (y - 0.5))
      break
    case 2:
      r = sin(Math.PI * (1 - y))
      break
    case 3:
      r = -cos(Math.PI * (y - 1.5))
      break
    default:
      r = sin(Math.PI * (y - 2))
  }
  return x < 0 ? -r : r
}

/** `math.gamma`; NaN at poles of finite or negative infinite x, infinite on overflow: the caller raises. */
export function gamma(x: number): number {
  if (!Number.isFinite(x)) return x > 0 || x !== x ? x : NaN
  if (x === 0) return 1 / x
  if (x === Math.floor(x)) {
    if (x < 0) return NaN
    if (x <= 23) {
      let product = 1
      for (let n = 2; n < x; n++) product *= n
      return product
    }
  }
  const size = Math.abs(x)
  if (size < 1e-20) return 1 / x
  if (size > 200) return x < 0 ? 0 / sinPi(x) : Infinity
  const y = size + G_MINUS_HALF
  let z: number
  if (size > G_MINUS_HALF) {
    const q = y - size
    z = q - G_MINUS_HALF
  } else {
    const q = y - G_MINUS_HALF
    z = q - size
  }
  z = (z * G) / y
  let r: number
  if (x < 0) {
    r = (((-Math.PI / sinPi(size)) / size) * exp(y)) / lanczosSum(size)
    r -= z * r
    if (size < 140) return r / pow(y, size - 0.5)
    const root = pow(y, size / 2 - 0.25)
    return r / root / root
  }
  r = lanczosSum(size) / exp(y)
  r += z * r
  if (size < 140) return r * pow(y, size - 0.5)
  const root = pow(y, size / 2 - 0.25)
  return r * root * root
}

/** `math.lgamma`; infinite at poles and on overflow: the caller raises. */
export function lgamma(x: number): number {
  if (!Number.isFinite(x)) return x !== x ? x : Infinity
  if (x === Math.floor(x) && x <= 2) return x <= 0 ? Infinity : 0
  const size = Math.abs(x)
  if (size < 1e-20) return -log(size)
  let r = log(lanczosSum(size)) - G
  r += (size - 0.5) * (log(size + G - 0.5) - 1)
  if (x < 0) r = 1.144729885849400174143427351353058711647 - log(Math.abs(sinPi(size))) - log(size) - r
  return r
}
