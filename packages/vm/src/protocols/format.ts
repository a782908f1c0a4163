// format(value, spec) and the conversions of f-strings.
import { typeOf } from '../data/type.ts'
import { asStr, narrowStr, type Str, type Value } from '../data/values.ts'
import type { Thread } from '../thread.ts'
import { call, lookupSpecial } from './call.ts'
import { TypeError as PyTypeError } from './exceptions.ts'
import { raise } from './raise.ts'

/** `format(value, spec)`. */
export function format(value: Value, spec: Str, py: Thread): Str {
  if (spec === '') {
    if (typeof value === 'string') return value
    if (typeof value === 'number') return narrowStr(String(value))
  }
  const method = lookupSpecial(value, '__format__', py)
  if (method === undefined) raise(PyTypeError, `Type ${typeOf(value).tpName} doesn't define __format__`)
  const made = call(method, [spec], py)
  const text = asStr(made)
  if (text === undefined) raise(PyTypeError, `__format__ must return a str, not ${typeOf(made).tpName}`)
  return made as Str
}

export const emptyStr = narrowStr('')
