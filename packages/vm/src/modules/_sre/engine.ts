// The pattern machine: backtracking over compiled codes, with its choices on a stack of its own. Nothing recurses
// but the inside of assertions and atomic groups, whose depth is the pattern's.
//
// The stack holds two kinds of entries: choices (go on there if this way fails) and undo entries (put a mark back
// when backtracking passes). An assertion that holds drops its choices and keeps its undo entries.
import { holdsAt } from './anchors.ts'
import { asciiLower, unicodeLower } from './characters.ts'
import { MAXREPEAT, Op } from './codes.ts'
import { After, type Program } from './program.ts'
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

/**
 * Entries are four words: kind, code, position, bound. CHOICE: go on at code and position. BRANCH: the same, with the
 * alternative at code. UNDO: code is a mark, position what it was. UNDO_LAST: position is the last group. GREEDY: code
 * is the repeat's, position the next shorter end, bound the least. LAZY: bound is how many items are still allowed.
 */
const Kind = { CHOICE: 0, UNDO: 1, GREEDY: 2, LAZY: 3, UNDO_LAST: 4, BRANCH: 5 } as const
const WORDS = 4

const noStack = new Int32Array(0)
/** Stacks that no match is using: looking at the budget may run Python code that matches too. */
const stacks: Int32Array[] = []

/** More items than a subject can have. */
const ENDLESS = 0x7fff_ffff
/** A number of repetitions, which may take all 32 bits. */
const limit = (code: Int32Array, at: number): number => (code[at] as number) >>> 0

/** Steps between looks at the interpreter's budget. */
const STEPS = 100_000

export class Matcher {
  readonly subject: Subject
  /** Where the subject counts as beginning and ending (`pos`, `endpos`). */
  readonly from: number
  readonly to: number
  /** Start and end of each group; -1 unset. */
  readonly marks: number[]
  lastIndex = -1
  end = -1
  /** Require the match to end at `to`. */
  full = false
  /** Position at which an empty match does not count (-1: none). */
  mustAdvanceFrom = -1
  readonly #program: Program
  readonly #code: Int32Array
  #stack: Int32Array = noStack
  #top = 0
  /** Loops of CHOICE, BRANCH, GREEDY and LAZY entries, by number of entry. */
  readonly #loops: (Loop | undefined)[] = []
  #dirty = false
  readonly #tick: () => void
  #steps = STEPS

  constructor(program: Program, groups: number, subject: Subject, from: number, to: number, tick: () => void) {
    this.#program = program
    this.#code = program.code
    this.subject = subject
    this.from = from
    this.to = to
    this.marks = new Array<number>(groups * 2).fill(-1)
    this.#tick = tick
  }

  /** Match at a position; sets `end` and `marks`. */
  matchAt(start: number): boolean {
    this.#stack = stacks.pop() ?? new Int32Array(64 * WORDS)
    this.#reset()
    const matched = this.#run(0, start, 0, true)
    stacks.push(this.#stack)
    return matched
  }

  /** Look for the first match from a position on; its start, or -1. */
  search(start: number): number {
    this.#stack = stacks.pop() ?? new Int32Array(64 * WORDS)
    const found = this.#search(start)
    stacks.push(this.#stack)
    return found
  }

  #search(start: number): number {
    const { subject, to } = this
    const { text, units } = subject
    const { least, begin, prefix, starts } = this.#program.head
    const last = to - least
    for (let at = start; at <= last; at++) {
      if (prefix !== undefined) {
        at = text !== undefined ? text.indexOf(prefix, at) : units.indexOf(prefix.charCodeAt(0), at)
        if (at < 0 || at > last) return -1
      } else if (starts !== undefined) {
        while (at < to) {
          const unit = text !== undefined ? text.charCodeAt(at) : (units[at] as number)
          if (unit >= 256 || starts[unit] === 1) break
          at++
        }
        if (at >= to || at > last) return -1
      }
      this.#reset()
      if (this.#run(begin, at, 0, true)) return at
    }
    return -1
  }

  #reset(): void {
    if (this.#dirty) {
      this.marks.fill(-1)
      this.#dirty = false
    }
    this.lastIndex = -1
    this.#top = 0
  }

  /** Put back what UNDO entries hold, down to `base`; place of the choice to go on with, or -1. */
  #backtrack(base: number): number {
    const stack = this.#stack
    let top = this.#top
    while (top > base) {
      const entry = top - WORDS
      const kind = stack[entry] as number
      if (kind === Kind.UNDO) this.marks[stack[entry + 1] as number] = stack[entry + 2] as number
      else if (kind === Kind.UNDO_LAST) this.lastIndex = stack[entry + 2] as number
      else {
        this.#top = top
        return entry
      }
      top = entry
    }
    this.#top = top
    return -1
  }

  /** Forget the choices above `base`, keep how to undo the marks. */
  #commit(base: number): void {
    const stack = this.#stack
    let kept = base
    for (let entry = base; entry < this.#top; entry += WORDS) {
      const kind = stack[entry]
      if (kind !== Kind.UNDO && kind !== Kind.UNDO_LAST) continue
      stack.copyWithin(kept, entry, entry + WORDS)
      kept += WORDS
    }
    this.#top = kept
  }

  /** Undo everything above `base`. */
  #rollback(base: number): void {
    while (this.#backtrack(base) >= 0) this.#top -= WORDS
  }

  #push(kind: number, pc: number, pos: number, bound: number): void {
    let stack = this.#stack
    const top = this.#top
    if (top === stack.length) {
      stack = new Int32Array(top * 2)
      stack.set(this.#stack)
      this.#stack = stack
    }
    stack[top] = kind
    stack[top + 1] = pc
    stack[top + 2] = pos
    stack[top + 3] = bound
    this.#top = top + WORDS
  }
  #choice(kind: number, pc: number, pos: number, loop: Loop | undefined, bound = 0): void {
    this.#loops[this.#top / WORDS] = loop
    this.#push(kind, pc, pos, bound)
  }

  /** How many characters from `pos` the item takes, `most` at the most. */
  #count(pc: number, pos: number, most: number): number {
    const { text, units } = this.subject
    const end = most < this.to - pos ? pos + most : this.to
    if (this.#code[pc] === Op.ANY_ALL) return end - pos
    const program = this.#program
    const table = program.tables[pc] ?? program.table(pc)
    let at = pos
    if (text !== undefined) {
      while (at < end) {
        const unit = text.charCodeAt(at)
        if (unit < 256 ? table[unit] === 0 : !program.decides(pc, unit)) break
        at++
      }
    } else {
      while (at < end) {
        const unit = units[at] as number
        if (unit < 256 ? table[unit] === 0 : !program.decides(pc, unit)) break
        at++
      }
    }
    return at - pos
  }

  /** The first alternative from `at` on that may match at `pos`: each begins with the distance to the next; 0 for none. */
  #alternative(at: number, pos: number): number {
    const code = this.#code
    for (let next = at; code[next] !== 0; next += code[next] as number) {
      const op = code[next + 1]
      if (op === Op.LITERAL) {
        if (pos >= this.to || this.subject.unit(pos) !== code[next + 2]) continue
      } else if (op === Op.IN && (pos >= this.to || !this.#program.takes(next + 1, this.subject.unit(pos)))) continue
      return next
    }
    return 0
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

  #setMark(mark: number, pos: number, undo: boolean): void {
    this.#dirty = true
    if (undo) this.#push(Kind.UNDO, mark, this.marks[mark] as number, 0)
    this.marks[mark] = pos
    if (mark & 1) {
      if (undo) this.#push(Kind.UNDO_LAST, 0, this.lastIndex, 0)
      this.lastIndex = (mark >> 1) + 1
    }
  }

  /** Run from `start`; choices above `base` are this run's own. */
  #run(start: number, position: number, base: number, outermost: boolean): boolean {
    const { subject, to } = this
    const program = this.#program
    const code = this.#code
    const { text, units } = subject
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
          if (outermost && ((this.full && pos !== to) || pos === this.mustAdvanceFrom)) ok = false
          else {
            this.end = pos
            return true
          }
          break
        case Op.MARK:
          // With no choice to come back to, failure ends the attempt.
          this.#setMark(code[pc + 1] as number, pos, this.#top > 0 || !outermost)
          pc += 2
          break
        case Op.AT:
          ok = holdsAt(code[pc + 1] as number, pos, this.from, to, subject)
          pc += 2
          break
        case Op.ANY:
        case Op.ANY_ALL:
          ok = pos < to && program.takes(pc, subject.unit(pos))
          pos++
          pc++
          break
        case Op.LITERAL:
          ok = pos < to && (text !== undefined ? text.charCodeAt(pos) : units[pos]) === code[pc + 1]
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
          ok = pos < to && program.takes(pc, subject.unit(pos))
          pos++
          pc += 2
          break
        case Op.IN:
        case Op.IN_IGNORE:
        case Op.IN_LOC_IGNORE:
        case Op.IN_UNI_IGNORE:
          ok = pos < to && program.takes(pc, subject.unit(pos))
          pos++
          pc += 1 + (code[pc + 1] as number)
          break
        case Op.JUMP:
        case Op.INFO:
          pc += 1 + (code[pc + 1] as number)
          break
        case Op.BRANCH: {
          const alternative = this.#alternative(pc + 1, pos)
          ok = alternative !== 0
          if (!ok) break
          const other = this.#alternative(alternative + (code[alternative] as number), pos)
          if (other !== 0) this.#choice(Kind.BRANCH, other, pos, loop)
          pc = alternative + 1
          break
        }
        case Op.REPEAT_ONE: {
          const [skip, least, most] = [code[pc + 1] as number, limit(code, pc + 2), limit(code, pc + 3)]
          const found = this.#count(pc + 4, pos, most)
          ok = found >= least
          if (!ok) break
          if (found > least && program.afterRepeat(pc) !== After.NOT_TAKEN) {
            this.#choice(Kind.GREEDY, pc, pos + found - 1, loop, pos + least)
          }
          pos += found
          pc += 1 + skip
          break
        }
        case Op.MIN_REPEAT_ONE: {
          const [skip, least, most] = [code[pc + 1] as number, limit(code, pc + 2), limit(code, pc + 3)]
          const found = least === 0 ? 0 : this.#count(pc + 4, pos, least)
          ok = found >= least
          if (!ok) break
          pos += found
          if (most > least) this.#choice(Kind.LAZY, pc, pos, loop, Math.min(most === MAXREPEAT ? most : most - least, ENDLESS))
          pc += 1 + skip
          break
        }
        case Op.POSSESSIVE_REPEAT_ONE: {
          const found = this.#count(pc + 4, pos, limit(code, pc + 3))
          ok = found >= limit(code, pc + 2)
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
          const [least, most] = [limit(code, current.at + 1), limit(code, current.at + 2)]
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
          const [skip, least, most] = [code[pc + 1] as number, limit(code, pc + 2), limit(code, pc + 3)]
          let count = 0
          while (count < most || most === MAXREPEAT) {
            const mine = this.#top
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
          const mine = this.#top
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
          const mine = this.#top
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
      if (entry < 0) return false
      const stack = this.#stack
      loop = this.#loops[entry / WORDS]
      const at = stack[entry + 1] as number
      pos = stack[entry + 2] as number
      switch (stack[entry]) {
        case Kind.GREEDY:
          pc = at + 1 + (code[at + 1] as number)
          if (!this.#shorten(entry, at, pos)) this.#top = entry
          pos = this.#shorter
          if (pos < 0) pc = -1
          break
        case Kind.LAZY:
          if ((stack[entry + 3] as number) > 0 && pos < to && program.takes(at + 4, subject.unit(pos))) {
            if (stack[entry + 3] !== ENDLESS) stack[entry + 3] = (stack[entry + 3] as number) - 1
            stack[entry + 2] = ++pos
            pc = at + 1 + (code[at + 1] as number)
          } else {
            this.#top = entry
            pc = -1
          }
          break
        case Kind.BRANCH: {
          const other = this.#alternative(at + (code[at] as number), pos)
          if (other !== 0) stack[entry + 1] = other
          else this.#top = entry
          pc = at + 1
          break
        }
        default:
          this.#top = entry
          pc = at
      }
    }
  }

  #shorter = -1
  /**
   * Take the next shorter end of a run, left in `#shorter` (-1: none is left); false when it was the last. Ends behind
   * which a plain character must stand and does not are passed over.
   */
  #shorten(entry: number, pc: number, end: number): boolean {
    const stack = this.#stack
    const least = stack[entry + 3] as number
    const after = this.#program.afterRepeat(pc)
    let pos = end
    if (after >= After.LITERAL) while (pos >= least && (pos >= this.to || this.subject.unit(pos) !== after - After.LITERAL)) pos--
    this.#shorter = pos < least ? -1 : pos
    stack[entry + 2] = pos - 1
    return pos > least
  }
}
