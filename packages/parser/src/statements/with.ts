// `with` and `async with`, with or without parentheses around the items.
import { factories } from '@pellucid/ast'
import type * as ast from '@pellucid/ast'
import { TokenKind } from '@pellucid/lexer'
import { parseExpression } from '../expressions/index.ts'
import { fail, failure } from '../failure.ts'
import { parseStarTarget } from '../targets.ts'
import type { Window } from '../window.ts'
import { parseBlock } from './index.ts'

const { AS, COLON, COMMA, LPAR, LSQB, LBRACE, RPAR, RSQB, RBRACE, TYPE_COMMENT } = TokenKind

/**
 * with_stmt: ['async'] 'with' '(' with_item (',' with_item)* [','] ')' ':' [TYPE_COMMENT] block
 *     | ['async'] 'with' with_item (',' with_item)* ':' [TYPE_COMMENT] block
 */
export function parseWith(p: Window, start: number, isAsync: boolean): ast.stmt {
  if (isAsync) p.require(5)
  p.advance()
  const items = parseParenthesized(p, isAsync) ?? parseItems(p, COLON)
  p.expect(COLON)
  const comment = p.typeComment()
  const body = parseBlock(p)
  const end = p.last()
  const build = isAsync ? factories.AsyncWith : factories.With
  return build(items, body, comment, p.line(start), p.column(start), p.endLineOf(end), p.endColumnOf(end))
}

/** Items in parentheses of their own; undefined when the parentheses belong to an expression. */
function parseParenthesized(p: Window, isAsync: boolean): ast.withitem[] | undefined {
  const open = p.at
  if (p.token !== LPAR) return undefined
  const close = closing(p, open)
  if (p.kinds[close + 1] !== COLON) return undefined
  // CPython's production for `async with (…):` has no place for a type comment.
  if (isAsync && p.kinds[close + 2] === TYPE_COMMENT) return undefined
  const start = p.checkpoint()
  try {
    p.advance()
    const items = parseItems(p, RPAR)
    p.expect(RPAR)
    if (!p.is(COLON)) fail()
    return items
  } catch (error) {
    if (error !== failure) throw error
    p.reset(start)
    return undefined
  }
}

/** Index of the bracket that closes the one at `open`. */
function closing(p: Window, open: number): number {
  let level = 0
  for (let token = open; token < p.tape.count; token++) {
    const kind = p.kinds[token] as number
    if (kind === LPAR || kind === LSQB || kind === LBRACE) level++
    else if ((kind === RPAR || kind === RSQB || kind === RBRACE) && --level === 0) return token
  }
  return open
}

function parseItems(p: Window, close: number): ast.withitem[] {
  const items: ast.withitem[] = []
  do {
    if (p.token === close && close === RPAR && items.length > 0) break
    items.push(parseItem(p))
  } while (p.accept(COMMA))
  return items
}

/**
 * with_item: expression ['as' star_target &(',' | ')' | ':')]
 */
function parseItem(p: Window): ast.withitem {
  const value = parseExpression(p)
  if (!p.accept(AS)) return factories.withitem(value, null)
  const target = parseStarTarget(p)
  if (p.token !== COMMA && p.token !== RPAR && p.token !== COLON) fail()
  return factories.withitem(value, target)
}
