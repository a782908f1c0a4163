// Huffman codes whose lengths are those that bzip2 gives them: which of two equal nodes is joined first follows from its
// heap, and of nodes that weigh the same the shallower counts as lighter.

/** Writers' limit. */
const LONGEST = 17
const DEPTH = 0xff

/** Nodes by weight: a binary heap from place 1 on. */
class Heap {
  readonly #nodes = [0]
  readonly #weights: Float64Array
  constructor(weights: Float64Array) {
    this.#weights = weights
  }

  get size(): number {
    return this.#nodes.length - 1
  }

  #weight(place: number): number {
    return this.#weights[this.#nodes[place] as number] as number
  }

  add(node: number): void {
    const nodes = this.#nodes
    const weight = this.#weights[node] as number
    let place = nodes.length
    nodes.push(node)
    for (; place > 1 && weight < this.#weight(place >> 1); place >>= 1) nodes[place] = nodes[place >> 1] as number
    nodes[place] = node
  }

  take(): number {
    const nodes = this.#nodes
    const first = nodes[1] as number
    const moved = nodes.pop() as number
    if (this.size === 0) return first
    const weight = this.#weights[moved] as number
    let place = 1
    for (let child = 2; child < nodes.length; child = place * 2) {
      if (child + 1 < nodes.length && this.#weight(child + 1) < this.#weight(child)) child++
      if (weight < this.#weight(child)) break
      nodes[place] = nodes[child] as number
      place = child
    }
    nodes[place] = moved
    return first
  }
}

/** Lengths of an unlimited code. */
function unlimited(counts: Float64Array): Uint8Array {
  const leaves = counts.length
  // A weight and, below it, a depth.
  const weights = new Float64Array(2 * leaves)
  const parents = new Int32Array(2 * leaves).fill(-1)
  const heap = new Heap(weights)
  counts.forEach((count, leaf) => {
    weights[leaf] = count * (DEPTH + 1)
    heap.add(leaf)
  })
  for (let node = leaves; heap.size > 1; node++) {
    const [one, two] = [heap.take(), heap.take()]
    parents[one] = parents[two] = node
    const [left, right] = [weights[one] as number, weights[two] as number]
    weights[node] = left - (left % (DEPTH + 1)) + right - (right % (DEPTH + 1)) + 1 + Math.max(left % (DEPTH + 1), right % (DEPTH + 1))
    heap.add(node)
  }
  return Uint8Array.from(counts, (_, leaf) => {
    let length = 0
    for (let node = parents[leaf] as number; node >= 0; node = parents[node] as number) length++
    return length
  })
}

/** The length of each symbol's code; rare symbols count more until none is too long. */
export function codeLengths(frequencies: Int32Array): Uint8Array {
  let counts = Float64Array.from(frequencies, (count) => Math.max(1, count))
  for (;;) {
    const lengths = unlimited(counts)
    if (lengths.every((length) => length <= LONGEST)) return lengths
    counts = counts.map((count) => 1 + Math.floor(count / 2))
  }
}

/** The codes themselves: shorter ones first, then by symbol. */
export function codesOf(lengths: Uint8Array): Int32Array {
  const codes = new Int32Array(lengths.length)
  let code = 0
  for (let length = 1; length <= LONGEST; length++) {
    lengths.forEach((one, symbol) => {
      if (one === length) codes[symbol] = code++
    })
    code <<= 1
  }
  return codes
}
