// erf and erfc: fdlibm's rational approximations on five ranges, in glibc's order of operations.
import { exp } from './exp-log.ts'
import { clearLowWord } from './double-double.ts'

const ERX = 8.45062911510467529297e-1
const EFX = 1.28379167095512586316e-1
const PP = [
  1.28379167095512558561e-1, -3.25042107247001499370e-1, -2.84817495755985104766e-2,
  -5.77027029648944159157e-3, -2.37630166566501626084e-5,
] as const
const QQ = [
  0, 3.97917223959155352819e-1, 6.50222499887672944485e-2, 5.08130628187576562776e-3,
  1.32494738004321644526e-4, -3.96022827877536812320e-6,
] as const
const PA = [
  -2.36211856075265944077e-3, 4.14856118683748331666e-1, -3.72207876035701323847e-1,
  3.18346619901161753674e-1, -1.10894694282396677476e-1, 3.54783043256182359371e-2,
  -2.16637559486879084300e-3,
] as const
const QA = [
  0, 1.06420880400844228286e-1, 5.40397917702171048937e-1, 7.18286544141962662868e-2,
  1.26171219808761642112e-1, 1.36370839120290507362e-2, 1.19844998467991074170e-2,
] as const
const RA = [
  -9.86494403484714822705e-3, -6.93858572707181764372e-1, -1.05586262253232909814e1,
  -6.23753324503260060396e1, -1.62396669462573470355e2, -1.84605092906711035994e2,
  -8.12874355063065934246e1, -9.81432934416914548592,
] as const
const SA = [
  0, 1.96512716674392571292e1, 1.37657754143519042600e2, 4.34565877475229228821e2, 6.45387271733267880336e2,
  4.29008140027567833386e2, 1.08635005541779435134e2, 6.57024977031928170135, -6.04244152148580987438e-2,
] as const
const RB = [
  -9.86494292470009928597e-3, -7.99283237680523006574e-1, -1.77579549177547519889e1,
  -1.60636384855821916062e2, -6.37566443368389627722e2, -1.02509513161107724954e3,
  -4.83519191608651397019e2,
] as const
const SB = [
  0, 3.03380607434824582924e1, 3.25792512996573918826e2, 1.53672958608443695994e3, 3.19985821950859553908e3,
  2.55305040643316442583e3, 4.74528541206955367215e2, -2.24409524465858183362e1,
] as const

/** The quotient y with erf x = x + x·y near 0. */
function nearZero(x: number): number {
  const z = x * x
  const z2 = z * z
  const z4 = z2 * z2
  const r = PP[0] + z * PP[1] + z2 * (PP[2] + z * PP[3]) + z4 * PP[4]
  const s = 1 + z * QQ[1] + z2 * (QQ[2] + z * QQ[3]) + z4 * (QQ[4] + z * QQ[5])
  return r / s
}

function nearOne(size: number): number {
  const s = size - 1
  const s2 = s * s
  const s4 = s2 * s2
  const s6 = s4 * s2
  const p = PA[0] + s * PA[1] + s2 * (PA[2] + s * PA[3]) + s4 * (PA[4] + s * PA[5]) + s6 * PA[6]
  const q = 1 + s * QA[1] + s2 * (QA[2] + s * QA[3]) + s4 * (QA[4] + s * QA[5]) + s6 * QA[6]
  return p / q
}

/** erfc of a size from 1.25 to 28. */
function tail(size: number): number {
  const s = 1 / (size * size)
  const s2 = s * s
  const s4 = s2 * s2
  const s6 = s4 * s2
  let r: number
  let d: number
  if (size < 1 / 0.35) {
    r = RA[0] + s * RA[1] + s2 * (RA[2] + s * RA[3]) + s4 * (RA[4] + s * RA[5]) + s6 * (RA[6] + s * RA[7])
    d = 1 + s * SA[1] + s2 * (SA[2] + s * SA[3]) + s4 * (SA[4] + s * SA[5])
    d = d + s6 * (SA[6] + s * SA[7]) + s4 * s4 * SA[8]
  } else {
    r = RB[0] + s * RB[1] + s2 * (RB[2] + s * RB[3]) + s4 * (RB[4] + s * RB[5]) + s6 * RB[6]
    d = 1 + s * SB[1] + s2 * (SB[2] + s * SB[3]) + s4 * (SB[4] + s * SB[5]) + s6 * (SB[6] + s * SB[7])
  }
  const z = clearLowWord(size)
  return (exp(-z * z - 0.5625) * exp((z - size) * (z + size) + r / d)) / size
}

export function erf(x: number): number {
  if (x !== x) return x
  const size = Math.abs(x)
  const sign = x < 0 ? -1 : 1
  if (size < 0.84375) {
    if (size < 2 ** -28) return size < 2 ** -1015 ? 0.0625 * (16 * x + 16 * EFX * x) : x + EFX * x
    return x + x * nearZero(x)
  }
  if (size < 1.25) return sign * (ERX + nearOne(size))
  if (size >= 6) return sign
  return sign * (1 - tail(size))
}

export function erfc(x: number): number {
  if (x !== x) return x
  const size = Math.abs(x)
  if (size < 0.84375) {
    if (size < 2 ** -56) return 1 - x
    const y = nearZero(x)
    return x < 0.25 ? 1 - (x + x * y) : 0.5 - (x - 0.5 + x * y)
  }
  if (size < 1.25) return x >= 0 ? 1 - ERX - nearOne(size) : 1 + (ERX + nearOne(size))
  if (x < -6) return 2
  if (size >= 28) return x > 0 ? 0 : 2
  const value = tail(size)
  return x > 0 ? value : 2 - value
}
