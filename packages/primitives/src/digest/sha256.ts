// SHA-224 and SHA-256. Constants are computed: fractional parts of roots of primes.
import type { BlockHash } from './merkle-damgard.ts'
import { primes, rootBits } from './sha512.ts'

const words32 = (bits: readonly bigint[]): Int32Array => Int32Array.from(bits, (word) => Number(BigInt.asIntN(32, word >> 32n)))
let roundWords: Int32Array | undefined
const w = new Int32Array(64)

function compress(state: Int32Array, block: DataView, at: number): void {
  const k = (roundWords ??= words32(primes(64).map((p) => rootBits(p, 3n))))
  for (let i = 0; i < 16; i++) w[i] = block.getInt32(at + 4 * i)
  for (let i = 16; i < 64; i++) {
    const x = w[i - 15]!, y = w[i - 2]!
    const s0 = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3)
    const s1 = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10)
    w[i] = w[i - 16]! + s0 + w[i - 7]! + s1
  }
  let a = state[0]!, b = state[1]!, c = state[2]!, d = state[3]!
  let e = state[4]!, f = state[5]!, g = state[6]!, h = state[7]!
  for (let i = 0; i < 64; i++) {
    const s1 = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + k[i]! + w[i]!) | 0
    const s0 = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + t1) | 0
    d = c
    c = b
    b = a
    a = (t1 + t2) | 0
  }
  state[0]! += a
  state[1]! += b
  state[2]! += c
  state[3]! += d
  state[4]! += e
  state[5]! += f
  state[6]! += g
  state[7]! += h
}

const shared = { blockSize: 64, lengthSize: 8, littleEndian: false, compress }

export const sha256Hash: BlockHash = {
  ...shared, digestSize: 32, initial: () => words32(primes(8).map((p) => rootBits(p, 2n))),
}
/** Starts from the second halves of the 9th to 16th words of SHA-384. */
export const sha224Hash: BlockHash = {
  ...shared, digestSize: 28, initial: () => words32(primes(16).slice(8).map((p) => rootBits(p, 2n) << 32n)),
}
