// SHA-3 and SHAKE: the Keccak sponge over lanes of 64 bits, kept as pairs of 32-bit halves (low, high).

/** Rotation of each lane, and where it moves, along the walk of rho and pi. */
const makeWalk = (): (readonly [lane: number, bits: number])[] => Array.from({ length: 24 }, (_, t) => {
  let [x, y] = [1, 0]
  for (let i = 0; i <= t; i++) [x, y] = [y, (2 * x + 3 * y) % 5]
  return [x + 5 * y, (((t + 1) * (t + 2)) / 2) % 64] as const
})

/** The constants of iota, from its shift register. */
const makeRoundWords = (): (readonly [low: number, high: number])[] => {
  let register = 1
  return Array.from({ length: 24 }, () => {
    const halves: [number, number] = [0, 0]
    for (let j = 0; j < 7; j++) {
      const bit = (1 << j) - 1
      if (register & 1) halves[bit >> 5]! |= 1 << (bit & 31)
      register = register & 0x80 ? ((register << 1) ^ 0x171) & 0xff : register << 1
    }
    return halves
  })
}

/** Made when a first digest is: few programs want one. */
let walk: readonly (readonly [lane: number, bits: number])[] = []
let roundWords: readonly (readonly [low: number, high: number])[] = []

const columns = new Int32Array(10)
const row = new Int32Array(10)

function permute(s: Int32Array): void {
  if (walk.length === 0) [walk, roundWords] = [makeWalk(), makeRoundWords()]
  for (const [low, high] of roundWords) {
    for (let i = 0; i < 10; i++) columns[i] = s[i]! ^ s[i + 10]! ^ s[i + 20]! ^ s[i + 30]! ^ s[i + 40]!
    for (let x = 0; x < 5; x++) {
      const before = ((x + 4) % 5) * 2
      const after = ((x + 1) % 5) * 2
      const l = columns[before]! ^ ((columns[after]! << 1) | (columns[after + 1]! >>> 31))
      const h = columns[before + 1]! ^ ((columns[after + 1]! << 1) | (columns[after]! >>> 31))
      for (let i = 2 * x; i < 50; i += 10) {
        s[i]! ^= l
        s[i + 1]! ^= h
      }
    }
    let [l, h] = [s[2]!, s[3]!]
    for (const [lane, bits] of walk) {
      const n = bits & 31
      const [a, b] = bits < 32 ? [l, h] : [h, l]
      const rotatedLow = n === 0 ? a : (a << n) | (b >>> (32 - n))
      const rotatedHigh = n === 0 ? b : (b << n) | (a >>> (32 - n))
      l = s[2 * lane]!
      h = s[2 * lane + 1]!
      s[2 * lane] = rotatedLow
      s[2 * lane + 1] = rotatedHigh
    }
    for (let y = 0; y < 50; y += 10) {
      for (let i = 0; i < 10; i++) row[i] = s[y + i]!
      for (let i = 0; i < 10; i++) s[y + i] = row[i]! ^ (~row[(i + 2) % 10]! & row[(i + 4) % 10]!)
    }
    s[0]! ^= low
    s[1]! ^= high
  }
}

/**
 * A sponge that takes bytes in and gives any number out.
 * @example
 * const sponge = new KeccakSponge(136, 6) // SHA3-256
 * sponge.update(Uint8Array.of(1, 2, 3))
 * sponge.digest(32).length // 32
 */
export class KeccakSponge {
  /** Bytes a block. */
  readonly rate: number
  /** Domain bits that follow the input. */
  readonly suffix: number
  #state = new Int32Array(50)
  #at = 0
  constructor(rate: number, suffix: number) {
    this.rate = rate
    this.suffix = suffix
  }

  update(bytes: Uint8Array): void {
    for (const byte of bytes) {
      this.#mix(this.#at++, byte)
      if (this.#at === this.rate) {
        permute(this.#state)
        this.#at = 0
      }
    }
  }

  copy(): KeccakSponge {
    const copy = new KeccakSponge(this.rate, this.suffix)
    copy.#state = this.#state.slice()
    copy.#at = this.#at
    return copy
  }

  /** Output for what has come so far; more may follow. */
  digest(length: number): Uint8Array {
    const end = this.copy()
    end.#mix(end.#at, this.suffix)
    end.#mix(this.rate - 1, 0x80)
    const out = new Uint8Array(length)
    for (let i = 0; i < length; i++) {
      const at = i % this.rate
      if (at === 0) permute(end.#state)
      out[i] = end.#state[at >> 2]! >>> ((at & 3) * 8)
    }
    return out
  }

  #mix(at: number, byte: number): void {
    this.#state[at >> 2]! ^= byte << ((at & 3) * 8)
  }
}
