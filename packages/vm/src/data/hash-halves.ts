// A 64-bit hash is a number where it is a safe integer, else a bigint: arithmetic on the latter is slow, its memory is not.
const halves = new Int32Array(2)
const whole = new BigInt64Array(halves.buffer)
whole[0] = 1n
const [LOW, HIGH] = halves[0] === 1 ? [0, 1] : [1, 0]

/** The hash of two signed 32-bit halves. */
export function joinHash(low: number, high: number): number | bigint {
  if (high >= -0x20_0000 && high < 0x20_0000) {
    const hash = high * 0x1_0000_0000 + (low >>> 0)
    if (Number.isSafeInteger(hash)) return hash
  }
  halves[LOW] = low
  halves[HIGH] = high
  return whole[0] as bigint
}

/** The lower half, signed. */
export function lowHalf(hash: number | bigint): number {
  if (typeof hash === 'number') return hash | 0
  whole[0] = hash
  return halves[LOW] as number
}

/** The upper half, signed. */
export function highHalf(hash: number | bigint): number {
  if (typeof hash === 'number') return hash === (hash | 0) ? hash >> 31 : Math.floor(hash / 0x1_0000_0000) | 0
  whole[0] = hash
  return halves[HIGH] as number
}

/** A number that equal hashes share; others seldom do, nor where both halves follow the same count (`n << 32 | n`). */
export function foldHash(hash: number | bigint): number {
  if (typeof hash === 'number') return hash
  whole[0] = hash
  return Math.imul(halves[LOW] as number, 0x9e37_79b1) ^ (halves[HIGH] as number)
}
