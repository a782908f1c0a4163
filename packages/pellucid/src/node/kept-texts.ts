// Texts that code of the library makes and evaluates: a namedtuple's `__new__`, a dataclass's methods. Most programs import some that
// do, the same each time; where their code is kept, the front end is not read. All are in one file of the user's cache folder, which is
// read when the first one is evaluated and written at the end of a program that evaluated others:
//
//   packed: [[what was compiled, and how: text, place of its code], ...]
import { packCode, unpackCode } from '@pellucid/vm'
import type { CodeStore } from '../frozen.ts'
import { readPacked, writePacked } from '../packed-file.ts'
import { compileHearing, type Compile } from './kept-programs.ts'

const NAME = 'texts'
/** Characters of a text. */
const LONGEST = 10_000
/** Texts that are kept, and that one program adds. */
const [MOST, MOST_NEW] = [200, 50]

export class KeptTexts {
  readonly #store: CodeStore
  /** Packed code by what it was made of; what was used last is last. */
  #kept: Map<string, Uint8Array> | undefined
  #added = 0

  constructor(store: CodeStore) {
    this.#store = store
  }

  /** `compile`, but for texts that are kept. One that was warned of is compiled, and warns, each time. */
  compiling(compile: Compile): Compile {
    return (source, filename, options) => {
      if (options.byLibrary !== true || typeof source !== 'string' || source.length > LONGEST) return compile(source, filename, options)
      const { mode, flags, optimize } = options
      const question = JSON.stringify([mode, flags, optimize, filename, source])
      const kept = (this.#kept ??= this.#read())
      const known = kept.get(question)
      const packed = known === undefined ? undefined : readPacked(known)
      if (known !== undefined && packed !== undefined) {
        kept.delete(question)
        kept.set(question, known)
        return unpackCode(packed)
      }
      const { code, warned } = compileHearing(compile, source, filename, options)
      if (!warned && this.#added < MOST_NEW) {
        this.#added++
        kept.set(question, writePacked(packCode(code)))
      }
      return code
    }
  }

  /** The program is over. */
  save(): void {
    if (this.#kept === undefined || this.#added === 0) return
    const entries = [...this.#kept].slice(-MOST)
    let size = 0
    const content = entries.map(([question, { length }]) => [question, size, (size += length)])
    const bytes = new Uint8Array(size)
    entries.forEach(([, code], at) => bytes.set(code, content[at]?.[1] as number))
    this.#store.set(NAME, writePacked({ content, bytes }))
  }

  #read(): Map<string, Uint8Array> {
    const file = this.#store.get(NAME)
    const packed = file === undefined ? undefined : readPacked(file)
    const content = (packed?.content ?? []) as [question: string, start: number, end: number][]
    return new Map(content.map(([question, start, end]) => [question, (packed as { bytes: Uint8Array }).bytes.subarray(start, end)]))
  }
}
