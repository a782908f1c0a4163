// MT19937 as _random.Random uses it: seeding by array, 53-bit floats, getrandbits.
import type { Integer } from '../int/integer.ts'
import { normalize } from '../int/integer.ts'

const N = 624
const M = 397

/** The generator behind `random.Random`. */
export class MersenneTwister {
  readonly #state = new Int32Array(N)
  #index = N + 1

  /** Seeds with an int: its absolute value in 32-bit words, low first. */
  seed(value: Integer): void {
    let rest = BigInt(value)
    if (rest < 0n) rest = -rest
    const words: number[] = []
    for (; rest > 0n; rest >>= 32n) words.push(Number(BigInt.asUintN(32, rest)))
    this.seedWords(words.length === 0 ? [0] : words)
  }

  seedWords(words: readonly number[]): void {
    const mt = this.#state
    mt[0] = 19650218
    for (let i = 1; i < N; i++) mt[i] = Math.imul(1812433253, mt[i - 1]! ^ (mt[i - 1]! >>> 30)) + i
    let i = 1
    let j = 0
    for (let k = Math.max(N, words.length); k > 0; k--) {
      mt[i] = (mt[i]! ^ Math.imul(mt[i - 1]! ^ (mt[i - 1]! >>> 30), 1664525)) + words[j]! + j
      if (++i >= N) {
        mt[0] = mt[N - 1]!
        i = 1
      }
      if (++j >= words.length) j = 0
    }
    for (let k = N - 1; k > 0; k--) {
      mt[i] = (mt[i]! ^ Math.imul(mt[i - 1]! ^ (mt[i - 1]! >>> 30), 1566083941)) - i
      if (++i >= N) {
        mt[0] = mt[N - 1]!
        i = 1
      }
    }
    mt[0] = -2147483648
    this.#index = N
  }

  /** The next 32 bits. */
  next32(): number {
    if (this.#index >= N) this.#twist()
    let y = this.#state[this.#index++]!
    y ^= y >>> 11
    y ^= (y << 7) & 0x9d2c5680
    y ^= (y << 15) & 0xefc60000
    return (y ^ (y >>> 18)) >>> 0
  }

  #twist(): void {
    const mt = this.#state
    for (let k = 0; k < N; k++) {
      const y = (mt[k]! & 0x80000000) | (mt[(k + 1) % N]! & 0x7fffffff)
      mt[k] = mt[(k + M) % N]! ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0)
    }
    this.#index = 0
  }

  /** `random()` */
  random(): number {
    const a = this.next32() >>> 5
    const b = this.next32() >>> 6
    return (a * 67108864 + b) / 9007199254740992
  }

  /** `getrandbits(k)` for k ≥ 0. */
  randomBits(k: number): Integer {
    if (k === 0) return 0
    if (k <= 32) return this.next32() >>> (32 - k)
    if (k <= 53) return this.next32() + (this.next32() >>> (64 - k)) * 4294967296
    const words: string[] = []
    for (let rest = k; rest > 0; rest -= 32) {
      const word = rest < 32 ? this.next32() >>> (32 - rest) : this.next32()
      words.push(word.toString(16).padStart(8, '0'))
    }
    return normalize(BigInt('0x' + words.reverse().join('')))
  }

  /** The 624 words and the index, as `getstate()[1]`. */
  getState(): number[] {
    return [...Array.from(this.#state, (word) => word >>> 0), this.#index]
  }
  setState(words: readonly number[]): void {
    for (let i = 0; i < N; i++) this.#state[i] = words[i]!
    this.#index = words[N]!
  }
}
