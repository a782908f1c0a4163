// A stream, read: a generator that stops where it needs more input, or where nobody wants more text for now.
import { BitReader } from './bit-reader.ts'
import { BlockText } from './block-text.ts'
import { CodeReader, NO_CODE, STARVED } from './code-reader.ts'
import { BLOCK_MAGIC, BLOCK_UNIT, combined, END_MAGIC, GROUP_SIZE, MAX_CODES, MAX_LENGTH, RUNA, RUNB } from './format.ts'

/** The input is no bzip2 stream. */
export class BadStream extends Error {}

type Steps<T> = Generator<void, T, void>

const MOST_SELECTORS = Math.ceil((9 * BLOCK_UNIT) / GROUP_SIZE) + 2
const LONGEST_RUN = 1 << 21
const PIECE = 1 << 16

function check(holds: boolean): asserts holds {
  if (!holds) throw new BadStream()
}

/** What a block's symbols are read with. */
interface Coding {
  readonly codes: readonly CodeReader[]
  readonly selectors: Uint8Array
  /** The bytes that occur, moved to front as they are used. */
  readonly order: Uint8Array
}

export class BlockReader {
  readonly #bits = new BitReader()
  readonly #steps: Steps<void>
  #column = new Uint32Array(0)
  #pieces: Uint8Array[] = []
  #wanted = 0
  /** Stopped because as much was read as was wanted. */
  #full = false
  #bad: BadStream | undefined
  ended = false

  constructor() {
    this.#steps = this.#stream()
  }

  feed(bytes: Uint8Array): void {
    this.#bits.feed(bytes)
  }

  /** Does it take more input to go on? */
  get starving(): boolean {
    return !this.ended && (!this.#full || this.#bits.left === 0)
  }

  /** Input that was not needed. */
  rest(): Uint8Array {
    return this.#bits.rest()
  }

  /** The text that the input gives, at most so many bytes of it. */
  read(most: number): Uint8Array {
    this.#wanted = most
    this.#full = false
    try {
      if (this.#bad !== undefined) throw this.#bad
      this.ended = this.#steps.next().done === true
    } catch (error) {
      if (error instanceof BadStream) this.#bad = error
      throw error
    }
    const pieces = this.#pieces.splice(0)
    if (pieces.length === 1) return pieces[0] as Uint8Array
    const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
    let at = 0
    for (const piece of pieces) {
      whole.set(piece, at)
      at += piece.length
    }
    return whole
  }

  *#take(count: number): Steps<number> {
    while (!this.#bits.has(count)) yield
    return this.#bits.take(count)
  }

  *#take32(): Steps<number> {
    return ((yield* this.#take(16)) * 65536 + (yield* this.#take(16))) >>> 0
  }

  *#stream(): Steps<void> {
    for (const letter of [0x42, 0x5a, 0x68]) check((yield* this.#take(8)) === letter)
    const level = (yield* this.#take(8)) - 0x30
    check(level >= 1 && level <= 9)
    this.#column = new Uint32Array(level * BLOCK_UNIT)
    let sum = 0
    for (;;) {
      const first = yield* this.#take(8)
      const magic = first === END_MAGIC[0] ? END_MAGIC : BLOCK_MAGIC
      check(first === magic[0])
      for (const byte of magic.slice(1)) check((yield* this.#take(8)) === byte)
      const checksum = yield* this.#take32()
      if (magic === END_MAGIC) {
        check(checksum === sum)
        return this.#bits.align()
      }
      const text = yield* this.#block()
      yield* this.#give(text)
      check(text.checksum === checksum)
      sum = combined(sum, checksum)
    }
  }

  *#give(text: BlockText): Steps<void> {
    while (!text.over) {
      const piece = new Uint8Array(Math.min(PIECE, this.#wanted))
      const length = text.copy(piece, 0)
      if (length > 0) this.#pieces.push(piece.subarray(0, length))
      this.#wanted -= length
      // What follows the last of it is read with the next call, as the C library does.
      this.#full = this.#wanted === 0
      if (this.#full) yield
    }
  }

  *#block(): Steps<BlockText> {
    // Blocks of versions before 0.9.5 may be randomised, which nothing has written since.
    check((yield* this.#take(1)) === 0)
    const origin = yield* this.#take(24)
    const coding = yield* this.#coding()
    const length = yield* this.#symbols(coding)
    check(origin < length)
    return new BlockText(this.#column, length, origin)
  }

  *#coding(): Steps<Coding> {
    const order: number[] = []
    const rows = yield* this.#take(16)
    for (let row = 0; row < 16; row++) {
      if (((rows << row) & 0x8000) === 0) continue
      const bytes = yield* this.#take(16)
      for (let at = 0; at < 16; at++) if (((bytes << at) & 0x8000) !== 0) order.push(row * 16 + at)
    }
    check(order.length > 0)
    const count = yield* this.#take(3)
    check(count >= 2 && count <= MAX_CODES)
    const selectors = yield* this.#selectors(count)
    const codes: CodeReader[] = []
    for (let code = 0; code < count; code++) codes.push(new CodeReader(yield* this.#lengths(order.length + 2)))
    return { codes, selectors, order: Uint8Array.from(order) }
  }

  *#selectors(codes: number): Steps<Uint8Array> {
    const count = yield* this.#take(15)
    check(count > 0)
    const order = Array.from({ length: codes }, (_, code) => code)
    // More than a block can use are read and forgotten.
    const selectors = new Uint8Array(Math.min(count, MOST_SELECTORS))
    for (let at = 0; at < count; at++) {
      let place = 0
      while ((yield* this.#take(1)) === 1) check(++place < codes)
      const code = order[place] as number
      order.copyWithin(1, 0, place)
      order[0] = code
      if (at < selectors.length) selectors[at] = code
    }
    return selectors
  }

  *#lengths(kinds: number): Steps<Uint8Array> {
    const lengths = new Uint8Array(kinds)
    let length = yield* this.#take(5)
    for (let symbol = 0; symbol < kinds; symbol++) {
      for (;;) {
        check(length >= 1 && length <= MAX_LENGTH)
        if ((yield* this.#take(1)) === 0) break
        length += (yield* this.#take(1)) === 0 ? 1 : -1
      }
      lengths[symbol] = length
    }
    return lengths
  }

  /** Read the column; how long it is. */
  *#symbols({ codes, selectors, order }: Coding): Steps<number> {
    const bits = this.#bits
    const column = this.#column
    const end = order.length + 1
    let [length, run, weight] = [0, 0, 1]
    for (let count = 0; ; count++) {
      const selector = selectors[Math.floor(count / GROUP_SIZE)]
      check(selector !== undefined)
      const code = codes[selector] as CodeReader
      let symbol = code.read(bits)
      for (; symbol === STARVED; symbol = code.read(bits)) yield
      check(symbol !== NO_CODE)
      if (symbol === RUNA || symbol === RUNB) {
        check(weight < LONGEST_RUN)
        run += weight << symbol
        weight *= 2
        continue
      }
      if (run > 0) {
        check(length + run <= column.length)
        column.fill(order[0] as number, length, length + run)
        length += run
        ;[run, weight] = [0, 1]
      }
      if (symbol === end) return length
      check(length < column.length)
      const place = symbol - 1
      const byte = order[place] as number
      order.copyWithin(1, 0, place)
      order[0] = byte
      column[length++] = byte
    }
  }
}
