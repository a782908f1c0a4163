// The storage of a deque: a ring of 2ⁿ places, so that both ends grow and shrink in constant time.
import type { Value } from '../../data/values.ts'

export class Ring {
  length = 0
  #places: (Value | undefined)[] = new Array<undefined>(8).fill(undefined)
  #head = 0

  at(index: number): Value {
    return this.#places[(this.#head + index) & (this.#places.length - 1)] as Value
  }
  set(index: number, item: Value): void {
    this.#places[(this.#head + index) & (this.#places.length - 1)] = item
  }
  push(item: Value): void {
    if (this.length === this.#places.length) this.#grow()
    this.#places[(this.#head + this.length++) & (this.#places.length - 1)] = item
  }
  unshift(item: Value): void {
    if (this.length === this.#places.length) this.#grow()
    this.#head = (this.#head - 1) & (this.#places.length - 1)
    this.#places[this.#head] = item
    this.length++
  }
  pop(): Value | undefined {
    if (this.length === 0) return undefined
    const at = (this.#head + --this.length) & (this.#places.length - 1)
    const item = this.#places[at]
    this.#places[at] = undefined
    return item
  }
  shift(): Value | undefined {
    if (this.length === 0) return undefined
    const item = this.#places[this.#head]
    this.#places[this.#head] = undefined
    this.#head = (this.#head + 1) & (this.#places.length - 1)
    this.length--
    return item
  }
  insert(index: number, item: Value): void {
    if (index < this.length >> 1) {
      this.unshift(item)
      for (let i = 0; i < index; i++) this.set(i, this.at(i + 1))
    } else {
      this.push(item)
      for (let i = this.length - 1; i > index; i--) this.set(i, this.at(i - 1))
    }
    this.set(index, item)
  }
  remove(index: number): void {
    if (index < this.length >> 1) {
      for (let i = index; i > 0; i--) this.set(i, this.at(i - 1))
      this.shift()
    } else {
      for (let i = index; i < this.length - 1; i++) this.set(i, this.at(i + 1))
      this.pop()
    }
  }
  clear(): void {
    this.#places = new Array<undefined>(8).fill(undefined)
    this.#head = this.length = 0
  }
  items(): Value[] {
    const items = new Array<Value>(this.length)
    for (let i = 0; i < items.length; i++) items[i] = this.at(i)
    return items
  }
  #grow(): void {
    const items = this.items()
    this.#places = items
    for (let i = items.length; i > 0; i--) this.#places.push(undefined)
    this.#head = 0
  }
}
