// What stands between the brackets of a subscript.
import { factories } from '@pellucid/ast'
import type * as ast from '@pellucid/ast'
import { TokenKind } from '@pellucid/lexer'
import type { Window } from '../window.ts'
import { parseExpression, parseNamed } from './index.ts'

const { Load } = factories
const { COLON, COMMA, RSQB, STAR } = TokenKind

/**
 * slices: slice !',' | (slice | starred_expression) (',' (slice | starred_expression))* [',']
 */
export function parseSlices(p: Window): ast.expr {
  const start = p.at
  const first = parseSliceOrStarred(p)
  if (p.token !== COMMA && first.nodeType !== 'Starred') {
    p.expect(RSQB)
    return first
  }
  const elements = [first]
  while (p.accept(COMMA)) {
    if (p.token === RSQB) break
    elements.push(parseSliceOrStarred(p))
  }
  const tuple = factories.Tuple(elements, Load, p.line(start), p.column(start), p.endLine(), p.endColumn())
  p.expect(RSQB)
  return tuple
}

function parseSliceOrStarred(p: Window): ast.expr {
  if (p.token !== STAR) return parseSlice(p)
  const start = p.at
  p.advance()
  const value = parseExpression(p)
  return factories.Starred(value, Load, p.line(start), p.column(start), p.endLine(), p.endColumn())
}

/**
 * slice: [expression] ':' [expression] [':' [expression]] | named_expression
 */
function parseSlice(p: Window): ast.expr {
  const start = p.at
  let lower: ast.expr | null = null
  if (p.token !== COLON) {
    lower = parseNamed(p)
    if (p.token !== COLON || lower.nodeType === 'NamedExpr') {
      // A slice cannot begin with a bare `:=`; in parentheses it is an ordinary bound.
      if (p.token !== COLON || p.kinds[start] === TokenKind.NAME) return lower
    }
  }
  p.advance()
  const upper = parseBound(p)
  const step = p.accept(COLON) ? parseBound(p) : null
  return factories.Slice(lower, upper, step, p.line(start), p.column(start), p.endLine(), p.endColumn())
}

function parseBound(p: Window): ast.expr | null {
  const kind = p.token
  return kind === COLON || kind === COMMA || kind === RSQB ? null : parseExpression(p)
}
