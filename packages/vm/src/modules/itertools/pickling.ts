// Pickling of these iterators still works in 3.13, and warns.
import { newTuple } from '../../data/sequences.ts'
import type { Value } from '../../data/values.ts'
import { DeprecationWarning } from '../../protocols/exceptions.ts'
import { warn } from '../../protocols/warn.ts'
import type { Thread } from '../../thread.ts'

export function warnOfPickling(py: Thread): void {
  warn(py, DeprecationWarning, 'Pickle, copy, and deepcopy support will be removed from itertools in Python 3.14.')
}

/** A reduction, with the warning. */
export function reduced(py: Thread, cls: Value, args: readonly Value[], state?: Value): Value {
  warnOfPickling(py)
  return newTuple(state === undefined ? [cls, newTuple(args)] : [cls, newTuple(args), state])
}
