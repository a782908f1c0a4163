// Bits, the highest first, collected to bytes.
export class BitWriter {
  #bytes = new Uint8Array(1024)
  #length = 0
  #bits = 0
  #count = 0

  /** At most 24 bits. */
  write(value: number, count: number): void {
    this.#bits = (this.#bits << count) | value
    this.#count += count
    while (this.#count >= 8) {
      this.#count -= 8
      this.#byte((this.#bits >>> this.#count) & 0xff)
    }
  }

  write32(value: number): void {
    this.write(value >>> 16, 16)
    this.write(value & 0xffff, 16)
  }

  #byte(byte: number): void {
    if (this.#length === this.#bytes.length) {
      const larger = new Uint8Array(this.#length * 2)
      larger.set(this.#bytes)
      this.#bytes = larger
    }
    this.#bytes[this.#length++] = byte
  }

  /** Fill the last byte. */
  pad(): void {
    if (this.#count > 0) this.write(0, 8 - this.#count)
  }

  /** The whole bytes so far. */
  take(): Uint8Array {
    const made = this.#bytes.slice(0, this.#length)
    this.#length = 0
    return made
  }
}
