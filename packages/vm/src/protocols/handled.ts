// The exception that a thread is handling.
import type { PyBaseException } from '../data/exception.ts'
import type { HandledException } from '../data/frame.ts'
import type { Thread } from '../thread.ts'

/** The innermost exception being handled, whichever generator or thread handles it. */
export function handledException(py: Thread): PyBaseException | undefined {
  for (let entry: HandledException | undefined = py.handled; entry !== undefined; entry = entry.previous) {
    if (entry.value !== undefined) return entry.value
  }
  return undefined
}
