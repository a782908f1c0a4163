// Raw DEFLATE (RFC 1951), for hosts that have no inflater of their own that answers at once.
// Total: any bytes end in the data or in an ArchiveError; output never exceeds the declared size.
import { ArchiveError } from './archive-error.ts'

const lengthBase = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258]
const lengthBits = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0]
const distanceBase = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193,
  12289, 16385, 24577,
]
const distanceBits = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13]
const codeLengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

/** Canonical Huffman code: how many codes of each length there are, and the symbols in code order. */
interface Code {
  readonly counts: Uint16Array
  readonly symbols: Uint16Array
}

function makeCode(lengths: readonly number[]): Code {
  const counts = new Uint16Array(16)
  for (const length of lengths) counts[length]!++
  counts[0] = 0
  const offsets = new Uint16Array(16)
  for (let length = 1; length < 15; length++) offsets[length + 1] = offsets[length]! + counts[length]!
  const symbols = new Uint16Array(lengths.length)
  lengths.forEach((length, symbol) => {
    if (length !== 0) symbols[offsets[length]!++] = symbol
  })
  return { counts, symbols }
}

const fixedLiterals = makeCode(
  Array.from({ length: 288 }, (_, symbol) => (symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8)),
)
const fixedDistances = makeCode(new Array<number>(30).fill(5))

class BitReader {
  at = 0
  private bit = 0
  private readonly data: Uint8Array
  constructor(data: Uint8Array) {
    this.data = data
  }

  bits(count: number): number {
    let value = 0
    for (let index = 0; index < count; index++) {
      if (this.at >= this.data.length) throw new ArchiveError('compressed data ends too early')
      value |= ((this.data[this.at]! >> this.bit) & 1) << index
      if (++this.bit === 8) {
        this.bit = 0
        this.at++
      }
    }
    return value
  }

  symbol({ counts, symbols }: Code): number {
    let code = 0
    let first = 0
    let index = 0
    for (let length = 1; length < 16; length++) {
      code |= this.bits(1)
      const count = counts[length]!
      if (code - count < first) return symbols[index + (code - first)]!
      index += count
      first = (first + count) << 1
      code <<= 1
    }
    throw new ArchiveError('compressed data holds an unknown code')
  }

  /** A stored block: its bytes, from the next byte boundary on. */
  stored(): Uint8Array {
    if (this.bit !== 0) {
      this.bit = 0
      this.at++
    }
    const length = this.bits(16)
    if (length !== (~this.bits(16) & 0xffff)) throw new ArchiveError('a stored block has a wrong length')
    if (this.at + length > this.data.length) throw new ArchiveError('compressed data ends too early')
    const bytes = this.data.subarray(this.at, this.at + length)
    this.at += length
    return bytes
  }
}

function readCodes(input: BitReader): [Code, Code] {
  const literals = input.bits(5) + 257
  const distances = input.bits(5) + 1
  const lengths = new Array<number>(19).fill(0)
  const described = input.bits(4) + 4
  for (let index = 0; index < described; index++) lengths[codeLengthOrder[index]!] = input.bits(3)
  const code = makeCode(lengths)
  const all: number[] = []
  while (all.length < literals + distances) {
    const symbol = input.symbol(code)
    if (symbol < 16) all.push(symbol)
    else if (symbol === 16 && all.length === 0) throw new ArchiveError('compressed data repeats nothing')
    else {
      const value = symbol === 16 ? all[all.length - 1]! : 0
      const times = symbol === 16 ? 3 + input.bits(2) : symbol === 17 ? 3 + input.bits(3) : 11 + input.bits(7)
      for (let index = 0; index < times; index++) all.push(value)
    }
  }
  return [makeCode(all.slice(0, literals)), makeCode(all.slice(literals, literals + distances))]
}

/** Decompresses raw DEFLATE data of a known size. */
export function inflateRaw(data: Uint8Array, size: number): Uint8Array {
  const input = new BitReader(data)
  const output = new Uint8Array(size)
  let at = 0
  const room = (length: number) => {
    if (at + length > size) throw new ArchiveError('compressed data is longer than declared')
  }
  for (let last = 0; last === 0; ) {
    last = input.bits(1)
    const kind = input.bits(2)
    if (kind === 3) throw new ArchiveError('compressed data holds an unknown block')
    if (kind === 0) {
      const bytes = input.stored()
      room(bytes.length)
      output.set(bytes, at)
      at += bytes.length
      continue
    }
    const [literals, distances] = kind === 1 ? [fixedLiterals, fixedDistances] : readCodes(input)
    for (;;) {
      const symbol = input.symbol(literals)
      if (symbol === 256) break
      if (symbol < 256) {
        room(1)
        output[at++] = symbol
        continue
      }
      if (symbol > 285) throw new ArchiveError('compressed data holds an unknown length')
      const length = lengthBase[symbol - 257]! + input.bits(lengthBits[symbol - 257]!)
      const far = input.symbol(distances)
      if (far > 29) throw new ArchiveError('compressed data holds an unknown distance')
      const distance = distanceBase[far]! + input.bits(distanceBits[far]!)
      if (distance > at) throw new ArchiveError('compressed data points before its start')
      room(length)
      for (let end = at + length; at < end; at++) output[at] = output[at - distance]!
    }
  }
  if (at !== size) throw new ArchiveError('compressed data is shorter than declared')
  return output
}
