// Statements: which production a line begins, and blocks of them.
import type * as ast from '@pellucid/ast'
import { TokenKind as T } from '@pellucid/lexer'
import { fail } from '../failure.ts'
import type { Window } from '../window.ts'
import { parseIf, parseWhile } from './branch.ts'
import { parseClass } from './class.ts'
import { parseDecorated } from './decorators.ts'
import { parseFunction } from './function.ts'
import { parseFor } from './loop.ts'
import { parseMatch } from './match.ts'
import { parseOrSkip } from './skip.ts'
import { parseSimpleStatements } from './simple.ts'
import { parseTry } from './try.ts'
import { parseWith } from './with.ts'

/**
 * statements: statement+
 * statement: compound_stmt | simple_stmts
 */
export function parseStatement(p: Window, body: ast.stmt[]): void {
  if (p.faults !== undefined) {
    parseOrSkip(p, body, p.faults)
    return
  }
  const start = p.at
  const aliases = p.typeAliases
  const compound = parseCompound(p)
  if (compound !== undefined) body.push(compound)
  else parseSimpleStatements(p, body)
  if (p.statementEnds !== undefined) p.statementEnds[start] = p.typeAliases > aliases ? -p.at : p.at
}

/**
 * compound_stmt: function_def | if_stmt | class_def | with_stmt | for_stmt | try_stmt | while_stmt
 *     | match_stmt
 */
export function parseCompound(p: Window): ast.stmt | undefined {
  switch (p.token) {
    case T.NAME: return p.isSoft('match') ? parseMatch(p) : undefined
    case T.IF: return parseIf(p)
    case T.DEF: return parseFunction(p, [], false)
    case T.CLASS: return parseClass(p, [])
    case T.FOR: return parseFor(p, p.at, false)
    case T.WITH: return parseWith(p, p.at, false)
    case T.TRY: return parseTry(p)
    case T.WHILE: return parseWhile(p)
    case T.AT: return parseDecorated(p)
    case T.ASYNC: return parseAsync(p)
    default: return undefined
  }
}

function parseAsync(p: Window): ast.stmt {
  const start = p.at
  switch (p.next()) {
    case T.DEF: return parseFunction(p, [], true)
    case T.FOR:
      p.advance()
      return parseFor(p, start, true)
    case T.WITH:
      p.advance()
      return parseWith(p, start, true)
    default: return fail()
  }
}

/**
 * block: NEWLINE INDENT statements DEDENT | simple_stmts
 */
export function parseBlock(p: Window): ast.stmt[] {
  const body: ast.stmt[] = []
  if (p.token !== T.NEWLINE) {
    parseSimpleStatements(p, body)
    return body
  }
  p.advance()
  p.expect(T.INDENT)
  const { faults } = p
  if (faults !== undefined) faults.depth++
  do parseStatement(p, body)
  while (!p.is(T.DEDENT))
  p.advance()
  if (faults !== undefined) faults.blocks.push({ depth: --faults.depth, end: p.at, body })
  return body
}
