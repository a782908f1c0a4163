// SHA-384 and SHA-512, on 64-bit words as pairs of 32-bit halves. Constants are computed: fractional parts of roots of
// primes.
import { BlockDigest } from './merkle-damgard.ts'
import type { BlockHash } from './merkle-damgard.ts'

export function primes(count: number): bigint[] {
  const found: bigint[] = []
  for (let n = 2; found.length < count; n++) if (
    found.every((p) => BigInt(n) % p !== 0n)
  ) found.push(BigInt(n))
  return found
}

/** The first 64 bits of the fraction of the k-th root of p. */
export function rootBits(p: bigint, k: bigint): bigint {
  const scaled = p << (64n * k)
  let low = 0n
  let high = 1n << 70n
  while (high - low > 1n) {
    const middle = (low + high) >> 1n
    if (middle ** k <= scaled) low = middle
    else high = middle
  }
  return BigInt.asUintN(64, low)
}

let roundWords: Int32Array | undefined
const halves = (words: readonly bigint[]): Int32Array =>
  Int32Array.from(words.flatMap((word) => [Number(BigInt.asIntN(32, word >> 32n)), Number(BigInt.asIntN(32, word))]))

const w = new Int32Array(160)

const shared = {
  blockSize: 128,
  lengthSize: 16,
  littleEndian: false,
  compress(state: Int32Array, block: DataView, at: number): void {
    compress(state, block, at, (roundWords ??= halves(primes(80).map((p) => rootBits(p, 3n)))))
  },
}

export const sha512Hash: BlockHash = {
  ...shared, digestSize: 64, initial: () => halves(primes(8).map((p) => rootBits(p, 2n))),
}
export const sha384Hash: BlockHash = {
  ...shared, digestSize: 48, initial: () => halves(primes(16).slice(8).map((p) => rootBits(p, 2n))),
}

/** The 64 bytes of the SHA-512 digest. */
export function sha512(message: Uint8Array): Uint8Array {
  const digest = new BlockDigest(sha512Hash)
  digest.update(message)
  return digest.digest()
}

function carry(sum: number): number {
  return Math.floor(sum / 4294967296)
}

function compress(state: Int32Array, view: DataView, at: number, k: Int32Array): void {
  for (let i = 0; i < 32; i++) w[i] = view.getInt32(at + i * 4)
  for (let i = 32; i < 160; i += 2) {
    const ah = w[i - 30]!, al = w[i - 29]!, bh = w[i - 4]!, bl = w[i - 3]!
    const s0h = ((ah >>> 1) | (al << 31)) ^ ((ah >>> 8) | (al << 24)) ^ (ah >>> 7)
    const s0l = ((al >>> 1) | (ah << 31)) ^ ((al >>> 8) | (ah << 24)) ^ ((al >>> 7) | (ah << 25))
    const s1h = ((bh >>> 19) | (bl << 13)) ^ ((bl >>> 29) | (bh << 3)) ^ (bh >>> 6)
    const s1l = ((bl >>> 19) | (bh << 13)) ^ ((bh >>> 29) | (bl << 3)) ^ ((bl >>> 6) | (bh << 26))
    const low = (w[i - 31]! >>> 0) + (s0l >>> 0) + (w[i - 13]! >>> 0) + (s1l >>> 0)
    w[i + 1] = low
    w[i] = w[i - 32]! + s0h + w[i - 14]! + s1h + carry(low)
  }
  const s = Array.from(state)
  for (let i = 0; i < 160; i += 2) {
    const eh = s[8]!, el = s[9]!, ah = s[0]!, al = s[1]!
    const s1h = ((eh >>> 14) | (el << 18)) ^ ((eh >>> 18) | (el << 14)) ^ ((el >>> 9) | (eh << 23))
    const s1l = ((el >>> 14) | (eh << 18)) ^ ((el >>> 18) | (eh << 14)) ^ ((eh >>> 9) | (el << 23))
    const chh = (eh & s[10]!) ^ (~eh & s[12]!)
    const chl = (el & s[11]!) ^ (~el & s[13]!)
    const low1 = (s[15]! >>> 0) + (s1l >>> 0) + (chl >>> 0) + (k[i + 1]! >>> 0) + (w[i + 1]! >>> 0)
    const high1 = (s[14]! + s1h + chh + k[i]! + w[i]! + carry(low1)) | 0
    const s0h = ((ah >>> 28) | (al << 4)) ^ ((al >>> 2) | (ah << 30)) ^ ((al >>> 7) | (ah << 25))
    const s0l = ((al >>> 28) | (ah << 4)) ^ ((ah >>> 2) | (al << 30)) ^ ((ah >>> 7) | (al << 25))
    const mjh = (ah & s[2]!) ^ (ah & s[4]!) ^ (s[2]! & s[4]!)
    const mjl = (al & s[3]!) ^ (al & s[5]!) ^ (s[3]! & s[5]!)
    const low2 = (s0l >>> 0) + (mjl >>> 0)
    const high2 = s0h + mjh + carry(low2)
    for (let j = 15; j > 1; j--) s[j] = s[j - 2]!
    const lowE = (s[9]! >>> 0) + (low1 >>> 0)
    s[9] = lowE | 0
    s[8] = (s[8]! + high1 + carry(lowE)) | 0
    const lowA = (low1 >>> 0) + (low2 >>> 0)
    s[1] = lowA | 0
    s[0] = (high1 + high2 + carry(lowA)) | 0
  }
  for (let i = 0; i < 16; i += 2) {
    const low = (state[i + 1]! >>> 0) + (s[i + 1]! >>> 0)
    state[i + 1] = low
    state[i] = state[i]! + s[i]! + carry(low)
  }
}
