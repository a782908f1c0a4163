// Bytes that grow.
import type { TextConstant } from '@pellucid/primitives'
import { encodeUtf8 } from './utf8.ts'

/** Collects little-endian bytes. */
export class ByteWriter {
  #bytes: Uint8Array
  #length = 0

  constructor(capacity = 1024) {
    this.#bytes = new Uint8Array(capacity)
  }

  /** A copy of what was written. */
  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#length)
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
    if (this.#length + 8 > this.#bytes.length) this.#grow(8)
    new DataView(this.#bytes.buffer).setFloat64(this.#length, value, true)
    this.#length += 8
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
