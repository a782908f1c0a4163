// Brackets: what is open where, and that each closes what was opened.
import { messages, refuse } from './errors.ts'
import { fieldPunctuation } from './fstrings.ts'
import { MAX_BRACKETS } from './scanner.ts'
import type { Scanner } from './scanner.ts'

const PARENTHESIS = 40
const SQUARE = 91
const BRACE = 123

/** Opens the bracket `c` at `start`; false when too many are open. */
export function openBracket(s: Scanner, c: number, start: number): boolean {
  const level = s.fstrings.length > 0 ? s.fstrings[s.fstrings.length - 1] : undefined
  if (level !== undefined && c === BRACE && level.field >= 0) fieldPunctuation(s, level, c, start)
  if (s.level >= MAX_BRACKETS) return refused(s, messages.nestedBrackets(), start)
  s.bracket[s.level] = c
  s.bracketLine[s.level] = s.line
  s.bracketColumn[s.level] = start - s.origin
  s.level++
  if (level !== undefined) level.depth++
  return true
}

/** Closes the innermost bracket by `c`; false when that is not its partner. */
export function closeBracket(s: Scanner, c: number, start: number): boolean {
  const level = s.fstrings.length > 0 ? s.fstrings[s.fstrings.length - 1] : undefined
  if (level !== undefined && c === 125) {
    if (level.field >= 0) fieldPunctuation(s, level, c, start)
    if (level.depth === 0) return refused(s, messages.singleBrace(), start)
  }
  if (s.level === 0) {
    if (!s.extra) return refused(s, messages.unmatched(String.fromCharCode(c)), start)
  } else {
    s.level--
    const opening = s.bracket[s.level] as number
    if (!s.extra && !pairs(opening, c)) {
      if (level !== undefined && opening === BRACE && level.depth - 1 === level.field) {
        return refused(s, messages.unmatchedInFString(String.fromCharCode(c)), start)
      }
      const line = s.bracketLine[s.level] as number
      const elsewhere = line === s.line ? undefined : line
      const message = messages.mismatch(String.fromCharCode(c), String.fromCharCode(opening), elsewhere)
      return refused(s, message, start)
    }
  }
  if (level === undefined) return true
  level.depth--
  if (level.depth < 0) return refused(s, messages.unmatchedInFString(String.fromCharCode(c)), start)
  if (c === 125 && level.depth === level.field) {
    level.field--
    level.inText = true
    level.inFormat = false
    level.debug = false
  }
  return true
}

function pairs(opening: number, closing: number): boolean {
  return opening === PARENTHESIS ? closing === 41 : opening === SQUARE ? closing === 93 : closing === 125
}

function refused(s: Scanner, message: string, at: number): false {
  s.position = at + 1
  refuse(s, message, at + 1)
  return false
}
