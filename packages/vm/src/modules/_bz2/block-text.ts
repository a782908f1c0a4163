// A block that was read, turned into text: the last column says for each rotation which one comes next, and runs of four
// bytes are followed by how many more there are.
import { Checksum } from './format.ts'

export class BlockText {
  /** A byte, and above it the rotation that follows. */
  readonly #column: Uint32Array
  readonly #length: number
  readonly #checksum = new Checksum()
  #at: number
  #read = 0
  #byte = -1
  #same = 0
  /** How often the byte still comes. */
  #more = 0

  /** `column` has the bytes; it is used up. */
  constructor(column: Uint32Array, length: number, origin: number) {
    this.#column = column
    this.#length = length
    const starts = new Uint32Array(257)
    for (let at = 0; at < length; at++) starts[(column[at] as number) + 1]!++
    for (let byte = 0; byte < 256; byte++) starts[byte + 1]! += starts[byte] as number
    for (let at = 0; at < length; at++) column[starts[(column[at] as number) & 0xff]!++]! |= at << 8
    this.#at = (column[origin] as number) >>> 8
  }

  get over(): boolean {
    return this.#read === this.#length && this.#more === 0
  }

  get checksum(): number {
    return this.#checksum.value
  }

  #next(): number {
    const entry = this.#column[this.#at] as number
    this.#at = entry >>> 8
    this.#read++
    return entry & 0xff
  }

  /** Text into `into`, from `from` on; where it ends. */
  copy(into: Uint8Array, from: number): number {
    let to = from
    while (to < into.length && !this.over) {
      if (this.#more > 0) this.#more--
      else {
        const byte = this.#next()
        this.#same = byte === this.#byte ? this.#same + 1 : 1
        this.#byte = byte
        if (this.#same === 4) {
          this.#more = this.#read < this.#length ? this.#next() : 0
          this.#same = 0
        }
      }
      into[to++] = this.#byte
      this.#checksum.add(this.#byte)
    }
    return to
  }
}
