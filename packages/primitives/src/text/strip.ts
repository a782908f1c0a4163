// strip, lstrip, rstrip: which part of the text remains.
import { isSpace } from '../unicode/database.ts'
import type { Units } from './search.ts'
import { isByteSpace } from './split-units.ts'

export type StripSides = 'both' | 'left' | 'right'

/** Strips blanks, or the characters of `set`. */
export function stripText(text: string, sides: StripSides, set?: string): string {
  const drop = (i: number): boolean =>
    set === undefined ? isSpace(text.charCodeAt(i)) : set.includes(text[i]!)
  let start = 0
  let end = text.length
  if (sides !== 'right') while (start < end && drop(start)) start++
  if (sides !== 'left') while (end > start && drop(end - 1)) end--
  return end - start === text.length ? text : text.slice(start, end)
}

/** The same of bytes and code points; `set` may be of the other form. */
export function stripUnits<T extends Units>(units: T, sides: StripSides, set?: ArrayLike<number>): T {
  const members = set === undefined ? undefined : new Set(Array.from(set))
  const blank = units instanceof Uint8Array ? isByteSpace : isSpace
  const drop = members ? (c: number) => members.has(c) : blank
  let start = 0
  let end = units.length
  if (sides !== 'right') while (start < end && drop(units[start]!)) start++
  if (sides !== 'left') while (end > start && drop(units[end - 1]!)) end--
  return units.slice(start, end) as T
}
