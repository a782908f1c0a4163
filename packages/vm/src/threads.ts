// The threads of an interpreter, and what stands in JavaScript's one stack.
import type { Thread } from './thread.ts'

/** What a thread waits for. */
export interface Wait {
  readonly holds: () => boolean
  /** Until when, by the host's monotonic clock; undefined for as long as it takes. */
  readonly end: bigint | undefined
  /** Of a wait for what happens outside: when the whole wait is over, and how long the pause between two looks was; and how far the builtin that waits has come. */
  readonly outside?: { readonly until: bigint | undefined; readonly pause: number; readonly progress: number }
  /** Nothing will ever end it. */
  readonly stuck?: boolean
}

/** How a thread's first frame was left. */
export type Outcome<T> = { readonly value: T } | { readonly error: unknown }

export class Threads {
  /** Those that have not ended, in the order in which they were started. */
  readonly all: Thread[] = []
  /** How many were started, the main thread not among them. */
  started = 0
  /** How often it has been decided who runs. */
  turns = 0
  /** Who ran last. */
  current: Thread | undefined = undefined
  /** The one that waits on top of JavaScript's stack for its turn. */
  top: Thread | undefined = undefined
  /** Has Ctrl-C been pressed, and the main thread not seen it? */
  interrupted = false

  /** Are there others than the main thread? */
  get several(): boolean {
    return this.all.length > 1
  }
}
