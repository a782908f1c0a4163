// V8's optimising compiler, held back until a program computes. Start-up, the bodies of modules and short programs run
// most of their code once; what V8 finds worth compiling there is the evaluation loop, again and again as it meets
// new kinds of instructions, and that takes more time than all the rest.

/** Calls and back-edges after which a program computes. */
export const SOON = 1_000
/** Turns of the scheduler, 10,000 calls and back-edges each, after which an import computes; and a time in milliseconds. */
const [MANY_TURNS, LONG] = [2, 1_000]
/** Bytes of a source whose compilation is worth it. */
const LARGE = 200_000

/** Where a launcher leaves how to set a flag, if it has to know which is set. */
const known = Symbol.for('pellucid.flag')

export class Optimiser {
  readonly #set: (flag: string) => void
  #held = false
  #imports = 0
  #turns = 0
  #since = 0

  constructor(set: (flag: string) => void = (globalThis as { [known]?: (flag: string) => void })[known] ?? process.getBuiltinModule('node:v8').setFlagsFromString) {
    this.#set = set
  }

  #hold(held: boolean): void {
    if (held === this.#held) return
    this.#held = held
    this.#set(held ? '--no-opt' : '--opt')
  }

  /** The program has come a turn further. */
  turn(): void {
    if (this.#imports === 0 || ++this.#turns === MANY_TURNS) this.#hold(false)
  }

  /** A source is to be compiled. */
  compiles(size: number): void {
    if (size > LARGE) this.#hold(false)
  }

  /** Run `body`, which imports. It stays held afterwards, until the next turn. */
  importing<T>(body: () => T): T {
    if (this.#imports++ === 0) {
      this.#hold(true)
      this.#turns = 0
      this.#since = Date.now()
    } else if (Date.now() - this.#since > LONG) this.#hold(false)
    try {
      return body()
    } finally {
      this.#imports--
    }
  }
}
