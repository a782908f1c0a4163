// What the thread that runs Python and the main thread say to each other. Of the two shared words, the first is 1
// after Ctrl-C, until Python has seen it; the second is 1 when an answer has been posted.
import { fstatSync, writeSync } from 'node:fs'
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads'

/** From Python's thread. */
export type Message =
  | { readonly kind: 'end'; readonly status: number; readonly interrupted: boolean }
  | { readonly kind: 'line'; readonly prompt: string }

/** To it: the line that was typed; undefined at the end of input. */
export interface Answer {
  readonly line: string | undefined
  readonly interrupted: boolean
}

const words: Int32Array<SharedArrayBuffer> =
  (workerData as { words?: Int32Array<SharedArrayBuffer> } | null)?.words ?? new Int32Array(new SharedArrayBuffer(8))

/** Has Ctrl-C been pressed since the last call? */
export const takeInterrupt = (): boolean => Atomics.exchange(words, 0, 0) === 1

/** Sleep until Ctrl-C, at most so long; does not take the interrupt. */
export const waitForInterrupt = (milliseconds: number): boolean => Atomics.wait(words, 0, 0, milliseconds) !== 'timed-out'

/** A line typed on the terminal, edited on the main thread, which this one waits for. */
export function askLine(prompt: string): Answer {
  Atomics.store(words, 1, 0)
  const message: Message = { kind: 'line', prompt }
  parentPort?.postMessage(message)
  Atomics.wait(words, 1, 0)
  return (parentPort === null ? undefined : receiveMessageOnPort(parentPort)?.message as Answer) ?? { line: undefined, interrupted: false }
}

/** Can lines be edited: a terminal on both sides, and a main thread that does it? */
export const canEdit = (isTerminal: (fd: number) => boolean): boolean => parentPort !== null && isTerminal(0) && isTerminal(1)

/** Where the launcher leaves what it wants done last. */
const ending = Symbol.for('pellucid.ending')

/** End the process. */
export function endProcess(status: number, interrupted = false): void {
  ;(globalThis as { [ending]?: () => void })[ending]?.()
  const message: Message = { kind: 'end', status, interrupted }
  if (parentPort === null) {
    process.exitCode = status
    return
  }
  parentPort.postMessage(message)
  // The main thread ends both. Until then this one rests: in its event loop waits a garbage collection.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
}

/** Write text of the command's own; a reader that has gone away does not mind. */
export function say(fd: 1 | 2, text: string): void {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(fd, bytes, at)
    } catch (error) {
      const { code } = error as { code?: string }
      if (code === 'EPIPE' || !isOpen(fd)) return
      if (code !== 'EAGAIN') throw error
    }
  }
}

function isOpen(fd: number): boolean {
  try {
    fstatSync(fd)
    return true
  } catch {
    return false
  }
}
