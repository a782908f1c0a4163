// V8's optimising compiler, held back until a program computes. Start-up, the bodies of modules and short programs run
// most of their code once; what V8 finds worth compiling there is the evaluation loop, again and again as it meets
// new kinds of instructions, and that takes more time than all the rest.

/** Calls and back-edges after which a program is first looked at: they may be few, and each of them long. */
export const SOON = 1_000
/** Milliseconds in which a program that computes nothing has made them. */
const SHORT = 100

/**
 * Turns of the scheduler, 10,000 calls and back-edges each, after which the body of one module computes, and a program; and
 * milliseconds of imports, as many as the optimising compiler takes of its own once it is let in.
 */
const [MODULE_TURNS, PROGRAM_TURNS, LONG] = [5, 3, 2_000]
/** Bytes of a source whose compilation is worth it. */
const LARGE = 200_000

/** Where a launcher leaves how to set a flag, if it has to know which is set. */
const known = Symbol.for('pellucid.flag')

/** Milliseconds that this process has computed. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

export class Optimiser {
  readonly #set: (flag: string) => void
  readonly #time: () => number
  #held = false
  #imports = 0
  #turns = 0
  /** When imports would have begun, had nothing else been done. */
  #since = 0
  /** Milliseconds that imports have taken. */
  #spent = 0
  /** When the last one ended. */
  #ended = 0

  constructor(
    set: (flag: string) => void = (globalThis as { [known]?: (flag: string) => void })[known] ?? process.getBuiltinModule('node:v8').setFlagsFromString,
    time = processorTime,
  ) {
    this.#set = set
    this.#time = time
  }

  /** Is something being imported? */
  get imports(): boolean {
    return this.#imports > 0
  }

  #hold(held: boolean): void {
    if (held === this.#held) return
    this.#held = held
    this.#set(held ? '--no-opt' : '--opt')
  }

  /** The program has come a turn further. */
  turn(): void {
    if (!this.#held) return
    const long = this.#imports === 0 && this.#time() - this.#ended > SHORT
    if (++this.#turns >= (this.#imports === 0 ? PROGRAM_TURNS : MODULE_TURNS) || long) this.#hold(false)
  }

  /** A source is to be compiled. */
  compiles(size: number): void {
    if (size > LARGE) this.#hold(false)
  }

  /**
   * Run `body`, which imports. It stays held afterwards, until the program computes. A module that imports another does not compute,
   * however much those before it did.
   */
  importing<T>(body: () => T): T {
    if (this.#imports === 0) this.#since = this.#time() - this.#spent
    this.#turns = 0
    this.#hold(this.#time() - this.#since <= LONG)
    this.#imports++
    try {
      return body()
    } finally {
      this.#turns = 0
      if (--this.#imports === 0) {
        this.#ended = this.#time()
        this.#spent = this.#ended - this.#since
      }
    }
  }
}
