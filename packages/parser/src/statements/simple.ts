// Simple statements: those that fit on a line, several of them between semicolons.
import { factories } from '@pellucid/ast'
import type * as ast from '@pellucid/ast'
import { TokenKind as T } from '@pellucid/lexer'
import { parseExpression, parseStarExpressions } from '../expressions/index.ts'
import { startsStarExpression } from '../expressions/starts.ts'
import { fail } from '../failure.ts'
import { parseDelTargets } from '../targets.ts'
import { parseTypeParams } from '../type-params.ts'
import type { Window } from '../window.ts'
import { parseExpressionStatement } from './assignment.ts'
import { parseImport, parseImportFrom } from './import.ts'

/**
 * simple_stmts: simple_stmt (';' simple_stmt)* [';'] NEWLINE
 */
export function parseSimpleStatements(p: Window, body: ast.stmt[]): void {
  do body.push(parseSimple(p))
  while (p.accept(T.SEMI) && p.token !== T.NEWLINE)
  p.expect(T.NEWLINE)
}

/**
 * simple_stmt: assignment | type_alias | star_expressions | return_stmt | import_stmt | raise_stmt | 'pass'
 *     | del_stmt | yield_stmt | assert_stmt | 'break' | 'continue' | global_stmt | nonlocal_stmt
 */
export function parseSimple(p: Window): ast.stmt {
  const start = p.at
  switch (p.token) {
    case T.NAME:
      return p.next() === T.NAME && p.isSoft('type') ? parseTypeAlias(p) : parseExpressionStatement(p)
    case T.RETURN: {
      p.advance()
      const value = startsStarExpression(p.token) ? parseStarExpressions(p) : null
      return factories.Return(value, p.line(start), p.column(start), p.endLine(), p.endColumn())
    }
    case T.IMPORT: return parseImport(p)
    case T.FROM: return parseImportFrom(p)
    case T.RAISE: return parseRaise(p)
    case T.PASS:
      p.advance()
      return factories.Pass(p.line(start), p.column(start), p.endLine(), p.endColumn())
    case T.DEL: {
      p.advance()
      const targets = parseDelTargets(p)
      if (!p.is(T.SEMI) && !p.is(T.NEWLINE)) fail()
      return factories.Delete(targets, p.line(start), p.column(start), p.endLine(), p.endColumn())
    }
    case T.ASSERT: return parseAssert(p)
    case T.BREAK:
      p.advance()
      return factories.Break(p.line(start), p.column(start), p.endLine(), p.endColumn())
    case T.CONTINUE:
      p.advance()
      return factories.Continue(p.line(start), p.column(start), p.endLine(), p.endColumn())
    case T.GLOBAL: {
      const names = parseNames(p)
      return factories.Global(names, p.line(start), p.column(start), p.endLine(), p.endColumn())
    }
    case T.NONLOCAL: {
      const names = parseNames(p)
      return factories.Nonlocal(names, p.line(start), p.column(start), p.endLine(), p.endColumn())
    }
    default: return parseExpressionStatement(p)
  }
}

/**
 * raise_stmt: 'raise' [expression ['from' expression]]
 */
function parseRaise(p: Window): ast.stmt {
  const start = p.at
  p.advance()
  const exception = startsStarExpression(p.token) ? parseExpression(p) : null
  const cause = exception !== null && p.accept(T.FROM) ? parseExpression(p) : null
  return factories.Raise(exception, cause, p.line(start), p.column(start), p.endLine(), p.endColumn())
}

/**
 * assert_stmt: 'assert' expression [',' expression]
 */
function parseAssert(p: Window): ast.stmt {
  const start = p.at
  p.advance()
  const test = parseExpression(p)
  const message = p.accept(T.COMMA) ? parseExpression(p) : null
  return factories.Assert(test, message, p.line(start), p.column(start), p.endLine(), p.endColumn())
}

/**
 * global_stmt: 'global' NAME (',' NAME)*
 * nonlocal_stmt: 'nonlocal' NAME (',' NAME)*
 */
function parseNames(p: Window): string[] {
  const names: string[] = []
  do {
    p.advance()
    names.push(p.name())
  } while (p.token === T.COMMA)
  return names
}

/**
 * type_alias: "type" NAME [type_params] '=' expression
 */
function parseTypeAlias(p: Window): ast.stmt {
  const start = p.at
  p.typeAliases++
  p.advance()
  const at = p.at
  const id = p.name()
  const name = factories.Name(id, factories.Store, p.line(at), p.column(at), p.endLine(), p.endColumn())
  const typeParams = parseTypeParams(p)
  p.expect(T.EQUAL)
  const value = parseExpression(p)
  p.require(12)
  return factories.TypeAlias(
    name, typeParams, value, p.line(start), p.column(start), p.endLine(), p.endColumn(),
  )
}
