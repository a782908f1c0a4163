// What happens outside, as the thread that runs Python sees it: another thread hears of it.
import type { Signals } from '@pellucid/vm'

/** A program to start, with the system's descriptors by the child's numbers. */
export interface ChildSpecification {
  readonly file: string
  readonly argv: readonly string[]
  readonly environment: Readonly<Record<string, string>>
  readonly cwd: string
  readonly descriptors: readonly (number | undefined)[]
  readonly newSession: boolean
  readonly uid?: number
  readonly gid?: number
  readonly umask?: number
}

/** What became of a child: the status as wait(2) has it. */
export interface ChildEnd {
  readonly pid: number
  readonly status: number
}

/** Starts programs, on a thread that can hear of their end. */
export interface ChildStarter {
  /** The process number, or the name of the error (`ENOENT`). */
  start(child: ChildSpecification): number | string
  /** The children that ended since the last call. */
  ended(): readonly ChildEnd[]
}

/** How a running program learns of Ctrl-C, and what else the thread that hears it does. */
export interface Interrupts {
  /** Has it been pressed since the last call? With `signals`: has a signal come that was not taken yet? */
  interrupted(): boolean
  /** Wait for it, at most so long; leaves it to `interrupted`. May return early when something else happens. */
  wait(milliseconds: number): void
  readonly children?: ChildStarter
  readonly signals?: Signals
}

const never = new Int32Array(new SharedArrayBuffer(4))

/** Nobody hears it: the process ends by the signal. */
export const deaf: Interrupts = {
  interrupted: () => false,
  wait: (milliseconds) => void Atomics.wait(never, 0, 0, milliseconds),
}
