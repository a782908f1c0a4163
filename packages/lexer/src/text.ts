// Measures of a text: code points, UTF-8 bytes, lines.
import { extraBytes } from './characters.ts'

/** Code points between two UTF-16 offsets. */
export function codePointCount(text: string, from: number, to: number): number {
  let count = to - from
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i)
    if (unit >= 0xd800 && unit < 0xdc00 && i + 1 < to) count--
  }
  return count
}

/** UTF-8 bytes between two UTF-16 offsets. */
export function byteCount(text: string, from: number, to: number): number {
  let count = to - from
  for (let i = from; i < to; i++) count += extraBytes(text.charCodeAt(i))
  return count
}

/**
 * Code points in the first `bytes` UTF-8 bytes of `text`, as CPython's parser counts a column: a character that the
 * cut splits counts, and a column further than one byte behind the end is taken for that.
 */
export function utf8Prefix(text: string, bytes: number): number {
  let count = 0
  let i = 0
  while (bytes > 0) {
    if (i >= text.length) return count + 1
    const unit = text.charCodeAt(i)
    const pair = unit >= 0xd800 && unit < 0xdc00
    bytes -= (pair ? 2 : 1) + extraBytes(unit)
    i += pair ? 2 : 1
    count++
  }
  return count
}

/** The line that begins at `start`, without its newline. */
export function lineText(text: string, start: number, limit: number): string {
  const end = text.indexOf('\n', start)
  return text.slice(start, end < 0 || end > limit ? limit : end)
}
