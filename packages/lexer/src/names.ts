// Identifiers beyond ASCII (PEP 3131): which characters they may hold, and the name they stand for.
import { escapedTextFault } from '@pellucid/source'
import { isPrintable, isXidContinue, isXidStart } from '@pellucid/primitives'
import { extraBytes, isIdentifierPart } from './characters.ts'
import { failDecoding, messages, refuse } from './errors.ts'
import type { Scanner } from './scanner.ts'
import { TokenKind } from './token-kinds.ts'
import type { TokenTape } from './token-tape.ts'

/** Reads on from `p`, the first character beyond ASCII of the name at `start`; false when the name is refused. */
export function scanWideName(s: Scanner, start: number, p: number): boolean {
  const { text } = s
  const column = start - s.origin
  let extra = 0
  for (let c = text.charCodeAt(p); isIdentifierPart(c); c = text.charCodeAt(++p)) extra += extraBytes(c)
  s.position = p
  if (!s.extra) {
    if (s.escaped && /[\udc80-\udcff]/.test(text.slice(start, p)) && escapedTextFault(text.slice(start, p))) {
      failDecoding(s, start)
      return false
    }
    const bad = badCharacter(text, start, p)
    if (bad >= 0) {
      const character = String.fromCodePoint(text.codePointAt(bad) as number)
      s.position = bad + character.length
      const printable = isPrintable(character.codePointAt(0) as number)
      refuse(s, printable ? messages.invalidCharacter(character) : messages.nonPrintable(character), s.position)
      return false
    }
  }
  s.origin -= extra
  s.pushSpan(TokenKind.NAME, start, p, s.line, column, p - s.origin)
  return true
}

function badCharacter(text: string, start: number, end: number): number {
  for (let p = start; p < end;) {
    const point = text.codePointAt(p) as number
    if (!(p === start ? isXidStart(point) : isXidContinue(point))) return p
    p += point > 0xffff ? 2 : 1
  }
  return -1
}

const wide = /[^\0-\x7f]/

/** The identifier a NAME (or keyword) token stands for: its text in Unicode's NFKC form, as CPython stores it. */
export function tokenName(tape: TokenTape, index: number): string {
  return normalizeName(tape.source.slice(tape.start[index], tape.end[index]))
}

/** The NFKC form of an identifier. */
export function normalizeName(name: string): string {
  return wide.test(name) ? name.normalize('NFKC') : name
}
