import { describe, expect, it } from 'vitest'
import { foldHash, highHalf, joinHash, lowHalf } from '../src/data/hash-halves.ts'

const samples = [0, 1, -1, -2, 2 ** 31, -(2 ** 31), 2 ** 52, -(2 ** 52), Number.MAX_SAFE_INTEGER, 2n ** 53n, -(2n ** 63n), 2n ** 63n - 1n, 0x1234_5678_9abc_def0n]

describe('a hash in halves', () => {
  it('is the same hash when they are joined', () => {
    for (const hash of samples) expect(joinHash(lowHalf(hash), highHalf(hash))).toBe(hash)
  })

  it('folds to the same number whenever it is equal', () => {
    for (const hash of samples) expect(foldHash(hash)).toBe(foldHash(joinHash(lowHalf(hash), highHalf(hash))))
  })

  it('keeps apart hashes that a program packs from two numbers', () => {
    const base = 1n << 22n
    const folds = (pack: (n: bigint) => bigint): number => {
      const found = new Set<number>()
      for (let n = base; n < base + 10_000n; n++) found.add(foldHash(pack(n)))
      return found.size
    }
    expect(folds((n) => (n << 32n) | n)).toBeGreaterThan(9_900)
    expect(folds((n) => n << 32n)).toBeGreaterThan(9_900)
    expect(folds((n) => (base << 32n) | n)).toBeGreaterThan(9_900)
    expect(folds((n) => (n << 32n) | (base + base - n))).toBeGreaterThan(9_900)
  })
})
