// hash(value), and the rules by which dict and set file their keys.
import type { KeyRules } from '../data/dict.ts'
import { typeOf } from '../data/type.ts'
import { newInt, PyIntInstance, PyStrInstance, PyWideStr, type Int, type Value } from '../data/values.ts'
import type { Thread } from '../thread.ts'
import { equal } from './compare.ts'
import { TypeError as PyTypeError } from './exceptions.ts'
import { identityCompare, identityHash } from './identity.ts'
import { raise } from './raise.ts'

/** `hash(value)`: 64 bits signed, as a number when safe. */
export function hashOf(value: Value, py: Thread): number | bigint {
  const slot = typeOf(value).slots.hash
  if (slot === undefined) return raise(PyTypeError, `unhashable type: '${typeOf(value).tpName}'`)
  return slot(value, py)
}

export function hashValue(value: Value, py: Thread): Int {
  return newInt(hashOf(value, py))
}

/** Slots that str and int instances keep when a subclass does not override them; types/str and types/int set them. */
export const plainKeySlots: { str?: { hash: unknown; compare: unknown }; int?: { hash: unknown; compare: unknown } } = {}

const loneSurrogate = (points: readonly number[]): boolean => points.some((point) => point >= 0xd800 && point <= 0xdfff)

/** The rules of one thread's dicts and sets. */
export function keyRules(py: Thread): KeyRules {
  return {
    hash: (key) => hashOf(key, py),
    equal: (stored, key) => equal(stored, key, py),
    isIdentityKey(key) {
      const slots = key.type.slots
      return slots.hash === (identityHash as unknown) && slots.richcompare === (identityCompare as unknown)
    },
    unwrap(key) {
      if (key instanceof PyWideStr) return loneSurrogate(key.codePoints) ? undefined : key.text
      if (key instanceof PyStrInstance) {
        const { hash, richcompare } = key.type.slots
        const plain = plainKeySlots.str
        if (plain === undefined || hash !== plain.hash || richcompare !== plain.compare) return undefined
        if (typeof key.str === 'string') return key.str
        return loneSurrogate(key.str.codePoints) ? undefined : key.str.text
      }
      if (key instanceof PyIntInstance) {
        const { hash, richcompare } = key.type.slots
        const plain = plainKeySlots.int
        return plain !== undefined && hash === plain.hash && richcompare === plain.compare ? key.int : undefined
      }
      return undefined
    },
  }
}

