// Sorting the rotations of a block: by their first two bytes, then by twice as many each time, as Manber and Myers sort
// suffixes.

const PAIRS = 65536

/** Where each rotation starts, in their order, and the place of the one that is the text itself. */
export interface Rotations {
  readonly order: Int32Array
  readonly origin: number
}

/** Sorts the rotations of a text. */
export function sortRotations(text: Uint8Array): Rotations {
  const { length } = text
  let order = new Int32Array(length)
  const ranks = sortPairs(text, order)
  let [next, nextRanks] = [new Int32Array(length), new Int32Array(length)]
  const starts = new Int32Array(length + 1)
  for (let known = 2; known < length; known *= 2) {
    // By their second halves they are sorted already: those are the rotations, moved.
    starts.fill(0)
    for (let at = 0; at < length; at++) starts[(ranks[at] as number) + 1]!++
    for (let rank = 0; rank < length; rank++) starts[rank + 1]! += starts[rank] as number
    for (let place = 0; place < length; place++) {
      const second = order[place] as number
      const at = second >= known ? second - known : second - known + length
      next[starts[ranks[at] as number]!++] = at
    }
    ;[order, next] = [next, order]
    const last = rank(order, ranks, known, nextRanks)
    ranks.set(nextRanks)
    if (last === length - 1) break
  }
  return { order, origin: originOf(order, ranks) }
}

/** Of rotations that are equal, because the text repeats itself, the text counts as the last. */
function originOf(order: Int32Array, ranks: Int32Array): number {
  let place = order.indexOf(0)
  const rank = ranks[0]
  while (place + 1 < order.length && ranks[order[place + 1] as number] === rank) place++
  return place
}

/** Sorts by two bytes; answers each rotation's rank, the same for those that are equal so far. */
function sortPairs(text: Uint8Array, order: Int32Array): Int32Array {
  const { length } = text
  const pair = (at: number): number => ((text[at] as number) << 8) | (text[at + 1 === length ? 0 : at + 1] as number)
  const starts = new Int32Array(PAIRS + 1)
  for (let at = 0; at < length; at++) starts[pair(at) + 1]!++
  let rank = -1
  const rankOf = new Int32Array(PAIRS)
  for (let key = 0; key < PAIRS; key++) {
    if (starts[key + 1] !== 0) rank++
    rankOf[key] = rank
    starts[key + 1]! += starts[key] as number
  }
  const ranks = new Int32Array(length)
  for (let at = 0; at < length; at++) {
    const key = pair(at)
    order[starts[key]!++] = at
    ranks[at] = rankOf[key] as number
  }
  return ranks
}

/** Ranks by twice `known` bytes; the last of them. */
function rank(order: Int32Array, ranks: Int32Array, known: number, into: Int32Array): number {
  const { length } = order
  const half = (at: number): number => ranks[at + known < length ? at + known : at + known - length] as number
  let last = 0
  for (let place = 0; place < length; place++) {
    const at = order[place] as number
    if (place > 0) {
      const before = order[place - 1] as number
      if (ranks[at] !== ranks[before] || half(at) !== half(before)) last++
    }
    into[at] = last
  }
  return last
}
