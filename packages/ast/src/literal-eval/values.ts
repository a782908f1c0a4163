// The values of literal_eval that are not constants, and the equality that sets and dicts go by.
import {
  Complex, Ellipsis, Float, FrozenSetConstant, reprConstant, reprTuple, WideText,
} from '@pellucid/primitives'
import type { Constant } from '@pellucid/primitives'
import { PyCompileError } from '@pellucid/source'

/** A Python list. */
export class ListValue {
  readonly items: readonly LiteralValue[]
  constructor(items: readonly LiteralValue[]) {
    this.items = items
  }
}

/** A Python set, in the order its items were written. */
export class SetValue {
  readonly items: readonly LiteralValue[]
  constructor(items: readonly LiteralValue[]) {
    this.items = items
  }
}

/** A Python dict. */
export class DictValue {
  readonly entries: readonly (readonly [LiteralValue, LiteralValue])[]
  constructor(entries: readonly (readonly [LiteralValue, LiteralValue])[]) {
    this.entries = entries
  }
}

/** What a literal may evaluate to; a tuple is an array. */
export type LiteralValue = Constant | ListValue | SetValue | DictValue | readonly LiteralValue[]

function numberKey(value: number | bigint): string {
  if (typeof value === 'bigint') return `n${value}`
  return Number.isInteger(value) ? `n${BigInt(value)}` : `n${value}`
}

let nans = 0

/** A text that two values share exactly if Python holds them equal; a list, set or dict has none. */
export function keyOf(value: LiteralValue): string {
  if (value === null) return 'None'
  if (typeof value === 'boolean') return numberKey(Number(value))
  if (typeof value === 'number' || typeof value === 'bigint') return numberKey(value)
  if (typeof value === 'string') return `s${value}`
  if (value instanceof Float) return Number.isNaN(value.value) ? `nan${nans++}` : numberKey(value.value)
  if (value instanceof Complex) {
    return value.imag === 0 ? numberKey(value.real) : `c${numberKey(value.real)},${numberKey(value.imag)}`
  }
  if (value instanceof Uint8Array) return `b${value.join()}`
  if (value instanceof WideText) return `w${value.codePoints.join()}`
  if (value === Ellipsis) return '...'
  if (value instanceof FrozenSetConstant) return `f${JSON.stringify(value.items.map(keyOf).sort())}`
  if (value instanceof ListValue) throw unhashable('list')
  if (value instanceof SetValue) throw unhashable('set')
  if (value instanceof DictValue) throw unhashable('dict')
  return `t${JSON.stringify((value as readonly LiteralValue[]).map(keyOf))}`
}

const unhashable = (type: string): PyCompileError =>
  new PyCompileError('TypeError', `unhashable type: '${type}'`)

/** A set: the first of equal items stays. Items are hashed one by one, as they are evaluated. */
export function newSetValue(items: Iterable<LiteralValue>): SetValue {
  const kept = new Map<string, LiteralValue>()
  for (const item of items) {
    const key = keyOf(item)
    if (!kept.has(key)) kept.set(key, item)
  }
  return new SetValue([...kept.values()])
}

/** A dict: of equal keys the first stays, with the last value. */
export function newDictValue(entries: Iterable<readonly [LiteralValue, LiteralValue]>): DictValue {
  const kept = new Map<string, readonly [LiteralValue, LiteralValue]>()
  for (const entry of entries) {
    const key = keyOf(entry[0])
    kept.set(key, [kept.get(key)?.[0] ?? entry[0], entry[1]])
  }
  return new DictValue([...kept.values()])
}

/** Python's repr of the value; a set's items stand in the order of the source. */
export function reprLiteral(value: LiteralValue): string {
  if (value instanceof ListValue) return `[${value.items.map(reprLiteral).join(', ')}]`
  if (value instanceof SetValue) {
    return value.items.length === 0 ? 'set()' : `{${value.items.map(reprLiteral).join(', ')}}`
  }
  if (value instanceof DictValue) {
    return `{${value.entries.map(([key, item]) => `${reprLiteral(key)}: ${reprLiteral(item)}`).join(', ')}}`
  }
  if (Array.isArray(value)) return reprTuple((value as readonly LiteralValue[]).map(reprLiteral))
  return reprConstant(value as Constant)
}
