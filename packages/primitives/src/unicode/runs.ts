// How the tables of characters are packed: runs of base-36 lengths. Those below U+10000 unfold to one byte a character
// on first use; above it a binary search over run starts decides.

/** How many of the ascending numbers are ≤ the given one. */
export function countAtMost(sorted: ArrayLike<number>, value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! <= value) low = middle + 1
    else high = middle
  }
  return low
}

/** A set of code points, unfolded from alternating runs, the first one outside. */
export class RunSet {
  readonly #source: () => string
  #low: Uint8Array | undefined
  #edges: number[] = []
  constructor(source: () => string) {
    this.#source = source
  }
  has(codePoint: number): boolean {
    const low = this.#low ?? this.#unfold()
    if (codePoint < 0x10000) return low[codePoint] === 1
    return countAtMost(this.#edges, codePoint) % 2 === 1
  }
  #unfold(): Uint8Array {
    const low = new Uint8Array(0x10000)
    let at = 0
    for (const run of this.#source().split(' ')) {
      const start = at
      at += parseInt(run, 36)
      this.#edges.push(at)
      if (this.#edges.length % 2 === 0) low.fill(1, Math.min(start, 0x10000), Math.min(at, 0x10000))
    }
    return (this.#low = low)
  }
}

/** What a table of `length:value` runs says of each code point. */
export class RunMap {
  readonly #source: () => string
  #low: Uint8Array | undefined
  readonly #values: string[] = []
  readonly #starts: number[] = []
  readonly #places: number[] = []
  constructor(source: () => string) {
    this.#source = source
  }
  get(codePoint: number): string {
    const low = this.#low ?? this.#unfold()
    const place = codePoint < 0x10000 ? low[codePoint] : this.#places[countAtMost(this.#starts, codePoint) - 1]
    return this.#values[place!]!
  }
  #unfold(): Uint8Array {
    const low = new Uint8Array(0x10000)
    let at = 0
    for (const run of this.#source().split(/\s+/)) {
      const [length, value] = run.split(':') as [string, string]
      let place = this.#values.indexOf(value)
      if (place < 0) place = this.#values.push(value) - 1
      const end = at + parseInt(length, 36)
      low.fill(place, Math.min(at, 0x10000), Math.min(end, 0x10000))
      this.#starts.push(at)
      this.#places.push(place)
      at = end
    }
    return (this.#low = low)
  }
}

/** Single code points, each told by its gap to the one before, and what is said of them behind the mark. */
export function readEntries(source: string, mark = ':'): Map<number, string> {
  const entries = new Map<number, string>()
  let at = 0
  for (const entry of source.split(' ')) {
    const cut = entry.indexOf(mark)
    at += parseInt(entry.slice(0, cut), 36)
    entries.set(at, entry.slice(cut + 1))
  }
  return entries
}
