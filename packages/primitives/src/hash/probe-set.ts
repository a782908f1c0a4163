// A hash set whose iteration order is CPython's: table of 2^n slots, up to nine linear probes, then
// perturbation.
// A slot is empty (no hash), a dummy (a hash of -1, the key removed) or active.
import type { Integer } from '../int/integer.ts'

const LINEAR_PROBES = 9
const MINIMUM = 8

/** Whether two keys of equal hash are the same key. */
export type SameKey<K> = (stored: K, wanted: K) => boolean

interface Slot<K> {
  key: K
  hash: Integer
}
const DUMMY: unique symbol = Symbol('dummy')

/**
 * The table of a set. `same` may run user code that changes the set: a lookup then starts again.
 * @example
 * const set = new ProbeSet<number>((a, b) => a === b)
 * for (const n of [10, 1, 100, 5, 33]) set.add(n, n)
 * [...set.keys()] // [1, 33, 100, 5, 10]
 */
export class ProbeSet<K> {
  /** Number of keys. */
  size = 0
  /** Active slots and dummies. */
  #fill = 0
  #mask = MINIMUM - 1
  #slots: (Slot<K> | typeof DUMMY | undefined)[] = new Array<undefined>(MINIMUM).fill(undefined)
  /** Where `pop` looks next. */
  #finger = 0
  /** The last dummy that the latest lookup passed: `add` fills it again. */
  #free = -1
  #same: SameKey<K>
  constructor(same: SameKey<K>) {
    this.#same = same
  }

  get mask(): number {
    return this.#mask
  }

  /** The slot number of a key, or -1. */
  find(key: K, hash: Integer): number {
    for (;;) {
      const slots = this.#slots
      const mask = this.#mask
      this.#free = -1
      let perturb: Integer = 0
      let i = lowBits(hash) & mask
      let first = true
      search: for (;;) {
        const probes = i + LINEAR_PROBES <= mask ? LINEAR_PROBES : 0
        for (let at = i; at <= i + probes; at++) {
          const slot = slots[at]
          if (slot === undefined) return -1
          if (slot === DUMMY) {
            this.#free = at
            continue
          }
          if (slot.hash !== hash) continue
          if (slot.key === key) return at
          const same = this.#same(slot.key, key)
          if (slots !== this.#slots || slots[at] !== slot) break search
          if (same) return at
        }
        perturb = nextPerturb(first ? startPerturb(hash) : perturb)
        first = false
        i = nextProbe(i, perturb, mask)
      }
    }
  }

  has(key: K, hash: Integer): boolean {
    return this.find(key, hash) >= 0
  }

  /** The stored key equal to the given one, or undefined. */
  get(key: K, hash: Integer): K | undefined {
    const at = this.find(key, hash)
    return at < 0 ? undefined : (this.#slots[at] as Slot<K>).key
  }

  /** Adds a key unless one equal to it is there; says whether it was added. */
  add(key: K, hash: Integer): boolean {
    if (this.find(key, hash) >= 0) return false
    this.size++
    if (this.#free >= 0) {
      this.#slots[this.#free] = { key, hash }
      return true
    }
    this.#insertNew({ key, hash }, this.#slots, this.#mask)
    this.#fill++
    if (this.#fill * 5 >= this.#mask * 3) this.#resize(this.size > 50000 ? this.size * 2 : this.size * 4)
    return true
  }

  /** Removes a key; says whether it was there. */
  delete(key: K, hash: Integer): boolean {
    const at = this.find(key, hash)
    if (at < 0) return false
    this.#slots[at] = DUMMY
    this.size--
    return true
  }

  /** Removes and returns the key that `set.pop` would take, or undefined when the set is empty. */
  pop(): K | undefined {
    if (this.size === 0) return undefined
    let at = this.#finger & this.#mask
    for (;; at = at === this.#mask ? 0 : at + 1) {
      const slot = this.#slots[at]
      if (slot === undefined || slot === DUMMY) continue
      this.#slots[at] = DUMMY
      this.size--
      this.#finger = at + 1
      return slot.key
    }
  }

  clear(): void {
    this.#slots = new Array<undefined>(MINIMUM).fill(undefined)
    this.#mask = MINIMUM - 1
    this.#fill = this.size = 0
    this.#finger = 0
  }

  /** The next active slot at or after a number, or -1: for iterators that survive changes. */
  nextSlot(from: number): number {
    for (let at = from; at <= this.#mask; at++) {
      const slot = this.#slots[at]
      if (slot !== undefined && slot !== DUMMY) return at
    }
    return -1
  }
  keyAt(slot: number): K {
    return (this.#slots[slot] as Slot<K>).key
  }
  hashAt(slot: number): Integer {
    return (this.#slots[slot] as Slot<K>).hash
  }

  *keys(): Generator<K> {
    for (let at = this.nextSlot(0); at >= 0; at = this.nextSlot(at + 1)) yield this.keyAt(at)
  }

  /** Adds all of another set, as `set.update(set)` and copying do: order and resizes are CPython's. */
  merge(other: ProbeSet<K>): void {
    if (other === this || other.size === 0) return
    if ((this.#fill + other.size) * 5 >= this.#mask * 3) this.#resize((this.size + other.size) * 2)
    if (this.#fill === 0 && this.#mask === other.#mask && other.#fill === other.size) {
      this.#slots = other.#slots.map((slot) => (slot === undefined ? undefined : { ...(slot as Slot<K>) }))
      this.#fill = this.size = other.size
      return
    }
    if (this.#fill === 0) {
      for (let at = other.nextSlot(0); at >= 0; at = other.nextSlot(at + 1)) {
        this.#insertNew({ ...(other.#slots[at] as Slot<K>) }, this.#slots, this.#mask)
      }
      this.#fill = this.size = other.size
      return
    }
    for (
      let at = other.nextSlot(0); at >= 0; at = other.nextSlot(at + 1)
    ) this.add(other.keyAt(at), other.hashAt(at))
  }

  /** Exchanges contents with another table (`set.intersection_update`). */
  swap(other: ProbeSet<K>): void {
    ;[this.size, other.size] = [other.size, this.size]
    ;[this.#fill, other.#fill] = [other.#fill, this.#fill]
    ;[this.#mask, other.#mask] = [other.#mask, this.#mask]
    ;[this.#slots, other.#slots] = [other.#slots, this.#slots]
  }

  /** Shrinks a table of many dummies, as `difference_update` does in the end. */
  compact(): void {
    if ((this.#fill - this.size) * 5 > this.#mask) this.#resize(
      this.size > 50000 ? this.size * 2 : this.size * 4
    )
  }

  #resize(least: number): void {
    let length = MINIMUM
    while (length <= least) length *= 2
    const old = this.#slots
    const slots = new Array<Slot<K> | typeof DUMMY | undefined>(length).fill(undefined)
    this.#slots = slots
    this.#mask = length - 1
    this.#fill = this.size
    for (const slot of old) if (slot !== undefined && slot !== DUMMY) this.#insertNew(slot, slots, length - 1)
  }

  /** Puts a key that is not there into the first empty slot of its probe sequence. */
  #insertNew(entry: Slot<K>, slots: (Slot<K> | typeof DUMMY | undefined)[], mask: number): void {
    let i = lowBits(entry.hash) & mask
    let perturb: Integer = -1
    for (;;) {
      const probes = i + LINEAR_PROBES <= mask ? LINEAR_PROBES : 0
      for (let at = i; at <= i + probes; at++) {
        if (slots[at] === undefined) {
          slots[at] = entry
          return
        }
      }
      perturb = nextPerturb(perturb < 0 ? startPerturb(entry.hash) : perturb)
      i = nextProbe(i, perturb, mask)
    }
  }
}

function lowBits(hash: Integer): number {
  // ToInt32 is exact for safe integers.
  return typeof hash === 'number' ? hash | 0 : Number(BigInt.asIntN(32, hash))
}

/** The hash as an unsigned word; a number where it can stay one. */
function startPerturb(hash: Integer): Integer {
  return typeof hash === 'number' && hash >= 0 ? hash : BigInt.asUintN(64, BigInt(hash))
}
function nextPerturb(perturb: Integer): Integer {
  return typeof perturb === 'number' ? Math.floor(perturb / 32) : perturb >> 5n
}
function nextProbe(i: number, perturb: Integer, mask: number): number {
  const bits = typeof perturb === 'number' ? perturb : Number(perturb & 0xffffffffn)
  return (i * 5 + 1 + bits) & mask
}
