// Everybody in turn: the thread after the current one, in the order of starting.
import type { Policy, Turn } from '../scheduler.ts'

/** The interval that programs run with unless they ask for another. */
export const DEFAULT_INTERVAL = 10_000

/**
 * Give each thread `interval` calls and back-edges, then the next one its turn. Nobody starves.
 *
 * @example
 * roundRobin(1) // a switch at every opportunity
 */
export function roundRobin(interval: number = DEFAULT_INTERVAL): Policy {
  /** Where the current thread stood when it could last run: its place when it waits now. */
  let place = 0
  return {
    name: `round robin, interval ${interval}`,
    interval,
    choose<T>({ current, runnable, reason }: Turn<T>): T {
      if (reason === 'interval') place = runnable.indexOf(current) + 1
      const next = place % runnable.length
      place = next
      return runnable[next] as T
    },
  }
}
