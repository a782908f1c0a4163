// Type parameters (PEP 695, PEP 696) of functions, classes and type aliases.
import { factories } from '@pellucid/ast'
import type * as ast from '@pellucid/ast'
import { TokenKind } from '@pellucid/lexer'
import { parseExpression, parseStarExpression } from './expressions/index.ts'
import type { Window } from './window.ts'

const { COLON, COMMA, DOUBLESTAR, EQUAL, LSQB, RSQB, STAR } = TokenKind

/**
 * type_params: '[' type_param (',' type_param)* [','] ']'
 */
export function parseTypeParams(p: Window): ast.type_param[] {
  const parameters: ast.type_param[] = []
  if (!p.accept(LSQB)) return parameters
  p.require(12)
  do parameters.push(parseTypeParam(p))
  while (p.accept(COMMA) && p.token !== RSQB)
  p.expect(RSQB)
  return parameters
}

/**
 * type_param: NAME [':' expression] ['=' expression] | '*' NAME ['=' star_expression]
 *     | '**' NAME ['=' expression]
 */
function parseTypeParam(p: Window): ast.type_param {
  const start = p.at
  if (p.accept(STAR)) {
    const name = p.name()
    const value = parseDefault(p, true)
    return factories.TypeVarTuple(name, value, p.line(start), p.column(start), p.endLine(), p.endColumn())
  }
  if (p.accept(DOUBLESTAR)) {
    const name = p.name()
    const value = parseDefault(p, false)
    return factories.ParamSpec(name, value, p.line(start), p.column(start), p.endLine(), p.endColumn())
  }
  const name = p.name()
  const bound = p.accept(COLON) ? parseExpression(p) : null
  const value = parseDefault(p, false)
  return factories.TypeVar(name, bound, value, p.line(start), p.column(start), p.endLine(), p.endColumn())
}

function parseDefault(p: Window, starred: boolean): ast.expr | null {
  if (!p.accept(EQUAL)) return null
  const value = starred ? parseStarExpression(p) : parseExpression(p)
  p.require(13)
  return value
}
