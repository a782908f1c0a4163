// Expressions from the outside in: lists of them, `lambda` and conditional expressions, `or`, `and`, `not`.
// Conditional expressions and lambdas nest to the right without brackets, so their nesting is a loop here.
import { factories } from '@pellucid/ast'
import type * as ast from '@pellucid/ast'
import { TokenKind } from '@pellucid/lexer'
import { fail } from '../failure.ts'
import type { Window } from '../window.ts'
import { parseLambdaParameters } from './lambda.ts'
import { parseBinary, parseComparison } from './operators.ts'
import { startsStarExpression } from './starts.ts'

const { Load, Store, And, Or, Not } = factories
const { COMMA, COLON, COLONEQUAL, STAR, NAME, IF, ELSE, LAMBDA, OR, AND, NOT, YIELD, FROM } = TokenKind

/**
 * star_expressions: star_expression (',' star_expression)* [',']
 */
export function parseStarExpressions(p: Window): ast.expr {
  const start = p.at
  const first = parseStarExpression(p)
  if (p.token !== COMMA) return first
  const elements = [first]
  while (p.accept(COMMA)) {
    if (!startsStarExpression(p.token)) break
    elements.push(parseStarExpression(p))
  }
  return factories.Tuple(elements, Load, p.line(start), p.column(start), p.endLine(), p.endColumn())
}

/**
 * star_expression: '*' bitwise_or | expression
 */
export function parseStarExpression(p: Window): ast.expr {
  if (p.token !== STAR) return parseExpression(p)
  const start = p.at
  p.advance()
  const value = parseBinary(p, 1)
  return factories.Starred(value, Load, p.line(start), p.column(start), p.endLine(), p.endColumn())
}

/**
 * star_named_expression: '*' bitwise_or | named_expression
 */
export function parseStarNamed(p: Window): ast.expr {
  return p.token === STAR ? parseStarExpression(p) : parseNamed(p)
}

/**
 * named_expression: NAME ':=' expression | expression !':='
 */
export function parseNamed(p: Window): ast.expr {
  if (p.token === NAME && p.next() === COLONEQUAL) return parseAssignmentExpression(p)
  const value = parseExpression(p)
  if (p.token === COLONEQUAL) fail()
  return value
}

function parseAssignmentExpression(p: Window): ast.expr {
  p.require(8)
  const start = p.at
  const name = p.name()
  const target = factories.Name(name, Store, p.line(start), p.column(start), p.endLine(), p.endColumn())
  p.advance()
  const value = parseExpression(p)
  return factories.NamedExpr(target, value, p.line(start), p.column(start), p.endLine(), p.endColumn())
}

/**
 * annotated_rhs: yield_expr | star_expressions
 */
export function parseAnnotatedRhs(p: Window): ast.expr {
  return p.token === YIELD ? parseYield(p) : parseStarExpressions(p)
}

/**
 * yield_expr: 'yield' 'from' expression | 'yield' [star_expressions]
 */
export function parseYield(p: Window): ast.expr {
  const start = p.at
  p.advance()
  if (p.accept(FROM)) {
    const value = parseExpression(p)
    return factories.YieldFrom(value, p.line(start), p.column(start), p.endLine(), p.endColumn())
  }
  const value = startsStarExpression(p.token) ? parseStarExpressions(p) : null
  return factories.Yield(value, p.line(start), p.column(start), p.endLine(), p.endColumn())
}

/**
 * expression: disjunction ['if' disjunction 'else' expression] | lambdef
 */
export function parseExpression(p: Window): ast.expr {
  if (p.token === LAMBDA) return parseNesting(p, p.at, undefined)
  const start = p.at
  const body = parseDisjunction(p)
  return p.token === IF ? parseNesting(p, start, body) : body
}

/** A `lambda …:` or `body if test else` whose last part is still to be read. */
interface Pending {
  readonly start: number
  readonly args: ast.arguments | undefined
  readonly body: ast.expr | undefined
  readonly test: ast.expr | undefined
}

/**
 * lambdef: 'lambda' [lambda_params] ':' expression
 */
function parseNesting(p: Window, start: number, body: ast.expr | undefined): ast.expr {
  const pending: Pending[] = []
  for (;;) {
    if (body === undefined) {
      p.advance()
      const args = parseLambdaParameters(p)
      p.expect(COLON)
      p.enter(2)
      pending.push({ start, args, body: undefined, test: undefined })
    } else {
      p.advance()
      const test = parseDisjunction(p)
      p.expect(ELSE)
      p.enter(2)
      pending.push({ start, args: undefined, body, test })
    }
    start = p.at
    if (p.token === LAMBDA) {
      body = undefined
      continue
    }
    body = parseDisjunction(p)
    if (!p.is(IF)) break
  }
  p.leave(2 * pending.length)
  let value = body
  const endLine = p.endLine()
  const endColumn = p.endColumn()
  for (let i = pending.length - 1; i >= 0; i--) {
    const outer = pending[i] as Pending
    const line = p.line(outer.start)
    const column = p.column(outer.start)
    value =
      outer.args !== undefined
        ? factories.Lambda(outer.args, value, line, column, endLine, endColumn)
        : factories.IfExp(
          outer.test as ast.expr, outer.body as ast.expr, value, line, column, endLine, endColumn,
        )
  }
  return value
}

/**
 * disjunction: conjunction ('or' conjunction)*
 */
export function parseDisjunction(p: Window): ast.expr {
  const start = p.at
  const first = parseConjunction(p)
  if (p.token !== OR) return first
  const values = [first]
  while (p.accept(OR)) values.push(parseConjunction(p))
  return factories.BoolOp(Or, values, p.line(start), p.column(start), p.endLine(), p.endColumn())
}

/**
 * conjunction: inversion ('and' inversion)*
 */
function parseConjunction(p: Window): ast.expr {
  const start = p.at
  const first = p.token === NOT ? parseInversion(p) : parseComparison(p)
  if (p.token !== AND) return first
  const values = [first]
  while (p.accept(AND)) values.push(p.is(NOT) ? parseInversion(p) : parseComparison(p))
  return factories.BoolOp(And, values, p.line(start), p.column(start), p.endLine(), p.endColumn())
}

/**
 * inversion: 'not' inversion | comparison
 */
function parseInversion(p: Window): ast.expr {
  const first = p.at
  while (p.token === NOT) p.advance()
  const last = p.at - 1
  p.enter(p.at - first)
  let value = parseComparison(p)
  p.leave(last + 1 - first)
  for (let start = last; start >= first; start--) {
    value = factories.UnaryOp(Not, value, p.line(start), p.column(start), p.endLine(), p.endColumn())
  }
  return value
}
