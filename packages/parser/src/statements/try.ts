// `try` with `except`, `except*`, `else` and `finally`.
import { factories } from '@pellucid/ast'
import type * as ast from '@pellucid/ast'
import { TokenKind } from '@pellucid/lexer'
import { parseExpression } from '../expressions/index.ts'
import { fail } from '../failure.ts'
import type { Window } from '../window.ts'
import { parseElse } from './branch.ts'
import { parseBlock } from './index.ts'

const { AS, COLON, EXCEPT, FINALLY, STAR } = TokenKind

/**
 * try_stmt: 'try' ':' block finally_block
 *     | 'try' ':' block except_block+ [else_block] [finally_block]
 *     | 'try' ':' block except_star_block+ [else_block] [finally_block]
 * finally_block: 'finally' ':' block
 */
export function parseTry(p: Window): ast.stmt {
  const start = p.at
  p.advance()
  p.expect(COLON)
  const body = parseBlock(p)
  const handlers: ast.excepthandler[] = []
  const starred = p.token === EXCEPT && p.next() === STAR
  while (p.token === EXCEPT) handlers.push(parseExcept(p, starred))
  const orelse = handlers.length > 0 ? parseElse(p) : []
  let finalbody: ast.stmt[] = []
  if (p.accept(FINALLY)) {
    p.expect(COLON)
    finalbody = parseBlock(p)
  } else if (handlers.length === 0) {
    fail()
  }
  if (starred) p.require(11)
  const end = p.last()
  const build = starred ? factories.TryStar : factories.Try
  return build(
    body, handlers, orelse, finalbody, p.line(start), p.column(start), p.endLineOf(end), p.endColumnOf(end),
  )
}

/**
 * except_block: 'except' [expression ['as' NAME]] ':' block
 * except_star_block: 'except' '*' expression ['as' NAME] ':' block
 */
function parseExcept(p: Window, starred: boolean): ast.excepthandler {
  const start = p.at
  p.advance()
  if (p.accept(STAR) !== starred) fail()
  let type: ast.expr | null = null
  let name: string | null = null
  if (starred || p.token !== COLON) {
    type = parseExpression(p)
    if (p.accept(AS)) name = p.name()
  }
  p.expect(COLON)
  const body = parseBlock(p)
  const end = p.last()
  return factories.ExceptHandler(
    type, name, body, p.line(start), p.column(start), p.endLineOf(end), p.endColumnOf(end),
  )
}
