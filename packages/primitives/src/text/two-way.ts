// The two-way search of Crochemore and Perrin: linear whatever the text, with no table. The other searches are faster
// on ordinary text and turn to it once a text proves not to be.
// The part is cut where neither side's suffixes repeat over the cut; the right side is compared first, and how far it
// matched is how far the part may move.

/** The unit at a place. */
export type UnitAt = (index: number) => number

interface Cut {
  /** Where the right side begins. */
  readonly at: number
  readonly period: number
}

/** The cut before the greatest suffix, for the order of units or its reverse. */
function greatestSuffix(part: UnitAt, size: number, reversed: boolean): Cut {
  let at = 0
  let period = 1
  let candidate = 1
  let matched = 0
  while (candidate + matched < size) {
    const left = part(candidate + matched)
    const right = part(at + matched)
    if (left === right) {
      if (++matched === period) {
        candidate += period
        matched = 0
      }
    } else if (left < right !== reversed) {
      candidate += matched + 1
      matched = 0
      period = candidate - at
    } else {
      at = candidate++
      matched = 0
      period = 1
    }
  }
  return { at, period }
}

function critical(part: UnitAt, size: number): Cut {
  const one = greatestSuffix(part, size, false)
  const other = greatestSuffix(part, size, true)
  return one.at > other.at ? one : other
}

/** The first place of `part` in text[start:end], or -1. */
export function twoWaySearch(text: UnitAt, start: number, end: number, part: UnitAt, size: number): number {
  const cut = critical(part, size)
  let repeats = true
  for (let i = 0; i < cut.at && repeats; i++) repeats = part(i) === part(i + cut.period)
  const shift = repeats ? cut.period : Math.max(cut.at, size - cut.at) + 1
  // What of a periodic part is known to match after a move: without it, runs would be compared again and again.
  let known = 0
  for (let at = start; at + size <= end; ) {
    let i = Math.max(cut.at, known)
    while (i < size && part(i) === text(at + i)) i++
    if (i < size) {
      at += i - cut.at + 1
      known = 0
      continue
    }
    i = cut.at - 1
    while (i >= known && part(i) === text(at + i)) i--
    if (i < known) return at
    at += shift
    known = repeats ? size - shift : 0
  }
  return -1
}
