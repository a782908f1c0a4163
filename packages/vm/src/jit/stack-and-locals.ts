// Constants, locals, cells and the stack cost nothing: the compiler knows where each value is.
import { opcodes } from '@pellucid/opcode-spec'
import { PyCell } from '../data/code.ts'
import type { PyFloat, Value } from '../data/values.ts'
import { dropsOf } from '../eval/dropped.ts'
import type { Assembly } from './assembly.ts'
import type { Emitter } from './emitter.ts'
import { boxedFloat, item, kindOf, type Item } from './item.ts'

const literal = (n: number): string => (Object.is(n, -0) || n < 0 ? `(${Object.is(n, -0) ? '-0' : n})` : String(n))

/** A value that is known when the code is written. */
export function constantItem(a: Assembly, value: Value): Item {
  const kind = kindOf(value)
  switch (kind) {
    case 'int':
      return item(literal(value as number), kind, value, true)
    case 'bool':
      return item(String(value), kind, value, true)
    case 'none':
      return item('None', kind, value, true)
    case 'float':
      return { ...boxedFloat(literal((value as PyFloat).value), a.object(value), value), constant: true }
    default:
      return item(a.object(value), kind, value, true)
  }
}

function load(a: Assembly, place: number): void {
  a.push(a.values[place] as Item)
}

/** Unbound variables are the interpreter's to report. */
function bound(a: Assembly, value: Item): void {
  if (value.kind === 'unbound') a.end()
  if (value.kind === 'any') a.guard(`${value.name} !== undefined`)
}

const loadCell: Emitter = (a, { arg }) => {
  const seen = a.seen[arg]
  const value = a.made('any', `${(a.values[arg] as Item).name}.value`, seen instanceof PyCell ? seen.value : undefined)
  bound(a, value)
  a.push(value)
}

/** The variable of a closure. */
const makeCell: Emitter = (a, { arg }) => {
  a.values[arg] = a.made('any', `new PyCell(${a.boxed(a.values[arg] as Item)})`)
  a.clean[arg] = false
}

const copyFree: Emitter = (a, { arg }) => {
  const first = a.values.length - arg
  for (let i = 0; i < arg; i++) {
    a.values[first + i] = a.made('any', `func.closure[${i}]`)
    a.clean[first + i] = false
  }
}

/** What is a loop's own is closed where the loop leaves it: by the interpreter. */
const popTop: Emitter = (a) => {
  const { kind, name } = a.pop()
  if (kind !== 'any' || a.unit.frameless || !dropsOf(a.unit.code).has(a.at)) return
  a.line(`if (ownsAny(${name})) ${a.leaving(a.before, false)}`)
}

export const stackAndLocals: ReadonlyMap<number, Emitter> = new Map<number, Emitter>([
  [opcodes.NOP, () => {}],
  [opcodes.POP_TOP, popTop],
  [opcodes.PUSH_NULL, (a) => a.push(item('undefined', 'unbound'))],
  [opcodes.COPY, (a, { arg }) => a.push(a.peek(arg))],
  [opcodes.SWAP, (a, { arg }) => {
    const [top, deep] = [a.values.length - 1, a.values.length - arg]
    const [upper, lower] = [a.values[top] as Item, a.values[deep] as Item]
    a.values[top] = lower
    a.values[deep] = upper
    a.clean[top] = a.clean[deep] = false
  }],
  [opcodes.LOAD_CONST, (a, { arg }) => a.push(constantItem(a, a.unit.code.consts[arg] as Value))],
  [opcodes.LOAD_FAST, (a, { arg }) => load(a, arg)],
  [opcodes.LOAD_FAST_CHECK, (a, { arg }) => {
    bound(a, a.values[arg] as Item)
    load(a, arg)
  }],
  [opcodes.LOAD_FAST_AND_CLEAR, (a, { arg }) => {
    load(a, arg)
    a.values[arg] = item('undefined', 'unbound')
    a.clean[arg] = false
  }],
  [opcodes.LOAD_FAST_LOAD_FAST, (a, { arg }) => {
    load(a, arg >> 4)
    load(a, arg & 15)
  }],
  [opcodes.STORE_FAST, (a, { arg }) => a.store(arg, a.pop())],
  [opcodes.STORE_FAST_LOAD_FAST, (a, { arg }) => {
    a.store(arg >> 4, a.pop())
    load(a, arg & 15)
  }],
  [opcodes.STORE_FAST_STORE_FAST, (a, { arg }) => {
    a.store(arg >> 4, a.pop())
    a.store(arg & 15, a.pop())
  }],
  // These three begin a function, which is entered there without a frame.
  [opcodes.RESUME, (a) => a.spend()],
  [opcodes.MAKE_CELL, makeCell],
  [opcodes.COPY_FREE_VARS, copyFree],
  [opcodes.LOAD_DEREF, loadCell],
  [opcodes.STORE_DEREF, (a, { arg }) => {
    const value = a.pop()
    a.line(`${(a.values[arg] as Item).name}.value = ${a.boxed(value)}`)
  }],
])
