// `if` and `while`. A chain of `elif` is a loop here, a nest in the tree.
import { factories } from '@pellucid/ast'
import type * as ast from '@pellucid/ast'
import { TokenKind } from '@pellucid/lexer'
import { parseNamed } from '../expressions/index.ts'
import type { Window } from '../window.ts'
import { parseBlock } from './index.ts'

const { COLON, ELIF, ELSE } = TokenKind

/**
 * if_stmt: 'if' named_expression ':' block (elif_stmt | [else_block])
 * elif_stmt: 'elif' named_expression ':' block (elif_stmt | [else_block])
 */
export function parseIf(p: Window): ast.stmt {
  const starts: number[] = []
  const tests: ast.expr[] = []
  const bodies: ast.stmt[][] = []
  do {
    p.enter(1)
    starts.push(p.at)
    p.advance()
    tests.push(parseNamed(p))
    p.expect(COLON)
    bodies.push(parseBlock(p))
  } while (p.token === ELIF)
  let orelse = parseElse(p)
  p.leave(starts.length)
  const end = p.last()
  const endLine = p.endLineOf(end)
  const endColumn = p.endColumnOf(end)
  for (let i = starts.length - 1; ; i--) {
    const start = starts[i] as number
    const node = factories.If(
      tests[i] as ast.expr, bodies[i] as ast.stmt[], orelse,
      p.line(start), p.column(start), endLine, endColumn,
    )
    if (i === 0) return node
    orelse = [node]
  }
}

/**
 * else_block: 'else' ':' block
 */
export function parseElse(p: Window): ast.stmt[] {
  if (!p.accept(ELSE)) return []
  p.expect(COLON)
  return parseBlock(p)
}

/**
 * while_stmt: 'while' named_expression ':' block [else_block]
 */
export function parseWhile(p: Window): ast.stmt {
  const start = p.at
  p.advance()
  const test = parseNamed(p)
  p.expect(COLON)
  const body = parseBlock(p)
  const orelse = parseElse(p)
  const end = p.last()
  return factories.While(
    test, body, orelse, p.line(start), p.column(start), p.endLineOf(end), p.endColumnOf(end),
  )
}
