// From a policy to the machine's Scheduler port: asks the policy at each turn and writes down what it answered.
//
// Invariant: the thread answered is runnable; a policy that names another one is not followed.
import type { Scheduler, Thread } from '@pellucid/vm'
import { Timeline } from './timeline.ts'

/** Why a thread's turn ended: its interval was over, or it had to wait. */
export type SwitchReason = 'interval' | 'waiting'

/** What a policy knows when it decides. */
export interface Turn<T> {
  /** The thread that ran last. */
  readonly current: T
  /** Threads that can go on, in the order in which they were started; `current` is among them unless it waits. */
  readonly runnable: readonly T[]
  readonly reason: SwitchReason
  /** Turns decided before this one. */
  readonly number: number
}

/** Decides who runs next. */
export interface Policy {
  readonly name: string
  /** Calls and back-edges between two decisions. */
  readonly interval: number
  /** A runnable thread. */
  choose<T>(turn: Turn<T>): T
}

/** What the scheduler needs of a thread: a name for the timeline. */
export interface Identified {
  readonly ident: number
}

/** A scheduler that also tells what it did. */
export interface RecordedScheduler extends Scheduler {
  readonly policy: Policy
  readonly timeline: Timeline
  /** As the port's, for anything with an `ident`. */
  choose<T extends Identified>(current: T, runnable: readonly T[]): T
}

/**
 * A scheduler for `createInterpreter`, with a record of its decisions.
 *
 * @example
 * const scheduler = newScheduler(seeded(42))
 * scheduler.choose({ ident: 1 }, [{ ident: 1 }, { ident: 2 }]) // run a program with it instead
 * scheduler.timeline.choices.length // 1
 */
export function newScheduler(policy: Policy, timeline: Timeline = new Timeline()): RecordedScheduler {
  let number = 0
  function choose<T extends Identified>(current: T, runnable: readonly T[]): T {
    if (runnable.length === 0) return current
    const reason: SwitchReason = runnable.includes(current) ? 'interval' : 'waiting'
    const wanted = policy.choose({ current, runnable, reason, number: number++ })
    const next = runnable.includes(wanted) ? wanted : (runnable[0] as T)
    timeline.record(current.ident, next.ident, reason)
    return next
  }
  return {
    policy,
    timeline,
    interval: policy.interval,
    choose,
    next: (current: Thread, runnable: readonly Thread[]) => choose(current, runnable),
  }
}
