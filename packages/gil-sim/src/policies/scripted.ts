// A schedule that is written down: for replaying a timeline, or trying one interleaving.
import type { Identified, Policy, Turn } from '../scheduler.ts'

/**
 * Follow a list of thread idents, one a turn. Where the listed thread cannot run, or after the end of the list, the
 * current thread goes on, or else the first one that can.
 *
 * @example
 * const scheduler = newScheduler(seeded(42))
 * scripted(scheduler.timeline.choices, scheduler.interval) // the same run again
 */
export function scripted(idents: readonly number[], interval: number): Policy {
  return {
    name: `script of ${idents.length} turns, interval ${interval}`,
    interval,
    choose<T>({ current, runnable, number }: Turn<T>): T {
      const wanted = runnable.find((thread) => (thread as unknown as Identified).ident === idents[number])
      return wanted ?? (runnable.includes(current) ? current : (runnable[0] as T))
    },
  }
}
