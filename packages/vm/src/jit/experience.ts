// What running a piece of compiled code has taught: where something else came than was expected, and whether it pays.
import type { PyCode } from '../data/code.ts'
import type { PyDict } from '../data/dict.ts'
import type { Value } from '../data/values.ts'
import type { Item } from './item.ts'

/** What was expected at one place may fail so often before the code is written again. */
const FAILURES = 4
/** The code is written so often at most. */
const VERSIONS = 12

export abstract class Experience {
  readonly code: PyCode
  readonly globals: PyDict
  readonly builtins: Value
  /** Code without a frame leaves to the interpreter whenever it would need one. */
  abstract readonly frameless: boolean
  /** Instructions, and slots at the entry as `~slot`, at which nothing is expected any more. */
  readonly generic = new Set<number>()
  /** Something like what the code ends with. */
  result: Value | undefined = undefined
  /** Entries, and how many of them ended in the interpreter; calls and back-edges between. */
  entries = 0
  left = 0
  spent = 0
  readonly #failures = new Map<number, number>()
  readonly #tried = new Set<number>()
  #versions = 0

  constructor(code: PyCode, globals: PyDict, builtins: Value) {
    this.code = code
    this.globals = globals
    this.builtins = builtins
  }

  /** What was expected at a place was not there. It is looked at once more before nothing is expected there. */
  fail(place: number): void {
    if (this.generic.has(place)) return
    const count = (this.#failures.get(place) ?? 0) + 1
    this.#failures.set(place, count)
    if (count < FAILURES) return
    this.#failures.delete(place)
    if (this.#tried.has(place)) this.generic.add(place)
    this.#tried.add(place)
    this.renew()
  }

  /** The code ends with this value. */
  answers({ sample, kind }: Item): void {
    this.result ??= sample ?? (kind === 'bool' ? true : undefined)
  }

  /** Another version may be written. */
  protected begin(): boolean {
    this.entries = this.left = this.spent = 0
    return this.#versions++ < VERSIONS
  }

  /** Called after so many entries. */
  abstract judge(): void
  /** The code is to be written again when it is next entered. */
  protected abstract renew(): void
}
