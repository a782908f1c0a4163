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
 * `holds` may do what it looks for: it is not asked again once it held. May throw `suspension`, as `waitUntil`.
 */
export function waitFor(holds: () => boolean, milliseconds: number | undefined, py: Thread): boolean {
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
      py.wait = { holds: never, end: clock.monotonic() + nanoseconds(left), outside: { until, pause } }
      throw suspension
    } else if (waitUntil(holds, nanoseconds(left), py)) return true
    py.tick()
    if (holds()) return true
  }
}

const never = (): boolean => false
const nanoseconds = (milliseconds: number): bigint => BigInt(Math.ceil(milliseconds * 1e6))
const nextPause = (before: number | undefined): number => (before === undefined ? FIRST_PAUSE : Math.min(before * 1.4, LONGEST_PAUSE))

/** Does a failed call ask to be made again when the descriptor is ready? */
const waits = (caught: unknown, fd: number, py: Thread): boolean =>
  caught instanceof HostError && caught.errno === EAGAIN && py.interpreter.host.files.blocking?.(fd) === true

/** Do it, waiting as often as the descriptor has to be waited for. */
function whenReady(fd: number, wanted: number, action: () => number, py: Thread): number {
  for (;;) {
    try {
      return action()
    } catch (caught) {
      const { files } = py.interpreter.host
      if (files.ready === undefined || !waits(caught, fd, py)) throw caught
      waitFor(() => files.ready?.(fd, wanted) !== 0, undefined, py)
    }
  }
}

/** Read as read(2) does: waits for at least one byte, or the end. */
export function readFrom(fd: number, into: Uint8Array, py: Thread): number {
  return whenReady(fd, Ready.READ, () => py.interpreter.host.files.read(fd, into), py)
}

/** Write as write(2) does: to a pipe that waits, everything. */
export function writeTo(fd: number, bytes: Uint8Array, py: Thread): number {
  const { files } = py.interpreter.host
  let written = whenReady(fd, Ready.WRITE, () => files.write(fd, bytes), py)
  while (written < bytes.length && files.blocking?.(fd) === true) {
    const rest = bytes.subarray(written)
    written += whenReady(fd, Ready.WRITE, () => files.write(fd, rest), py)
  }
  return written
}
