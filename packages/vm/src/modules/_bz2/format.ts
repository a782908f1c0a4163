// The bzip2 format: what its reader and its writer share. After the letters BZh and the size of blocks come the blocks:
//
//   magic 48 │ CRC 32 │ 0 │ origin 24 │ bytes used 16+16×16 │ codes 3 │ selectors 15 │ … │ the codes' lengths │ symbols
//
// A block is a text whose rotations are sorted, of which the last column is stored: each byte as its place in a list
// that moves to front, runs of place 0 as numbers in digits RUNA and RUNB. A selector names the code of fifty symbols.

/** The digits of π that begin a block, and those of its root that end a stream. */
export const BLOCK_MAGIC: readonly number[] = [0x31, 0x41, 0x59, 0x26, 0x53, 0x59]
export const END_MAGIC: readonly number[] = [0x17, 0x72, 0x45, 0x38, 0x50, 0x90]

export const BLOCK_UNIT = 100_000
export const GROUP_SIZE = 50
export const MAX_CODES = 6
export const [RUNA, RUNB] = [0, 1]
/** Of a code, as readers must take it; writers keep to less. */
export const MAX_LENGTH = 20

let table: Uint32Array | undefined

function makeTable(): Uint32Array {
  const made = new Uint32Array(256)
  for (let byte = 0; byte < 256; byte++) {
    let value = byte << 24
    for (let bit = 0; bit < 8; bit++) value = (value << 1) ^ (value < 0 ? 0x04c11db7 : 0)
    made[byte] = value
  }
  return made
}

/** CRC-32, its bits in the other order than zip's. */
export class Checksum {
  readonly #table = (table ??= makeTable())
  #value = -1

  add(byte: number): void {
    this.#value = (this.#value << 8) ^ (this.#table[((this.#value >>> 24) ^ byte) & 0xff] as number)
  }

  get value(): number {
    return ~this.#value >>> 0
  }
}

/** The checksum of a stream, once another block has come. */
export const combined = (sum: number, block: number): number => (((sum << 1) | (sum >>> 31)) ^ block) >>> 0
