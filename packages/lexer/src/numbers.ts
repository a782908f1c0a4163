// Number literals: every form CPython accepts, and its wording for the rest.
//
//     0xFF_FF   0o17   0b1010   1_000   1.5e-10j   .5   5.   00
import { isDigit, isHexDigit, isIdentifierPart } from './characters.ts'
import { messages, refuse, refuseRange } from './errors.ts'
import type { Scanner } from './scanner.ts'
import { byteCount } from './text.ts'

const REFUSED = -1
const DOT = 46
const UNDERSCORE = 95

/** Offset behind the number at `start`, or -1 when it is refused. */
export function scanNumber(s: Scanner, start: number): number {
  const { text } = s
  const c = text.charCodeAt(start)
  if (c === DOT) return fraction(s, start + 1)
  if (c !== 48) return decimalRest(s, decimalTail(s, start + 1))
  const base = text.charCodeAt(start + 1) | 32
  if (base === 120) return hexadecimal(s, start + 2)
  if (base === 111) return smallBase(s, start + 2, 55, 'octal')
  if (base === 98) return smallBase(s, start + 2, 49, 'binary')
  return zeros(s, start)
}

/** Digits and single underscores between them, from `p`. */
function decimalTail(s: Scanner, p: number): number {
  for (;;) {
    while (isDigit(s.text.charCodeAt(p))) p++
    if (s.text.charCodeAt(p) !== UNDERSCORE) return p
    p++
    if (!isDigit(s.text.charCodeAt(p))) return invalid(s, 'decimal', p)
  }
}

function decimalRest(s: Scanner, p: number): number {
  if (p === REFUSED) return p
  return s.text.charCodeAt(p) === DOT ? fraction(s, p + 1) : exponent(s, p)
}

function fraction(s: Scanner, p: number): number {
  if (isDigit(s.text.charCodeAt(p))) p = decimalTail(s, p)
  return p === REFUSED ? p : exponent(s, p)
}

function exponent(s: Scanner, p: number): number {
  const { text } = s
  if ((text.charCodeAt(p) | 32) === 101) {
    const letter = p
    const sign = text.charCodeAt(p + 1)
    if (sign === 43 || sign === 45) {
      if (!isDigit(text.charCodeAt(p + 2))) return invalid(s, 'decimal', p + 2)
      p = decimalTail(s, p + 2)
    } else if (isDigit(sign)) {
      p = decimalTail(s, p + 1)
    } else {
      return ended(s, letter, 'decimal')
    }
    if (p === REFUSED) return p
  }
  if ((text.charCodeAt(p) | 32) === 106) return ended(s, p + 1, 'imaginary')
  return ended(s, p, 'decimal')
}

function hexadecimal(s: Scanner, p: number): number {
  const { text } = s
  do {
    if (text.charCodeAt(p) === UNDERSCORE) p++
    if (!isHexDigit(text.charCodeAt(p))) return invalid(s, 'hexadecimal', p)
    while (isHexDigit(text.charCodeAt(p))) p++
  } while (text.charCodeAt(p) === UNDERSCORE)
  return ended(s, p, 'hexadecimal')
}

function smallBase(s: Scanner, p: number, last: number, kind: 'octal' | 'binary'): number {
  const { text } = s
  do {
    if (text.charCodeAt(p) === UNDERSCORE) p++
    const c = text.charCodeAt(p)
    if (!(c >= 48 && c <= last)) return isDigit(c) ? invalidDigit(s, kind, p) : invalid(s, kind, p)
    while (text.charCodeAt(p) >= 48 && text.charCodeAt(p) <= last) p++
  } while (text.charCodeAt(p) === UNDERSCORE)
  return isDigit(text.charCodeAt(p)) ? invalidDigit(s, kind, p) : ended(s, p, kind)
}

/** A decimal that begins with 0: more zeros are an int, other digits only begin a float or an imaginary. */
function zeros(s: Scanner, start: number): number {
  const { text } = s
  let p = start + 1
  for (;;) {
    if (text.charCodeAt(p) === UNDERSCORE) {
      p++
      if (!isDigit(text.charCodeAt(p))) return invalid(s, 'decimal', p)
    }
    if (text.charCodeAt(p) !== 48) break
    p++
  }
  if (!isDigit(text.charCodeAt(p))) return decimalRest(s, p)
  const firstDigit = p
  p = decimalTail(s, p)
  if (p === REFUSED) return p
  const c = text.charCodeAt(p)
  if (c === DOT || (c | 32) === 101 || (c | 32) === 106 || s.extra) return decimalRest(s, p)
  s.position = p
  // CPython counts this range in bytes.
  const before = byteCount(text, s.lineStart, start)
  refuseRange(s, messages.leadingZeros(), before + 1, before + firstDigit - start + 1)
  return REFUSED
}

/** The number ends at `p`: a keyword may follow at once, with a warning, no other word may. */
function ended(s: Scanner, p: number, kind: string): number {
  const c = s.text.charCodeAt(p)
  if (s.extra || c >= 128 || !isIdentifierPart(c)) return p
  if (!keywordFollows(s.text, p)) return invalid(s, kind, p)
  s.warn(messages.invalidLiteral(kind))
  return p
}

function keywordFollows(text: string, p: number): boolean {
  // `if`, `in`, `is` are taken for keywords even at the head of a longer word.
  if (text[p] === 'i') return 'fns'.includes(text[p + 1] as string)
  for (const word of ['and', 'else', 'for', 'or', 'not']) {
    if (text.startsWith(word, p)) return !isIdentifierPart(text.charCodeAt(p + word.length))
  }
  return false
}

function invalid(s: Scanner, kind: string, cursor: number): number {
  s.position = cursor
  refuse(s, messages.invalidLiteral(kind), cursor)
  return REFUSED
}

function invalidDigit(s: Scanner, kind: string, at: number): number {
  s.position = at + 1
  refuse(s, messages.invalidDigit(s.text[at] as string, kind), at + 1)
  return REFUSED
}
