// `for` and `async for`.
import { factories } from '@pellucid/ast'
import type * as ast from '@pellucid/ast'
import { TokenKind } from '@pellucid/lexer'
import { parseStarExpressions } from '../expressions/index.ts'
import { parseStarTargets } from '../targets.ts'
import type { Window } from '../window.ts'
import { parseElse } from './branch.ts'
import { parseBlock } from './index.ts'

const { COLON, IN } = TokenKind

/**
 * for_stmt: ['async'] 'for' star_targets 'in' ~ star_expressions ':' [TYPE_COMMENT] block [else_block]
 */
export function parseFor(p: Window, start: number, isAsync: boolean): ast.stmt {
  if (isAsync) p.require(5)
  p.advance()
  const target = parseStarTargets(p)
  p.expect(IN)
  const iterable = parseStarExpressions(p)
  p.expect(COLON)
  const comment = p.typeComment()
  const body = parseBlock(p)
  const orelse = parseElse(p)
  const end = p.last()
  const build = isAsync ? factories.AsyncFor : factories.For
  return build(
    target, iterable, body, orelse, comment,
    p.line(start), p.column(start), p.endLineOf(end), p.endColumnOf(end),
  )
}
