// Which plain values Python's `==` takes for equal: each class of equal values has a number.
// 1, 1.0, True and 1+0j are one class. Work is linear even when tuples share their parts.
import { CodeObject } from '@pellucid/opcode-spec'
import { Complex, Float, FrozenSetConstant, WideText } from '@pellucid/primitives'
import { faults } from './errors.ts'
import { DictValue, FrozenSetValue, ListValue, SetValue } from './values.ts'
import type { MarshalValue } from './values.ts'

const MAX_HASH_DEPTH = 1000

/** Numbers the classes of equal values. */
export class Distinct {
  readonly #classes = new Map<unknown, number>()
  readonly #tuples = new Map<object, number>()

  /** The number of a value's class; TypeError for a value that has no hash. */
  idOf(value: MarshalValue, depth = 0): number {
    if (depth > MAX_HASH_DEPTH) throw faults.hashTooDeep()
    if (value instanceof ListValue) throw faults.unhashable('list')
    if (value instanceof DictValue) throw faults.unhashable('dict')
    if (value instanceof SetValue) throw faults.unhashable('set')
    if (Array.isArray(value)) {
      const ids = value as readonly MarshalValue[]
      return this.#composite(ids, () => `(${ids.map((item) => this.idOf(item, depth + 1)).join()}`)
    }
    if (value instanceof FrozenSetConstant || value instanceof FrozenSetValue) {
      const items: readonly MarshalValue[] = value.items
      return this.#composite(value, () => `{${items.map((item) => this.idOf(item, depth + 1)).sort().join()}`)
    }
    return this.#number(keyOf(value))
  }

  #composite(value: object, key: () => string): number {
    let id = this.#tuples.get(value)
    if (id === undefined) this.#tuples.set(value, (id = this.#number(key())))
    return id
  }

  #number(key: unknown): number {
    let id = this.#classes.get(key)
    if (id === undefined) this.#classes.set(key, (id = this.#classes.size))
    return id
  }
}

// Strings are marked, so that none looks like a composite; everything else is its own key.
function keyOf(value: MarshalValue): unknown {
  if (typeof value === 'string') return `s${value}`
  if (typeof value === 'boolean') return Number(value)
  if (value instanceof Float) return numberKey(value.value, value)
  if (value instanceof Complex) {
    return value.imag === 0 ? numberKey(value.real, value) : Number.isNaN(value.real + value.imag)
      ? value
      : `c${value.real + 0},${value.imag}`
  }
  if (value instanceof WideText) return `w${value.codePoints.join()}`
  if (value instanceof Uint8Array) return `b${value.join()}`
  if (value instanceof CodeObject) return value
  return value
}

function numberKey(value: number, boxed: object): unknown {
  if (Number.isNaN(value)) return boxed
  return Number.isInteger(value) && !Number.isSafeInteger(value) ? BigInt(value) : value + 0
}
