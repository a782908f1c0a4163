// The pattern machine: backtracking over compiled codes, with its choices on a stack of its own. Nothing recurses
// but the inside of assertions and atomic groups, whose depth is the pattern's.
//
// The stack holds two kinds of entries: choices (go on there if this way fails) and undo entries (put a mark back
// when backtracking passes). An assertion that holds drops its choices and keeps its undo entries.
import { asciiLower, isUnicodeWord, isWord, unicodeLower } from './characters.ts'
import { inCharset } from './charset.ts'
import { At, MAXREPEAT, Op } from './codes.ts'
import { categories } from './characters.ts'
import type { Subject } from './subject.ts'

/** One level of a REPEAT: immutable, so that a choice keeps it by reference. */
interface Loop {
  /** Index of REPEAT's skip word. */
  readonly at: number
  readonly count: number
  /** Where the last iteration began: one that matches nothing is not repeated. */
  readonly last: number
  readonly outer: Loop | undefined
}

const Kind = { CHOICE: 0, UNDO: 1, GREEDY: 2, LAZY: 3, UNDO_LAST: 4 } as const

interface Entry {
  readonly kind: number
  /** Code to go on at; the mark for UNDO. */
  readonly pc: number
  /** Position to go on at; the old mark for UNDO. */
  pos: number
  readonly loop: Loop | undefined
  /** GREEDY: least position; LAZY: most items still allowed. */
  bound: number
  /** LAZY: code of the single-character item. */
  readonly item: number
}

/** Steps between looks at the interpreter's budget. */
const STEPS = 100_000

export class Matcher {
  readonly code: readonly number[]
  readonly subject: Subject
  /** Where the subject counts as beginning and ending (`pos`, `endpos`). */
  readonly from: number
  readonly to: number
  /** Start and end of each group; -1 unset. */
  marks: number[]
  lastIndex = -1
  end = -1
  /** Require the match to end at `to`. */
  full = false
  /** Position at which an empty match does not count (-1: none). */
  mustAdvanceFrom = -1
  readonly #stack: Entry[] = []
  readonly #tick: () => void
  #steps = STEPS

  constructor(code: readonly number[], groups: number, subject: Subject, from: number, to: number, tick: () => void) {
    this.code = code
    this.subject = subject
    this.from = from
    this.to = to
    this.marks = new Array<number>(groups * 2).fill(-1)
    this.#tick = tick
  }

  /** Match at a position; sets `end` and `marks`. */
  matchAt(start: number): boolean {
    this.#reset()
    return this.#run(0, start, 0, true)
  }

  /** Look for the first match from a position on; its start, or -1. */
  search(start: number): number {
    const { code, subject } = this
    let first: number | undefined
    let least = 0
    let begin = 0
    if (code[0] === Op.INFO) {
      least = Math.min(code[3] as number, Number.MAX_SAFE_INTEGER)
      // A pattern that starts with a plain character: only places with that character are tried.
      const head = 1 + (code[1] as number)
      if (code[head] === Op.LITERAL) first = code[head + 1]
      begin = head
    }
    const text = subject.text
    const character = first !== undefined && text !== undefined && first < 0x10000 ? String.fromCharCode(first) : undefined
    for (let at = start; at <= this.to - least; at++) {
      if (character !== undefined && text !== undefined) {
        at = text.indexOf(character, at)
        if (at < 0 || at >= this.to) return -1
      } else if (first !== undefined && (at >= this.to || subject.unit(at) !== first)) continue
      this.#reset()
      if (this.#run(begin, at, 0, true)) return at
    }
    return -1
  }

  #reset(): void {
    if (this.lastIndex >= 0 || this.#stack.length > 0 || this.marks[0] !== -1 || this.marks.length > 2) this.marks.fill(-1)
    this.lastIndex = -1
    this.#stack.length = 0
  }

  /** Put back what UNDO entries hold, down to `base`; true when a choice was found to go on with. */
  #backtrack(base: number): Entry | undefined {
    const stack = this.#stack
    while (stack.length > base) {
      const entry = stack[stack.length - 1] as Entry
      if (entry.kind === Kind.UNDO) {
        this.marks[entry.pc] = entry.pos
        stack.pop()
      } else if (entry.kind === Kind.UNDO_LAST) {
        this.lastIndex = entry.pos
        stack.pop()
      } else return entry
    }
    return undefined
  }

  /** Forget the choices above `base`, keep how to undo the marks. */
  #commit(base: number): void {
    const stack = this.#stack
    let kept = base
    for (let i = base; i < stack.length; i++) {
      const entry = stack[i] as Entry
      if (entry.kind === Kind.UNDO || entry.kind === Kind.UNDO_LAST) stack[kept++] = entry
    }
    stack.length = kept
  }

  /** Undo everything above `base`. */
  #rollback(base: number): void {
    for (;;) {
      const entry = this.#backtrack(base)
      if (entry === undefined) return
      this.#stack.pop()
    }
  }

  #choice(kind: number, pc: number, pos: number, loop: Loop | undefined, bound = 0, item = 0): void {
    this.#stack.push({ kind, pc, pos, loop, bound, item })
  }

  /** Does the one-character item at `pc` take the character? */
  #takes(pc: number, point: number): boolean {
    const { code } = this
    switch (code[pc]) {
      case Op.LITERAL:
        return point === code[pc + 1]
      case Op.NOT_LITERAL:
        return point !== code[pc + 1]
      case Op.ANY:
        return point !== 10
      case Op.ANY_ALL:
        return true
      case Op.IN:
        return inCharset(code, pc + 2, point)
      case Op.CATEGORY:
        return categories[code[pc + 1] as number]?.(point) === true
      case Op.LITERAL_IGNORE:
      case Op.LITERAL_LOC_IGNORE:
        return asciiLower(point) === code[pc + 1]
      case Op.NOT_LITERAL_IGNORE:
      case Op.NOT_LITERAL_LOC_IGNORE:
        return asciiLower(point) !== code[pc + 1]
      case Op.LITERAL_UNI_IGNORE:
        return unicodeLower(point) === code[pc + 1]
      case Op.NOT_LITERAL_UNI_IGNORE:
        return unicodeLower(point) !== code[pc + 1]
      case Op.IN_IGNORE:
      case Op.IN_LOC_IGNORE:
        return inCharset(code, pc + 2, asciiLower(point))
      case Op.IN_UNI_IGNORE:
        return inCharset(code, pc + 2, unicodeLower(point))
      default:
        return false
    }
  }

  /** How many characters from `pos` the item takes, `most` at the most. */
  #count(pc: number, pos: number, most: number): number {
    const { subject } = this
    const end = most < this.to - pos ? pos + most : this.to
    let at = pos
    if (this.code[pc] === Op.ANY_ALL) return end - pos
    while (at < end && this.#takes(pc, subject.unit(at))) at++
    return at - pos
  }

  #at(where: number, pos: number): boolean {
    const { subject } = this
    const boundary = (word: (point: number) => boolean): boolean => {
      const before = pos > this.from && word(subject.unit(pos - 1))
      const after = pos < this.to && word(subject.unit(pos))
      return before !== after
    }
    switch (where) {
      case At.BEGINNING:
      case At.BEGINNING_STRING:
        return pos === this.from
      case At.BEGINNING_LINE:
        return pos === this.from || subject.unit(pos - 1) === 10
      case At.END:
        return pos === this.to || (pos === this.to - 1 && subject.unit(pos) === 10)
      case At.END_LINE:
        return pos === this.to || subject.unit(pos) === 10
      case At.END_STRING:
        return pos === this.to
      case At.BOUNDARY:
      case At.LOC_BOUNDARY:
        return this.to > this.from && boundary(isWord)
      case At.NON_BOUNDARY:
      case At.LOC_NON_BOUNDARY:
        return this.to > this.from && !boundary(isWord)
      case At.UNI_BOUNDARY:
        return this.to > this.from && boundary(isUnicodeWord)
      default:
        return this.to > this.from && !boundary(isUnicodeWord)
    }
  }

  /** A back reference from `pos`: the position behind it, or -1. */
  #reference(group: number, pos: number, fold: (point: number) => number): number {
    const [start, end] = [this.marks[group * 2] as number, this.marks[group * 2 + 1] as number]
    if (start < 0 || end < start) return -1
    let at = pos
    for (let i = start; i < end; i++, at++) {
      if (at >= this.to || fold(this.subject.unit(at)) !== fold(this.subject.unit(i))) return -1
    }
    return at
  }

  #setMark(mark: number, pos: number): void {
    this.#choice(Kind.UNDO, mark, this.marks[mark] as number, undefined)
    this.marks[mark] = pos
    if (mark & 1) {
      this.#choice(Kind.UNDO_LAST, 0, this.lastIndex, undefined)
      this.lastIndex = (mark >> 1) + 1
    }
  }

  /** Run from `start`; choices above `base` are this run's own. */
  #run(start: number, position: number, base: number, outermost: boolean): boolean {
    const { code, subject } = this
    const identity = (point: number): number => point
    let pc = start
    let pos = position
    let loop: Loop | undefined
    for (;;) {
      let ok = true
      if (--this.#steps <= 0) {
        this.#steps = STEPS
        this.#tick()
      }
      const op = code[pc]
      switch (op) {
        case Op.SUCCESS:
          if (outermost && ((this.full && pos !== this.to) || pos === this.mustAdvanceFrom)) ok = false
          else {
            this.end = pos
            return true
          }
          break
        case Op.MARK:
          this.#setMark(code[pc + 1] as number, pos)
          pc += 2
          break
        case Op.AT:
          ok = this.#at(code[pc + 1] as number, pos)
          pc += 2
          break
        case Op.ANY:
        case Op.ANY_ALL:
          ok = pos < this.to && this.#takes(pc, subject.unit(pos))
          pos++
          pc++
          break
        case Op.LITERAL:
          ok = pos < this.to && subject.unit(pos) === code[pc + 1]
          pos++
          pc += 2
          break
        case Op.NOT_LITERAL:
        case Op.CATEGORY:
        case Op.LITERAL_IGNORE:
        case Op.NOT_LITERAL_IGNORE:
        case Op.LITERAL_LOC_IGNORE:
        case Op.NOT_LITERAL_LOC_IGNORE:
        case Op.LITERAL_UNI_IGNORE:
        case Op.NOT_LITERAL_UNI_IGNORE:
          ok = pos < this.to && this.#takes(pc, subject.unit(pos))
          pos++
          pc += 2
          break
        case Op.IN:
        case Op.IN_IGNORE:
        case Op.IN_LOC_IGNORE:
        case Op.IN_UNI_IGNORE:
          ok = pos < this.to && this.#takes(pc, subject.unit(pos))
          pos++
          pc += 1 + (code[pc + 1] as number)
          break
        case Op.JUMP:
        case Op.INFO:
          pc += 1 + (code[pc + 1] as number)
          break
        case Op.BRANCH: {
          // Alternatives: each begins with the distance to the next, 0 ends them.
          const alternative = pc + 1
          const next = alternative + (code[alternative] as number)
          if (code[next] !== 0) this.#choice(Kind.CHOICE, -next, pos, loop)
          pc = alternative + 1
          break
        }
        case Op.REPEAT_ONE: {
          const [skip, least, most] = [code[pc + 1] as number, code[pc + 2] as number, code[pc + 3] as number]
          const found = this.#count(pc + 4, pos, most)
          ok = found >= least
          if (!ok) break
          const tail = pc + 1 + skip
          if (found > least) this.#choice(Kind.GREEDY, tail, pos + found - 1, loop, pos + least)
          pos += found
          pc = tail
          break
        }
        case Op.MIN_REPEAT_ONE: {
          const [skip, least, most] = [code[pc + 1] as number, code[pc + 2] as number, code[pc + 3] as number]
          const found = least === 0 ? 0 : this.#count(pc + 4, pos, least)
          ok = found >= least
          if (!ok) break
          pos += found
          const tail = pc + 1 + skip
          if (most > least) this.#choice(Kind.LAZY, tail, pos, loop, most === MAXREPEAT ? Infinity : most - least, pc + 4)
          pc = tail
          break
        }
        case Op.POSSESSIVE_REPEAT_ONE: {
          const found = this.#count(pc + 4, pos, code[pc + 3] as number)
          ok = found >= (code[pc + 2] as number)
          pos += found
          pc += 1 + (code[pc + 1] as number)
          break
        }
        case Op.REPEAT:
          loop = { at: pc + 1, count: -1, last: -1, outer: loop }
          pc += 1 + (code[pc + 1] as number)
          break
        case Op.MAX_UNTIL:
        case Op.MIN_UNTIL: {
          const current = loop as Loop
          const [least, most] = [code[current.at + 1] as number, code[current.at + 2] as number]
          const count = current.count + 1
          const body = current.at + 3
          if (count < least) {
            loop = { ...current, count, last: current.last }
            pc = body
          } else if (op === Op.MAX_UNTIL) {
            if ((count < most || most === MAXREPEAT) && pos !== current.last) {
              this.#choice(Kind.CHOICE, pc + 1, pos, current.outer)
              loop = { ...current, count, last: pos }
              pc = body
            } else {
              loop = current.outer
              pc++
            }
          } else {
            if ((count < most || most === MAXREPEAT) && pos !== current.last) {
              this.#choice(Kind.CHOICE, body, pos, { ...current, count, last: pos })
            }
            loop = current.outer
            pc++
          }
          break
        }
        case Op.POSSESSIVE_REPEAT: {
          const [skip, least, most] = [code[pc + 1] as number, code[pc + 2] as number, code[pc + 3] as number]
          let count = 0
          while (count < most || most === MAXREPEAT) {
            const mine = this.#stack.length
            if (!this.#run(pc + 4, pos, mine, false)) {
              this.#rollback(mine)
              break
            }
            this.#commit(mine)
            count++
            const moved = this.end !== pos
            pos = this.end
            if (!moved && count >= least) break
          }
          ok = count >= least
          // The distance ends at the repeated part's own SUCCESS.
          pc += 2 + skip
          break
        }
        case Op.ATOMIC_GROUP: {
          const mine = this.#stack.length
          ok = this.#run(pc + 2, pos, mine, false)
          if (ok) {
            this.#commit(mine)
            pos = this.end
            pc += 1 + (code[pc + 1] as number)
          } else this.#rollback(mine)
          break
        }
        case Op.ASSERT:
        case Op.ASSERT_NOT: {
          const back = code[pc + 2] as number
          const mine = this.#stack.length
          const held = pos - back >= this.from && this.#run(pc + 3, pos - back, mine, false)
          if (held && op === Op.ASSERT) this.#commit(mine)
          else this.#rollback(mine)
          ok = held === (op === Op.ASSERT)
          pc += 1 + (code[pc + 1] as number)
          break
        }
        case Op.GROUPREF:
        case Op.GROUPREF_IGNORE:
        case Op.GROUPREF_LOC_IGNORE:
        case Op.GROUPREF_UNI_IGNORE: {
          const fold = op === Op.GROUPREF ? identity : op === Op.GROUPREF_UNI_IGNORE ? unicodeLower : asciiLower
          const behind = this.#reference(code[pc + 1] as number, pos, fold)
          ok = behind >= 0
          pos = behind
          pc += 2
          break
        }
        case Op.GROUPREF_EXISTS: {
          const group = code[pc + 1] as number
          const set = (this.marks[group * 2] as number) >= 0 && (this.marks[group * 2 + 1] as number) >= (this.marks[group * 2] as number)
          pc = set ? pc + 3 : pc + 1 + (code[pc + 2] as number)
          break
        }
        default:
          ok = false
      }
      if (ok) continue
      const entry = this.#backtrack(base)
      if (entry === undefined) return false
      loop = entry.loop
      switch (entry.kind) {
        case Kind.GREEDY:
          pos = entry.pos
          pc = entry.pc
          if (pos <= entry.bound) this.#stack.pop()
          else {
            entry.pos--
            // A plain character behind the run: skip the lengths after which it does not stand.
            if (code[pc] === Op.LITERAL) this.#skipTo(entry, code[pc + 1] as number)
          }
          break
        case Kind.LAZY:
          if (entry.bound > 0 && entry.pos < this.to && this.#takes(entry.item, subject.unit(entry.pos))) {
            entry.bound--
            pos = ++entry.pos
            pc = entry.pc
          } else {
            this.#stack.pop()
            pc = -1
            pos = 0
          }
          break
        default:
          this.#stack.pop()
          pos = entry.pos
          pc = entry.pc
          if (pc < 0) {
            // The next alternative of a BRANCH.
            const alternative = -pc
            const next = alternative + (code[alternative] as number)
            if (code[next] !== 0) this.#choice(Kind.CHOICE, -next, pos, loop)
            pc = alternative + 1
          }
      }
    }
  }

  #skipTo(entry: Entry, literal: number): void {
    while (entry.pos > entry.bound && this.subject.unit(entry.pos) !== literal) entry.pos--
  }
}
