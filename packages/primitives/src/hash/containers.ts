// Hashes of tuples and frozensets from those of their items.
import type { Integer } from '../int/integer.ts'
import { normalize } from '../int/integer.ts'

const PRIME_1_LOW = 2246822535
const PRIME_1_HIGH = 2654435761
const PRIME_2_LOW = 668265295
const PRIME_2_HIGH = 3266489917
const PRIME_5_LOW = 374761413
const PRIME_5_HIGH = 668265263
const wrap = (x: bigint): bigint => BigInt.asUintN(64, x)

/** The hash of a tuple: xxHash's lane mixing over the item hashes, on halves of 32 bits. */
export function hashTuple(hashes: readonly Integer[]): Integer {
  low = PRIME_5_LOW
  high = PRIME_5_HIGH
  for (const hash of hashes) {
    const sumLow = low
    const sumHigh = high
    if (typeof hash === 'number') {
      low = hash >>> 0
      high = Math.floor(hash / 4294967296) >>> 0
    } else {
      low = Number(BigInt.asUintN(32, hash))
      high = Number(BigInt.asUintN(32, hash >> 32n))
    }
    timesConstant(PRIME_2_LOW, PRIME_2_HIGH)
    const sum = low + sumLow
    low = sum >>> 0
    high = (high + sumHigh + (sum > 4294967295 ? 1 : 0)) >>> 0
    const turned = ((low << 31) | (high >>> 1)) >>> 0
    high = ((high << 31) | (low >>> 1)) >>> 0
    low = turned
    timesConstant(PRIME_1_LOW, PRIME_1_HIGH)
  }
  const sum = low + ((hashes.length ^ PRIME_5_LOW ^ 3527539) >>> 0)
  low = sum >>> 0
  high = (high + PRIME_5_HIGH + (sum > 4294967295 ? 1 : 0)) >>> 0
  if (low === 4294967295 && high === 4294967295) return 1546275796
  const value = (high | 0) * 4294967296 + low
  return Number.isSafeInteger(value) ? value : BigInt.asIntN(64, (BigInt(high) << 32n) | BigInt(low))
}

let low = 0
let high = 0

/** Multiplies the pair high, low by a constant modulo 2^64. */
function timesConstant(byLow: number, byHigh: number): void {
  const a0 = low & 0xffff
  const a1 = low >>> 16
  const b0 = byLow & 0xffff
  const b1 = byLow >>> 16
  const bottom = a0 * b0
  const middle = a1 * b0 + (bottom >>> 16)
  const cross = a0 * b1 + (middle % 65536)
  const top = a1 * b1 + Math.floor(middle / 65536) + Math.floor(cross / 65536)
  high = (top + Math.imul(low, byHigh) + Math.imul(high, byLow)) >>> 0
  low = ((cross << 16) | (bottom & 0xffff)) >>> 0
}

/** The hash of a frozenset: independent of order. */
export function hashFrozenSet(hashes: readonly Integer[]): Integer {
  let mixed = 0n
  for (const hash of hashes) {
    const h = BigInt.asUintN(64, BigInt(hash))
    mixed ^= wrap((h ^ 89869747n ^ (h << 16n)) * 3644798167n)
  }
  // CPython mixes in the unused slots of its table too, in a way that cancels out.
  mixed ^= wrap((BigInt(hashes.length) + 1n) * 1927868237n)
  mixed ^= (mixed >> 11n) ^ (mixed >> 25n)
  mixed = wrap(mixed * 69069n + 907133923n)
  return mixed === 0xffffffffffffffffn ? 590923713 : normalize(BigInt.asIntN(64, mixed))
}
