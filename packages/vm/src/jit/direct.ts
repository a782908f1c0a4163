// Functions that compiled code calls without a frame: arguments come as JavaScript's, the value goes back the same way.
// A frame is made only when the code has to leave; then those that called it leave as well, each making its own, until
// one has a frame already. So their code may do nothing that could look at a frame, throw, or run other Python code.
import { codeFlags } from '@pellucid/opcode-spec'
import type { PyFunction } from '../data/callables.ts'
import type { PyCode } from '../data/code.ts'
import type { Value } from '../data/values.ts'
import { decode } from '../eval/decode.ts'
import type { Thread } from '../thread.ts'
import { Experience } from './experience.ts'
import { makeFrame } from './leaving.ts'

/** The value; undefined when frames were made for the interpreter to go on with. */
export type DirectCode = (py: Thread, room: number, func: PyFunction, ...args: (Value | undefined)[]) => Value | undefined

/** The code for the arguments at hand; undefined when there can be none. */
export type WriteDirect = (direct: Direct, func: PyFunction, args: readonly (Value | undefined)[]) => DirectCode | undefined

const unfit = codeFlags.CO_VARARGS | codeFlags.CO_VARKEYWORDS | codeFlags.CO_GENERATOR | codeFlags.CO_COROUTINE | codeFlags.CO_ASYNC_GENERATOR

export class Direct extends Experience {
  readonly frameless = true
  /** Parameters, none of them starred. */
  readonly parameters: number
  /** False once it has turned out that it needs a frame too often. */
  fits = true
  call: DirectCode
  readonly #write: WriteDirect
  #begun = false

  constructor(func: PyFunction, write: WriteDirect) {
    super(func.code, func.globals, func.builtins)
    const { argcount, kwonlyargcount } = func.code.data
    this.parameters = argcount + kwonlyargcount
    this.#write = write
    this.call = this.#first
  }

  /** Write the code for the arguments at hand, and run it. */
  readonly #first: DirectCode = (py, room, func, ...args) => {
    this.#begun = true
    const code = func.globals === this.globals && this.begin() ? this.#write(this, func, args) : undefined
    if (code === undefined) {
      this.#giveUp()
      return this.#leave(py, room, func, ...args)
    }
    this.call = code
    return code(py, room, func, ...args)
  }

  /** Just make the frame. */
  readonly #leave: DirectCode = (py, _, func, ...args) => {
    const { blank, places } = decode(func.code)
    makeFrame(py, func, 0, places, [...args, ...blank.slice(args.length)])
    return undefined
  }

  /** Write the code for arguments like these, if they are known and there is none. */
  prepare(func: PyFunction, args: readonly (Value | undefined)[]): void {
    if (this.#begun || func.globals !== this.globals || args.includes(undefined)) return
    this.#begun = true
    const code = this.begin() ? this.#write(this, func, args) : undefined
    if (code === undefined) this.#giveUp()
    else this.call = code
  }

  protected renew(): void {
    this.call = this.#first
  }

  judge(): void {
    if (this.left * 4 > this.entries) this.#giveUp()
    this.entries = this.left = 0
  }

  #giveUp(): void {
    this.fits = false
    this.call = this.#leave
  }
}

/** The function's code may be called without a frame, as far as can be seen. */
export function isFit({ data }: PyCode): boolean {
  return (data.flags & unfit) === 0 && (data.flags & codeFlags.CO_OPTIMIZED) !== 0
}
