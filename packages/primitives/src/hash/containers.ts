// Hashes of tuples and frozensets from those of their items.
import type { Integer } from '../int/integer.ts'
import { normalize } from '../int/integer.ts'

const PRIME_1 = 11400714785074694791n
const PRIME_2 = 14029467366897019727n
const PRIME_5 = 2870177450012600261n
const wrap = (x: bigint): bigint => BigInt.asUintN(64, x)

/** The hash of a tuple: xxHash's lane mixing over the item hashes. */
export function hashTuple(hashes: readonly Integer[]): Integer {
  let sum = PRIME_5
  for (const hash of hashes) {
    sum = wrap(sum + BigInt.asUintN(64, BigInt(hash)) * PRIME_2)
    sum = wrap((sum << 31n) | (sum >> 33n))
    sum = wrap(sum * PRIME_1)
  }
  sum = wrap(sum + (BigInt(hashes.length) ^ (PRIME_5 ^ 3527539n)))
  return sum === 0xffffffffffffffffn ? 1546275796 : normalize(BigInt.asIntN(64, sum))
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
