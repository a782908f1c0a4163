// dict: insertion-ordered entries and an index over normalised keys.
//
// Two modes. *Simple*: every key has a JavaScript value that is equal exactly when the Python keys are (narrow str →
// the string; int, bool, integral float → number or bigint; objects hashed and compared by identity → themselves);
// one Map from that value to the entry's place. *Hashed*: after the first key (or look-up) with a `__hash__` or
// `__eq__` of its own, the index maps hashes to chains, and `protocols/hash` and `compare` decide.
// The hooks that ask Python (`KeyRules`) are passed in: data knows no behaviour.
import { PyObject, type Visit } from './object.ts'
import type { Value } from './values.ts'
import { PyFloat } from './values.ts'

/** A value that stands for a key in a simple table; `undefined` when only Python code can tell. */
export type SimpleKey = string | number | bigint | PyObject

/** What the table asks of Python. */
export interface KeyRules {
  /** Raises TypeError for an unhashable key; any number that equal keys share. */
  hash(key: Value): number
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

export class PyDict extends PyObject {
  /** Keys in insertion order; `undefined` marks a deleted entry. Read freely, write through the methods. */
  readonly keys: (Value | undefined)[] = []
  readonly values: Value[] = []
  /** Live entries. */
  size = 0
  /** Another number, never used by any dict before, after each new key and each deletion: caches and iterators compare it. */
  version = ++versions
  #simple: Map<SimpleKey, number> | undefined = new Map()
  #hashed: Map<number, number | number[]> | undefined
  #hashes: number[] = []

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
    const index = this.#simple !== undefined ? this.#simple.get(name) : this.#findString(name)
    return index === undefined ? undefined : this.values[index]
  }

  /** Place of the entry under a narrow str, or -1. */
  placeOfStr(name: string): number {
    return (this.#simple !== undefined ? this.#simple.get(name) : this.#findString(name)) ?? -1
  }

  /** Store under a narrow str. */
  setStr(name: string, value: Value): void {
    const index = this.#simple !== undefined ? this.#simple.get(name) : this.#findString(name)
    if (index !== undefined) {
      this.values[index] = value
      return
    }
    if (this.#simple !== undefined) {
      this.#simple.set(name, this.keys.length)
      this.#append(name as Value, value)
    } else {
      this.#link(stringHash(name), this.keys.length)
      this.#hashes[this.keys.length] = stringHash(name)
      this.#append(name as Value, value)
    }
  }

  /** Remove the entry under a narrow str; the value that stood there. */
  deleteStr(name: string): Value | undefined {
    const index = this.#simple !== undefined ? this.#simple.get(name) : this.#findString(name)
    if (index === undefined) return undefined
    if (this.#simple !== undefined) this.#simple.delete(name)
    else this.#unlink(index)
    return this.#remove(index)
  }

  /** Place of the entry under `key`, or -1. `at(place)` and `keys[place]` read it. */
  find(key: Value, rules: KeyRules): number {
    if (this.#simple !== undefined) {
      const simple = simpleKey(key, rules)
      if (simple !== undefined) return this.#simple.get(simple) ?? -1
      const hash = rules.hash(key)
      if (this.size === 0) return -1
      this.#rehash(rules)
      return this.#search(key, hash, rules)
    }
    return this.#search(key, rules.hash(key), rules)
  }

  get(key: Value, rules: KeyRules): Value | undefined {
    const index = this.find(key, rules)
    return index < 0 ? undefined : this.values[index]
  }

  set(key: Value, value: Value, rules: KeyRules): void {
    if (this.#simple !== undefined) {
      const simple = simpleKey(key, rules)
      if (simple !== undefined) {
        const index = this.#simple.get(simple)
        if (index !== undefined) this.values[index] = value
        else {
          this.#simple.set(simple, this.keys.length)
          this.#append(key, value)
        }
        return
      }
    }
    const hash = rules.hash(key)
    if (this.#simple !== undefined) this.#rehash(rules)
    const index = this.#search(key, hash, rules)
    if (index >= 0) {
      this.values[index] = value
      return
    }
    this.#link(hash, this.keys.length)
    this.#hashes[this.keys.length] = hash
    this.#append(key, value)
  }

  /** Remove the entry under `key`; the value that stood there. */
  delete(key: Value, rules: KeyRules): Value | undefined {
    const index = this.find(key, rules)
    return index < 0 ? undefined : this.deleteAt(index, rules)
  }

  /** Remove the live entry at a place that `find` or `lastPlace` gave. */
  deleteAt(index: number, rules: KeyRules): Value {
    if (this.#simple !== undefined) this.#simple.delete(simpleKey(this.keys[index] as Value, rules) as SimpleKey)
    else this.#unlink(index)
    return this.#remove(index)
  }

  /** Replace the value of a live entry. */
  setAt(index: number, value: Value): void {
    this.values[index] = value
  }

  /** Place of the newest entry, or -1. */
  lastPlace(): number {
    return this.size === 0 ? -1 : this.keys.length - 1
  }

  clear(): void {
    this.keys.length = 0
    this.values.length = 0
    this.#simple = new Map()
    this.#hashed = undefined
    this.#hashes = []
    this.size = 0
    this.version = ++versions
  }

  copy(): PyDict {
    const copy = new PyDict()
    if (this.#simple !== undefined && this.size === this.keys.length) {
      for (let i = 0; i < this.keys.length; i++) {
        copy.keys.push(this.keys[i])
        copy.values.push(this.values[i] as Value)
      }
      copy.#simple = new Map(this.#simple)
      copy.size = this.size
      return copy
    }
    if (this.#simple !== undefined) {
      for (const [simple, index] of this.#simple) {
        copy.#simple!.set(simple, copy.keys.length) // eslint-disable-line @typescript-eslint/no-non-null-assertion
        copy.#append(this.keys[index] as Value, this.values[index] as Value)
      }
      return copy
    }
    copy.#simple = undefined
    copy.#hashed = new Map()
    for (let i = 0; i < this.keys.length; i++) {
      const key = this.keys[i]
      if (key === undefined) continue
      const hash = this.#hashes[i] as number
      copy.#link(hash, copy.keys.length)
      copy.#hashes[copy.keys.length] = hash
      copy.#append(key, this.values[i] as Value)
    }
    return copy
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
    if (index === this.keys.length - 1) {
      // Holes at the end go at once, so that lastPlace() is a live entry and a queue by popitem() stays linear.
      do {
        this.keys.pop()
        this.values.pop()
      } while (this.keys.length > 0 && this.keys[this.keys.length - 1] === undefined)
    } else {
      this.keys[index] = undefined
      this.values[index] = undefined as unknown as Value
      if (this.keys.length > 32 && this.size < this.keys.length >> 2) this.#compact()
    }
    return value
  }

  /** Close the holes. Iterators see a new version, so nobody holds a place over this. */
  #compact(): void {
    const moved = new Int32Array(this.keys.length)
    let live = 0
    for (let i = 0; i < this.keys.length; i++) {
      moved[i] = live
      if (this.keys[i] === undefined) continue
      this.keys[live] = this.keys[i]
      this.values[live] = this.values[i] as Value
      if (this.#hashed !== undefined) this.#hashes[live] = this.#hashes[i] as number
      live++
    }
    this.keys.length = live
    this.values.length = live
    if (this.#simple !== undefined) {
      for (const [simple, index] of this.#simple) this.#simple.set(simple, moved[index] as number)
      return
    }
    this.#hashes.length = live
    this.#hashed = new Map()
    for (let i = 0; i < live; i++) this.#link(this.#hashes[i] as number, i)
  }

  #rehash(rules: KeyRules): void {
    const hashes: number[] = []
    for (let i = 0; i < this.keys.length; i++) {
      const key = this.keys[i]
      hashes[i] = key === undefined ? 0 : typeof key === 'string' ? stringHash(key) : rules.hash(key)
    }
    this.#simple = undefined
    this.#hashed = new Map()
    this.#hashes = hashes
    for (let i = 0; i < this.keys.length; i++) if (this.keys[i] !== undefined) this.#link(hashes[i] as number, i)
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
    const hash = this.#hashes[index] as number
    const chain = table.get(hash)
    if (typeof chain === 'number') table.delete(hash)
    else if (chain !== undefined) chain.splice(chain.indexOf(index), 1)
  }

  #search(key: Value, hash: number, rules: KeyRules): number {
    for (;;) {
      const chain = this.#hashed?.get(hash)
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

  #findString(name: string): number | undefined {
    const chain = (this.#hashed as Map<number, number | number[]>).get(stringHash(name))
    if (chain === undefined) return undefined
    if (typeof chain === 'number') return this.keys[chain] === name ? chain : undefined
    return chain.find((index) => this.keys[index] === name)
  }
}

/** The number under which hashed tables file a narrow str; `KeyRules.hash` must agree. */
let stringHash: (text: string) => number = () => 0
/** Set once by protocols/hash, which owns siphash and the seed. */
export function setStringHash(hash: (text: string) => number): void {
  stringHash = hash
}

export function newDict(): PyDict {
  return new PyDict()
}
