// SipHash-1-3, the hash of str and bytes, and the key that PYTHONHASHSEED makes.
// 64-bit words are pairs of 32-bit halves: bigint would be thirty times slower.
import type { Integer } from '../int/integer.ts'
import { normalize } from '../int/integer.ts'

/** The four 32-bit words of the key, low word first. */
export type HashKey = readonly [number, number, number, number]

/** The key for PYTHONHASHSEED=seed; 0 turns randomisation off. */
export function hashKeyOfSeed(seed: number): HashKey {
  if (seed === 0) return [0, 0, 0, 0]
  const bytes = new DataView(new ArrayBuffer(16))
  let state = seed >>> 0
  for (let i = 0; i < 16; i++) {
    state = (Math.imul(state, 214013) + 2531011) >>> 0
    bytes.setUint8(i, (state >>> 16) & 255)
  }
  const word = (at: number): number => bytes.getUint32(at, true)
  return [word(0), word(4), word(8), word(12)]
}

/** The signed 64-bit hash of bytes; 0 for none. */
export function hashBytes(bytes: Uint8Array, key: HashKey): Integer {
  if (bytes.length === 0) return 0
  return sipHash(bytes, key)
}

/** The hash of a narrow str: over 1-byte units if all are below 256, else 2-byte. */
export function hashText(text: string, key: HashKey): Integer {
  const length = text.length
  if (length === 0) return 0
  let any = 0
  for (let i = 0; i < length; i++) any |= text.charCodeAt(i)
  const bytes = new Uint8Array(any < 256 ? length : length * 2)
  if (any < 256) {
    for (let i = 0; i < length; i++) bytes[i] = text.charCodeAt(i)
  } else {
    for (let i = 0; i < length; i++) {
      const unit = text.charCodeAt(i)
      bytes[2 * i] = unit
      bytes[2 * i + 1] = unit >> 8
    }
  }
  return sipHash(bytes, key)
}

/** The hash of a str over code points: units as wide as the largest needs. */
export function hashCodePoints(codePoints: ArrayLike<number>, key: HashKey): Integer {
  const length = codePoints.length
  if (length === 0) return 0
  let any = 0
  for (let i = 0; i < length; i++) any |= codePoints[i]!
  const width = any < 0x100 ? 1 : any < 0x10000 ? 2 : 4
  const bytes = new Uint8Array(length * width)
  for (let i = 0; i < length; i++) {
    for (let b = 0, unit = codePoints[i]!; b < width; b++, unit >>>= 8) bytes[i * width + b] = unit
  }
  return sipHash(bytes, key)
}

const v = new Uint32Array(8)

function sipHash(bytes: Uint8Array, key: HashKey): Integer {
  const [lowHash, unsignedHigh] = keyedHash(bytes, key)
  const highHash = unsignedHigh | 0
  // Near zero the result is a safe integer; else a bigint.
  if (highHash >= -0x200000 && highHash < 0x200000) {
    const hash = highHash * 4294967296 + lowHash
    if (Number.isSafeInteger(hash)) return hash === -1 ? -2 : hash
  }
  return normalize((BigInt(highHash) << 32n) | BigInt(lowHash))
}

/** The raw hash as its low and high 32-bit words, unsigned: what `.pyc` files keep of their source. */
export function keyedHash(bytes: Uint8Array, key: HashKey): readonly [low: number, high: number] {
  v[0] = key[0] ^ 0x70736575
  v[1] = key[1] ^ 0x736f6d65
  v[2] = key[2] ^ 0x6e646f6d
  v[3] = key[3] ^ 0x646f7261
  v[4] = key[0] ^ 0x6e657261
  v[5] = key[1] ^ 0x6c796765
  v[6] = key[2] ^ 0x79746573
  v[7] = key[3] ^ 0x74656462
  const length = bytes.length
  const whole = length - (length % 8)
  for (let i = 0; i < whole; i += 8) {
    absorb(wordAt(bytes, i), wordAt(bytes, i + 4))
  }
  let low = 0
  let high = (length & 255) << 24
  for (let i = whole; i < length; i++) {
    const shift = (i - whole) * 8
    if (shift < 32) low |= bytes[i]! << shift
    else high |= bytes[i]! << (shift - 32)
  }
  absorb(low, high)
  v[4] = v[4]! ^ 0xff
  round()
  round()
  round()
  const lowHash = (v[0]! ^ v[2]! ^ v[4]! ^ v[6]!) >>> 0
  const highHash = (v[1]! ^ v[3]! ^ v[5]! ^ v[7]!) >>> 0
  return [lowHash, highHash]
}

function wordAt(bytes: Uint8Array, at: number): number {
  return bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)
}

function absorb(low: number, high: number): void {
  v[6] = v[6]! ^ low
  v[7] = v[7]! ^ high
  round()
  v[0] = v[0]! ^ low
  v[1] = v[1]! ^ high
}

/** v[a] += v[b] on 64 bits; halves at 2n and 2n + 1. */
function addWord(a: number, b: number): void {
  const low = v[a]! + v[b]!
  v[a] = low
  v[a + 1] = v[a + 1]! + v[b + 1]! + (low > 0xffffffff ? 1 : 0)
}

/** v[a] = rotate(v[a], n) ^ v[b] */
function mixWord(a: number, n: number, b: number): void {
  const low = v[a]!
  const high = v[a + 1]!
  v[a] = ((low << n) | (high >>> (32 - n))) ^ v[b]!
  v[a + 1] = ((high << n) | (low >>> (32 - n))) ^ v[b + 1]!
}

function swapHalves(a: number): void {
  const low = v[a]!
  v[a] = v[a + 1]!
  v[a + 1] = low
}

function round(): void {
  addWord(0, 2)
  mixWord(2, 13, 0)
  swapHalves(0)
  addWord(4, 6)
  mixWord(6, 16, 4)
  addWord(0, 6)
  mixWord(6, 21, 0)
  addWord(4, 2)
  mixWord(2, 17, 4)
  swapHalves(4)
}
