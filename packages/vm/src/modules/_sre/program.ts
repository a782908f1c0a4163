// A pattern's codes made ready to run: 32-bit words, and what is worth knowing of an instruction before it runs, worked
// out at its first use. None of it changes what matches; it spares looking at places and ways that must fail.
import { asciiLower, categories, unicodeLower } from './characters.ts'
import { inCharset } from './charset.ts'
import { Op } from './codes.ts'

/** What `afterRepeat` answers, besides LITERAL plus the character that must stand behind the run. */
export const After = { ANYTHING: 1, NOT_TAKEN: 2, LITERAL: 3 } as const

/** Where matches can begin. */
export interface Head {
  /** Least length of a match. */
  readonly least: number
  /** Code to begin with, behind INFO. */
  readonly begin: number
  /** Text that every match begins with, if it is a plain one. */
  readonly prefix: string | undefined
  /** By character below 256: can a match begin with it? */
  readonly starts: Uint8Array | undefined
}

export class Program {
  readonly code: Int32Array
  /** For a one-character item at an index: the characters below 256 it takes. */
  readonly tables: (Uint8Array | undefined)[] = []
  readonly #after: Int32Array
  #head: Head | undefined

  constructor(words: readonly number[]) {
    this.code = Int32Array.from(words)
    this.#after = new Int32Array(words.length)
  }

  get head(): Head {
    return (this.#head ??= this.#findHead())
  }

  table(pc: number): Uint8Array {
    return (this.tables[pc] ??= Uint8Array.from({ length: 256 }, (_, point) => (this.decides(pc, point) ? 1 : 0)))
  }

  /** Does the one-character item at `pc` take the character? */
  takes(pc: number, point: number): boolean {
    return point < 256 ? this.table(pc)[point] === 1 : this.decides(pc, point)
  }

  /** The same, from the codes. */
  decides(pc: number, point: number): boolean {
    const { code } = this
    const operand = code[pc + 1] as number
    switch (code[pc]) {
      case Op.LITERAL:
        return point === operand
      case Op.NOT_LITERAL:
        return point !== operand
      case Op.ANY:
        return point !== 10
      case Op.ANY_ALL:
        return true
      case Op.IN:
        return inCharset(code, pc + 2, point)
      case Op.CATEGORY:
        return categories[operand]?.(point) === true
      case Op.LITERAL_IGNORE:
      case Op.LITERAL_LOC_IGNORE:
        return asciiLower(point) === operand
      case Op.NOT_LITERAL_IGNORE:
      case Op.NOT_LITERAL_LOC_IGNORE:
        return asciiLower(point) !== operand
      case Op.LITERAL_UNI_IGNORE:
        return unicodeLower(point) === operand
      case Op.NOT_LITERAL_UNI_IGNORE:
        return unicodeLower(point) !== operand
      case Op.IN_IGNORE:
      case Op.IN_LOC_IGNORE:
        return inCharset(code, pc + 2, asciiLower(point))
      case Op.IN_UNI_IGNORE:
        return inCharset(code, pc + 2, unicodeLower(point))
      default:
        return false
    }
  }

  /** What is known of the code behind the REPEAT_ONE at `pc`. */
  afterRepeat(pc: number): number {
    return (this.#after[pc] ||= this.#findAfter(pc))
  }

  #findAfter(pc: number): number {
    const { code } = this
    let tail = pc + 1 + (code[pc + 1] as number)
    while (code[tail] === Op.MARK) tail += 2
    if (code[tail] !== Op.LITERAL) return After.ANYTHING
    const literal = code[tail + 1] as number
    // No shorter run can be followed by a character that the run itself does not take.
    return this.takes(pc + 4, literal) ? After.LITERAL + literal : After.NOT_TAKEN
  }

  #findHead(): Head {
    const { code } = this
    const hasInfo = code[0] === Op.INFO
    const begin = hasInfo ? 1 + (code[1] as number) : 0
    const least = hasInfo ? (code[3] as number) >>> 0 : 0
    let text = ''
    for (let pc = begin; code[pc] === Op.LITERAL || code[pc] === Op.MARK; pc += 2) {
      if (code[pc] === Op.MARK) continue
      const point = code[pc + 1] as number
      if (point > 0xffff) break
      text += String.fromCharCode(point)
    }
    if (text !== '') return { least, begin, prefix: text, starts: undefined }
    const starts = new Uint8Array(256)
    return { least, begin, prefix: undefined, starts: this.#addStarts(begin, starts) ? starts : undefined }
  }

  /** Add what can stand first in a match of the code at `pc`; false when it may be anything, or nothing. */
  #addStarts(start: number, starts: Uint8Array): boolean {
    const { code } = this
    let pc = start
    while (code[pc] === Op.MARK) pc += 2
    switch (code[pc]) {
      case Op.LITERAL: case Op.NOT_LITERAL: case Op.ANY: case Op.IN: case Op.CATEGORY:
      case Op.LITERAL_IGNORE: case Op.LITERAL_LOC_IGNORE: case Op.LITERAL_UNI_IGNORE:
      case Op.IN_IGNORE: case Op.IN_LOC_IGNORE: case Op.IN_UNI_IGNORE:
        this.table(pc).forEach((takes, point) => (starts[point] = (starts[point] as number) | takes))
        return true
      case Op.REPEAT_ONE: case Op.MIN_REPEAT_ONE: case Op.POSSESSIVE_REPEAT_ONE:
        return code[pc + 2] !== 0 && this.#addStarts(pc + 4, starts)
      case Op.REPEAT: case Op.POSSESSIVE_REPEAT:
        return code[pc + 2] !== 0 && this.#addStarts(pc + 4, starts)
      case Op.ATOMIC_GROUP:
        return this.#addStarts(pc + 2, starts)
      case Op.BRANCH: {
        for (let at = pc + 1; code[at] !== 0; at += code[at] as number) if (!this.#addStarts(at + 1, starts)) return false
        return true
      }
      default:
        return false
    }
  }
}
