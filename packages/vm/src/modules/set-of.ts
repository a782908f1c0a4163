// Sets made by native code.
import { PySet } from '../data/set.ts'
import type { Value } from '../data/values.ts'
import type { Thread } from '../thread.ts'

export function newSetOf(items: readonly Value[], py: Thread): PySet {
  const set = new PySet()
  for (const item of items) set.add(item, py.keys)
  return set
}
