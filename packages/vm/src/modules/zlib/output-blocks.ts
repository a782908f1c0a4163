// Where a stream writes: blocks that grow as CPython's do, because stored blocks are cut to the room there is.
import type { ZStream } from 'pako'
import { newBytes, type PyBytes } from '../../data/bytes.ts'

const KILO = 1024
const blockSizes = [32, 64, 256, 1024, 4096, 8192, 16384].map((kilos) => kilos * KILO)
const largestBlock = blockSizes.at(-1) as number

export class OutputBlocks {
  readonly #stream: ZStream
  readonly #limit: number
  readonly #full: Uint8Array[] = []
  /** Bytes of all blocks, the current one among them. */
  #allocated = 0

  /** At most `limit` bytes will be written; the first block has `first` bytes where the caller says so. */
  constructor(stream: ZStream, limit = Number.MAX_SAFE_INTEGER, first = blockSizes[0] as number) {
    this.#stream = stream
    this.#limit = limit
    this.#block(Math.min(first, limit, largestBlock))
  }

  #block(size: number): void {
    this.#stream.output = new Uint8Array(size)
    this.#stream.next_out = 0
    this.#stream.avail_out = size
    this.#allocated += size
  }

  /** Is there room to write, in a new block if need be? */
  hasRoom(): boolean {
    if (this.#stream.avail_out > 0) return true
    const left = this.#limit - this.#allocated
    if (left === 0) return false
    this.#full.push(this.#stream.output)
    this.#block(Math.min(blockSizes[this.#full.length] ?? largestBlock, left))
    return true
  }

  /** All that was written; the stream lets go of the memory. */
  finish(): PyBytes {
    const { output, next_out } = this.#stream
    const whole = new Uint8Array(this.#allocated - this.#stream.avail_out)
    let at = 0
    for (const block of this.#full) {
      whole.set(block, at)
      at += block.length
    }
    whole.set(output.subarray(0, next_out), at)
    this.#stream.output = new Uint8Array(0)
    this.#stream.avail_out = 0
    return newBytes(whole)
  }
}
