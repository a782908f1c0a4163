// Signals, heard on the main thread: Python's thread finds them in the shared words.
import { constants } from 'node:os'
import type { SignalAction } from './channel.ts'

const names = new Map(Object.entries(constants.signals).map(([name, number]) => [number as number, name as NodeJS.Signals]))

/** Those that the system raises at a fault: no other thread could go on. */
const faults = new Set([4, 7, 8, 11])

/** Tells Python's thread of signals, as it asked for each. */
export class SignalEars {
  readonly #tell: (signal: number) => void
  #timer: NodeJS.Timeout | undefined

  constructor(tell: (signal: number) => void) {
    this.#tell = tell
  }

  /** Hear it, swallow it, or leave it to the system; answers whether that can be done. */
  listen(signal: number, how: SignalAction): boolean {
    const name = names.get(signal)
    if (name === undefined || faults.has(signal)) return false
    try {
      process.removeAllListeners(name)
      if (how === 'tell') process.on(name, () => this.#tell(signal))
      else if (how === 'ignore') process.on(name, () => {})
      return true
    } catch {
      return false
    }
  }

  /** Send this process SIGALRM after so long, and then after each interval; 0 for never. */
  timer(milliseconds: number, interval: number): void {
    clearTimeout(this.#timer)
    if (milliseconds <= 0) return
    this.#timer = setTimeout(() => {
      this.timer(interval, interval)
      process.kill(process.pid, 'SIGALRM')
    }, milliseconds)
  }
}
