// What a seed decides.
import { newRandom } from '../mutations.ts'

export class Choice {
  readonly below: (count: number) => number

  constructor(seed: number) {
    this.below = newRandom(Math.imul(seed + 1, 0x9e3779b1))
    // Seeds beside each other begin alike.
    for (let turn = 0; turn < 16; turn++) this.below(2)
  }

  one<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T
  }

  /** True so many times in a hundred. */
  chance(percent: number): boolean {
    return this.below(100) < percent
  }

  /** From `least` to `most`, both included. */
  between(least: number, most: number): number {
    return least + this.below(most - least + 1)
  }

  /** Some of them, in their order. */
  some<T>(items: readonly T[], count: number): T[] {
    const left = items.map((_, at) => at)
    while (left.length > count) left.splice(this.below(left.length), 1)
    return left.map((at) => items[at] as T)
  }
}
