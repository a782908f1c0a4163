// Data that is mostly text: what JSON can say, and the bytes that it points into.

// Every JavaScript host has these two; packages see no host types, so they are declared here.
declare const TextDecoder: new () => { decode(bytes: Uint8Array): string }
declare const TextEncoder: new () => { encode(text: string): Uint8Array }

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

  /** A text that is seldom read, and not parsed with the content. */
  addText(text: string): Place {
    return this.add(new TextEncoder().encode(text))
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

let decoder: InstanceType<typeof TextDecoder> | undefined

/** The text that `addText` put there. */
export function textAt(bytes: Uint8Array, [start, length]: Place): string {
  decoder ??= new TextDecoder()
  return decoder.decode(bytes.subarray(start, start + length))
}
