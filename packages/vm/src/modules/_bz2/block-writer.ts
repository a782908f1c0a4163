// A stream, written: runs of four and more become four bytes and a count, and what fills a block is written as one.
import { BitWriter } from './bit-writer.ts'
import { BLOCK_UNIT, Checksum, combined, END_MAGIC } from './format.ts'
import { writeBlock } from './write-block.ts'

const LONGEST_RUN = 255
/** A run may still come when a block is full. */
const SPARE = 19

export class BlockWriter {
  readonly #out = new BitWriter()
  readonly #level: number
  readonly #text: Uint8Array
  #length = 0
  #checksum = new Checksum()
  #sum = 0
  #byte = -1
  #run = 0
  #begun = false

  /** `level` is the size of blocks, 1 to 9. */
  constructor(level: number) {
    this.#level = level
    this.#text = new Uint8Array(level * BLOCK_UNIT)
  }

  /** Take bytes in; what is written by now. */
  add(bytes: Uint8Array): Uint8Array {
    const full = this.#text.length - SPARE
    for (const byte of bytes) {
      if (this.#length >= full) this.#endBlock()
      if (byte === this.#byte && this.#run < LONGEST_RUN) this.#run++
      else {
        this.#endRun()
        this.#byte = byte
        this.#run = 1
      }
    }
    return this.#out.take()
  }

  /** End the stream; what is written by then. */
  end(): Uint8Array {
    this.#endRun()
    this.#endBlock()
    for (const byte of END_MAGIC) this.#out.write(byte, 8)
    this.#out.write32(this.#sum)
    this.#out.pad()
    return this.#out.take()
  }

  #endRun(): void {
    for (let at = 0; at < this.#run; at++) {
      this.#checksum.add(this.#byte)
      if (at < 4) this.#text[this.#length++] = this.#byte
    }
    if (this.#run >= 4) this.#text[this.#length++] = this.#run - 4
    this.#run = 0
  }

  #endBlock(): void {
    if (!this.#begun) {
      this.#begun = true
      for (const letter of [0x42, 0x5a, 0x68, 0x30 + this.#level]) this.#out.write(letter, 8)
    }
    if (this.#length === 0) return
    const { value } = this.#checksum
    this.#sum = combined(this.#sum, value)
    writeBlock(this.#text.subarray(0, this.#length), value, this.#out)
    this.#length = 0
    this.#checksum = new Checksum()
  }
}
