// find, rfind, count and replace. Strings use the engine's own search; unit sequences (bytes, code points)
// share one. Either is quadratic on a text made for it, so it counts its work and leaves the rest to the two-way search.
// start and end are already clipped to 0…length.
import { twoWaySearch, type UnitAt } from './two-way.ts'

export type Units = Uint8Array | readonly number[]

/** The engine's search is linear in the text for parts up to here. */
const LONGEST_PIECE = 200
const LONGEST_PIECE_BACKWARDS = 32

/** Comparisons that a search may spend on a stretch of text: a few a unit, and one part for a start. */
const allowance = (stretch: number, size: number): number => 8 * stretch + 16 * size

export function findText(text: string, part: string, start: number, end: number): number {
  const size = part.length
  if (end - start < size) return -1
  if (end < text.length) {
    const found = findText(text.slice(start, end), part, 0, end - start)
    return found < 0 ? found : found + start
  }
  if (size <= LONGEST_PIECE) return text.indexOf(part, start)
  const before = size - LONGEST_PIECE
  const piece = part.slice(before)
  let work = 0
  for (let at = start; ; at++) {
    const found = text.indexOf(piece, at + before)
    if (found < 0) return -1
    at = found - before
    if (text.startsWith(part, at)) return at
    work += size
    if (work > allowance(at - start, size)) {
      return twoWaySearch((i) => text.charCodeAt(i), at + 1, end, (i) => part.charCodeAt(i), size)
    }
  }
}

export function rfindText(text: string, part: string, start: number, end: number): number {
  const size = part.length
  if (end - start < size) return -1
  // Backwards the engine compares n·m characters at worst.
  const piece = size > LONGEST_PIECE_BACKWARDS ? part.slice(0, LONGEST_PIECE_BACKWARDS) : part
  let work = 0
  for (let at = end - size; at >= start; at--) {
    at = text.lastIndexOf(piece, at)
    if (at < start) return -1
    if (piece === part || text.startsWith(part, at)) return at
    work += size
    if (work > allowance(end - at, size)) {
      return backwards((i) => text.charCodeAt(i), start, at - 1 + size, (i) => part.charCodeAt(i), size)
    }
  }
  return -1
}

/** The last place of `part` in text[start:end]: the first one of all turned round. */
function backwards(text: UnitAt, start: number, end: number, part: UnitAt, size: number): number {
  const found = twoWaySearch((i) => text(end - 1 - i), 0, end - start, (i) => part(size - 1 - i), size)
  return found < 0 ? -1 : end - found - size
}

/** Occurrences that do not overlap, at most `limit`. */
export function countText(text: string, part: string, start: number, end: number, limit = Infinity): number {
  if (start > end) return 0
  if (part === '') return Math.min(limit, end - start + 1)
  let count = 0
  const within = end < text.length ? text.slice(0, end) : text
  for (let at = findText(within, part, start, end); at >= 0 && count < limit; count++) {
    at = findText(within, part, at + part.length, end)
  }
  return count
}

/** `text.replace(from, to, count)`; a negative count means all. */
export function replaceText(text: string, from: string, to: string, count: number): string {
  if (count === 0 || (from.length > text.length && from !== '')) return text
  if (from !== '') {
    if (count < 0 && from.length <= LONGEST_PIECE) return text.split(from).join(to)
    const pieces: string[] = []
    let at = 0
    for (let n = 0; n !== count; n++) {
      const next = findText(text, from, at, text.length)
      if (next < 0) break
      pieces.push(text.slice(at, next))
      at = next + from.length
    }
    pieces.push(text.slice(at))
    return pieces.join(to)
  }
  const times = count < 0 ? text.length + 1 : Math.min(count, text.length + 1)
  let out = ''
  for (let i = 0; i < times; i++) out += to + text.slice(i, i + 1)
  return times <= text.length ? out + text.slice(times) : out
}

export function findUnits(units: Units, part: Units, start: number, end: number): number {
  if (start > end) return -1
  const size = part.length
  if (size === 0) return start
  const first = part[0]!
  const last = end - size
  let work = 0
  for (let at = units.indexOf(first, start); at >= 0 && at <= last; at = units.indexOf(first, at + 1)) {
    let i = 1
    while (i < size && units[at + i] === part[i]) i++
    if (i === size) return at
    work += i - 1
    if (work > allowance(at - start, size)) {
      return twoWaySearch((k) => units[k]!, at + 1, end, (k) => part[k]!, size)
    }
  }
  return -1
}

export function rfindUnits(units: Units, part: Units, start: number, end: number): number {
  const size = part.length
  let work = 0
  for (let at = end - size; at >= start; at--) {
    let i = 0
    while (i < size && units[at + i] === part[i]) i++
    if (i === size) return at
    work += i
    if (work > allowance(end - at, size)) return backwards((k) => units[k]!, start, at - 1 + size, (k) => part[k]!, size)
  }
  return -1
}

export function countUnits(units: Units, part: Units, start: number, end: number, limit = Infinity): number {
  if (start > end) return 0
  if (part.length === 0) return Math.min(limit, end - start + 1)
  let count = 0
  for (let at = findUnits(units, part, start, end); at >= 0 && count < limit; count++) {
    at = findUnits(units, part, at + part.length, end)
  }
  return count
}

/** The replaced units as a plain list; undefined when nothing changes. */
export function replaceUnits(units: Units, from: Units, to: Units, count: number): number[] | undefined {
  const limit = count < 0 ? Infinity : count
  const out: number[] = []
  const push = (part: Units, start: number, end: number): void => {
    for (let i = start; i < end; i++) out.push(part[i]!)
  }
  let at = 0
  let done = 0
  if (from.length === 0) {
    for (; done < limit && at <= units.length; done++, at++) {
      push(to, 0, to.length)
      if (at < units.length) out.push(units[at]!)
    }
  } else {
    for (; done < limit; done++) {
      const next = findUnits(units, from, at, units.length)
      if (next < 0) break
      push(units, at, next)
      push(to, 0, to.length)
      at = next + from.length
    }
  }
  if (done === 0) return undefined
  push(units, Math.min(at, units.length), units.length)
  return out
}
