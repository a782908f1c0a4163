// Reads and writes that wait, and waiting for what happens outside. A host's pipes never wait themselves, so that
// other threads and handlers of signals run meanwhile.
import { HostError, Ready } from '../ports/host.ts'
import type { Thread } from '../thread.ts'
import { suspension, waitUntil } from '../protocols/turns.ts'

const EAGAIN = 11

/** Milliseconds between two looks: short at first, for answers come soon or take their time. */
const FIRST_PAUSE = 0.05
const LONGEST_PAUSE = 10

/**
 * Let others run, and time pass, until something outside holds; did it, within that many milliseconds (undefined: ever)?
 * `holds` may do what it looks for: it is not asked again once it held. May throw `suspension`, as `waitUntil`; `progress`
 * is what `progressOf` then answers to the builtin that is called again.
 */
export function waitFor(holds: () => boolean, milliseconds: number | undefined, py: Thread, progress = 0): boolean {
  const { host, threads } = py.interpreter
  const { clock } = host
  const begun = py.wait?.outside
  py.wait = undefined
  if (begun !== undefined) py.look()
  if (holds()) return true
  const until = begun !== undefined ? begun.until : milliseconds === undefined ? undefined : clock.monotonic() + nanoseconds(milliseconds)
  for (let pause = nextPause(begun?.pause); ; pause = nextPause(pause)) {
    const left = until === undefined ? pause : Math.min(pause, Number(until - clock.monotonic()) / 1e6)
    if (left <= 0) return holds()
    if (!threads.several && host.rest !== undefined) host.rest(left)
    else if (threads.several && py.evaluator.canRepeat(py)) {
      // Looks again when the instruction is run again.
      py.wait = { holds: never, end: clock.monotonic() + nanoseconds(left), outside: { until, pause, progress } }
      throw suspension
    } else if (waitUntil(holds, nanoseconds(left), py)) return true
    py.tick()
    if (holds()) return true
  }
}

const never = (): boolean => false
const nanoseconds = (milliseconds: number): bigint => BigInt(Math.ceil(milliseconds * 1e6))
const nextPause = (before: number | undefined): number => (before === undefined ? FIRST_PAUSE : Math.min(before * 1.4, LONGEST_PAUSE))

/** How far a builtin had come before it had to wait, and was called again; 0 at its first call. */
export const progressOf = (py: Thread): number => py.wait?.outside?.progress ?? 0

/** How long a call waits, in milliseconds: undefined for ever, 0 for not at all. Asked when it has to. */
type Patience = () => number | undefined

/**
 * Do what a descriptor may not be ready for (it fails with EAGAIN, as this does without patience), waiting for it;
 * undefined when the time is over.
 */
export function whenReady<T>(fd: number, wanted: number, action: () => T, patience: Patience, py: Thread, progress = 0): T | undefined {
  const { clock, files } = py.interpreter.host
  const now = (): number => Number(clock.monotonic()) / 1e6
  // The end of what comes is no reason to write.
  const enough = (wanted & Ready.READ) === 0 ? wanted | Ready.BROKEN : wanted | Ready.HANGUP
  const holds = (): boolean => ((files.ready?.(fd, wanted) ?? wanted) & enough) !== 0
  let end: number | undefined
  let waited = false
  for (;;) {
    // Called again, a builtin has to end its wait first.
    if (py.wait === undefined) {
      try {
        return action()
      } catch (caught) {
        if (!(caught instanceof HostError) || caught.errno !== EAGAIN || patience() === 0) throw caught
      }
    }
    if (!waited) {
      waited = true
      const milliseconds = patience()
      end = milliseconds === undefined ? undefined : now() + milliseconds
    }
    if (!waitFor(holds, end === undefined ? undefined : Math.max(0, end - now()), py, progress)) return undefined
  }
}

/** Descriptors wait where they are told to, and the host can say when they are ready. */
const patienceOf = (fd: number, { interpreter: { host: { files } } }: Thread): Patience => () =>
  files.ready !== undefined && files.blocking?.(fd) === true ? undefined : 0

/** Read as read(2) does: waits for at least one byte, or the end. */
export function readFrom(fd: number, into: Uint8Array, py: Thread): number {
  return whenReady(fd, Ready.READ, () => py.interpreter.host.files.read(fd, into), patienceOf(fd, py), py) ?? 0
}

/** Write as write(2) does: to a pipe that waits, everything. */
export function writeTo(fd: number, bytes: Uint8Array, py: Thread): number {
  const { files } = py.interpreter.host
  const patience = patienceOf(fd, py)
  let written = progressOf(py)
  do {
    const rest = bytes.subarray(written)
    written += whenReady(fd, Ready.WRITE, () => files.write(fd, rest), patience, py, written) ?? 0
  } while (written < bytes.length && patience() === undefined)
  return written
}
