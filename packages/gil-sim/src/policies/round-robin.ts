// Everybody in turn: the thread after the current one, in the order of starting.
import type { Identified, Policy, Turn } from '../scheduler.ts'

/** The interval that programs run with unless they ask for another. */
export const DEFAULT_INTERVAL = 10_000

/**
 * Give each thread `interval` calls and back-edges, then the next one its turn. Nobody starves.
 *
 * @example
 * roundRobin(1) // a switch at every opportunity
 */
export function roundRobin(interval: number = DEFAULT_INTERVAL): Policy {
  return {
    name: `round robin, interval ${interval}`,
    interval,
    choose<T>({ current, runnable }: Turn<T>): T {
      const { ident } = current as unknown as Identified
      // After a thread that waits, too, its neighbour: else those at the head of the list would have all the turns.
      return runnable.find((thread) => (thread as unknown as Identified).ident > ident) ?? (runnable[0] as T)
    },
  }
}
