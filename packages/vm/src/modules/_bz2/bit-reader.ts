// Bits, the highest first, of input that comes in pieces.
const nothing = new Uint8Array(0)

export class BitReader {
  #bytes: Uint8Array = nothing
  #at = 0
  #bits = 0
  #count = 0

  /** More input, after what is left of the last. */
  feed(bytes: Uint8Array): void {
    const left = this.#bytes.subarray(this.#at)
    const whole = new Uint8Array(left.length + bytes.length)
    whole.set(left)
    whole.set(bytes, left.length)
    this.#bytes = whole
    this.#at = 0
  }

  /** Are there so many bits, at most 24? */
  has(count: number): boolean {
    while (this.#count < count) {
      if (this.#at === this.#bytes.length) return false
      this.#bits = (this.#bits << 8) | (this.#bytes[this.#at++] as number)
      this.#count += 8
    }
    return true
  }

  /** How many bits can be read without more input, as far as `has` was asked. */
  get ready(): number {
    return this.#count
  }

  /** The next bits; zeros for those that are not there yet. */
  peek(count: number): number {
    const missing = count - this.#count
    const bits = missing > 0 ? this.#bits << missing : this.#bits >>> -missing
    return bits & ((1 << count) - 1)
  }

  skip(count: number): void {
    this.#count -= count
  }

  take(count: number): number {
    const value = this.peek(count)
    this.#count -= count
    return value
  }

  /** How many whole bytes nobody took. */
  get left(): number {
    return this.#bytes.length - this.#at + (this.#count >> 3)
  }

  /** Those bytes. */
  rest(): Uint8Array {
    const made = new Uint8Array(this.left)
    const ahead = this.#count >> 3
    for (let at = 0; at < ahead; at++) made[at] = this.#bits >>> (this.#count - 8 * (at + 1))
    made.set(this.#bytes.subarray(this.#at), ahead)
    return made
  }

  /** Leave out the rest of a byte. */
  align(): void {
    this.#count -= this.#count & 7
  }
}
