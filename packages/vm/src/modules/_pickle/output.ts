// The bytes of a pickle being written. From protocol 4 they come in frames:
//
//   FRAME <length, 8 bytes> opcode opcode … | FRAME …
//
// A frame ends at the first opcode behind 64 KiB. Data of that size stands between frames, and a file gets it at once.
import { newBytes } from '../../data/bytes.ts'
import type { Value } from '../../data/values.ts'
import { call } from '../../protocols/call.ts'
import type { Thread } from '../../thread.ts'
import { Op } from './opcodes.ts'

const HEADER = 9
const SHORTEST = 4
const TARGET = 64 * 1024

export class PickleOutput {
  /** The file's `write`; undefined when the pickle stays in memory. */
  readonly write: Value | undefined
  /** Are there frames? */
  framing = false
  #bytes = new Uint8Array(256)
  #length = 0
  #frame = -1

  constructor(write: Value | undefined) {
    this.write = write
  }

  /** Where the next `count` bytes go. */
  #take(count: number): number {
    const opens = this.framing && this.#frame < 0
    const needed = this.#length + count + (opens ? HEADER : 0)
    if (needed > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(needed, this.#bytes.length * 2))
      grown.set(this.#bytes.subarray(0, this.#length))
      this.#bytes = grown
    }
    if (opens) {
      this.#frame = this.#length
      this.#length += HEADER
    }
    const at = this.#length
    this.#length += count
    return at
  }

  op(code: number): void {
    const at = this.#take(1)
    this.#bytes[at] = code
  }
  /** An opcode with a number of `size` bytes behind it, the lowest first. */
  number(code: number, value: number, size: number): void {
    const at = this.#take(1 + size)
    this.#bytes[at] = code
    for (let i = 1, rest = value; i <= size; i++, rest = Math.floor(rest / 256)) this.#bytes[at + i] = rest & 255
  }
  /** An opcode with text of one byte a character behind it. */
  line(code: number, text: string): void {
    const at = this.#take(1 + text.length)
    this.#bytes[at] = code
    for (let i = 0; i < text.length; i++) this.#bytes[at + 1 + i] = text.charCodeAt(i)
  }
  bytes(data: Uint8Array): void {
    const at = this.#take(data.length)
    this.#bytes.set(data, at)
  }
  float(code: number, value: number): void {
    const at = this.#take(9)
    this.#bytes[at] = code
    new DataView(this.#bytes.buffer).setFloat64(at + 1, value)
  }

  /** An opcode with counted data; `payload` is the object that the data is of, if a file may get it as it is. */
  counted(code: number, size: number, data: Uint8Array, payload: Value | undefined, py: Thread): void {
    if (data.length < TARGET) {
      this.number(code, data.length, size)
      this.bytes(data)
      return
    }
    this.commit()
    const { framing } = this
    this.framing = false
    this.number(code, data.length, size)
    if (this.write === undefined) this.bytes(data)
    else {
      this.flush(py)
      call(this.write, [payload ?? newBytes(data.slice())], py)
    }
    this.framing = framing
  }

  /** Before each opcode: end the frame that is long enough. */
  boundary(py: Thread): void {
    if (this.#frame < 0 || this.#length - this.#frame - HEADER < TARGET) return
    this.commit()
    if (this.write !== undefined) this.flush(py)
  }
  /** End the frame that is open; a short one has no header. */
  commit(): void {
    const start = this.#frame
    if (start < 0) return
    const size = this.#length - start - HEADER
    if (size >= SHORTEST) {
      this.#bytes[start] = Op.FRAME
      new DataView(this.#bytes.buffer).setBigUint64(start + 1, BigInt(size), true)
    } else {
      this.#bytes.copyWithin(start, start + HEADER, this.#length)
      this.#length -= HEADER
    }
    this.#frame = -1
  }
  /** All that was written since the last time; it begins anew. */
  finish(): Uint8Array {
    this.commit()
    const made = this.#bytes.slice(0, this.#length)
    this.#length = 0
    return made
  }
  /** Give the file what there is. */
  flush(py: Thread): void {
    call(this.write as Value, [newBytes(this.finish())], py)
  }
}
