// Which objects a pickler has written, by identity, and the numbers they have.
import type { Value } from '../../data/values.ts'

export class PickleMemo {
  readonly #places = new Map<Value, number>()
  /** Slots of CPython's table, which `__sizeof__` shows. */
  #slots = 8

  get size(): number {
    return this.#places.size
  }
  get slots(): number {
    return this.#slots
  }
  get(value: Value): number | undefined {
    return this.#places.get(value)
  }
  set(value: Value, place: number): void {
    this.#places.set(value, place)
    const { size } = this.#places
    if (size * 3 < this.#slots * 2) return
    const wanted = size * (size > 50_000 ? 2 : 4)
    while (this.#slots < wanted) this.#slots *= 2
  }
  clear(): void {
    this.#places.clear()
  }
  copy(): PickleMemo {
    const made = new PickleMemo()
    for (const [value, place] of this.#places) made.set(value, place)
    return made
  }
  entries(): Iterable<[Value, number]> {
    return this.#places
  }
  values(): Iterable<Value> {
    return this.#places.keys()
  }
}
