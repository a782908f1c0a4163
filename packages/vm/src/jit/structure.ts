// From basic blocks to JavaScript's blocks and loops, along the tree of dominators (Ramsey, "Beyond Relooper", 2022).
// A block reached from one place stands where it is reached and knows all that was known there; where several ways
// meet, each first brings its values into the variables that stand for the slots, `l0`, `l1`, …
//
// What the ways have in common is found by writing the code until nothing new is learned: kinds only become wider.
import { opcodes } from '@pellucid/opcode-spec'
import type { Value } from '../data/values.ts'
import { pathEnds, type Assembly } from './assembly.ts'
import { emitters } from './emitters.ts'
import type { Instruction } from './instructions.ts'
import { joinBoxing, joinKinds, type Boxing, type Item, type Kind } from './item.ts'
import { atLoop, atSend, type Iteration } from './iteration.ts'
import type { Block } from './region.ts'
import { constantItem } from './stack-and-locals.ts'

/** What is known of a slot where ways meet. */
interface Meeting {
  kind: Kind
  boxing: Boxing
  clean: boolean
  readonly sample: Value | undefined
}

export class Structure {
  readonly #a: Assembly
  readonly #code: readonly Instruction[]
  readonly #blocks: readonly Block[]
  readonly #meetings = new Map<number, Meeting[]>()
  /** Slots whose variables the code needs: of values, and of the boxes of floats. */
  readonly variables = new Set<string>()
  #learned = false
  /** The block that is being written. */
  #from = 0

  constructor(assembly: Assembly, code: readonly Instruction[], blocks: readonly Block[]) {
    this.#a = assembly
    this.#code = code
    this.#blocks = blocks
  }

  /** Write the code from the values at the entry; true when it has to be written once more. */
  write(values: readonly Item[], clean: readonly boolean[]): boolean {
    const a = this.#a
    a.values = values.slice()
    a.clean = clean.slice()
    this.#learned = false
    this.#from = -1
    const [entry] = this.#blocks
    if (entry?.loops === true) this.#meet(0)
    this.#tree(0)
    return this.#learned
  }

  /** A block and all that it dominates. */
  #tree(number: number): void {
    const block = this.#blocks[number] as Block
    if (!block.loops) return this.#within(block, block.below)
    this.#a.line(`L${number}: for (;;) {`)
    this.#enter(number)
    this.#within(block, block.below)
    this.#a.line('}')
  }

  #within(block: Block, below: readonly number[]): void {
    const [target, ...rest] = below
    if (target === undefined) return this.#block(block)
    this.#a.line(`M${target}: {`)
    this.#within(block, rest)
    this.#a.line('}')
    if (!this.#meetings.has(target)) return
    if (!(this.#blocks[target] as Block).loops) this.#enter(target)
    this.#tree(target)
  }

  #block(block: Block): void {
    const a = this.#a
    const { start, last, next } = block
    this.#from = this.#blocks.indexOf(block)
    try {
      for (let at = start; at <= last; at++) {
        const instruction = this.#code[at] as Instruction
        a.begin(at)
        const way = this.#branch(instruction, next)
        if (way) return
        const emit = emitters.get(instruction.op)
        if (emit === undefined) a.end()
        else emit(a, instruction)
        if (a.called) a.look(at + 1)
      }
      this.#go(next[0] as number)
    } catch (caught) {
      if (caught !== pathEnds) throw caught
    }
  }

  /** The instructions that end a block; false for all others. */
  #branch({ op, arg }: Instruction, next: readonly number[]): boolean {
    const a = this.#a
    switch (op) {
      case opcodes.JUMP_BACKWARD:
        a.spend()
        this.#go(next[0] as number)
        return true
      case opcodes.JUMP_FORWARD:
      case opcodes.JUMP_BACKWARD_NO_INTERRUPT:
        this.#go(next[0] as number)
        return true
      case opcodes.POP_JUMP_IF_FALSE:
      case opcodes.POP_JUMP_IF_TRUE:
      case opcodes.POP_JUMP_IF_NONE:
      case opcodes.POP_JUMP_IF_NOT_NONE:
        this.#fork(condition(a.pop(), op), next)
        return true
      case opcodes.FOR_ITER:
        this.#iterate(atLoop(a, arg), next)
        return true
      case opcodes.SEND:
        this.#iterate(atSend(a, arg), next)
        return true
      case opcodes.RETURN_VALUE:
        a.answer(a.pop())
        return true
      case opcodes.RETURN_CONST:
        a.answer(constantItem(a, a.unit.code.consts[arg] as Value))
        return true
      default:
        return false
    }
  }

  /** The second way under a condition, else the first. */
  #fork(jumps: string, [straight, jump]: readonly number[]): void {
    this.#aside(`if (${jumps}) {`, () => this.#go(jump as number))
    this.#go(straight as number)
  }

  #iterate({ ended, next, atEnd, result, called, end }: Iteration, [body, out]: readonly number[]): void {
    const a = this.#a
    this.#aside(`if (${ended}) {`, () => {
      if (atEnd !== '') a.line(atEnd)
      if (result === undefined) a.pop()
      else a.push(result)
      if (called) a.look(end)
      this.#go(out as number)
    })
    a.push(next())
    if (called) a.look(a.at + 1)
    this.#go(body as number)
  }

  /** Write a way that is not gone on from here. */
  #aside(head: string, write: () => void): void {
    const a = this.#a
    const [values, clean, before, from] = [a.values.slice(), a.clean.slice(), a.before, this.#from]
    a.line(head)
    try {
      write()
    } catch (caught) {
      if (caught !== pathEnds) throw caught
    }
    a.line('}')
    this.#from = from
    a.values = values
    a.clean = clean
    a.before = before
  }

  /** Go to a block. */
  #go(target: number): void {
    const { loops, merges } = this.#blocks[target] as Block
    if (!loops && !merges) return this.#tree(target)
    this.#meet(target)
    if (target <= this.#from) this.#a.line(`continue L${target}`)
    else if (merges) this.#a.line(`break M${target}`)
    else this.#tree(target)
  }

  /** Bring the values into the variables that the block expects them in. */
  #meet(target: number): void {
    const a = this.#a
    const known = this.#meetings.get(target)
    const meeting = known ?? a.values.map(({ kind, boxing, sample }, i): Meeting => ({ kind, boxing, clean: a.clean[i] === true, sample }))
    if (known === undefined) this.#meetings.set(target, meeting)
    meeting.forEach((slot, i) => this.#learn(slot, a.values[i] as Item, a.clean[i] === true))
    // A float in two slots gets one object for both.
    for (const [i, value] of a.values.entries()) {
      if (value.kind === 'float' && value.boxing !== 'sure' && a.values.indexOf(value) !== i) a.boxed(value)
    }
    this.#move(meeting.flatMap((slot, i) => this.#moves(slot, i)))
  }

  #learn(slot: Meeting, value: Item, clean: boolean): void {
    const [kind, boxing] = [joinKinds(slot.kind, value.kind), joinBoxing(slot.boxing, value.boxing)]
    if (kind === slot.kind && boxing === slot.boxing && (clean || !slot.clean)) return
    this.#learned = true
    slot.kind = kind
    slot.boxing = boxing
    slot.clean &&= clean
  }

  #moves({ kind, boxing }: Meeting, i: number): [string, string][] {
    const value = this.#a.values[i] as Item
    if (kind !== 'float') return [[`l${i}`, this.#a.boxed(value)]]
    const moves: [string, string][] = [[`l${i}`, value.name]]
    if (boxing !== 'none') moves.push([`b${i}`, value.boxing === 'none' ? 'undefined' : value.box])
    return moves
  }

  /** All at once: none may overwrite what another is yet to read. */
  #move(moves: readonly (readonly [string, string])[]): void {
    const real = moves.filter(([variable, text]) => variable !== text)
    const written = new Set(real.map(([variable]) => variable))
    for (const [variable] of moves) this.variables.add(variable)
    const lines = real.map(([variable, text]) => {
      if (!written.has(text)) return `${variable} = ${text}`
      const kept = this.#a.fresh('m')
      this.#a.line(`const ${kept} = ${text}`)
      return `${variable} = ${kept}`
    })
    if (lines.length > 0) this.#a.line(lines.join('; '))
  }

  /** Where ways have met: each slot's value is in its variable. */
  #enter(target: number): void {
    const a = this.#a
    const meeting = this.#meetings.get(target) as Meeting[]
    a.values = meeting.map(({ kind, boxing, sample }, i) => ({ name: `l${i}`, kind, box: `b${i}`, boxing: kind === 'float' ? boxing : 'none', sample, constant: false }))
    a.clean = meeting.map(({ clean }) => clean)
  }
}

/** When a conditional jump is taken. */
function condition({ name, kind }: Item, op: number): string {
  if (op === opcodes.POP_JUMP_IF_TRUE) return kind === 'bool' ? name : `${name} === true`
  if (op === opcodes.POP_JUMP_IF_FALSE) return kind === 'bool' ? `!${name}` : `${name} === false`
  const none = kind === 'float' ? 'false' : `${name} === None`
  return op === opcodes.POP_JUMP_IF_NONE ? none : `!(${none})`
}
