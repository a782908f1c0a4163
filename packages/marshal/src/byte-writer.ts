// Bytes that grow.
import type { TextConstant } from '@pellucid/primitives'
import { encodeUtf8 } from './utf8.ts'

// The buffer of the last finished writer serves the next one: making and growing buffers costs more than
// filling them.
let spare: Uint8Array | undefined
const MAX_SPARE = 1 << 20

const double = new DataView(new ArrayBuffer(8))
const doubleBytes = new Uint8Array(double.buffer)

/** Collects little-endian bytes. */
export class ByteWriter {
  #bytes: Uint8Array
  #length = 0

  constructor() {
    this.#bytes = spare ?? new Uint8Array(1024)
    spare = undefined
  }

  /** A copy of what was written; the writer is not to be used again. */
  finish(): Uint8Array {
    const written = this.#bytes.slice(0, this.#length)
    if (this.#bytes.length <= MAX_SPARE) spare = this.#bytes
    return written
  }

  byte(value: number): void {
    if (this.#length === this.#bytes.length) this.#grow(1)
    this.#bytes[this.#length++] = value
  }

  int16(value: number): void {
    this.byte(value)
    this.byte(value >> 8)
  }

  int32(value: number): void {
    if (this.#length + 4 > this.#bytes.length) this.#grow(4)
    const bytes = this.#bytes
    let at = this.#length
    bytes[at++] = value
    bytes[at++] = value >> 8
    bytes[at++] = value >> 16
    bytes[at++] = value >> 24
    this.#length = at
  }

  double(value: number): void {
    double.setFloat64(0, value, true)
    this.bytes(doubleBytes)
  }

  /** Bytes as they are. */
  bytes(value: Uint8Array): void {
    if (this.#length + value.length > this.#bytes.length) this.#grow(value.length)
    this.#bytes.set(value, this.#length)
    this.#length += value.length
  }

  /** Text of code points below 128. */
  ascii(text: string): void {
    const size = text.length
    if (this.#length + size > this.#bytes.length) this.#grow(size)
    const bytes = this.#bytes
    let at = this.#length
    for (let index = 0; index < size; index++) bytes[at++] = text.charCodeAt(index)
    this.#length = at
  }

  /** Length in 32 bits, then UTF-8. */
  sizedUtf8(text: TextConstant): void {
    const encoded = encodeUtf8(text)
    this.int32(encoded.length)
    this.bytes(encoded)
  }

  #grow(size: number): void {
    const grown = new Uint8Array(Math.max(this.#bytes.length * 2, this.#length + size))
    grown.set(this.#bytes)
    this.#bytes = grown
  }
}
