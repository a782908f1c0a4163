// Threads that wait. A new thread is a chain of frames that has not begun; it runs when the thread that runs cannot go
// on (or ends), until it ends itself. Two threads that wait for each other across native calls are a deadlock.
import type { Thread } from '../../thread.ts'
import { RuntimeError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'

/** A thread yet to be run. */
export type Job = () => void
const state = '_thread.jobs'

export function jobs(py: Thread): Job[] {
  const { state: states } = py.interpreter
  let list = states.get(state) as Job[] | undefined
  if (list === undefined) states.set(state, (list = []))
  return list
}

/** Let other threads run, and time pass, until something holds; did it, within that many nanoseconds? */
export function waitUntil(holds: () => boolean, nanoseconds: bigint | undefined, py: Thread): boolean {
  const { clock, interrupted } = py.interpreter.host
  if (holds()) return true
  if (nanoseconds === 0n) return false
  const end = nanoseconds === undefined ? undefined : clock.monotonic() + nanoseconds
  for (;;) {
    const job = jobs(py).shift()
    if (job === undefined) break
    job()
    if (holds()) return true
    if (end !== undefined && clock.monotonic() >= end) return false
  }
  if (end === undefined) return raise(RuntimeError, 'deadlock: every thread waits for another')
  for (;;) {
    const left = end - clock.monotonic()
    if (left <= 0n) return holds()
    clock.sleep(left, interrupted)
    py.tick()
    if (holds()) return true
  }
}
