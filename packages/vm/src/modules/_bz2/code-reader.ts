// Reading symbols by their codes.
import type { BitReader } from './bit-reader.ts'
import { MAX_LENGTH } from './format.ts'

export const [NO_CODE, STARVED] = [-1, -2]

/** A code whose lengths are known: for each length the first code and where its symbols begin. */
export class CodeReader {
  readonly #symbols: Uint16Array
  readonly #shortest: number
  /** One more than the last code of a length, filled up to the longest length. */
  readonly #ends = new Int32Array(MAX_LENGTH + 1)
  /** From a code of a length to its place among the symbols. */
  readonly #shifts = new Int32Array(MAX_LENGTH + 1)

  constructor(lengths: Uint8Array) {
    const counts = new Int32Array(MAX_LENGTH + 1)
    for (const length of lengths) counts[length]!++
    this.#shortest = counts.findIndex((count) => count > 0)
    this.#symbols = Uint16Array.from(lengths.keys()).sort((one, two) => (lengths[one] as number) - (lengths[two] as number) || one - two)
    let [code, place] = [0, 0]
    for (let length = 1; length <= MAX_LENGTH; length++) {
      this.#shifts[length] = place - code
      code += counts[length] as number
      place += counts[length] as number
      this.#ends[length] = code << (MAX_LENGTH - length)
      code <<= 1
    }
  }

  /** The next symbol; NO_CODE, or STARVED if it takes more bits than there are yet. */
  read(bits: BitReader): number {
    const starved = !bits.has(MAX_LENGTH)
    const ahead = bits.peek(MAX_LENGTH)
    for (let length = this.#shortest; length <= MAX_LENGTH; length++) {
      if (ahead >= (this.#ends[length] as number)) continue
      if (starved && length > bits.ready) return STARVED
      bits.skip(length)
      return this.#symbols[(ahead >> (MAX_LENGTH - length)) + (this.#shifts[length] as number)] ?? NO_CODE
    }
    return starved ? STARVED : NO_CODE
  }
}
