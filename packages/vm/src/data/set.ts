// set and frozenset.
//
// Membership is a PyDict. The order that users see is that of CPython's table of probes; it is worked out only when
// somebody looks: from the order of insertion as long as nothing was deleted, afterwards from a journal of changes.
// Invariant: `probes` with the journal applied holds exactly the keys of `table`.
import { identityKeyRules, PyDict, type KeyRules } from './dict.ts'
import { PyObject, type Visit } from './object.ts'
import { Probes } from './probes.ts'
import type { Value } from './values.ts'

type Hash = number | bigint

export class PySet extends PyObject {
  readonly table = new PyDict()
  #probes: Probes | undefined = undefined
  /** Changes since `probes` was brought up to date: a key, and whether it was added. */
  #journal: Value[] = []
  #added: boolean[] = []
  #hashes: (Hash | undefined)[] = []

  get size(): number {
    return this.table.size
  }
  override traverse(visit: Visit): void {
    for (const key of this.table.keys) if (key !== undefined) visit(key)
  }

  /** Was it new? */
  add(value: Value, rules: KeyRules, hash?: Hash): boolean {
    if (!this.table.set(value, value, rules, hash)) return false
    if (this.#probes !== undefined) this.#note(value, true, this.table.hashAt(this.table.keys.length - 1), rules)
    return true
  }
  has(value: Value, rules: KeyRules, hash?: Hash): boolean {
    return this.table.find(value, rules, hash) >= 0
  }
  /** Was it there? */
  delete(value: Value, rules: KeyRules, hash?: Hash): boolean {
    const place = this.table.find(value, rules, hash)
    if (place < 0) return false
    const stored = this.table.keys[place] as Value
    if (this.#probes === undefined) this.order(rules)
    const known = this.table.hashAt(place)
    this.table.deleteAt(place, rules)
    this.#note(stored, false, known, rules)
    return true
  }
  clear(): void {
    this.table.clear()
    this.#probes = undefined
    this.#journal = []
    this.#added = []
    this.#hashes = []
  }

  /** Members in iteration order, in a fresh array. */
  items(rules: KeyRules): Value[] {
    if (rules === identityKeyRules) return this.table.keys.filter((key): key is Value => key !== undefined)
    if (this.table.size < 2) return this.table.size === 0 ? [] : [this.table.keys[this.table.firstPlace()] as Value]
    return this.order(rules).members()
  }

  /** Remove and answer the member that `pop()` takes; undefined when there is none. */
  pop(rules: KeyRules): Value | undefined {
    const order = this.order(rules)
    const key = order.pop()
    if (key !== undefined) this.table.deleteAt(this.table.find(key, rules, order.lastHash), rules)
    return key
  }

  /** Add all members of another set as CPython merges tables, without asking them for their hashes. */
  merge(other: PySet, rules: KeyRules): void {
    if (other === this || other.size === 0) return
    const theirs = other.order(rules)
    const ours = this.order(rules)
    ours.merge(theirs, (key, hash) => this.table.set(key, key, rules, hash))
  }

  /** Make room for `count` more, as CPython does before it adds the keys of a dict. */
  reserve(count: number, rules: KeyRules): void {
    this.order(rules).reserve(count)
  }

  /** Take over the contents of another set, which is not to be used again. */
  takeOver(other: PySet, rules: KeyRules): void {
    const probes = other.order(rules)
    this.clear()
    for (let at = probes.nextSlot(0); at >= 0; at = probes.nextSlot(at + 1)) {
      this.table.set(probes.keyAt(at), probes.keyAt(at), rules, probes.hashAt(at))
    }
    this.#probes = probes
  }

  #note(key: Value, added: boolean, hash: Hash | undefined, rules: KeyRules): void {
    this.#journal.push(key)
    this.#added.push(added)
    this.#hashes.push(hash)
    if (this.#journal.length > 64 + 4 * this.table.size) this.order(rules)
  }

  /** Call `visit` with each member in iteration order, and its hash; stop early when it answers `false`. */
  visitAll(rules: KeyRules, visit: (member: Value, hash: Hash) => boolean | void): void {
    const order = this.order(rules)
    for (let at = order.nextSlot(0); at >= 0; at = order.nextSlot(at + 1)) {
      if (visit(order.keyAt(at), order.hashAt(at)) === false) return
    }
  }

  /** Are all members in another set? Nobody sees in which order they are asked for. */
  isWithin(other: PySet, rules: KeyRules): boolean {
    const { keys } = this.table
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i]
      if (key !== undefined && !other.has(key, rules, this.table.hashAt(i))) return false
    }
    return true
  }

  /** The table of probes, up to date. */
  order(rules: KeyRules): Probes {
    const probes = (this.#probes ??= this.#replay(rules))
    const count = this.#journal.length
    if (count === 0) return probes
    for (let i = 0; i < count; i++) {
      const key = this.#journal[i] as Value
      // A table of simple keys has not asked for hashes: theirs run no Python code.
      const hash = this.#hashes[i] ?? rules.hash(key)
      if (this.#added[i]) probes.add(key, hash)
      else probes.delete(key, hash)
    }
    this.#journal.length = this.#added.length = this.#hashes.length = 0
    return probes
  }

  #replay(rules: KeyRules): Probes {
    const { table } = this
    const probes = new Probes()
    for (let i = 0; i < table.keys.length; i++) {
      const key = table.keys[i]
      if (key !== undefined) probes.add(key, table.hashAt(i) ?? rules.hash(key))
    }
    return probes
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
