// Subscripts of lists, tuples, dicts and strings; building and taking apart.
import { opcodes } from '@pellucid/opcode-spec'
import { PyDict } from '../data/dict.ts'
import { PyList, PyTuple } from '../data/sequences.ts'
import type { Value } from '../data/values.ts'
import type { Assembly } from './assembly.ts'
import type { Emitter } from './emitter.ts'
import { testOf, type Item, type Kind } from './item.ts'

/** An item of the sequence that was seen: the like of what is to come. */
function itemSample(container: Item, key: Item): Value | undefined {
  const held = container.sample
  if (held instanceof PyDict) return held.values.at(-1)
  if (!(held instanceof PyList || held instanceof PyTuple)) return undefined
  const place = typeof key.sample === 'number' && key.constant ? key.sample : 0
  return held.items.at(place) ?? held.items[0]
}

/** The place that an index means, tested to be inside. */
function place(a: Assembly, items: string, key: Item): string {
  if (key.constant && (key.sample as number) < 0) {
    const at = a.made('int', `${items}.length + ${key.name}`)
    a.guard(`${at.name} >= 0`)
    return at.name
  }
  if (key.constant) {
    a.guard(`${key.name} < ${items}.length`)
    return key.name
  }
  const at = a.made('int', `${key.name} < 0 ? ${key.name} + ${items}.length : ${key.name}`)
  a.guard(`${at.name} >= 0 && ${at.name} < ${items}.length`)
  return at.name
}

const subscript: Emitter = (a) => {
  let key = a.pop()
  let container = a.pop()
  const generic = a.unit.generic.has(a.at)
  const [k, c] = [a.expected(key), a.expected(container)]
  const sample = itemSample(container, key)
  if (!generic && k === 'int' && (c === 'list' || c === 'tuple')) {
    key = a.as(key, k)
    container = a.as(container, c)
    const items = a.made('any', `${container.name}.items`).name
    return a.push1('any', `${items}[${place(a, items, key)}]`, sample)
  }
  if (!generic && k === 'int' && c === 'str') {
    key = a.as(key, k)
    container = a.as(container, c)
    return a.push1('str', `${container.name}[${place(a, container.name, key)}]`, container.sample)
  }
  if (!generic && c === 'dict' && (isPlain(k) || !a.unit.frameless)) {
    container = a.as(container, c)
    if (!isPlain(k)) {
      a.save()
      return a.push1('any', `getItem(${container.name}, ${a.boxed(key)}, py)`, sample)
    }
    const value = a.made('any', `${plainDict(a, container)}.getPlain(${a.as(key, k).name})`, sample)
    a.guard(`${value.name} !== undefined`)
    return a.push(value)
  }
  // A Python `__getitem__` has a frame.
  if (c !== 'any' || container.sample === undefined) {
    a.save()
    a.line(`if (pythonMethod(${a.boxed(container)}, '__getitem__') !== undefined) ${a.leaving(a.before, false)}`)
    return a.push1('any', `getItem(${a.boxed(container)}, ${a.boxed(key)}, py)`)
  }
  return a.end()
}

/** Keys that a dict files as they are. */
const isPlain = (kind: Kind): boolean => kind === 'str' || kind === 'int'

/** The name of a dict, tested to run no Python code for such keys. */
function plainDict(a: Assembly, { name }: Item): string {
  a.guard(`!${name}.asksKeys`)
  return name
}

const storeSubscript: Emitter = (a) => {
  let key = a.pop()
  let container = a.pop()
  const value = a.pop()
  const generic = a.unit.generic.has(a.at)
  const [k, c] = [a.expected(key), a.expected(container)]
  if (!generic && k === 'int' && c === 'list') {
    key = a.as(key, k)
    container = a.as(container, c)
    const items = a.made('any', `${container.name}.items`).name
    const at = place(a, items, key)
    a.line(`listSet(${container.name}, ${at}, ${a.boxed(value)})`)
    return
  }
  if (!generic && isPlain(k) && c === 'dict') {
    key = a.as(key, k)
    container = a.as(container, c)
    a.line(`${plainDict(a, container)}.setPlain(${key.name}, ${a.boxed(value)})`)
    return
  }
  a.save()
  a.line(`setItem(${a.boxed(container)}, ${a.boxed(key)}, ${a.boxed(value)}, py)`)
}

const containing: Emitter = (a, { arg }) => {
  let container = a.pop()
  const key = a.pop()
  const sense = arg === 1 ? '===' : '!=='
  const k = a.expected(key)
  if (!a.unit.generic.has(a.at) && a.expected(container) === 'dict' && isPlain(k)) {
    container = a.as(container, 'dict')
    return a.push1('bool', `${plainDict(a, container)}.getPlain(${a.as(key, k).name}) ${sense} undefined`)
  }
  a.save()
  a.push1('bool', `contains(${a.boxed(container)}, ${a.boxed(key)}, py) !== ${arg === 1}`)
}

function take(a: Assembly, count: number): string {
  const items = a.values.splice(a.values.length - count, count)
  return `[${a.allBoxed(items).join(', ')}]`
}

const unpack: Emitter = (a, { arg }) => {
  let sequence = a.pop()
  const kind = a.expected(sequence)
  const sample = sequence.sample
  if (!a.unit.generic.has(a.at) && (kind === 'tuple' || kind === 'list')) {
    sequence = a.as(sequence, kind)
    const items = a.made('any', `${sequence.name}.items`).name
    a.guard(`${items}.length === ${arg}`)
    const seen = sample instanceof PyTuple || sample instanceof PyList ? sample.items : []
    for (let i = arg - 1; i >= 0; i--) a.push1('any', `${items}[${i}]`, seen[i])
    return
  }
  a.save()
  const name = a.boxed(sequence)
  const fits = `${testOf(name, 'tuple')} && ${name}.items.length === ${arg}`
  const items = a.made('any', `${fits} ? ${name}.items : unpackExactly(${name}, ${arg}, py)`).name
  for (let i = arg - 1; i >= 0; i--) a.push1('any', `${items}[${i}]`)
}

export const containers: ReadonlyMap<number, Emitter> = new Map<number, Emitter>([
  [opcodes.BINARY_SUBSCR, subscript],
  [opcodes.STORE_SUBSCR, storeSubscript],
  [opcodes.CONTAINS_OP, containing],
  [opcodes.UNPACK_SEQUENCE, unpack],
  [opcodes.BUILD_TUPLE, (a, { arg }) => a.push1('tuple', `newTuple(${take(a, arg)})`)],
  [opcodes.BUILD_LIST, (a, { arg }) => a.push1('list', `newList(${take(a, arg)})`)],
  [opcodes.LIST_APPEND, (a, { arg }) => {
    const value = a.pop()
    const list = a.peek(arg).name
    a.guard(`${list}.items.length < MOST_ITEMS`)
    a.line(`listAppend(${list}, ${a.boxed(value)})`)
  }],
])
