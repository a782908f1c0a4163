// Who runs next: asked at budget points and when a thread cannot go on. gil-sim fills it.
import type { Thread } from '../thread.ts'

export interface Scheduler {
  /** Instructions (calls and back-edges) a thread may run before it is asked again. */
  readonly interval: number
  /** The same while there are several threads, where turns are to be shorter; `interval` when absent. */
  readonly turn?: number
  /** The thread to go on with; `current` to stay. */
  next(current: Thread, runnable: readonly Thread[]): Thread
}
