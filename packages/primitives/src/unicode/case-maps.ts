// Full case mapping of one code point: to one code point, or to several.
import {
  toFolded, toFoldedMany, toLower, toLowerMany, toTitle, toTitleMany, toUpper, toUpperMany,
} from './tables.generated.ts'

/** A case mapping, unfolded on first use. */
class CaseMap {
  readonly #single: () => string
  readonly #many: () => string
  #map: Map<number, number | readonly number[]> | undefined
  constructor(single: () => string, many: () => string) {
    this.#single = single
    this.#many = many
  }
  get(codePoint: number): number | readonly number[] {
    return (this.#map ?? this.#unfold()).get(codePoint) ?? codePoint
  }
  #unfold(): Map<number, number | readonly number[]> {
    const map = new Map<number, number | readonly number[]>()
    const numbers = this.#single().split(' ').map((n) => parseInt(n, 36))
    let at = 0
    for (let i = 0; i < numbers.length; i += 4) {
      at += numbers[i]!
      const step = numbers[i + 2]!
      const distance = numbers[i + 3]!
      for (let n = 0; n < numbers[i + 1]!; n++) map.set(at + n * step, at + n * step + distance)
    }
    for (const entry of this.#many().split(' ')) {
      if (entry === '') continue
      const [from, to] = entry.split(':') as [string, string]
      map.set(parseInt(from, 36), to.split(',').map((n) => parseInt(n, 36)))
    }
    return (this.#map = map)
  }
}

export const lowerMap = new CaseMap(toLower, toLowerMany)
export const upperMap = new CaseMap(toUpper, toUpperMany)
export const titleMap = new CaseMap(toTitle, toTitleMany)
export const foldMap = new CaseMap(toFolded, toFoldedMany)
