// Which plain values Python's `==` takes for equal: each class of equal values has a number.
// 1, 1.0, True and 1+0j are one class. Work is linear even when tuples share their parts.
import { CodeObject } from '@pellucid/opcode-spec'
import { Complex, Float, FrozenSetConstant, WideText } from '@pellucid/primitives'
import { faults } from './errors.ts'
import { DictValue, FrozenSetValue, ListValue, SetValue } from './values.ts'
import type { MarshalValue } from './values.ts'

/** A tuple or frozenset whose parts are being numbered. */
interface Pending {
  readonly value: MarshalValue
  readonly parts: readonly MarshalValue[]
  next: number
}

/** Numbers the classes of equal values. */
export class Distinct {
  readonly #classes = new Map<unknown, number>()
  readonly #composites = new Map<MarshalValue, number>()

  /** The number of a value's class; TypeError for a value that has no hash. */
  idOf(root: MarshalValue): number {
    const open = new Set<MarshalValue>()
    const pending: Pending[] = []
    let id = this.#enter(root, pending, open)
    for (let top = pending.at(-1); top !== undefined; top = pending.at(-1)) {
      if (top.next < top.parts.length) {
        this.#enter(top.parts[top.next++]!, pending, open)
        continue
      }
      const ids = top.parts.map((part) => this.#composites.get(part) ?? this.#number(keyOf(part)))
      id = this.#number(Array.isArray(top.value) ? `(${ids.join()}` : `{${ids.sort().join()}`)
      this.#composites.set(top.value, id)
      open.delete(top.value)
      pending.pop()
    }
    return id
  }

  // The number of a value that is known or has no parts; else the value waits for its parts.
  #enter(
    value: MarshalValue,
    pending: Pending[],
    open: Set<MarshalValue>,
  ): number {
    if (value instanceof ListValue) throw faults.unhashable('list')
    if (value instanceof DictValue) throw faults.unhashable('dict')
    if (value instanceof SetValue) throw faults.unhashable('set')
    const parts = partsOf(value)
    if (parts === undefined) return this.#number(keyOf(value))
    const known = this.#composites.get(value)
    if (known !== undefined) return known
    if (open.has(value)) throw faults.hashTooDeep()
    open.add(value)
    pending.push({ value, parts, next: 0 })
    return -1
  }

  #number(key: unknown): number {
    let id = this.#classes.get(key)
    if (id === undefined) this.#classes.set(key, (id = this.#classes.size))
    return id
  }
}

function partsOf(value: MarshalValue): readonly MarshalValue[] | undefined {
  if (Array.isArray(value)) return value as readonly MarshalValue[]
  return value instanceof FrozenSetConstant || value instanceof FrozenSetValue ? value.items : undefined
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
