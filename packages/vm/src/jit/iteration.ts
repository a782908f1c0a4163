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

/** How FOR_ITER goes on. */
export interface Iteration {
  /** The condition that there is no item. */
  readonly ended: string
  /** What is done then. */
  readonly atEnd: string
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
  // A generator has a frame.
  if (iterator.sample instanceof PyGenerator) a.end()
  if (kind === 'any') a.line(`if (${iterator.name} instanceof PyGenerator) ${a.leaving(a.before, false)}`)
  a.save()
  const item = a.made('any', `nextOrUndefined(${a.boxed(iterator)}, py)`)
  return { ended: `${item.name} === undefined`, atEnd: '', next: () => item, called: true, end }
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

export const iteration: ReadonlyMap<number, Emitter> = new Map<number, Emitter>([[opcodes.GET_ITER, getIterator]])
