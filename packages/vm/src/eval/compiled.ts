// Compiled code as the loop meets it. The compiler itself (jit/) is no part of the loop: without it there are no such
// instructions.
import type { PyFrame } from '../data/frame.ts'
import type { Value } from '../data/values.ts'
import type { Thread } from '../thread.ts'

export interface Compiled {
  /**
   * Go on with a frame whose `ip` and `sp` are stored, as far as the code goes. The frame's value if it came to its end;
   * undefined when `py.frame`, this one or one above it, is the interpreter's to go on with. `room`: how many calls
   * compiled code may nest in JavaScript's stack.
   */
  run(py: Thread, frame: PyFrame, slots: (Value | undefined)[], room: number): Value | undefined
}

/** What compiled code and the loop hand each other. */
export const registers: {
  /** Calls and back-edges left. */
  budget: number
  /** Frames that were made for calls that had none, when they were left: the running one, and the outermost. */
  inner: PyFrame | undefined
  outer: PyFrame | undefined
  /** Compiled code has used the budget up: where the loop pauses next is no place to be compiled. */
  pausing: boolean
} = { budget: 0, inner: undefined, outer: undefined, pausing: false }

/** How many calls compiled code nests before it lets the loop go on. */
export const ROOM = 100
