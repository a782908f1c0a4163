// Primaries: an atom and the attributes, calls and subscripts behind it.
import { factories } from '@pellucid/ast'
import type * as ast from '@pellucid/ast'
import { TokenKind } from '@pellucid/lexer'
import { BRACKET_RULES } from '../window.ts'
import type { Window } from '../window.ts'
import { parseAtom } from './atoms.ts'
import { parseCall } from './calls.ts'
import { parseSlices } from './slices.ts'

const { Load } = factories
const { AWAIT, DOT, LPAR, LSQB } = TokenKind

/**
 * await_primary: 'await' primary | primary
 */
export function parseAwaitPrimary(p: Window): ast.expr {
  if (p.token !== AWAIT) return parsePrimary(p)
  const start = p.at
  p.require(5)
  p.advance()
  const value = parsePrimary(p)
  return factories.Await(value, p.line(start), p.column(start), p.endLine(), p.endColumn())
}

/**
 * primary: primary '.' NAME | primary genexp | primary '(' [arguments] ')' | primary '[' slices ']' | atom
 */
export function parsePrimary(p: Window): ast.expr {
  const start = p.at
  let value = parseAtom(p)
  for (;;) {
    const kind = p.token
    if (kind === DOT) {
      p.advance()
      const name = p.name()
      value = factories.Attribute(
        value, name, Load, p.line(start), p.column(start), p.endLine(), p.endColumn(),
      )
    } else if (kind === LPAR) {
      p.enter(BRACKET_RULES)
      value = parseCall(p, start, value)
      p.leave(BRACKET_RULES)
    } else if (kind === LSQB) {
      p.advance()
      p.enter(BRACKET_RULES)
      const slice = parseSlices(p)
      p.leave(BRACKET_RULES)
      value = factories.Subscript(
        value, slice, Load, p.line(start), p.column(start), p.endLine(), p.endColumn(),
      )
    } else {
      return value
    }
  }
}
