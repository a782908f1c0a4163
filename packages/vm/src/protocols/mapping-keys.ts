// The keys that a mapping answers, which may be anything.
import { typeOf } from '../data/type.ts'
import type { Value } from '../data/values.ts'
import type { Thread } from '../thread.ts'
import { call } from './call.ts'
import { TypeError as PyTypeError } from './exceptions.ts'
import { raise } from './raise.ts'
import { mayIterate } from './sequence-check.ts'

/** What `mapping.keys`, given as `method`, answers; TypeError unless it can be iterated over. */
export function keysFrom(mapping: Value, method: Value, py: Thread): Value {
  const keys = call(method, [], py)
  if (mayIterate(keys)) return keys
  return raise(PyTypeError, `${typeOf(mapping).tpName}.keys() returned a non-iterable (type ${typeOf(keys).tpName})`)
}
