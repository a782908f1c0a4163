// The four things a source can be parsed as.
import { factories } from '@pellucid/ast'
import type * as ast from '@pellucid/ast'
import { TokenKind as T } from '@pellucid/lexer'
import { parseExpression } from './expressions/index.ts'
import { fail } from './failure.ts'
import { parseCompound, parseStatement } from './statements/index.ts'
import { parseSimpleStatements } from './statements/simple.ts'
import type { Window } from './window.ts'

/**
 * file: [statements] ENDMARKER
 */
export function parseFile(p: Window): ast.Module {
  const body: ast.stmt[] = []
  while (p.token !== T.ENDMARKER) {
    p.statement = p.at
    parseStatement(p, body)
  }
  return factories.Module(body, p.tape.typeIgnores.map(({ line, tag }) => factories.TypeIgnore(line, tag)))
}

/**
 * interactive: statement_newline
 * statement_newline: compound_stmt NEWLINE | simple_stmts | NEWLINE
 */
export function parseInteractive(p: Window): ast.Interactive {
  const start = p.at
  if (p.accept(T.NEWLINE)) {
    const pass = factories.Pass(p.line(start), p.column(start), p.endLine(), p.endColumn())
    return factories.Interactive([pass])
  }
  const body: ast.stmt[] = []
  const compound = parseCompound(p)
  if (compound === undefined) {
    parseSimpleStatements(p, body)
  } else {
    body.push(compound)
    p.expect(T.NEWLINE)
  }
  return factories.Interactive(body)
}

/**
 * eval: expressions NEWLINE* ENDMARKER
 * expressions: expression (',' expression)* [',']
 */
export function parseEval(p: Window): ast.Expression {
  const start = p.at
  let body = parseExpression(p)
  if (p.token === T.COMMA) {
    const elements = [body]
    while (p.accept(T.COMMA)) {
      if (p.is(T.NEWLINE) || p.is(T.ENDMARKER)) break
      elements.push(parseExpression(p))
    }
    body = factories.Tuple(
      elements, factories.Load, p.line(start), p.column(start), p.endLine(), p.endColumn(),
    )
  }
  endOfInput(p)
  return factories.Expression(body)
}

/**
 * func_type: '(' [type_expressions] ')' '->' expression NEWLINE* ENDMARKER
 * type_expressions: expression (',' expression)* [',' '*' expression] [',' '**' expression]
 *     | '*' expression [',' '**' expression] | '**' expression
 */
export function parseFunctionType(p: Window): ast.FunctionType {
  p.expect(T.LPAR)
  const types: ast.expr[] = []
  let stars = 0
  if (p.token !== T.RPAR) {
    do {
      if (stars === 2) fail()
      if (p.accept(T.STAR)) {
        if (stars > 0) fail()
        stars = 1
      } else if (p.accept(T.DOUBLESTAR)) {
        stars = 2
      } else if (stars > 0) {
        fail()
      }
      types.push(parseExpression(p))
    } while (p.accept(T.COMMA))
  }
  p.expect(T.RPAR)
  p.expect(T.RARROW)
  const returns = parseExpression(p)
  endOfInput(p)
  return factories.FunctionType(types, returns)
}

function endOfInput(p: Window): void {
  while (p.accept(T.NEWLINE));
  if (p.token !== T.ENDMARKER) fail()
}
