// set and frozenset: members and their order.
import { PyDict, type KeyRules } from './dict.ts'
import { PyObject, type Visit } from './object.ts'
import type { Value } from './values.ts'

export class PySet extends PyObject {
  readonly table = new PyDict()
  get size(): number {
    return this.table.size
  }
  override traverse(visit: Visit): void {
    for (const key of this.table.keys) if (key !== undefined) visit(key)
  }
  add(value: Value, rules: KeyRules): void {
    if (this.table.find(value, rules) < 0) this.table.set(value, value, rules)
  }
  has(value: Value, rules: KeyRules): boolean {
    return this.table.find(value, rules) >= 0
  }
  /** Was it there? */
  delete(value: Value, rules: KeyRules): boolean {
    return this.table.delete(value, rules) !== undefined
  }
  clear(): void {
    this.table.clear()
  }
  /** Members in iteration order, in a fresh array. */
  items(_rules: KeyRules): Value[] {
    return this.table.keys.filter((key): key is Value => key !== undefined)
  }
}

/** An immutable set. */
export class PyFrozenSet extends PySet {
  /** Computed once. */
  hash: number | bigint | undefined = undefined
}

export function newSet(): PySet {
  return new PySet()
}
