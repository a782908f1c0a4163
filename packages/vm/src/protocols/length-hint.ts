// How long an iterable is likely to be (PEP 424).
import { typeOf } from '../data/type.ts'
import { asInt, NotImplemented, type Value } from '../data/values.ts'
import type { Thread } from '../thread.ts'
import { call, lookupSpecial } from './call.ts'
import { OverflowError, TypeError as PyTypeError, ValueError } from './exceptions.ts'
import { isRaised, raise } from './raise.ts'

/** `operator.length_hint(value, fallback)`. */
export function lengthHint(value: Value, fallback: number, py: Thread): number {
  const { len } = typeOf(value).slots
  if (len !== undefined) {
    try {
      return len(value, py)
    } catch (caught) {
      if (!isRaised(caught, PyTypeError)) throw caught
    }
  }
  const method = lookupSpecial(value, '__length_hint__', py)
  if (method === undefined) return fallback
  let made: Value
  try {
    made = call(method, [], py)
  } catch (caught) {
    if (isRaised(caught, PyTypeError)) return fallback
    throw caught
  }
  if (made === NotImplemented) return fallback
  const hint = asInt(made)
  if (hint === undefined) return raise(PyTypeError, `__length_hint__ must be an integer, not ${typeOf(made).tpName}`)
  if (typeof hint !== 'number') {
    if (hint > 0x7fff_ffff_ffff_ffffn) raise(OverflowError, 'cannot fit \'int\' into an index-sized integer')
    if (hint < 0) raise(ValueError, '__length_hint__() should return >= 0')
    return Number(hint)
  }
  if (hint < 0) raise(ValueError, '__length_hint__() should return >= 0')
  return hint
}
