// Digests by blocks: input may come in pieces, and a digest may be taken in between.

/** How one algorithm treats a block. */
export interface BlockHash {
  readonly blockSize: number
  readonly digestSize: number
  /** The state before any input. */
  readonly initial: () => Int32Array
  /** Mix one block into the state. */
  readonly compress: (state: Int32Array, block: DataView, at: number) => void
  readonly littleEndian: boolean
  /** Bytes of the length field at the end. */
  readonly lengthSize: number
}

/**
 * A digest under way.
 * @example
 * const digest = new BlockDigest(sha256Hash)
 * digest.update(Uint8Array.of(1, 2, 3))
 * digest.digest().length // 32
 */
export class BlockDigest {
  readonly hash: BlockHash
  #state: Int32Array
  #rest: Uint8Array
  #restLength = 0
  #length = 0
  constructor(hash: BlockHash) {
    this.hash = hash
    this.#state = hash.initial()
    this.#rest = new Uint8Array(hash.blockSize)
  }

  update(bytes: Uint8Array): void {
    const { blockSize, compress } = this.hash
    this.#length += bytes.length
    let at = 0
    if (this.#restLength > 0) {
      at = Math.min(blockSize - this.#restLength, bytes.length)
      this.#rest.set(bytes.subarray(0, at), this.#restLength)
      this.#restLength += at
      if (this.#restLength < blockSize) return
      compress(this.#state, new DataView(this.#rest.buffer), 0)
      this.#restLength = 0
    }
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    for (; at + blockSize <= bytes.length; at += blockSize) compress(this.#state, view, at)
    this.#rest.set(bytes.subarray(at), 0)
    this.#restLength = bytes.length - at
  }

  copy(): BlockDigest {
    const copy = new BlockDigest(this.hash)
    copy.#state = this.#state.slice()
    copy.#rest = this.#rest.slice()
    copy.#restLength = this.#restLength
    copy.#length = this.#length
    return copy
  }

  /** The digest of what has come so far; more may follow. */
  digest(): Uint8Array {
    const { blockSize, compress, digestSize, lengthSize, littleEndian } = this.hash
    const used = this.#restLength
    const padded = new Uint8Array(used + 1 + lengthSize <= blockSize ? blockSize : 2 * blockSize)
    padded.set(this.#rest.subarray(0, used))
    padded[used] = 0x80
    const view = new DataView(padded.buffer)
    if (littleEndian) view.setBigUint64(padded.length - lengthSize, BigInt(this.#length) * 8n, true)
    else view.setBigUint64(padded.length - 8, BigInt(this.#length) * 8n)
    const state = this.#state.slice()
    for (let at = 0; at < padded.length; at += blockSize) compress(state, view, at)
    const out = new DataView(new ArrayBuffer(state.length * 4))
    state.forEach((word, i) => out.setInt32(i * 4, word, littleEndian))
    return new Uint8Array(out.buffer).slice(0, digestSize)
  }
}
