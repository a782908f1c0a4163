// split, rsplit and splitlines of strings. A negative limit means no limit.
import { isSpace } from '../unicode/database.ts'
import { findText, rfindText } from './search.ts'

/** `text.split(None, limit)` */
export function splitOnBlanks(text: string, limit = -1): string[] {
  const pieces: string[] = []
  const length = text.length
  let at = 0
  for (let left = limit < 0 ? Infinity : limit; ; left--) {
    while (at < length && isSpace(text.charCodeAt(at))) at++
    if (at === length) return pieces
    if (left <= 0) {
      pieces.push(text.slice(at))
      return pieces
    }
    const start = at++
    while (at < length && !isSpace(text.charCodeAt(at))) at++
    pieces.push(text.slice(start, at))
  }
}

/** `text.rsplit(None, limit)` */
export function rsplitOnBlanks(text: string, limit = -1): string[] {
  if (limit < 0) return splitOnBlanks(text)
  const pieces: string[] = []
  let end = text.length
  for (let left = limit; ; left--) {
    while (end > 0 && isSpace(text.charCodeAt(end - 1))) end--
    if (end === 0) break
    if (left <= 0) {
      pieces.push(text.slice(0, end))
      break
    }
    const last = end--
    while (end > 0 && !isSpace(text.charCodeAt(end - 1))) end--
    pieces.push(text.slice(end, last))
  }
  return pieces.reverse()
}

/** `text.split(separator, limit)` for a separator that is not empty. */
export function splitOn(text: string, separator: string, limit = -1): string[] {
  if (limit < 0 && separator.length === 1) return text.split(separator)
  const pieces: string[] = []
  let at = 0
  while (limit < 0 || pieces.length < limit) {
    const next = findText(text, separator, at, text.length)
    if (next < 0) break
    pieces.push(text.slice(at, next))
    at = next + separator.length
  }
  pieces.push(text.slice(at))
  return pieces
}

/** `text.rsplit(separator, limit)` */
export function rsplitOn(text: string, separator: string, limit = -1): string[] {
  const pieces: string[] = []
  let end = text.length
  while (limit < 0 || pieces.length < limit) {
    const next = rfindText(text, separator, 0, end)
    if (next < 0) break
    pieces.push(text.slice(next + separator.length, end))
    end = next
  }
  pieces.push(text.slice(0, end))
  return pieces.reverse()
}

/** Whether `str.splitlines` ends a line at the code point. */
export function isLineBreak(c: number): boolean {
  if (c < 128) return (c >= 10 && c <= 13) || (c >= 28 && c <= 30)
  return c === 0x85 || c === 0x2028 || c === 0x2029
}

/** `text.splitlines(keepEnds)` */
export function splitLines(text: string, keepEnds = false): string[] {
  const lines: string[] = []
  const length = text.length
  let start = 0
  for (let at = 0; at < length; at++) {
    const c = text.charCodeAt(at)
    if (c > 30 && c < 0x85) continue
    if (!isLineBreak(c)) continue
    const end = at
    if (c === 13 && text.charCodeAt(at + 1) === 10) at++
    lines.push(text.slice(start, keepEnds ? at + 1 : end))
    start = at + 1
  }
  if (start < length) lines.push(text.slice(start))
  return lines
}
