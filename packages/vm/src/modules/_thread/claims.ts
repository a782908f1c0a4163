// Who waits for a lock. When it is given back, whoever comes first takes it: the thread that runs is often there again
// before the others have had a turn, and a switch for each use would cost more than the use. But nobody is passed over
// for ever: one that has waited for long gets the lock handed to it, as CPython's own mutexes do it.
import { suspension, waitUntil } from '../../protocols/turns.ts'
import type { Thread } from '../../thread.ts'

/** Turns after which a lock is handed over, for each thread that there is: no clock, so that a schedule can be repeated. */
const LONG = 4

interface Claim {
  readonly thread: Thread
  /** The turn in which it began to wait. */
  readonly since: number
}

export class Claims {
  readonly #claims: Claim[] = []
  /** Whom the lock was handed to, and who has not taken it yet. */
  #heir: Thread | undefined = undefined

  /**
   * Wait until the lock is free, or handed to this thread: then it is the thread's to take. May throw `suspension`.
   * `free` gives the lock back for a thread that was interrupted just when it had been handed over.
   */
  wait(isFree: () => boolean, free: () => void, nanoseconds: bigint | undefined, py: Thread): boolean {
    if (nanoseconds === 0n) return isFree()
    if (!this.#claims.some(({ thread }) => thread === py)) this.#claims.push({ thread: py, since: py.interpreter.threads.turns })
    let got = false
    try {
      got = waitUntil(() => this.#heir === py || isFree(), nanoseconds, py)
    } catch (error) {
      if (error === suspension) throw error
      const inherited = this.#heir === py
      this.#leave(py)
      if (inherited) free()
      throw error
    }
    this.#leave(py)
    return got
  }

  /** The lock is given back: true when it goes to a thread that waits. */
  handOver(py: Thread): boolean {
    if (this.#claims.length === 0) return false
    const { all, top, turns } = py.interpreter.threads
    const early = turns - LONG * all.length
    // One that stands further down in JavaScript's stack cannot take it now.
    this.#heir = this.#claims.find(({ thread, since }) => (thread.parked || thread === top) && since < early)?.thread
    return this.#heir !== undefined
  }

  #leave(py: Thread): void {
    const at = this.#claims.findIndex(({ thread }) => thread === py)
    if (at >= 0) this.#claims.splice(at, 1)
    if (this.#heir === py) this.#heir = undefined
  }
}
