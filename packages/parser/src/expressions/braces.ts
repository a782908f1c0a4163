// Dictionaries, sets, and their comprehensions.
import { factories } from '@pellucid/ast'
import type * as ast from '@pellucid/ast'
import { TokenKind } from '@pellucid/lexer'
import { fail } from '../failure.ts'
import type { Window } from '../window.ts'
import { parseElements } from './atoms.ts'
import { parseForIfClauses } from './comprehensions.ts'
import { parseExpression, parseStarNamed } from './index.ts'
import { parseBinary } from './operators.ts'

const { ASYNC, COLON, COMMA, DOUBLESTAR, FOR, RBRACE } = TokenKind

/**
 * dict: '{' [double_starred_kvpair (',' double_starred_kvpair)* [',']] '}'
 * set: '{' star_named_expressions '}'
 * setcomp: '{' named_expression for_if_clauses '}'
 */
export function parseBraces(p: Window): ast.expr {
  const start = p.at
  p.advance()
  if (p.token === RBRACE || p.token === DOUBLESTAR) return parseDict(p, start, undefined)
  const first = parseStarNamed(p)
  if (p.token === COLON) {
    const bareNamed = first.nodeType === 'NamedExpr' && p.kinds[start + 1] === TokenKind.NAME
    if (bareNamed || first.nodeType === 'Starred') fail()
    return parseDict(p, start, first)
  }
  if (p.token === FOR || p.token === ASYNC) {
    if (first.nodeType === 'Starred') fail()
    const generators = parseForIfClauses(p)
    p.expect(RBRACE)
    return factories.SetComp(first, generators, p.line(start), p.column(start), p.endLine(), p.endColumn())
  }
  const elements = parseElements(p, first, RBRACE)
  return factories.Set(elements, p.line(start), p.column(start), p.endLine(), p.endColumn())
}

/**
 * double_starred_kvpair: '**' bitwise_or | kvpair
 * kvpair: expression ':' expression
 * dictcomp: '{' kvpair for_if_clauses '}'
 */
function parseDict(p: Window, start: number, first: ast.expr | undefined): ast.expr {
  const keys: (ast.expr | null)[] = []
  const values: ast.expr[] = []
  let key = first
  while (p.token !== RBRACE) {
    if (p.accept(DOUBLESTAR)) {
      keys.push(null)
      values.push(parseBinary(p, 1))
    } else {
      const pairKey: ast.expr = key ?? parseExpression(p)
      key = undefined
      p.expect(COLON)
      const value = parseExpression(p)
      if (keys.length === 0 && (p.token === FOR || p.token === ASYNC)) {
        const generators = parseForIfClauses(p)
        p.expect(RBRACE)
        return factories.DictComp(
          pairKey, value, generators, p.line(start), p.column(start), p.endLine(), p.endColumn(),
        )
      }
      keys.push(pairKey)
      values.push(value)
    }
    if (!p.accept(COMMA)) break
  }
  p.expect(RBRACE)
  return factories.Dict(keys, values, p.line(start), p.column(start), p.endLine(), p.endColumn())
}
