// What the thread that runs Python and the main thread say to each other. Of the shared words, the first is 1 after a
// signal, until Python has seen it; the second is 1 when an answer has been posted; the last two tell which signals.
import { fstatSync, writeSync } from 'node:fs'
import type { MessagePort } from 'node:worker_threads'
import type { ChildEnd, ChildSpecification, ChildStarter, Interrupts } from 'pellucid/node'

/** From Python's thread. */
export type Message =
  | { readonly kind: 'end'; readonly status: number; readonly interrupted: boolean; readonly short: boolean }
  | { readonly kind: 'line'; readonly prompt: string }
  | { readonly kind: 'child'; readonly child: ChildSpecification }
  | { readonly kind: 'signal'; readonly signal: number; readonly how: SignalAction }
  | { readonly kind: 'timer'; readonly milliseconds: number; readonly interval: number }

/** What happens when a signal comes. */
export type SignalAction = 'default' | 'ignore' | 'tell'

/** A line that was typed; undefined at the end of input. */
export interface LineAnswer {
  readonly kind: 'line'
  readonly line: string | undefined
  readonly interrupted: boolean
}

/** To Python's thread, in answer to a message: a child's number, or the name of an error. */
export type Answer = LineAnswer | { readonly kind: 'child'; readonly made: number | string } | { readonly kind: 'signal'; readonly known: boolean }

/** To it, unasked. */
export interface News {
  readonly kind: 'ended'
  readonly end: ChildEnd
}

/** How many bytes the shared words take. */
const WORDS_SIZE = 16

/** What leads to the main thread: no port where this is it. */
interface Channel {
  readonly port: MessagePort | null
  readonly words: Int32Array<SharedArrayBuffer>
  /** The next message that came. */
  receive(): unknown
}

let found: Channel | undefined

/** Looked up when it is first needed: a program on trial asks nobody, and what knows of threads is slow to load. */
function channel(): Channel {
  if (found !== undefined) return found
  const { parentPort: port, receiveMessageOnPort, workerData } = process.getBuiltinModule('node:worker_threads')
  const { words = new Int32Array(new SharedArrayBuffer(WORDS_SIZE)) } = (workerData ?? {}) as { words?: Int32Array<SharedArrayBuffer> }
  return (found = { port, words, receive: () => (port === null ? undefined : (receiveMessageOnPort(port)?.message as unknown)) })
}

/** Has a signal come that Python has not seen yet? */
export const interrupted = (): boolean => Atomics.load(channel().words, 0) === 1

/** Sleep until a signal comes, or a child ends, at most so long; does not take the signal. */
export const waitForInterrupt = (milliseconds: number): boolean => Atomics.wait(channel().words, 0, 0, milliseconds) !== 'timed-out'

/** The signals that came since the last call. */
function takeSignals(): number[] {
  const came: number[] = []
  const { words } = channel()
  Atomics.store(words, 0, 0)
  for (const half of [0, 1]) {
    const bits = Atomics.exchange(words, 2 + half, 0)
    for (let bit = 0; bit < 32; bit++) if (((bits >>> bit) & 1) === 1) came.push(half * 32 + bit)
  }
  return came
}

const ends: ChildEnd[] = []

/** The next message from the main thread that is an answer; news is put aside. */
function receive(): Answer | undefined {
  for (;;) {
    const message = channel().receive() as Answer | News | undefined
    if (message?.kind !== 'ended') return message
    ends.push(message.end)
  }
}

/** Ask the main thread, and wait for its answer. */
function ask(message: Message): Answer | undefined {
  const { port, words } = channel()
  Atomics.store(words, 1, 0)
  port?.postMessage(message)
  Atomics.wait(words, 1, 0)
  return receive()
}

/** A line typed on the terminal, edited on the main thread, which this one waits for. */
export function askLine(prompt: string): LineAnswer {
  const answer = ask({ kind: 'line', prompt })
  return answer?.kind === 'line' ? answer : { kind: 'line', line: undefined, interrupted: false }
}

/** What only a main thread that listens can do: start programs, hear signals. */
export function outside(): { children: ChildStarter; signals: NonNullable<Interrupts['signals']> } | undefined {
  const { port } = channel()
  return port === null
    ? undefined
    : {
        children: {
          start(child) {
            const answer = ask({ kind: 'child', child })
            return answer?.kind === 'child' ? answer.made : 'EAGAIN'
          },
          ended() {
            receive()
            return ends.splice(0)
          },
        },
        signals: {
          take: takeSignals,
          listen: (signal, how) => void ask({ kind: 'signal', signal, how }),
          timer: (milliseconds, interval) => port.postMessage({ kind: 'timer', milliseconds, interval } satisfies Message),
        },
      }
}

/** Can lines be edited: a terminal on both sides, and a main thread that does it? */
export const canEdit = (isTerminal: (fd: number) => boolean): boolean => channel().port !== null && isTerminal(0) && isTerminal(1)

/** Where the launcher leaves how to keep V8's compiled form of the command. */
const keep = Symbol.for('pellucid.keep')

/**
 * Have the launcher keep, for later starts, the compiled form of what ran so far; where one serves, nothing happens. When a
 * program is ready it keeps the command's own, at the end that of the parts which the program needed; at the end of a small one,
 * tried on the main thread, the command's own for such.
 */
export const keepCompiledForm = (when: 'ready' | 'end' | 'small'): void => (globalThis as { [keep]?: (when: string) => void })[keep]?.(when)

/** End the process; `short`: next time it may be tried on the main thread. */
export function endProcess(status: number, interrupted = false, short = false): void {
  keepCompiledForm('end')
  const message: Message = { kind: 'end', status, interrupted, short }
  const { port } = channel()
  if (port === null) {
    process.exitCode = status
    return
  }
  port.postMessage(message)
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
