// Calls, and the arguments that class definitions have as well.
//
//     f(a, *b, c=1, *d, **e)      positional and starred, then keywords and starred, then keywords and `**`
import { factories } from '@pellucid/ast'
import type * as ast from '@pellucid/ast'
import { TokenKind } from '@pellucid/lexer'
import { fail } from '../failure.ts'
import type { Window } from '../window.ts'
import { parseForIfClauses } from './comprehensions.ts'
import { parseExpression, parseNamed } from './index.ts'

const { Load } = factories
const { ASYNC, COMMA, DOUBLESTAR, EQUAL, FOR, LPAR, NAME, RPAR, STAR } = TokenKind

/** A call of `callee`, which began at token `start`; the current token is its parenthesis. */
export function parseCall(p: Window, start: number, callee: ast.expr): ast.expr {
  const args: ast.expr[] = []
  const keywords: ast.keyword[] = []
  const open = p.at
  p.advance()
  if (p.token !== RPAR) parseArguments(p, open, args, keywords)
  p.expect(RPAR)
  return factories.Call(callee, args, keywords, p.line(start), p.column(start), p.endLine(), p.endColumn())
}

const Phase = { positional: 0, keyword: 1, doubleStarred: 2 } as const

/**
 * arguments: args [','] &')'
 * args: (starred_expression | named_expression !'=') (',' …)* [',' kwargs] | kwargs
 * kwargs: kwarg_or_starred (',' kwarg_or_starred)*
 *     | [kwarg_or_starred (',' kwarg_or_starred)* ','] kwarg_or_double_starred (',' kwarg_or_double_starred)*
 * kwarg_or_starred: NAME '=' expression | starred_expression
 * kwarg_or_double_starred: NAME '=' expression | '**' expression
 * genexp: '(' named_expression for_if_clauses ')'
 */
export function parseArguments(p: Window, open: number, args: ast.expr[], keywords: ast.keyword[]): void {
  let phase: number = Phase.positional
  do {
    const start = p.at
    const kind = p.token
    if (kind === RPAR) break
    if (kind === NAME && p.next() === EQUAL) {
      const name = p.name()
      p.advance()
      const value = parseExpression(p)
      keywords.push(
        factories.keyword(name, value, p.line(start), p.column(start), p.endLine(), p.endColumn()),
      )
      if (phase === Phase.positional) phase = Phase.keyword
    } else if (kind === DOUBLESTAR) {
      p.advance()
      const value = parseExpression(p)
      keywords.push(
        factories.keyword(null, value, p.line(start), p.column(start), p.endLine(), p.endColumn()),
      )
      phase = Phase.doubleStarred
    } else if (kind === STAR) {
      if (phase === Phase.doubleStarred) fail()
      p.advance()
      const value = parseExpression(p)
      args.push(factories.Starred(value, Load, p.line(start), p.column(start), p.endLine(), p.endColumn()))
    } else {
      if (phase !== Phase.positional) fail()
      const value = parseNamed(p)
      if (p.token === FOR || p.token === ASYNC) {
        if (start !== open + 1 || p.kinds[open] !== LPAR) fail()
        args.push(parseSoleGenerator(p, open, value))
        return
      }
      args.push(value)
    }
  } while (p.accept(COMMA))
}

/** A generator expression that shares its parentheses with the call. */
function parseSoleGenerator(p: Window, open: number, element: ast.expr): ast.expr {
  const generators = parseForIfClauses(p)
  if (p.token !== RPAR) fail()
  const close = p.at
  return factories.GeneratorExp(
    element, generators, p.line(open), p.column(open), p.endLineOf(close), p.endColumnOf(close),
  )
}
