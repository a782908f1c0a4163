// Indentation: the columns of a line's first token against the stack of open blocks.
// Each line is measured twice, with tabs of 8 and of 1 columns; where the two measures disagree on the order of
// two lines, their meaning would depend on the reader's tab width: TabError.
import { failContinuation, failEnd, failIndent } from './errors.ts'
import { MAX_INDENTS } from './scanner.ts'
import type { Scanner } from './scanner.ts'
import { TokenKind } from './token-kinds.ts'

const TAB_SIZE = 8

/** What the head of a line holds. */
export const LineHead = { code: 0, blank: 1, refused: 2 } as const
export type LineHead = (typeof LineHead)[keyof typeof LineHead]

/** Measures the line at the scanner's position and writes its INDENT or DEDENTs; leaves the position behind the blanks. */
export function readIndentation(s: Scanner): LineHead {
  const { text } = s
  let p = s.position
  let column = 0
  let alternative = 0
  let continued = 0
  let c = 0
  for (;; p++) {
    c = text.charCodeAt(p)
    if (c === 32) {
      column++
      alternative++
    } else if (c === 9) {
      column = (Math.floor(column / TAB_SIZE) + 1) * TAB_SIZE
      alternative++
    } else if (c === 12) {
      column = alternative = 0
    } else if (c === 92) {
      // The blanks before the first backslash are the indentation of what comes after it.
      continued ||= column
      const next = continueLine(s, p, false)
      if (next < 0) return LineHead.refused
      p = next - 1
    } else {
      break
    }
  }
  s.position = p
  const ended = p >= s.limit
  if (!ended && (c === 35 || c === 10 || c === 13)) return LineHead.blank
  if (s.level > 0) return LineHead.code
  if (continued > 0) column = alternative = continued
  return changeIndentation(s, column, alternative)
}

function changeIndentation(s: Scanner, column: number, alternative: number): LineHead {
  const { indents, alternativeIndents } = s
  const before = s.depth
  const current = indents[before] as number
  if (column > current) {
    if (before + 1 >= MAX_INDENTS) return refuse(s, 'deep')
    if (alternative <= (alternativeIndents[before] as number) && !s.recovery?.isLenient()) return refuse(s, 'tabs')
    s.depth++
    indents[s.depth] = column
    alternativeIndents[s.depth] = alternative
    if (s.extra) s.push(TokenKind.INDENT, s.lineStart, s.position)
    else s.pushEmpty(TokenKind.INDENT)
    return LineHead.code
  }
  let top = before
  while (top > 0 && column < (indents[top] as number)) top--
  if (s.recovery?.isLenient()) {
    // The nearest block takes the line in, and goes on at its indentation.
    if (column !== indents[top]) top++
    indents[top] = column
    alternativeIndents[top] = alternative
  } else if (column !== indents[top]) return refuse(s, 'dedent')
  else if (alternative !== alternativeIndents[top]) return refuse(s, 'tabs')
  s.depth = top
  for (let i = before; i > top; i--) {
    if (s.extra) s.push(TokenKind.DEDENT, s.position, s.position)
    else s.pushEmpty(TokenKind.DEDENT)
  }
  return LineHead.code
}

function refuse(s: Scanner, ending: 'dedent' | 'tabs' | 'deep'): LineHead {
  failIndent(s, ending)
  return LineHead.refused
}

/** Goes behind the backslash at `at` and the newline after it; -1 when another character, or nothing, follows. */
export function continueLine(s: Scanner, at: number, joins: boolean): number {
  const { text } = s
  let p = at + 1
  if (text.charCodeAt(p) === 13) p++
  if (p >= s.limit || text.charCodeAt(p) !== 10) {
    s.position = Math.min(p + 1, s.limit)
    failContinuation(s, s.position)
    return -1
  }
  if (p + 1 >= s.limit) {
    s.position = s.limit
    s.endInToken = joins
    failEnd(s)
    return -1
  }
  if (joins) s.joinLine(p)
  else s.nextLine(p)
  return p + 1
}
