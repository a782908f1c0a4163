// Hashes of str and bytes: SipHash under the process's key.
import { hashBytes, hashCodePoints, hashKeyOfSeed, hashText, type HashKey } from '@pellucid/primitives'
import { setStringHash } from '../data/dict.ts'
import type { Str } from '../data/values.ts'

let key: HashKey = [0, 0, 0, 0]
let seeded = false

/**
 * Set the key, before anything is hashed: from PYTHONHASHSEED, or from sixteen random bytes. An interpreter that wants random
 * hashes takes the key of one that is there already, whose dicts hold hashes under it.
 */
export function seedStringHash(seed: number | (() => Uint8Array)): void {
  if (typeof seed === 'number') key = hashKeyOfSeed(seed)
  else if (!seeded) {
    const bytes = seed()
    const words = new DataView(bytes.buffer, bytes.byteOffset, 16)
    key = [0, 4, 8, 12].map((at) => words.getUint32(at, true)) as unknown as HashKey
  }
  seeded = true
  kept.clear()
}

/** Hashes of short strs that were asked for: CPython keeps them in the str. */
const kept = new Map<string, number | bigint>()
const [MOST_KEPT, LONGEST_KEPT] = [4_096, 64]

function hashOfNarrow(text: string): number | bigint {
  if (text.length > LONGEST_KEPT) return hashText(text, key)
  let hash = kept.get(text)
  if (hash === undefined) {
    if (kept.size >= MOST_KEPT) kept.clear()
    kept.set(text, (hash = hashText(text, key)))
  }
  return hash
}

/** `hash(str)` */
export function hashOfStr(text: Str): number | bigint {
  return typeof text === 'string' ? hashOfNarrow(text) : hashCodePoints(text.codePoints, key)
}

/** `hash(bytes)` */
export function hashOfBytes(bytes: Uint8Array): number | bigint {
  return hashBytes(bytes, key)
}

setStringHash(hashOfNarrow)
