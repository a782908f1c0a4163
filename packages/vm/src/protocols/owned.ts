// Generators that a loop's iterator holds alone (eval/loops-own), and their end.
import { PyGenerator } from '../data/frame.ts'
import { PyObject } from '../data/object.ts'
import type { Value } from '../data/values.ts'
import type { Thread } from '../thread.ts'
import { collectorOf } from './collector.ts'

/** The iterator of a loop that is left. */
export function closeIterator(iterator: Value, py: Thread): void {
  for (const own of ownOf(iterator)) {
    own.owner = undefined
    if (own.state === 'suspended') collectorOf(py).finalize(own, py)
  }
}

/** Is there anything to close? */
export const ownsAny = (iterator: Value): boolean => ownOf(iterator).some(({ state }) => state === 'suspended')

const none: readonly PyGenerator[] = []

/** The generators that go with what lies in a loop's place, in the order in which CPython lets go of them. */
function ownOf(value: Value): readonly PyGenerator[] {
  if (value instanceof PyGenerator) return value.owner === undefined ? none : [value]
  if (!(value instanceof PyObject) || !value.type.keepsToItself) return none
  const held: PyGenerator[] = []
  value.traverse((child) => void held.unshift(...ownOf(child)))
  return held
}
