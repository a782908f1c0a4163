// Errors that nobody can catch. The `sys` module puts the function that reports them in place.
import type { PyBaseException } from '../data/exception.ts'
import type { Value } from '../data/values.ts'
import type { Thread } from '../thread.ts'

/** Reports an exception that came up in an object's code. */
export type Unraisable = (exception: PyBaseException, object: Value, py: Thread) => void

/** Key of `Interpreter.state` under which `sys` registers its Unraisable. */
export const unraisableState = 'sys.unraisable'

export function unraisable(exception: PyBaseException, object: Value, py: Thread): void {
  const report = py.interpreter.state.get(unraisableState) as Unraisable | undefined
  report?.(exception, object, py)
}
