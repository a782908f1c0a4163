// The code being written, and what it knows at the place it has come to.
//
// Invariant: slot `i` of the frame holds `values[i]`, or `clean[i]` is false and only the code's own variables have the
// value. Whatever can look at the frame, throw or call comes after `save`, which makes all slots clean; whatever leaves
// to the interpreter stores what is not.
import { PyFloat, type Value } from '../data/values.ts'
import { item, kindOf, boxedFloat, testOf, type Item, type Kind } from './item.ts'
import type { Experience } from './experience.ts'
import type { Leaving } from './leaving.ts'

/** Thrown where the code that is being written has left for good. */
export const pathEnds = new Error('the path ends')

/** Where an instruction hands the frame back. */
export interface Exit {
  readonly at: number
  readonly values: readonly Item[]
  readonly clean: readonly boolean[]
}

/** What else is to be said of a way out. */
interface Circumstances {
  readonly callee?: { readonly fits: boolean } | undefined
  /** The instance, where the call that is left was its `__init__`. */
  readonly made?: Item | undefined
  readonly pausing?: boolean
}

export class Assembly {
  readonly unit: Experience
  /** The slots of the frame that was at hand when the code was written: what the code is written for. */
  readonly seen: readonly (Value | undefined)[]
  lines: string[] = []
  constants: unknown[] = []
  /** Ways out. */
  ways: Leaving[] = []
  values: Item[] = []
  clean: boolean[] = []
  /** The running instruction, and what was there before it. */
  at = 0
  before: Exit = { at: 0, values: [], clean: [] }
  /** Has the instruction called what may have looked into the frame? */
  called = false
  /** Places where code without a frame would need one, and ends of the frame. */
  needs = 0
  answers = 0
  #names = 0

  constructor(unit: Experience, seen: readonly (Value | undefined)[]) {
    this.unit = unit
    this.seen = seen
  }

  /** Nothing is written yet. */
  restart(): void {
    this.lines = []
    this.constants = []
    this.ways = []
    this.needs = this.answers = 0
  }

  begin(at: number): void {
    this.at = at
    this.called = false
    this.before = { at, values: this.values.slice(), clean: this.clean.slice() }
  }

  line(text: string): void {
    this.lines.push(text)
  }

  fresh(letter: string): string {
    return `${letter}${++this.#names}_`
  }

  /** An object that the code refers to. */
  object(value: unknown): string {
    let place = this.constants.indexOf(value)
    if (place < 0) place = this.constants.push(value) - 1
    return `k${place}`
  }

  push(pushed: Item): void {
    this.clean[this.values.length] = false
    this.values.push(pushed)
  }

  pop(): Item {
    return this.values.pop() as Item
  }

  peek(depth: number): Item {
    return this.values[this.values.length - depth] as Item
  }

  store(place: number, value: Item): void {
    this.values[place] = value.kind === 'any' && value.sample === undefined ? { ...value, sample: this.seen[place] } : value
    this.clean[place] = false
  }

  /** A new value under a name of its own. */
  made(kind: Kind, expression: string, sample?: Value): Item {
    const name = this.fresh('t')
    this.line(`const ${name} = ${expression}`)
    return item(name, kind, sample)
  }

  push1(kind: Kind, expression: string, sample?: Value): void {
    this.push(this.made(kind, expression, sample))
  }

  /** The value is known better from here on. */
  replace(old: Item, better: Item): void {
    const swap = (held: Item): Item => (held === old ? better : held)
    this.values = this.values.map(swap)
    this.before = { ...this.before, values: this.before.values.map(swap) }
  }

  /** What the value is to be treated as: what it is, or what was seen, unless that was wrong here before. */
  expected({ kind, sample }: Item): Kind {
    if (kind !== 'any') return kind
    return this.unit.generic.has(this.at) ? 'any' : sample === undefined ? 'any' : kindOf(sample)
  }

  /** Leave at this instruction unless the condition holds. */
  guard(condition: string): void {
    this.line(`if (!(${condition})) ${this.leaving(this.before, true)}`)
  }

  /** The value, tested to be of a kind. */
  as(value: Item, kind: Kind): Item {
    if (value.kind === kind || kind === 'any') return value
    this.guard(testOf(value.name, kind))
    let better = item(value.name, kind, value.sample)
    if (kind === 'float') {
      const number = this.fresh('f')
      this.line(`const ${number} = ${value.name}.value`)
      better = boxedFloat(number, value.name, value.sample)
    }
    this.replace(value, better)
    return better
  }

  /** The name of the Python value; of a float, its object. */
  boxed(value: Item): string {
    if (value.kind !== 'float') return value.name
    if (value.boxing === 'sure') return value.box
    const box = this.fresh('x')
    this.line(`const ${box} = ${boxing(value)}`)
    this.replace(value, boxedFloat(value.name, box, value.sample))
    return box
  }

  /** The same for several that are off the stack, of which some may be one float. */
  allBoxed(values: readonly Item[]): string[] {
    const known = new Map<Item, string>()
    for (const value of values) if (!known.has(value)) known.set(value, this.boxed(value))
    return values.map((value) => known.get(value) as string)
  }

  /** Make the frame as the interpreter has it while an instruction runs; frameless code leaves to it. */
  save(): void {
    if (this.unit.frameless) {
      this.needs++
      this.cold()
    }
    this.called = true
    for (let i = 0; i < this.before.values.length; i++) {
      if (this.before.clean[i] === true) continue
      this.line(`s[${i}] = ${this.boxed(this.before.values[i] as Item)}`)
      if (i < this.values.length && this.values[i] === this.before.values[i]) this.clean[i] = true
    }
    this.before = { ...this.before, clean: this.before.values.map(() => true) }
    this.line(`frame.ip = ${this.at + 1}; frame.sp = ${this.before.values.length}`)
  }

  /** Once the instruction is done: whoever looked into the frame may change it, so that the interpreter goes on. */
  look(at: number): void {
    this.line(`if (frame.rare !== undefined) ${this.leaving({ at, values: this.values, clean: this.clean }, false)}`)
  }

  /** A back-edge counts; the interpreter does what is due when the count is used up. */
  spend(): void {
    const budget = this.unit.frameless ? 'R.budget' : 'budget'
    this.line(`if (${budget} <= 1) ${this.leaving(this.before, false, { pausing: true })}`)
    this.line(`${budget}--`)
  }

  /** The frame's value. */
  answer(value: Item): void {
    const text = this.boxed(value)
    this.answers++
    this.unit.answers(value)
    if (!this.unit.frameless) this.line('R.budget = budget; U.spent -= budget')
    this.line(`return ${text}`)
  }

  /** Leave because a call was not finished: the frame goes on behind it once that is. */
  unfinished(callee: { readonly fits: boolean }, made?: Item): string {
    return this.leaving({ at: this.at + 1, values: this.values, clean: this.clean }, false, { callee, made })
  }

  /** Leave at this instruction for whoever does it: it belongs to the code's way, and does not count against the code. */
  handOver(): never {
    for (let i = 0; i < this.before.values.length; i++) {
      if (this.before.clean[i] !== true) this.line(`s[${i}] = ${this.boxed(this.before.values[i] as Item)}`)
    }
    this.line(`frame.ip = ${this.at}; frame.sp = ${this.before.values.length}; R.budget = budget; U.spent -= budget; return undefined`)
    throw pathEnds
  }

  /** Leave at this instruction: the interpreter does it. */
  end(): never {
    this.line(this.leaving(this.before, false))
    throw pathEnds
  }

  /** Leave at this instruction, which has not run until now: when it does, the code is written again. */
  cold(): never {
    this.line(this.leaving(this.before, true))
    throw pathEnds
  }

  /** The statement that leaves to the interpreter; `failing` when what was seen was not there. */
  leaving({ at, values, clean }: Exit, failing: boolean, { callee, made, pausing = false }: Circumstances = {}): string {
    const way = { at, sp: values.length, slots: [] as number[], floats: [] as number[], copies: [] as [number, number][], pausing, failing, callee, makes: made !== undefined }
    const texts: string[] = []
    for (const [i, value] of values.entries()) {
      if (this.unit.frameless ? value.kind === 'unbound' : clean[i] === true) continue
      const isBare = value.kind === 'float' && value.boxing !== 'sure'
      const first = isBare ? values.indexOf(value) : i
      if (first !== i && way.floats.includes(first)) {
        way.copies.push([i, first])
        continue
      }
      way.slots.push(i)
      if (isBare) way.floats.push(i)
      texts.push(bare(value))
    }
    const rest = `[${texts.join(', ')}]${made === undefined ? '' : `, ${made.name}`}`
    const place = this.ways.push(way) - 1
    return this.unit.frameless
      ? `return leaveDirect(U, W[${place}], py, func, ${rest})`
      : `return leaveFrame(U, W[${place}], py, frame, s, budget, ${rest})`
  }
}

/** The object, or the number where there is none as yet. */
function bare({ kind, name, box, boxing: state }: Item): string {
  if (kind !== 'float' || state === 'none') return name
  return state === 'sure' ? box : `${box} ?? ${name}`
}

function boxing({ name, box, boxing: state }: Item): string {
  return state === 'some' ? `${box} ?? new PyFloat(${name})` : `new PyFloat(${name})`
}

export const floatSample = new PyFloat(1.5)
