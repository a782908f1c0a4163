// dict: insertion-ordered entries and an index over normalised keys.
//
// Three modes. *Few*: up to eight keys, narrow strs and ints, which are looked through. *Simple*: every key has a JavaScript
// value that is equal exactly when the Python keys are (narrow str → the string; int, bool, integral float → number or
// bigint; objects hashed and compared by identity → themselves); one Map from that value to the entry's place. *Hashed*:
// after the first key (or look-up) with a `__hash__` or `__eq__` of its own, the index maps hashes to chains, and
// `protocols/hash` and `compare` decide.
// The hooks that ask Python (`KeyRules`) are passed in: data knows no behaviour.
import { foldHash } from './hash-halves.ts'
import { PyObject, type Visit } from './object.ts'
import type { NarrowStr, SmallInt, Value } from './values.ts'
import { PyFloat, PyWideStr } from './values.ts'

/** A value that stands for a key in a simple table; `undefined` when only Python code can tell. */
export type SimpleKey = string | number | bigint | PyObject

/** What the table asks of Python. */
export interface KeyRules {
  /** `hash(key)`, exact: sets show its low bits. Raises TypeError for an unhashable key. */
  hash(key: Value): number | bigint
  equal(stored: Value, key: Value): boolean
  /** Does the object hash and compare by identity? */
  isIdentityKey(key: PyObject): boolean
  /** A primitive that stands for an instance of a str or int subclass that keeps their hash and equality. */
  unwrap(key: PyObject): SimpleKey | undefined
}

/** The form under which a simple table files `key`; undefined when the table must hash it. */
export function simpleKey(key: Value, rules: KeyRules): SimpleKey | undefined {
  switch (typeof key) {
    case 'string':
    case 'number':
    case 'bigint':
      return key
    case 'boolean':
      return key ? 1 : 0
    default:
  }
  if (key instanceof PyFloat && !Object.hasOwn(key, 'type')) {
    const n = key.value
    if (n !== n) return key
    return Number.isSafeInteger(n) || !Number.isInteger(n) ? n : BigInt(n)
  }
  if (rules.isIdentityKey(key)) return key
  return rules.unwrap(key)
}

let versions = 0

/** Entries and holes that are looked through: a Map costs more to make than eight of them ever save. */
const FEW = 8
type FewKey = NarrowStr | SmallInt
const noHashes: readonly (number | bigint)[] = []

export class PyDict extends PyObject {
  /** Keys in insertion order; `undefined` marks a deleted entry. Read freely, write through the methods. */
  readonly keys: (Value | undefined)[] = []
  readonly values: Value[] = []
  /** Live entries. */
  size = 0
  /** Another number, never used by any dict before, after each new key and each deletion: caches and iterators compare it. */
  version = ++versions
  #simple: Map<SimpleKey, number> | undefined
  /** By hash, folded: what of a 64-bit one is lost only lengthens a chain. */
  #hashed: Map<number, number | number[]> | undefined
  #hashes = noHashes as (number | bigint)[]
  /** No entry before this place is live: emptying a dict from its front stays linear. */
  #first = 0
  /** Places until CPython would resize its table, which closes the holes: iterators show when. */
  #room = 5

  /** A namespace of an instance: in CPython it has room for as many names as the class keeps for all. */
  static ofInstance(room: number): PyDict {
    const dict = new PyDict()
    dict.#room = room
    return dict
  }

  override traverse(visit: Visit): void {
    for (let i = 0; i < this.keys.length; i++) {
      const key = this.keys[i]
      if (key === undefined) continue
      visit(key)
      visit(this.values[i] as Value)
    }
  }

  /** The value under a narrow str. The fast path of namespaces. */
  getStr(name: string): Value | undefined {
    const index = this.placeOfStr(name)
    return index < 0 ? undefined : this.values[index]
  }

  /** Place of the entry under a narrow str, or -1. */
  placeOfStr(name: string): number {
    const table = this.#simple
    if (table !== undefined) {
      const index = table.get(name)
      return index === undefined ? -1 : index
    }
    return this.#hashed === undefined ? this.keys.indexOf(name as NarrowStr) : this.#findString(name)
  }

  /** Do the keys themselves decide which of them are equal? If not, `getPlain` and `setPlain` do for narrow strs and ints. */
  get asksKeys(): boolean {
    return this.#hashed !== undefined
  }

  /** The value under a narrow str or an int, where no key is asked. */
  getPlain(key: string | number): Value | undefined {
    const index = this.#placeOf(key)
    return index < 0 ? undefined : this.values[index]
  }

  /** Store under one. */
  setPlain(key: string | number, value: Value): void {
    const index = this.#placeOf(key)
    if (index >= 0) {
      this.values[index] = value
      return
    }
    if (this.keys.length >= this.#room) this.#grow()
    this.#file(key)
    this.#append(key as FewKey, value)
  }

  /** Store under a narrow str. */
  setStr(name: string, value: Value): void {
    if (this.#hashed === undefined) {
      this.setPlain(name, value)
      return
    }
    const index = this.#findString(name)
    if (index < 0) this.#add(name as NarrowStr, value, stringHash(name))
    else this.values[index] = value
  }

  /** Remove the entry under a narrow str; the value that stood there. */
  deleteStr(name: string): Value | undefined {
    const index = this.placeOfStr(name)
    if (index < 0) return undefined
    if (this.#hashed === undefined) this.#simple?.delete(name)
    else this.#unlink(index)
    return this.#remove(index)
  }

  /** Place of the entry under `key`, or -1; `hash` spares asking a key whose hash another table knows. */
  find(key: Value, rules: KeyRules, hash?: number | bigint): number {
    if (this.#hashed === undefined) {
      const simple = typeof key === 'string' || typeof key === 'number' ? key : simpleKey(key, rules)
      if (simple !== undefined) return this.#placeOf(simple)
      hash ??= rules.hash(key)
      if (this.size === 0) return -1
      this.#rehash(rules)
      return this.#search(key, hash, rules)
    }
    return this.#search(key, hash ?? rules.hash(key), rules)
  }

  get(key: Value, rules: KeyRules): Value | undefined {
    const index = this.#hashed === undefined && (typeof key === 'string' || typeof key === 'number') ? this.#placeOf(key) : this.find(key, rules)
    return index < 0 ? undefined : this.values[index]
  }

  /** Store; was the key new? */
  set(key: Value, value: Value, rules: KeyRules, hash?: number | bigint): boolean {
    if (this.#hashed === undefined) {
      const simple = typeof key === 'string' || typeof key === 'number' ? key : simpleKey(key, rules)
      if (simple !== undefined) {
        const index = this.#placeOf(simple)
        if (index >= 0) {
          this.values[index] = value
          return false
        }
        if (this.keys.length >= this.#room) this.#grow()
        this.#file(simple, simple !== key)
        this.#append(key, value)
        return true
      }
    }
    hash ??= rules.hash(key)
    if (this.#hashed === undefined) this.#rehash(rules)
    const index = this.#search(key, hash, rules)
    // `__eq__` may have cleared the table.
    if (this.#hashed === undefined) return this.set(key, value, rules, hash)
    if (index >= 0) {
      this.values[index] = value
      return false
    }
    this.#add(key, value, hash)
    return true
  }

  /** The value under `key`, which is put there if there is none: the key is asked for its hash, and compared, once. */
  setDefault(key: Value, value: Value, rules: KeyRules): Value {
    if (this.#hashed === undefined && simpleKey(key, rules) !== undefined) {
      const found = this.get(key, rules)
      if (found === undefined) this.set(key, value, rules)
      return found ?? value
    }
    const hash = rules.hash(key)
    if (this.#hashed === undefined) this.#rehash(rules)
    const index = this.#search(key, hash, rules)
    if (index >= 0) return this.values[index] as Value
    if (this.#hashed === undefined) this.set(key, value, rules, hash)
    else this.#add(key, value, hash)
    return value
  }

  /** A new entry of the table that asks for hashes. */
  #add(key: Value, value: Value, hash: number | bigint): void {
    if (this.keys.length >= this.#room) this.#grow()
    this.#link(foldHash(hash), this.keys.length)
    this.#hashes[this.keys.length] = hash
    this.#append(key, value)
  }

  /** Entries that CPython's table of the same history has room for. */
  get room(): number {
    return this.#room
  }

  /** The hash of the live entry at a place, if the table had to ask for it. */
  hashAt(index: number): number | bigint | undefined {
    return this.#hashed === undefined ? undefined : this.#hashes[index]
  }

  /** Remove the entry under `key`; the value that stood there. */
  delete(key: Value, rules: KeyRules): Value | undefined {
    const index = this.find(key, rules)
    return index < 0 ? undefined : this.deleteAt(index, rules)
  }

  /** Remove the live entry at a place that `find`, `firstPlace` or `lastPlace` gave. */
  deleteAt(index: number, rules: KeyRules): Value {
    if (this.#hashed !== undefined) this.#unlink(index)
    else this.#simple?.delete(simpleKey(this.keys[index] as Value, rules) as SimpleKey)
    return this.#remove(index)
  }

  /** Replace the value of a live entry. */
  setAt(index: number, value: Value): void {
    this.values[index] = value
  }

  /** Place of the oldest entry, or -1. */
  firstPlace(): number {
    if (this.size === 0) return -1
    while (this.keys[this.#first] === undefined) this.#first++
    return this.#first
  }

  /** Place of the newest entry, or -1. Drops the holes behind it, so that a stack by popitem() stays linear. */
  lastPlace(): number {
    if (this.size === 0) return -1
    while (this.keys[this.keys.length - 1] === undefined) {
      this.keys.pop()
      this.values.pop()
    }
    return this.keys.length - 1
  }

  /** Move a live entry to the end, or to the front. */
  move(index: number, toEnd: boolean, rules: KeyRules): void {
    if (toEnd) {
      if (index === this.keys.length - 1) return
      const key = this.keys[index] as Value
      const value = this.values[index] as Value
      const place = this.keys.length
      if (this.#hashed === undefined) this.#file(simpleKey(key, rules) as SimpleKey)
      else {
        this.#unlink(index)
        this.#hashes[place] = this.#hashes[index] as number | bigint
        this.#link(foldHash(this.#hashes[place] as number | bigint), place)
      }
      this.keys.push(key)
      this.values.push(value)
      this.keys[index] = undefined
      this.values[index] = undefined as unknown as Value
      this.version = ++versions
      if (this.keys.length > this.#room) this.#grow()
      return
    }
    const order = [index]
    for (let i = 0; i < this.keys.length; i++) if (this.keys[i] !== undefined && i !== index) order.push(i)
    this.#reorder(order)
  }

  clear(): void {
    this.keys.length = 0
    this.values.length = 0
    this.#simple = undefined
    this.#hashed = undefined
    this.#hashes = noHashes as (number | bigint)[]
    this.#first = 0
    this.#room = 5
    this.size = 0
    this.version = ++versions
  }

  copy(): PyDict {
    const copy = new PyDict()
    if (this.#hashed === undefined && this.size === this.keys.length) {
      for (let i = 0; i < this.keys.length; i++) {
        copy.keys.push(this.keys[i])
        copy.values.push(this.values[i] as Value)
      }
      copy.#simple = this.#simple === undefined ? undefined : new Map(this.#simple)
      copy.size = this.size
      copy.#room = this.#room
      return copy
    }
    if (this.#hashed === undefined) {
      const filed = this.keys.slice() as SimpleKey[]
      for (const [simple, index] of this.#simple ?? []) filed[index] = simple
      const table = (copy.#simple = new Map<SimpleKey, number>())
      for (let i = 0; i < this.keys.length; i++) {
        const key = this.keys[i]
        if (key === undefined) continue
        table.set(filed[i] as SimpleKey, copy.keys.length)
        copy.#append(key, this.values[i] as Value)
      }
      return copy
    }
    copy.#hashed = new Map()
    copy.#hashes = []
    for (let i = 0; i < this.keys.length; i++) {
      const key = this.keys[i]
      if (key === undefined) continue
      const hash = this.#hashes[i] as number | bigint
      copy.#link(foldHash(hash), copy.keys.length)
      copy.#hashes[copy.keys.length] = hash
      copy.#append(key, this.values[i] as Value)
    }
    return copy
  }

  /** Place of a key that has a simple form, in a table that does not hash. */
  #placeOf(simple: SimpleKey): number {
    const table = this.#simple
    if (table === undefined) return typeof simple === 'string' || typeof simple === 'number' ? this.keys.indexOf(simple as FewKey) : -1
    const index = table.get(simple)
    return index === undefined ? -1 : index
  }

  /** The next entry is of this key; `differs`: the key itself is no such form. */
  #file(simple: SimpleKey, differs = false): void {
    const place = this.keys.length
    if (this.#simple === undefined) {
      if (place < FEW && !differs && (typeof simple === 'string' || typeof simple === 'number')) return
      this.#simple = new Map()
      this.keys.forEach((key, i) => { if (key !== undefined) this.#simple?.set(key as FewKey, i) })
    }
    this.#simple.set(simple, place)
  }

  #append(key: Value, value: Value): void {
    this.keys.push(key)
    this.values.push(value)
    this.size++
    this.version = ++versions
  }

  #remove(index: number): Value {
    const value = this.values[index] as Value
    this.size--
    this.version = ++versions
    // The hole stays, even at the end: an iterator that stands behind it must not meet a later key there.
    this.keys[index] = undefined
    this.values[index] = undefined as unknown as Value
    if (index === this.#first) this.#first++
    return value
  }

  /** Where CPython makes a table for three times the entries: close the holes. */
  #grow(): void {
    let slots = 8
    while (slots < this.size * 3) slots *= 2
    this.#room = Math.floor((slots * 2) / 3)
    if (this.size === this.keys.length) return
    const order: number[] = []
    for (let i = 0; i < this.keys.length; i++) if (this.keys[i] !== undefined) order.push(i)
    this.#reorder(order)
  }

  /** Put the live entries, given by place, in that order and close the holes. */
  #reorder(order: readonly number[]): void {
    const moved = new Int32Array(this.keys.length)
    const keys = order.map((place) => this.keys[place])
    const values = order.map((place) => this.values[place] as Value)
    const hashes = this.#hashed === undefined ? [] : order.map((place) => this.#hashes[place] as number | bigint)
    order.forEach((place, i) => (moved[place] = i))
    const live = order.length
    this.keys.length = this.values.length = live
    for (let i = 0; i < live; i++) {
      this.keys[i] = keys[i]
      this.values[i] = values[i] as Value
    }
    this.#first = 0
    this.version = ++versions
    if (this.#hashed === undefined) {
      for (const [simple, index] of this.#simple ?? []) this.#simple?.set(simple, moved[index] as number)
      return
    }
    this.#hashes = hashes
    this.#hashed = new Map()
    for (let i = 0; i < live; i++) this.#link(foldHash(hashes[i] as number | bigint), i)
  }

  #rehash(rules: KeyRules): void {
    const hashes: (number | bigint)[] = []
    for (let i = 0; i < this.keys.length; i++) {
      const key = this.keys[i]
      hashes[i] = key === undefined ? 0 : typeof key === 'string' ? stringHash(key) : rules.hash(key)
    }
    this.#simple = undefined
    this.#hashed = new Map()
    this.#hashes = hashes
    for (let i = 0; i < this.keys.length; i++) if (this.keys[i] !== undefined) this.#link(foldHash(hashes[i] as number | bigint), i)
  }

  #link(hash: number, index: number): void {
    const table = this.#hashed as Map<number, number | number[]>
    const chain = table.get(hash)
    if (chain === undefined) table.set(hash, index)
    else if (typeof chain === 'number') table.set(hash, [chain, index])
    else chain.push(index)
  }

  #unlink(index: number): void {
    const table = this.#hashed as Map<number, number | number[]>
    const hash = foldHash(this.#hashes[index] as number | bigint)
    const chain = table.get(hash)
    if (typeof chain === 'number') table.delete(hash)
    else if (chain !== undefined) chain.splice(chain.indexOf(index), 1)
  }

  #search(key: Value, hash: number | bigint, rules: KeyRules): number {
    const number = foldHash(hash)
    for (;;) {
      const chain = this.#hashed?.get(number)
      if (chain === undefined) return -1
      const version = this.version
      if (typeof chain === 'number') {
        const stored = this.keys[chain] as Value
        if (stored === key || rules.equal(stored, key)) {
          if (version === this.version) return chain
        } else if (version === this.version) return -1
        continue
      }
      let changed = false
      for (let i = 0; i < chain.length; i++) {
        const index = chain[i] as number
        const stored = this.keys[index] as Value
        const equal = stored === key || rules.equal(stored, key)
        // CPython starts over when `__eq__` changed the table under the search.
        changed = version !== this.version
        if (changed) break
        if (equal) return index
      }
      if (!changed) return -1
    }
  }

  #findString(name: string): number {
    const chain = (this.#hashed as Map<number, number | number[]>).get(foldHash(stringHash(name)))
    if (chain === undefined) return -1
    if (typeof chain === 'number') return this.keys[chain] === name ? chain : -1
    return chain.find((index) => this.keys[index] === name) ?? -1
  }
}

/** The number under which hashed tables file a narrow str; `KeyRules.hash` must agree. */
let stringHash: (text: string) => number | bigint = () => 0
/** Set once by protocols/hash, which owns siphash and the seed. */
export function setStringHash(hash: (text: string) => number | bigint): void {
  stringHash = hash
}

export function newDict(): PyDict {
  return new PyDict()
}

/** Rules for keys that are known to be plain constants: no Python code decides anything. */
export const identityKeyRules: KeyRules = {
  hash: () => 0,
  equal: (stored, key) => stored === key,
  isIdentityKey: (key) => !(key instanceof PyWideStr),
  unwrap: (key) => (key as PyWideStr).text,
}
