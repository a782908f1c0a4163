// Loops over iterators: those of ranges, lists and tuples step by step, others by their slot.
import { opcodes } from '@pellucid/opcode-spec'
import { PyGenerator } from '../data/frame.ts'
import { PyListIterator, PyRangeIterator, PyTupleIterator } from '../data/iterators.ts'
import { PyRange } from '../data/range.ts'
import { PyTuple } from '../data/sequences.ts'
import { smallInt, type Value } from '../data/values.ts'
import type { Assembly } from './assembly.ts'
import type { Emitter } from './emitter.ts'
import type { Item } from './item.ts'

let compileGenerator: (generator: PyGenerator) => void = () => {}

/** What compiles generators that compiled code goes through: it calls what is here. */
export function bindCompileGenerator(compile: typeof compileGenerator): void {
  compileGenerator = compile
}

/** How FOR_ITER goes on. */
export interface Iteration {
  /** The condition that there is no item. */
  readonly ended: string
  /** What is done then. */
  readonly atEnd: string
  /** What is left on the stack then in place of the iterator; SEND leaves both. */
  readonly result?: Item
  /** The item, written where there is one. */
  readonly next: () => Item
  /** Whether the iterator may have run any code. */
  readonly called: boolean
  /** Instruction where the loop has ended. */
  readonly end: number
}

export function atLoop(a: Assembly, target: number): Iteration {
  const end = target + 2
  let iterator = a.peek(1)
  const kind = a.expected(iterator)
  if (kind === 'range iterator') {
    iterator = a.as(iterator, kind)
    const { name } = iterator
    const next = (): Item => {
      const item = a.made('int', `${name}.next`, smallInt(1))
      a.line(`${name}.remaining--; ${name}.next = ${item.name} + ${name}.step`)
      return item
    }
    return { ended: `${name}.remaining <= 0`, atEnd: '', next, called: false, end }
  }
  if (kind === 'list iterator' || kind === 'tuple iterator') {
    iterator = a.as(iterator, kind)
    const field = kind === 'list iterator' ? 'list' : 'tuple'
    const { name } = iterator
    const held = a.made('any', `${name}.${field}`).name
    const next = (): Item => a.made('any', `${held}.items[${name}.index++]`, itemSample(iterator.sample))
    return { ended: `${held} === undefined || ${name}.index >= ${held}.items.length`, atEnd: `${name}.${field} = undefined`, next, called: false, end }
  }
  const { name, sample } = iterator
  if (sample instanceof PyGenerator) compileGenerator(sample)
  else if (sample !== undefined && !a.unit.generic.has(a.at)) {
    if (kind === 'any') a.guard(`!(${name} instanceof PyGenerator)`)
    a.save()
    const item = a.made('any', `nextOrUndefined(${a.boxed(iterator)}, py)`)
    return { ended: `${item.name} === undefined`, atEnd: '', next: () => item, called: true, end }
  }
  if (!a.unit.frameless) a.line(`if (${name} instanceof PyGenerator && !mayAdvance(${name}, py, room, budget)) ${a.leaving(a.before, false)}`)
  a.save()
  const item = a.made('any', `advance(${a.boxed(iterator)}, py, frame, ${target}, room, budget)`)
  a.line('budget = R.budget')
  a.line(`if (${item.name} === undefined) ${a.unfinished({ fits: true })}`)
  return { ended: `${item.name} === ended`, atEnd: '', next: () => item, called: true, end }
}

/** SEND to a generator that goes on in compiled code; all others are the loop's. */
export function atSend(a: Assembly, target: number): Iteration {
  const sent = a.pop()
  const { name, sample } = a.peek(1)
  if (sample instanceof PyGenerator) compileGenerator(sample)
  a.line(`if (!(${name} instanceof PyGenerator && mayAdvance(${name}, py, room, budget))) ${a.leaving(a.before, false)}`)
  a.save()
  a.line(`frame.sp = ${a.values.length}`)
  const value = a.made('any', `resume(${name}, ${a.boxed(sent)}, py, frame, ${target}, room, budget)`)
  a.line('budget = R.budget')
  a.line(`if (${value.name} === undefined) ${a.unfinished({ fits: true })}`)
  return { ended: `${name}.frame.finished`, atEnd: '', result: value, next: () => value, called: true, end: target }
}

function itemSample(iterator: Value | undefined): Value | undefined {
  const items = iterator instanceof PyListIterator ? iterator.list?.items : iterator instanceof PyTupleIterator ? iterator.tuple?.items : undefined
  return items?.[Math.max(0, (iterator as PyListIterator).index - 1)] ?? items?.[0]
}

const getIterator: Emitter = (a) => {
  const iterable = a.pop()
  const kind = a.expected(iterable)
  const generic = a.unit.generic.has(a.at)
  if (kind === 'list') return a.push1('list iterator', `new PyListIterator(${a.as(iterable, kind).name})`, sampleIterator(iterable.sample))
  if (kind === 'tuple') return a.push1('tuple iterator', `new PyTupleIterator(${a.as(iterable, kind).name})`, sampleIterator(iterable.sample))
  if (!generic && iterable.sample instanceof PyRange) {
    a.guard(`${iterable.name} instanceof PyRange`)
    const iterator = a.made('any', `iterate(${iterable.name}, py)`, new PyRangeIterator(0, 1, 1))
    return a.push(a.as(iterator, 'range iterator'))
  }
  a.save()
  a.push1('any', `iterate(${a.boxed(iterable)}, py)`)
}

function sampleIterator(iterable: Value | undefined): Value | undefined {
  if (iterable instanceof PyTuple) return new PyTupleIterator(iterable)
  return iterable === undefined ? undefined : new PyListIterator(iterable as never)
}

/** Whoever resumed the generator does it, or the loop. */
const yieldValue: Emitter = (a) => a.handOver()

export const iteration: ReadonlyMap<number, Emitter> = new Map<number, Emitter>([
  [opcodes.GET_ITER, getIterator],
  [opcodes.YIELD_VALUE, yieldValue],
])
