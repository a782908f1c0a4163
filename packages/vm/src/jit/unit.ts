// Compiled code that the loop enters at one instruction of a frame.
import type { PyFrame } from '../data/frame.ts'
import type { Compiled } from '../eval/compiled.ts'
import { Experience } from './experience.ts'

export type Code = Compiled['run']

/** Nothing is done: the interpreter goes on where it entered. */
const decline: Code = () => undefined

/** What a unit needs of others. */
export interface Workshop {
  /** The code for the frame at hand; undefined when there can be none. */
  write(unit: Unit, frame: PyFrame): Code | undefined
  /** The unit is entered no more. */
  retire(unit: Unit): void
}

export class Unit extends Experience implements Compiled {
  /** Index of the instruction that is entered. */
  readonly entry: number
  readonly frameless = false
  run: Code
  readonly #workshop: Workshop

  constructor(frame: PyFrame, entry: number, workshop: Workshop) {
    super(frame.code, frame.globals, frame.builtins)
    this.entry = entry
    this.#workshop = workshop
    this.run = this.#first
  }

  /** Write the code for the frame at hand, and run it. */
  readonly #first: Code = (py, frame, slots, room) => {
    if (frame.globals !== this.globals) return undefined
    const code = this.begin() ? this.#workshop.write(this, frame) : undefined
    if (code === undefined) {
      this.#retire()
      return undefined
    }
    this.run = code
    return code(py, frame, slots, room)
  }

  protected renew(): void {
    this.run = this.#first
  }

  /** An entry should come to the frame's end, or go round a loop a few times. */
  judge(): void {
    if (this.spent < this.entries * 3 && this.left * 2 > this.entries) this.#retire()
    this.entries = this.left = this.spent = 0
  }

  #retire(): void {
    this.run = decline
    this.#workshop.retire(this)
  }
}
