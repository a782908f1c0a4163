// SHA-1 and MD5: for compatibility, not for security.
import type { BlockHash } from './merkle-damgard.ts'

const w = new Int32Array(80)
const rotate = (x: number, n: number): number => (x << n) | (x >>> (32 - n))

function compressSha1(state: Int32Array, block: DataView, at: number): void {
  for (let i = 0; i < 16; i++) w[i] = block.getInt32(at + 4 * i)
  for (let i = 16; i < 80; i++) w[i] = rotate(w[i - 3]! ^ w[i - 8]! ^ w[i - 14]! ^ w[i - 16]!, 1)
  let a = state[0]!, b = state[1]!, c = state[2]!, d = state[3]!, e = state[4]!
  for (let i = 0; i < 80; i++) {
    const mixed =
      i < 20 ? ((b & c) | (~b & d)) + 0x5a827999
      : i < 40 ? (b ^ c ^ d) + 0x6ed9eba1
      : i < 60 ? ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc
      : (b ^ c ^ d) + 0xca62c1d6
    const next = (rotate(a, 5) + mixed + e + w[i]!) | 0
    e = d
    d = c
    c = rotate(b, 30)
    b = a
    a = next
  }
  state[0]! += a
  state[1]! += b
  state[2]! += c
  state[3]! += d
  state[4]! += e
}

const sineWords = Int32Array.from({ length: 64 }, (_, i) => Math.floor(Math.abs(Math.sin(i + 1)) * 4294967296))
const shifts = [[7, 12, 17, 22], [5, 9, 14, 20], [4, 11, 16, 23], [6, 10, 15, 21]] as const

function compressMd5(state: Int32Array, block: DataView, at: number): void {
  for (let i = 0; i < 16; i++) w[i] = block.getInt32(at + 4 * i, true)
  let a = state[0]!, b = state[1]!, c = state[2]!, d = state[3]!
  for (let i = 0; i < 64; i++) {
    const round = i >> 4
    const mixed =
      round === 0 ? (b & c) | (~b & d) : round === 1 ? (d & b) | (~d & c) : round === 2 ? b ^ c ^ d : c ^ (b | ~d)
    const place = round === 0 ? i : (round === 1 ? 5 * i + 1 : round === 2 ? 3 * i + 5 : 7 * i) & 15
    const sum = (a + mixed + sineWords[i]! + w[place]!) | 0
    a = d
    d = c
    c = b
    b = (b + rotate(sum, shifts[round]![i & 3]!)) | 0
  }
  state[0]! += a
  state[1]! += b
  state[2]! += c
  state[3]! += d
}

const start = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476]

export const sha1Hash: BlockHash = {
  blockSize: 64, digestSize: 20, lengthSize: 8, littleEndian: false,
  initial: () => Int32Array.from([...start, 0xc3d2e1f0]),
  compress: compressSha1,
}
export const md5Hash: BlockHash = {
  blockSize: 64, digestSize: 16, lengthSize: 8, littleEndian: true,
  initial: () => Int32Array.from(start),
  compress: compressMd5,
}
