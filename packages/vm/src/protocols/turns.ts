// Threads taking turns. One JavaScript stack serves them all. A thread is *parked* when its frames, which are on the
// heap, are all there is of it: any loop may go on with it. A thread whose native code waits, or looks up from long
// work, stays in the stack, and the parked ones run on top of it until it can go on and the scheduler lets it.
//
// Most waiting parks: a builtin that waits and was called by the running instruction throws `suspension` instead, the
// instruction is run again later, and the builtin looks anew. What remains is a thread that waits in the stack for one
// that stands below it: that is a deadlock here, and reported as one.
import type { Thread } from '../thread.ts'
import { RuntimeError } from './exceptions.ts'
import { raise } from './raise.ts'

/** Thrown through the loop by a builtin that has to wait. */
export const suspension = new Error('the thread waits')
/** Thrown through a thread that nothing will ever wake, when the program has ended below it. */
export const abandonment = new Error('the thread is abandoned')

const isOver = (end: bigint | undefined, py: Thread): boolean => end !== undefined && py.interpreter.host.clock.monotonic() >= end

/** Can a thread go on, once it is its turn? The main thread can for the sake of a signal. */
function canGoOn(thread: Thread): boolean {
  const { wait, interpreter } = thread
  if (wait === undefined || wait.stuck === true || wait.holds() || isOver(wait.end, thread)) return true
  return thread === interpreter.mainThread && (interpreter.threads.interrupted || interpreter.pending.length > 0 || thread.outcome !== undefined)
}

/** Run others until `py`, which stands on top of the stack, has its turn again. */
function runOthers(py: Thread): void {
  const { threads } = py.interpreter
  const below = threads.top
  threads.top = py
  try {
    takeTurns(py)
  } finally {
    threads.top = below
  }
}

function takeTurns(py: Thread): void {
  const { threads, scheduler } = py.interpreter
  for (;;) {
    const ready = threads.all.filter((thread) => (thread === py || thread.parked) && canGoOn(thread))
    if (ready.length === 0) {
      rest(py)
      continue
    }
    const next = scheduler.next(threads.current ?? py, ready)
    threads.turns++
    threads.current = next
    if (next === py) return
    next.evaluator.goOn(next)
  }
}

/** Nobody can go on: let time pass until the first wait is over. */
function rest(py: Thread): void {
  const { threads, host, mainThread } = py.interpreter
  let first: bigint | undefined
  for (const thread of threads.all) {
    const end = thread === py || thread.parked ? thread.wait?.end : undefined
    if (end !== undefined && (first === undefined || end < first)) first = end
  }
  if (first === undefined) {
    if (mainThread.outcome !== undefined) throw abandonment
    // Told where it waits.
    if (py.wait !== undefined) py.wait = { ...py.wait, stuck: true }
    return
  }
  const left = first - host.clock.monotonic()
  if (left > 0n) host.clock.sleep(left, () => (threads.interrupted ||= host.interrupted()))
}

/** Let other threads have their turn, on top of what `py` has in the stack. */
export function giveWay(py: Thread): void {
  if (py.importing === 0) runOthers(py)
}

/**
 * The same for a thread whose loop is the only thing of it in the stack: others may go on with it as well. True when
 * one of them went on with it to its end.
 */
export function stepAside(py: Thread): boolean {
  py.parked = true
  try {
    runOthers(py)
  } catch (error) {
    if (error !== abandonment || py.outcome === undefined) throw error
  }
  py.parked = false
  return py.outcome !== undefined
}

/** Let the others have their turn, though there is nothing to wait for. May throw `suspension`, as `waitUntil`. */
export function passTurn(py: Thread): void {
  const begun = py.wait
  py.wait = undefined
  py.look()
  if (begun !== undefined || !py.interpreter.threads.several) return
  if (py.evaluator.canRepeat(py)) {
    py.wait = { holds: () => true, end: undefined }
    throw suspension
  }
  giveWay(py)
}

/**
 * Have the loop run the instruction again that calls this builtin, once: JavaScript's variables of the loop hold what it
 * touched last, which nobody else may. May throw `suspension`, as `waitUntil`.
 */
export function startLoopAnew(py: Thread): void {
  const begun = py.wait
  py.wait = undefined
  if (begun !== undefined || !py.evaluator.canStartAnew(py)) return
  py.wait = { holds: () => true, end: undefined }
  throw suspension
}

const isStuck = ({ wait }: Thread): boolean => wait?.stuck === true

function deadlock(): never {
  return raise(RuntimeError, 'deadlock: every thread waits for another')
}

/**
 * Let other threads run, and time pass, until something holds; does it, within that many nanoseconds (undefined: as
 * many as it takes)? May throw `suspension`: then the builtin is called again, with the same arguments, and has to come
 * here again (`py.wait` is there): it declares so by `waits`.
 */
export function waitUntil(holds: () => boolean, nanoseconds: bigint | undefined, py: Thread): boolean {
  const { clock } = py.interpreter.host
  const begun = py.wait
  py.wait = undefined
  if (begun?.stuck === true) return deadlock()
  if (begun !== undefined) py.look()
  if (holds()) return true
  if (nanoseconds === 0n) return false
  const end = begun !== undefined ? begun.end : nanoseconds === undefined ? undefined : clock.monotonic() + nanoseconds
  while (!isOver(end, py)) {
    py.wait = { holds, end }
    if (py.interpreter.threads.several && py.evaluator.canRepeat(py)) throw suspension
    let stuck = false
    try {
      runOthers(py)
      stuck = isStuck(py)
    } finally {
      py.wait = undefined
    }
    if (stuck) return deadlock()
    py.look()
    if (holds()) return true
  }
  return false
}
