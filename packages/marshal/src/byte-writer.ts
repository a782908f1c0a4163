// Bytes that grow.
import type { TextConstant } from '@pellucid/primitives'
import { encoder } from './text-coding.ts'
import { encodeUtf8 } from './utf8.ts'

// The buffer of the last finished writer serves the next one: making and growing buffers costs more than
// filling them.
let spare: Uint8Array | undefined
const MAX_SPARE = 1 << 20

/** Longer bytes are worth a call that copies them. */
const LONG = 64
/** Longer text is worth a call of the encoder; no longer than what one byte can count. */
const LONG_TEXT = 40

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
    if (value.length > LONG) this.#bytes.set(value, this.#length)
    else for (let index = 0, at = this.#length; index < value.length; index++) this.#bytes[at++] = value[index]!
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

  /**
   * A type, a length (in one byte below 256, else in four) and the text; writes nothing and is false
   * unless all code points are below 128.
   */
  sizedAscii(type: number, text: string): boolean {
    const size = text.length
    if (size > LONG_TEXT) return this.#sizedLongAscii(type, text)
    if (this.#length + size + 5 > this.#bytes.length) this.#grow(size + 5)
    const bytes = this.#bytes
    let at = this.#length
    bytes[at++] = type
    bytes[at++] = size
    let seen = 0
    for (let index = 0; index < size; index++) {
      const code = text.charCodeAt(index)
      seen |= code
      bytes[at++] = code
    }
    if (seen > 127) return false
    this.#length = at
    return true
  }

  #sizedLongAscii(type: number, text: string): boolean {
    const size = text.length
    if (this.#length + size + 5 > this.#bytes.length) this.#grow(size + 5)
    const start = this.#length
    this.byte(type)
    if (size < 256) this.byte(size)
    else this.int32(size)
    const { read, written } = encoder().encodeInto(text, this.#bytes.subarray(this.#length, this.#length + size))
    const isAscii = read === size && written === size
    this.#length = isAscii ? this.#length + size : start
    return isAscii
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
