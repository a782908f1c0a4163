// split, rsplit and splitlines of bytes and of code points: the same cuts, on anything that slices.
import { isSpace } from '../unicode/database.ts'
import { findUnits, rfindUnits } from './search.ts'
import type { Units } from './search.ts'
import { isLineBreak } from './split.ts'

/** Whether bytes methods take the byte for a blank. */
export function isByteSpace(byte: number): boolean {
  return byte === 32 || (byte >= 9 && byte <= 13)
}

function blankTest(units: Units): (c: number) => boolean {
  return units instanceof Uint8Array ? isByteSpace : isSpace
}

export function splitUnitsOnBlanks<T extends Units>(units: T, limit = -1): T[] {
  const blank = blankTest(units)
  const pieces: T[] = []
  let at = 0
  for (let left = limit < 0 ? Infinity : limit; ; left--) {
    while (at < units.length && blank(units[at]!)) at++
    if (at === units.length) return pieces
    const start = at
    if (left <= 0) at = units.length
    while (at < units.length && !blank(units[at]!)) at++
    pieces.push(units.slice(start, at) as T)
  }
}

export function rsplitUnitsOnBlanks<T extends Units>(units: T, limit = -1): T[] {
  const blank = blankTest(units)
  const pieces: T[] = []
  let end = units.length
  for (let left = limit < 0 ? Infinity : limit; ; left--) {
    while (end > 0 && blank(units[end - 1]!)) end--
    if (end === 0) return pieces.reverse()
    const last = end
    if (left <= 0) end = 0
    while (end > 0 && !blank(units[end - 1]!)) end--
    pieces.push(units.slice(end, last) as T)
  }
}

export function splitUnitsOn<T extends Units>(units: T, separator: Units, limit = -1): T[] {
  const pieces: T[] = []
  let at = 0
  while (limit < 0 || pieces.length < limit) {
    const next = findUnits(units, separator, at, units.length)
    if (next < 0) break
    pieces.push(units.slice(at, next) as T)
    at = next + separator.length
  }
  pieces.push(units.slice(at) as T)
  return pieces
}

export function rsplitUnitsOn<T extends Units>(units: T, separator: Units, limit = -1): T[] {
  const pieces: T[] = []
  let end = units.length
  while (limit < 0 || pieces.length < limit) {
    const next = rfindUnits(units, separator, 0, end)
    if (next < 0) break
    pieces.push(units.slice(next + separator.length, end) as T)
    end = next
  }
  pieces.push(units.slice(0, end) as T)
  return pieces.reverse()
}

export function splitUnitLines<T extends Units>(units: T, keepEnds = false): T[] {
  const isBreak = units instanceof Uint8Array ? (c: number) => c === 10 || c === 13 : isLineBreak
  const lines: T[] = []
  let start = 0
  for (let at = 0; at < units.length; at++) {
    if (!isBreak(units[at]!)) continue
    const end = at
    if (units[at] === 13 && units[at + 1] === 10) at++
    lines.push(units.slice(start, keepEnds ? at + 1 : end) as T)
    start = at + 1
  }
  if (start < units.length) lines.push(units.slice(start) as T)
  return lines
}
