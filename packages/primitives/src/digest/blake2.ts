// BLAKE2b and BLAKE2s: one algorithm over words of 64 or 32 bits, with a key and the parameters of tree hashing.
import { primes, rootBits } from './sha512.ts'

/** What distinguishes the two. */
export interface Blake2Variant {
  readonly wordBits: 64 | 32
  readonly rounds: number
  readonly rotations: readonly [bigint, bigint, bigint, bigint]
}
export const blake2bVariant: Blake2Variant = { wordBits: 64, rounds: 12, rotations: [32n, 24n, 16n, 63n] }
export const blake2sVariant: Blake2Variant = { wordBits: 32, rounds: 10, rotations: [16n, 12n, 8n, 7n] }

const orders = [
  '0123456789abcdef', 'ea489fd61c02b753', 'b8c052fdae367194', '7931dcbe265a40f8', '905724afe1bc683d',
  '2c6a0b834d75fe19', 'c51fed4a0763928b', 'db7ec13950f4862a', '6fe9b308c2d714a5', 'a2847615fb9e3cd0',
].map((digits) => Array.from(digits, (digit) => Number.parseInt(digit, 16)))

/** Places of the eight quarter rounds: columns, then diagonals. */
const quarters = [
  [0, 4, 8, 12], [1, 5, 9, 13], [2, 6, 10, 14], [3, 7, 11, 15], [0, 5, 10, 15], [1, 6, 11, 12], [2, 7, 8, 13], [3, 4, 9, 14],
] as const

let initial64: readonly bigint[] | undefined
function initialWords(bits: number): readonly bigint[] {
  initial64 ??= primes(8).map((p) => rootBits(p, 2n))
  return bits === 64 ? initial64 : initial64.map((word) => word >> 32n)
}

export interface Blake2Parameters {
  readonly digestSize: number
  readonly key: Uint8Array
  readonly salt: Uint8Array
  readonly person: Uint8Array
  readonly fanout: number
  readonly depth: number
  readonly leafSize: number
  readonly nodeOffset: bigint
  readonly nodeDepth: number
  readonly innerSize: number
  readonly lastNode: boolean
}

/** A BLAKE2 digest under way. */
export class Blake2Digest {
  readonly variant: Blake2Variant
  readonly parameters: Blake2Parameters
  readonly blockSize: number
  #state: bigint[]
  #block: Uint8Array
  #used = 0
  #length = 0n

  constructor(variant: Blake2Variant, parameters: Blake2Parameters) {
    this.variant = variant
    this.parameters = parameters
    const bytes = variant.wordBits / 8
    this.blockSize = bytes * 16
    const settings = parameterBlock(variant, parameters)
    this.#state = initialWords(variant.wordBits).map((word, i) => word ^ readWord(settings, i * bytes, bytes))
    this.#block = new Uint8Array(this.blockSize)
    if (parameters.key.length > 0) {
      this.#block.set(parameters.key)
      this.#used = this.blockSize
    }
  }

  update(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; ) {
      if (this.#used === this.blockSize) this.#compress(false)
      const count = Math.min(this.blockSize - this.#used, bytes.length - at)
      this.#block.set(bytes.subarray(at, at + count), this.#used)
      this.#used += count
      at += count
    }
  }

  copy(): Blake2Digest {
    const copy = new Blake2Digest(this.variant, this.parameters)
    copy.#state = this.#state.slice()
    copy.#block = this.#block.slice()
    copy.#used = this.#used
    copy.#length = this.#length
    return copy
  }

  /** The digest of what has come so far; more may follow. */
  digest(): Uint8Array {
    const end = this.copy()
    end.#block.fill(0, end.#used)
    end.#compress(true)
    const bytes = this.variant.wordBits / 8
    const out = new Uint8Array(8 * bytes)
    end.#state.forEach((word, i) => {
      for (let k = 0; k < bytes; k++) out[i * bytes + k] = Number((word >> BigInt(8 * k)) & 0xffn)
    })
    return out.slice(0, this.parameters.digestSize)
  }

  #compress(last: boolean): void {
    const { wordBits, rounds, rotations } = this.variant
    const bytes = wordBits / 8
    this.#length += BigInt(this.#used)
    this.#used = 0
    const width = BigInt(wordBits)
    const mask = (1n << width) - 1n
    const turn = (x: bigint, n: bigint): bigint => (x >> n) | ((x << (width - n)) & mask)
    const message = Array.from({ length: 16 }, (_, i) => readWord(this.#block, i * bytes, bytes))
    const v = [...this.#state, ...initialWords(wordBits)]
    v[12]! ^= this.#length & mask
    v[13]! ^= (this.#length >> width) & mask
    if (last) v[14]! ^= mask
    if (last && this.parameters.lastNode) v[15]! ^= mask
    for (let round = 0; round < rounds; round++) {
      const order = orders[round % 10]!
      for (let q = 0; q < 8; q++) {
        const [a, b, c, d] = quarters[q]!
        v[a] = (v[a]! + v[b]! + message[order[2 * q]!]!) & mask
        v[d] = turn(v[d]! ^ v[a]!, rotations[0])
        v[c] = (v[c]! + v[d]!) & mask
        v[b] = turn(v[b]! ^ v[c]!, rotations[1])
        v[a] = (v[a]! + v[b]! + message[order[2 * q + 1]!]!) & mask
        v[d] = turn(v[d]! ^ v[a]!, rotations[2])
        v[c] = (v[c]! + v[d]!) & mask
        v[b] = turn(v[b]! ^ v[c]!, rotations[3])
      }
    }
    this.#state = this.#state.map((word, i) => word ^ v[i]! ^ v[i + 8]!)
  }
}

function readWord(bytes: Uint8Array, at: number, size: number): bigint {
  let word = 0n
  for (let k = size - 1; k >= 0; k--) word = (word << 8n) | BigInt(bytes[at + k]!)
  return word
}

/** The parameter block: 64 bytes for BLAKE2b, 32 for BLAKE2s. */
function parameterBlock(variant: Blake2Variant, p: Blake2Parameters): Uint8Array {
  const large = variant.wordBits === 64
  const block = new Uint8Array(large ? 64 : 32)
  const view = new DataView(block.buffer)
  block.set([p.digestSize, p.key.length, p.fanout, p.depth])
  view.setUint32(4, p.leafSize, true)
  view.setBigUint64(8, p.nodeOffset, true)
  const nodes = large ? 16 : 14
  block[nodes] = p.nodeDepth
  block[nodes + 1] = p.innerSize
  block.set(p.salt, large ? 32 : 16)
  block.set(p.person, large ? 48 : 24)
  return block
}
