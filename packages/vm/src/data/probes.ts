// The order of a set: CPython's open-addressing table of 2ⁿ slots, up to nine linear probes, then perturbation.
// A slot is empty, a dummy (the key was removed) or active. Keys compare by identity: data/set.ts hands in stored keys.
import { highHalf, lowHalf } from './hash-halves.ts'
import { PyObject } from './object.ts'
import type { Value } from './values.ts'

type Hash = number | bigint

const LINEAR_PROBES = 9
const MINIMUM = 8

class Dummy extends PyObject {}
const dummy = new Dummy()

export class Probes {
  /** Active slots. */
  used = 0
  /** Hash of what `pop` answered last. */
  lastHash: Hash = 0
  /** Active slots and dummies. */
  #fill = 0
  #mask = MINIMUM - 1
  #keys: (Value | undefined)[] = new Array<undefined>(MINIMUM).fill(undefined)
  #hashes: Hash[] = new Array<Hash>(MINIMUM).fill(0)
  /** Where `pop` looks next. */
  #finger = 0

  /** Slots of the table. */
  get slots(): number {
    return this.#mask + 1
  }

  /** Add a key that is not there. */
  add(key: Value, hash: Hash): void {
    if (!this.#insert(key, hash)) {
      this.used++
      return
    }
    this.#fill++
    this.used++
    if (this.#fill * 5 >= this.#mask * 3) this.#resize(this.used > 50_000 ? this.used * 2 : this.used * 4)
  }

  /** Remove a key. */
  delete(key: Value, hash: Hash): void {
    const at = this.#place(key, hash)
    if (at < 0) return
    this.#keys[at] = dummy
    this.used--
  }

  /** Take out the key that `set.pop()` answers. */
  pop(): Value | undefined {
    if (this.used === 0) return undefined
    let at = this.#finger & this.#mask
    for (;;) {
      const key = this.#keys[at]
      if (key !== undefined && key !== dummy) {
        this.#keys[at] = dummy
        this.used--
        this.#finger = at + 1
        this.lastHash = this.#hashes[at] as Hash
        return key
      }
      at = at >= this.#mask ? 0 : at + 1
    }
  }

  /** The first active slot from a number on, or -1. */
  nextSlot(from: number): number {
    for (let at = from; at <= this.#mask; at++) {
      const key = this.#keys[at]
      if (key !== undefined && key !== dummy) return at
    }
    return -1
  }
  keyAt(slot: number): Value {
    return this.#keys[slot] as Value
  }
  hashAt(slot: number): Hash {
    return this.#hashes[slot] as Hash
  }
  members(): Value[] {
    const members: Value[] = []
    for (const key of this.#keys) if (key !== undefined && key !== dummy) members.push(key)
    return members
  }

  /** Make room for `count` more, as CPython does before it adds a whole table. */
  reserve(count: number): void {
    if ((this.#fill + count) * 5 >= this.#mask * 3) this.#resize((this.used + count) * 2)
  }

  /** Add the keys of another table; `take` is asked for each, and refuses those that are already there. */
  merge(other: Probes, take: (key: Value, hash: Hash) => boolean): void {
    this.reserve(other.used)
    const empty = this.#fill === 0
    if (empty && this.#mask === other.#mask && other.#fill === other.used) {
      for (let at = 0; at < other.#keys.length; at++) {
        const key = other.#keys[at]
        if (key !== undefined) take(key, other.#hashes[at] as Hash)
      }
      this.#keys = other.#keys.slice()
      this.#hashes = other.#hashes.slice()
      this.#fill = this.used = other.used
      return
    }
    for (let at = other.nextSlot(0); at >= 0; at = other.nextSlot(at + 1)) {
      const key = other.keyAt(at)
      const hash = other.hashAt(at)
      if (!take(key, hash)) continue
      if (!empty) this.add(key, hash)
      else {
        this.#insert(key, hash)
        this.#fill++
        this.used++
      }
    }
  }

  /** Drop the dummies when they are many, as `difference_update` does in the end. */
  compact(): void {
    if (this.#fill - this.used <= Math.floor(this.#mask / 4)) return
    this.#resize(this.used > 50_000 ? this.used * 2 : this.used * 4)
  }

  #place(key: Value, hash: Hash): number {
    const keys = this.#keys
    const mask = this.#mask
    let low = lowHalf(hash)
    let high = 0
    let at = low & mask
    let first = true
    for (;;) {
      const end = at + LINEAR_PROBES <= mask ? at + LINEAR_PROBES : at
      for (let i = at; i <= end; i++) {
        const found = keys[i]
        if (found === key) return i
        if (found === undefined) return -1
      }
      if (first) high = highHalf(hash)
      first = false
      low = (low >>> 5) | (high << 27)
      high >>>= 5
      at = (Math.imul(at, 5) + 1 + low) & mask
    }
  }

  /** Put a key that is not there into the last dummy of its sequence, or into the empty slot that ends it: was it empty? */
  #insert(key: Value, hash: Hash): boolean {
    const keys = this.#keys
    const mask = this.#mask
    let low = lowHalf(hash)
    let high = 0
    let at = low & mask
    let first = true
    let free = -1
    for (;;) {
      const end = at + LINEAR_PROBES <= mask ? at + LINEAR_PROBES : at
      for (let i = at; i <= end; i++) {
        const found = keys[i]
        if (found === dummy) free = i
        if (found !== undefined) continue
        const place = free < 0 ? i : free
        keys[place] = key
        this.#hashes[place] = hash
        return free < 0
      }
      if (first) high = highHalf(hash)
      first = false
      low = (low >>> 5) | (high << 27)
      high >>>= 5
      at = (Math.imul(at, 5) + 1 + low) & mask
    }
  }

  #resize(least: number): void {
    let length = MINIMUM
    while (length <= least) length *= 2
    const keys = this.#keys
    const hashes = this.#hashes
    this.#keys = new Array<undefined>(length).fill(undefined)
    this.#hashes = new Array<Hash>(length).fill(0)
    this.#mask = length - 1
    this.#fill = this.used
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i]
      if (key !== undefined && key !== dummy) this.#insert(key, hashes[i] as Hash)
    }
  }
}
