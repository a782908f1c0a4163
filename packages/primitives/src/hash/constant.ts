// The hash of a constant, and with it the order in which a set shows its items.
import { Complex, Ellipsis, Float, FrozenSetConstant, WideText } from '../constant.ts'
import type { Constant } from '../constant.ts'
import type { Integer } from '../int/integer.ts'
import { codePointsOf } from '../text-points.ts'
import { hashFrozenSet, hashTuple } from './containers.ts'
import { hashComplex, hashFloat, hashInteger } from './number.ts'
import { ProbeSet } from './probe-set.ts'
import { hashBytes, hashCodePoints } from './siphash.ts'
import type { HashKey } from './siphash.ts'

const noneHash = 4238894112
const noKey: HashKey = [0, 0, 0, 0]

/** Python's `hash` of a constant; str and bytes by the key. An Ellipsis has no hash of its own value: 0. */
export function hashConstant(value: Constant, key: HashKey = noKey): Integer {
  if (value === null) return noneHash
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value === 'number' || typeof value === 'bigint') return hashInteger(value)
  if (typeof value === 'string') return hashCodePoints([...codePointsOf(value)], key)
  if (value instanceof Float) return hashFloat(value.value)
  if (value instanceof Complex) return hashComplex(value.real, value.imag)
  if (value instanceof WideText) return hashCodePoints(value.codePoints, key)
  if (value instanceof Uint8Array) return hashBytes(value, key)
  if (value === Ellipsis) return 0
  if (value instanceof FrozenSetConstant) {
    return hashFrozenSet(value.items.map(item => hashConstant(item, key)))
  }
  return hashTuple((value as readonly Constant[]).map(item => hashConstant(item, key)))
}

/**
 * The items of a set in the order CPython shows them, given the order in which they went in.
 * @example
 * setOrder([10, 1, 100, 5, 33]) // [1, 33, 100, 5, 10]
 */
export function setOrder(items: readonly Constant[], key: HashKey = noKey): Constant[] {
  const set = new ProbeSet<Constant>(() => false)
  for (const item of items) set.add(item, hashConstant(item, key))
  return [...set.keys()]
}
