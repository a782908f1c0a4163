// Data that is mostly text: what JSON can say, and the bytes that it points into.

/** Where bytes lie: start and length. */
export type Place = readonly [start: number, length: number]

/** A content for JSON, with places in `bytes`. */
export interface Packed {
  readonly content: unknown
  readonly bytes: Uint8Array
}

/** Bytes that a content points into, as they are collected. */
export class ByteStore {
  readonly #parts: Uint8Array[] = []
  #size = 0

  add(bytes: Uint8Array): Place {
    const start = this.#size
    this.#parts.push(bytes)
    this.#size += bytes.length
    return [start, bytes.length]
  }

  pack(content: unknown): Packed {
    const bytes = new Uint8Array(this.#size)
    let at = 0
    for (const part of this.#parts) {
      bytes.set(part, at)
      at += part.length
    }
    return { content, bytes }
  }
}
