// How large a folded constant may be: results beyond these sizes are left to run time, so that a short
// expression cannot blow up the compiler or the `.pyc`.
import { bitLength, type Constant, type Integer } from '@pellucid/primitives'

const bits = 128
const items = 256
const characters = 4096
const nestedItems = 1024

/** Whether two non-zero ints may be multiplied. */
export function productFits(a: Integer, b: Integer): boolean {
  return a === 0 || b === 0 || bitLength(a) + bitLength(b) <= bits
}

/** Whether `base ** exponent` may be computed; the exponent is not negative. */
export function powerFits(base: Integer, exponent: Integer): boolean {
  if (base === 0 || exponent === 0) return true
  // An exponent that is no size_t is refused whatever the base.
  if (typeof exponent === 'bigint') return false
  return bitLength(base) <= Math.floor(bits / exponent)
}

/** Whether `value << count` may be computed. */
export function shiftFits(value: Integer, count: Integer): boolean {
  if (value === 0 || count === 0) return true
  return count > 0 && count <= bits && bitLength(value) <= bits - Number(count)
}

/** Whether a str or bytes of the length may be repeated. */
export function textRepeatFits(length: number, count: Integer): boolean {
  return repeatFits(length, count, characters)
}

/** Whether a tuple may be repeated. */
export function tupleRepeatFits(tuple: readonly Constant[], count: Integer): boolean {
  if (!repeatFits(tuple.length, count, items)) return false
  if (tuple.length === 0 || count === 0) return true
  return remainingItems(tuple, Math.floor(nestedItems / Number(count))) >= 0
}

function repeatFits(length: number, count: Integer, most: number): boolean {
  // Nothing, repeated, is nothing; but the count must be a machine integer.
  if (length === 0) return BigInt.asIntN(64, BigInt(count)) === BigInt(count)
  return count >= 0 && count <= Math.floor(most / length)
}

/** The limit less the items of the tuple and of the tuples in it; negative as soon as it is exceeded. */
function remainingItems(value: Constant, limit: number): number {
  if (!Array.isArray(value)) return limit
  limit -= value.length
  for (const item of value as readonly Constant[]) {
    if (limit < 0) break
    limit = remainingItems(item, limit)
  }
  return limit
}
