// Hashes of numbers: the value modulo 2^61 - 1, so that equal numbers of all types hash alike.
import type { Integer } from '../int/integer.ts'
import { integerOfDouble, normalize } from '../int/integer.ts'

const MODULUS = 2305843009213693951n
const INF = 314159

/** `hash(a)` of an int. */
export function hashInteger(a: Integer): Integer {
  if (typeof a === 'number') return a === -1 ? -2 : a
  const residue = (a < 0n ? -a : a) % MODULUS
  const hash = a < 0n ? -residue : residue
  return hash === -1n ? -2 : normalize(hash)
}

const view = new DataView(new ArrayBuffer(8))

/** `hash(x)` of a float other than nan; a nan hashes by identity, the caller's matter. */
export function hashFloat(x: number): Integer {
  if (Number.isSafeInteger(x)) return x === -1 ? -2 : x + 0
  if (!Number.isFinite(x)) return Number.isNaN(x) ? 0 : x > 0 ? INF : -INF
  if (Number.isInteger(x)) return hashInteger(integerOfDouble(x))
  view.setFloat64(0, x)
  const bits = view.getBigUint64(0)
  const biased = Number((bits >> 52n) & 0x7ffn)
  const fraction = bits & 0xfffffffffffffn
  const mantissa = biased === 0 ? fraction : fraction | 0x10000000000000n
  const exponent = (biased === 0 ? 1 : biased) - 1075
  // 2^61 ≡ 1, so a negative exponent is a rotation.
  const shift = BigInt(((exponent % 61) + 61) % 61)
  const residue = (mantissa << shift) % MODULUS
  const hash = x < 0 ? -residue : residue
  return hash === -1n ? -2 : normalize(hash)
}

/** `hash(real + imag j)`; pass the identity hash of a nan part as `real`/`imag` hash instead. */
export function hashComplex(real: number, imag: number): Integer {
  const hash = BigInt.asIntN(64, BigInt(hashFloat(real)) + 1000003n * BigInt(hashFloat(imag)))
  return hash === -1n ? -2 : normalize(hash)
}

/** `hash(Fraction)`-style: the hash of numerator / denominator. */
export function hashRatio(numerator: bigint, denominator: bigint): Integer {
  let inverse = 1n
  let base = denominator % MODULUS
  if (base === 0n) return numerator < 0n ? -INF : INF
  for (let exponent = MODULUS - 2n; exponent > 0n; exponent >>= 1n) {
    if (exponent & 1n) inverse = (inverse * base) % MODULUS
    base = (base * base) % MODULUS
  }
  const size = (((numerator < 0n ? -numerator : numerator) % MODULUS) * inverse) % MODULUS
  const hash = numerator < 0n ? -size : size
  return hash === -1n ? -2 : normalize(hash)
}
