// list.sort: CPython's adaptive merge sort. Which items are compared, and in which order, is visible to `__lt__`, so
// the algorithm is its: natural runs, short ones extended by binary insertion, merged in "powersort" order, with
// galloping. Keys that are all ints or all strs are compared by nobody and sorted natively.
import type { Value } from '../../data/values.ts'
import { less } from '../../protocols/compare.ts'
import type { Thread } from '../../thread.ts'
import { sortPlain } from './sort-plain.ts'

const MAX_MINRUN = 64
const MIN_GALLOP = 7

/** Two parallel arrays: what is compared, and what is moved along (absent when the keys are the items). */
export interface Sortable {
  readonly keys: Value[]
  readonly values: Value[] | undefined
}

/** Sort in place, stably. */
export function sort({ keys, values }: Sortable, py: Thread): void {
  if (keys.length < 2 || sortPlain(keys, values)) return
  new MergeSort(keys, values, py).run()
}

interface Run {
  base: number
  length: number
  /** Power of the boundary to the next run. */
  power: number
}

class MergeSort {
  readonly #keys: Value[]
  readonly #values: Value[] | undefined
  readonly #py: Thread
  readonly #pending: Run[] = []
  #minGallop = MIN_GALLOP

  constructor(keys: Value[], values: Value[] | undefined, py: Thread) {
    this.#keys = keys
    this.#values = values
    this.#py = py
  }

  run(): void {
    const length = this.#keys.length
    let remaining = length
    let low = 0
    const minrun = minimumRun(length)
    do {
      let n = this.#countRun(low, remaining)
      if (n < minrun) {
        const force = Math.min(remaining, minrun)
        this.#binarySort(low, force, n)
        n = force
      }
      this.#foundNewRun(n, length)
      this.#pending.push({ base: low, length: n, power: 0 })
      low += n
      remaining -= n
    } while (remaining > 0)
    this.#mergeAll()
  }

  #less(left: Value, right: Value): boolean {
    return less(left, right, this.#py)
  }

  #reverse(from: number, to: number): void {
    reverseRange(this.#keys, from, to)
    if (this.#values !== undefined) reverseRange(this.#values, from, to)
  }

  /** Length of the run that starts at `low`; a descending one is turned round. */
  #countRun(low: number, remaining: number): number {
    const keys = this.#keys
    const smaller = (n: number): boolean => this.#less(keys[low + n] as Value, keys[low + n - 1] as Value)
    let n = 1
    for (; n < remaining; n++) if (smaller(n)) break
    if (n === remaining) return n
    // Items that are all equal, then a smaller one, still make a descending run.
    if (n > 1) {
      if (this.#less(keys[low] as Value, keys[low + n - 1] as Value)) return n
      this.#reverse(low, low + n)
    }
    n++
    let equals = 0
    const restoreEquals = (): void => {
      if (equals === 0) return
      this.#reverse(low + n - equals - 1, low + n)
      equals = 0
    }
    for (; n < remaining; n++) {
      if (smaller(n)) restoreEquals()
      else if (this.#less(keys[low + n - 1] as Value, keys[low + n] as Value)) break
      else equals++
    }
    restoreEquals()
    this.#reverse(low, low + n)
    for (; n < remaining; n++) if (smaller(n)) break
    return n
  }

  /** Sort `n` items from `low`, of which the first `sorted` are in order already. */
  #binarySort(low: number, n: number, sorted: number): void {
    const keys = this.#keys
    const values = this.#values
    for (let at = low + sorted; at < low + n; at++) {
      let left = low
      let right = at
      const pivot = keys[at] as Value
      while (left < right) {
        const middle = (left + right) >> 1
        if (this.#less(pivot, keys[middle] as Value)) right = middle
        else left = middle + 1
      }
      insertAt(keys, left, at)
      if (values !== undefined) insertAt(values, left, at)
    }
  }

  #foundNewRun(n: number, length: number): void {
    const pending = this.#pending
    if (pending.length === 0) return
    const last = pending[pending.length - 1] as Run
    const power = powerOf(last.base, last.length, n, length)
    while (pending.length > 1 && (pending[pending.length - 2] as Run).power > power) this.#mergeAt(pending.length - 2)
    ;(pending[pending.length - 1] as Run).power = power
  }

  #mergeAll(): void {
    const pending = this.#pending
    while (pending.length > 1) {
      let n = pending.length - 2
      if (n > 0 && (pending[n - 1] as Run).length < (pending[n + 1] as Run).length) n--
      this.#mergeAt(n)
    }
  }

  /** Merge two neighbouring runs. */
  #mergeAt(i: number): void {
    const pending = this.#pending
    const first = pending[i] as Run
    const second = pending[i + 1] as Run
    let from = first.base
    let count = first.length
    const middle = second.base
    let other = second.length
    first.length += other
    pending.splice(i + 1, 1)
    const keys = this.#keys
    // What of the first run is before the second already, and what of the second behind the first, stays.
    const skip = this.#gallopRight(keys[middle] as Value, keys, from, count, 0)
    from += skip
    count -= skip
    if (count === 0) return
    other = this.#gallopLeft(keys[from + count - 1] as Value, keys, middle, other, other - 1)
    if (other <= 0) return
    if (count <= other) this.#mergeLow(from, count, middle, other)
    else this.#mergeHigh(from, count, middle, other)
  }

  /** Leftmost place for `key` among `n` sorted items from `base`, looking from `hint` on. */
  #gallopLeft(key: Value, items: readonly Value[], base: number, n: number, hint: number): number {
    const at = base + hint
    let last = 0
    let offset = 1
    if (this.#less(items[at] as Value, key)) {
      const most = n - hint
      while (offset < most && this.#less(items[at + offset] as Value, key)) {
        last = offset
        offset = (offset << 1) + 1
      }
      if (offset > most) offset = most
      last += hint
      offset += hint
    } else {
      const most = hint + 1
      while (offset < most && !this.#less(items[at - offset] as Value, key)) {
        last = offset
        offset = (offset << 1) + 1
      }
      if (offset > most) offset = most
      const before = last
      last = hint - offset
      offset = hint - before
    }
    last++
    while (last < offset) {
      const middle = last + ((offset - last) >> 1)
      if (this.#less(items[base + middle] as Value, key)) last = middle + 1
      else offset = middle
    }
    return offset
  }

  /** Rightmost place for `key`. */
  #gallopRight(key: Value, items: readonly Value[], base: number, n: number, hint: number): number {
    const at = base + hint
    let last = 0
    let offset = 1
    if (this.#less(key, items[at] as Value)) {
      const most = hint + 1
      while (offset < most && this.#less(key, items[at - offset] as Value)) {
        last = offset
        offset = (offset << 1) + 1
      }
      if (offset > most) offset = most
      const before = last
      last = hint - offset
      offset = hint - before
    } else {
      const most = n - hint
      while (offset < most && !this.#less(key, items[at + offset] as Value)) {
        last = offset
        offset = (offset << 1) + 1
      }
      if (offset > most) offset = most
      last += hint
      offset += hint
    }
    last++
    while (last < offset) {
      const middle = last + ((offset - last) >> 1)
      if (this.#less(key, items[base + middle] as Value)) offset = middle
      else last = middle + 1
    }
    return offset
  }

  #copy(to: number, from: number, count: number): void {
    this.#keys.copyWithin(to, from, from + count)
    this.#values?.copyWithin(to, from, from + count)
  }

  /** Merge when the first run is the shorter: it moves aside, the result grows from the left. */
  #mergeLow(from: number, count: number, middle: number, other: number): void {
    const keys = this.#keys
    const values = this.#values
    const asideKeys = keys.slice(from, from + count)
    const asideValues = values?.slice(from, from + count)
    let to = from
    let a = 0
    let b = middle
    const takeA = (): void => {
      keys[to] = asideKeys[a] as Value
      if (values !== undefined) values[to] = (asideValues as Value[])[a] as Value
      to++
      a++
      count--
    }
    const takeB = (): void => {
      keys[to] = keys[b] as Value
      if (values !== undefined) values[to] = values[b] as Value
      to++
      b++
      other--
    }
    const putBack = (n: number): void => {
      for (let i = 0; i < n; i++) {
        keys[to + i] = asideKeys[a + i] as Value
        if (values !== undefined) values[to + i] = (asideValues as Value[])[a + i] as Value
      }
    }
    /** Only the last of the first run is left: it belongs behind all of the second. */
    const finish = (): void => {
      this.#copy(to, b, other)
      to += other
      putBack(1)
    }
    takeB()
    if (other === 0) return putBack(count)
    if (count === 1) return finish()
    let minGallop = this.#minGallop
    try {
      for (;;) {
        let wonA = 0
        let wonB = 0
        for (;;) {
          if (this.#less(keys[b] as Value, asideKeys[a] as Value)) {
            takeB()
            wonB++
            wonA = 0
            if (other === 0) return putBack(count)
            if (wonB >= minGallop) break
          } else {
            takeA()
            wonA++
            wonB = 0
            if (count === 1) return finish()
            if (wonA >= minGallop) break
          }
        }
        minGallop++
        do {
          minGallop -= minGallop > 1 ? 1 : 0
          this.#minGallop = minGallop
          let k = this.#gallopRight(keys[b] as Value, asideKeys, a, count, 0)
          wonA = k
          if (k > 0) {
            putBack(k)
            to += k
            a += k
            count -= k
            if (count === 1) return finish()
            // A comparison that contradicts itself may leave nothing.
            if (count === 0) return
          }
          takeB()
          if (other === 0) return putBack(count)
          k = this.#gallopLeft(asideKeys[a] as Value, keys, b, other, 0)
          wonB = k
          if (k > 0) {
            this.#copy(to, b, k)
            to += k
            b += k
            other -= k
            if (other === 0) return putBack(count)
          }
          takeA()
          if (count === 1) return finish()
        } while (wonA >= MIN_GALLOP || wonB >= MIN_GALLOP)
        minGallop++
        this.#minGallop = minGallop
      }
    } catch (caught) {
      putBack(count)
      throw caught
    }
  }

  /** Merge when the second run is the shorter: it moves aside, the result grows from the right. */
  #mergeHigh(from: number, count: number, middle: number, other: number): void {
    const keys = this.#keys
    const values = this.#values
    const asideKeys = keys.slice(middle, middle + other)
    const asideValues = values?.slice(middle, middle + other)
    let to = middle + other - 1
    let a = from + count - 1
    let b = other - 1
    const takeA = (): void => {
      keys[to] = keys[a] as Value
      if (values !== undefined) values[to] = values[a] as Value
      to--
      a--
      count--
    }
    const takeB = (): void => {
      keys[to] = asideKeys[b] as Value
      if (values !== undefined) values[to] = (asideValues as Value[])[b] as Value
      to--
      b--
      other--
    }
    /** The first `n` of what is aside, ending at `to`. */
    const putBack = (n: number, last: number): void => {
      for (let i = 0; i < n; i++) {
        keys[to - i] = asideKeys[last - i] as Value
        if (values !== undefined) values[to - i] = (asideValues as Value[])[last - i] as Value
      }
    }
    /** Only the first of the second run is left: it belongs before all of the first. */
    const finish = (): void => {
      this.#copy(to - count + 1, a - count + 1, count)
      to -= count
      putBack(1, b)
    }
    takeA()
    if (count === 0) return putBack(other, b)
    if (other === 1) return finish()
    let minGallop = this.#minGallop
    try {
      for (;;) {
        let wonA = 0
        let wonB = 0
        for (;;) {
          if (this.#less(asideKeys[b] as Value, keys[a] as Value)) {
            takeA()
            wonA++
            wonB = 0
            if (count === 0) return putBack(other, b)
            if (wonA >= minGallop) break
          } else {
            takeB()
            wonB++
            wonA = 0
            if (other === 1) return finish()
            if (wonB >= minGallop) break
          }
        }
        minGallop++
        do {
          minGallop -= minGallop > 1 ? 1 : 0
          this.#minGallop = minGallop
          let k = count - this.#gallopRight(asideKeys[b] as Value, keys, from, count, count - 1)
          wonA = k
          if (k > 0) {
            to -= k
            a -= k
            this.#copy(to + 1, a + 1, k)
            count -= k
            if (count === 0) return putBack(other, b)
          }
          takeB()
          if (other === 1) return finish()
          k = other - this.#gallopLeft(keys[a] as Value, asideKeys, 0, other, other - 1)
          wonB = k
          if (k > 0) {
            putBack(k, b)
            to -= k
            b -= k
            other -= k
            if (other === 1) return finish()
            if (other === 0) return
          }
          takeA()
          if (count === 0) return putBack(other, b)
        } while (wonA >= MIN_GALLOP || wonB >= MIN_GALLOP)
        minGallop++
        this.#minGallop = minGallop
      }
    } catch (caught) {
      putBack(other, b)
      throw caught
    }
  }
}

function minimumRun(n: number): number {
  let rest = 0
  while (n >= MAX_MINRUN) {
    rest |= n & 1
    n >>= 1
  }
  return n + rest
}

/** At which bit the midpoints of two neighbouring runs first lie in different halves of the list. */
function powerOf(start: number, first: number, second: number, length: number): number {
  let power = 0
  let a = 2 * start + first
  let b = a + first + second
  for (;;) {
    power++
    if (a >= length) {
      a -= length
      b -= length
    } else if (b >= length) return power
    a *= 2
    b *= 2
  }
}

function insertAt(items: Value[], place: number, from: number): void {
  const item = items[from] as Value
  for (let i = from; i > place; i--) items[i] = items[i - 1] as Value
  items[place] = item
}

function reverseRange(items: Value[], from: number, to: number): void {
  for (let i = from, j = to - 1; i < j; i++, j--) {
    const item = items[i] as Value
    items[i] = items[j] as Value
    items[j] = item
  }
}
