// "Did you mean …?": the closest of some names, by CPython's weighted edit distance (limits as in Lib/traceback.py).

const MOVE = 2
const CASE = 1
const LONGEST = 40
const MOST = 750

function substitution(a: string, b: string): number {
  if (a === b) return 0
  return a.toLowerCase() === b.toLowerCase() ? CASE : MOVE
}

/** Edit distance, or something greater than `limit`. */
export function nameDistance(a: string, b: string, limit: number): number {
  if (a === b) return 0
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let from = a.slice(start)
  let to = b.slice(start)
  while (from !== '' && to !== '' && from.at(-1) === to.at(-1)) {
    from = from.slice(0, -1)
    to = to.slice(0, -1)
  }
  if (from === '' || to === '') return MOVE * (from.length + to.length)
  if (from.length > LONGEST || to.length > LONGEST) return limit + 1
  if (to.length < from.length) [from, to] = [to, from]
  if ((to.length - from.length) * MOVE > limit) return limit + 1
  const row = Array.from(from, (_, i) => (i + 1) * MOVE)
  let result = 0
  for (let j = 0; j < to.length; j++) {
    let diagonal = (result = j * MOVE)
    let least = Infinity
    for (let i = 0; i < from.length; i++) {
      const substitute = diagonal + substitution(to[j] as string, from[i] as string)
      diagonal = row[i] as number
      result = Math.min(substitute, Math.min(result, diagonal) + MOVE)
      row[i] = result
      if (result < least) least = result
    }
    if (least > limit) return limit + 1
  }
  return result
}

/** The candidate closest to `name`, if any is close enough. */
export function closestName(name: string, candidates: readonly string[]): string | undefined {
  if (candidates.length >= MOST || name.length > LONGEST) return undefined
  let best: string | undefined
  let bestDistance = Infinity
  for (const candidate of candidates) {
    if (candidate === name) continue
    const limit = Math.min(Math.floor(((name.length + candidate.length + 3) * MOVE) / 6), bestDistance - 1)
    const distance = nameDistance(name, candidate, limit)
    if (distance > limit) continue
    if (best === undefined || distance < bestDistance) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}
