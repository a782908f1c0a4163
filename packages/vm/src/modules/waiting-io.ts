// Reads and writes that wait, and waiting for what happens outside. A host's pipes never wait themselves, so that
// other threads and handlers of signals run meanwhile.
import { HostError, Ready } from '../ports/host.ts'
import type { Thread } from '../thread.ts'
import { waitUntil } from '../protocols/turns.ts'

const EAGAIN = 11

/** Milliseconds between two looks: short at first, for answers come soon or take their time. */
const FIRST_PAUSE = 0.05
const LONGEST_PAUSE = 10

/** Let others run, and time pass, until something holds; did it, within that many milliseconds (undefined: ever)? */
export function waitFor(holds: () => boolean, milliseconds: number | undefined, py: Thread): boolean {
  const { host } = py.interpreter
  if (holds()) return true
  const now = (): number => Number(host.clock.monotonic()) / 1e6
  const end = milliseconds === undefined ? undefined : now() + milliseconds
  for (let pause = FIRST_PAUSE; ; pause = Math.min(pause * 1.4, LONGEST_PAUSE)) {
    const length = end === undefined ? pause : Math.min(pause, end - now())
    if (length <= 0) return holds()
    if (!py.interpreter.threads.several && host.rest !== undefined) host.rest(length)
    else if (waitUntil(holds, BigInt(Math.ceil(length * 1e6)), py)) return true
    py.tick()
    if (holds()) return true
  }
}

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
