// Growing outputs of the codecs.
import { stringOfUnits } from '../text/code-points.ts'
import type { Text } from '../text/code-points.ts'

/** Collects bytes. */
export class ByteOutput {
  #bytes: Uint8Array
  length = 0
  constructor(guess: number) {
    this.#bytes = new Uint8Array(Math.max(16, guess))
  }
  push(byte: number): void {
    if (this.length === this.#bytes.length) this.#grow(1)
    this.#bytes[this.length++] = byte
  }
  append(bytes: ArrayLike<number>): void {
    if (this.length + bytes.length > this.#bytes.length) this.#grow(bytes.length)
    this.#bytes.set(bytes, this.length)
    this.length += bytes.length
  }
  #grow(more: number): void {
    const grown = new Uint8Array((this.length + more) * 2)
    grown.set(this.#bytes)
    this.#bytes = grown
  }
  finish(): Uint8Array {
    return this.#bytes.slice(0, this.length)
  }
}

/** Collects code points, and knows whether they fit a plain string. */
export class PointOutput {
  readonly points: number[] = []
  #wide = false
  push(codePoint: number): void {
    this.points.push(codePoint)
    if (codePoint >= 0xd800 && (codePoint <= 0xdfff || codePoint > 0xffff)) this.#wide = true
  }
  append(codePoints: readonly number[]): void {
    for (const c of codePoints) this.push(c)
  }
  finish(): Text {
    return this.#wide ? this.points : stringOfUnits(this.points)
  }
}
