// Counts of references among some objects, as CPython has them for all: who goes when something lets go of another.
import type { Thread } from '../../thread.ts'
import { eachHeld } from './reach.ts'

export class References {
  readonly #held = new Map<object, readonly object[]>()
  readonly #counts = new Map<object, number>()

  /** Of some objects to each other. */
  constructor(among: ReadonlySet<object>, py: Thread) {
    for (const holder of among) {
      const held: object[] = []
      eachHeld(holder, (object) => {
        if (!among.has(object)) return
        held.push(object)
        this.add(object)
      }, py)
      this.#held.set(holder, held)
    }
  }

  count(object: object): number {
    return this.#counts.get(object) ?? 0
  }

  /** Somebody else holds it too. */
  add(object: object): void {
    this.#counts.set(object, this.count(object) + 1)
  }

  /** Let go of a reference. Calls `gone` with each object that has none left, before it lets go of what it holds; it stays if that is false. */
  release(object: object, gone: (object: object) => boolean): void {
    // The next to look at is the last: a structure may be deeper than JavaScript's stack.
    const pending = [object]
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const left = this.count(next) - 1
      this.#counts.set(next, left)
      if (left !== 0 || !gone(next)) continue
      const held = this.#held.get(next) ?? []
      for (let place = held.length; place-- > 0; ) pending.push(held[place] as object)
    }
  }
}
