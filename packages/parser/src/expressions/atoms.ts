// Atoms: names, literals, and what stands in brackets.
import { factories } from '@pellucid/ast'
import type * as ast from '@pellucid/ast'
import { TokenKind } from '@pellucid/lexer'
import { Ellipsis } from '@pellucid/primitives'
import { fail } from '../failure.ts'
import { parseNumber } from '../literals/numbers.ts'
import { BRACKET_RULES } from '../window.ts'
import type { Window } from '../window.ts'
import { parseForIfClauses } from './comprehensions.ts'
import { parseBraces } from './braces.ts'
import { parseNamed, parseStarNamed, parseYield } from './index.ts'
import { parseStrings } from './strings.ts'

const { Load } = factories
const {
  ASYNC, COMMA, ELLIPSIS, FALSE, FOR, FSTRING_START, LBRACE, LPAR, LSQB, NAME, NONE, NUMBER, RPAR, RSQB,
  STRING, TRUE, YIELD,
} = TokenKind

/**
 * atom: NAME | 'True' | 'False' | 'None' | strings | NUMBER | (tuple | group | genexp) | (list | listcomp)
 *     | (dict | set | dictcomp | setcomp) | '...'
 */
export function parseAtom(p: Window): ast.expr {
  const start = p.at
  switch (p.token) {
    case NAME: {
      const name = p.nameOf(start)
      p.advance()
      return factories.Name(name, Load, p.line(start), p.column(start), p.endLine(), p.endColumn())
    }
    case STRING:
    case FSTRING_START:
      return parseStrings(p)
    case NUMBER: {
      const value = parseNumber(p.text(start), p.featureVersion)
      if (value === undefined) fail()
      return constant(p, value)
    }
    case LPAR: return parseBracketed(p, parseParentheses)
    case LSQB: return parseBracketed(p, parseBrackets)
    case LBRACE: return parseBracketed(p, parseBraces)
    case NONE: return constant(p, null)
    case TRUE: return constant(p, true)
    case FALSE: return constant(p, false)
    case ELLIPSIS: return constant(p, Ellipsis)
    default: return fail()
  }
}

function parseBracketed(p: Window, parse: (p: Window) => ast.expr): ast.expr {
  p.enter(BRACKET_RULES)
  const value = parse(p)
  p.leave(BRACKET_RULES)
  return value
}

/** A Constant of the current token. */
function constant(p: Window, value: ast.Constant['value']): ast.expr {
  const start = p.at
  p.advance()
  return factories.Constant(value, null, p.line(start), p.column(start), p.endLine(), p.endColumn())
}

/**
 * tuple: '(' [star_named_expression ',' [star_named_expressions]] ')'
 * group: '(' (yield_expr | named_expression) ')'
 * genexp: '(' named_expression for_if_clauses ')'
 */
function parseParentheses(p: Window): ast.expr {
  const start = p.at
  p.advance()
  if (p.accept(RPAR)) return factories.Tuple(
    [], Load, p.line(start), p.column(start), p.endLine(), p.endColumn(),
  )
  if (p.token === YIELD) {
    const value = parseYield(p)
    p.expect(RPAR)
    return value
  }
  const first = parseStarNamed(p)
  if (p.token === RPAR) {
    if (first.nodeType === 'Starred') fail()
    p.advance()
    return first
  }
  if (p.token === FOR || p.token === ASYNC) {
    if (first.nodeType === 'Starred') fail()
    const generators = parseForIfClauses(p)
    p.expect(RPAR)
    return factories.GeneratorExp(
      first, generators, p.line(start), p.column(start), p.endLine(), p.endColumn(),
    )
  }
  const elements = parseElements(p, first, RPAR)
  return factories.Tuple(elements, Load, p.line(start), p.column(start), p.endLine(), p.endColumn())
}

/**
 * list: '[' [star_named_expressions] ']'
 * listcomp: '[' named_expression for_if_clauses ']'
 */
function parseBrackets(p: Window): ast.expr {
  const start = p.at
  p.advance()
  if (p.accept(RSQB)) return factories.List(
    [], Load, p.line(start), p.column(start), p.endLine(), p.endColumn(),
  )
  const first = p.token === TokenKind.STAR ? parseStarNamed(p) : parseNamed(p)
  if (p.token === FOR || p.token === ASYNC) {
    if (first.nodeType === 'Starred') fail()
    const generators = parseForIfClauses(p)
    p.expect(RSQB)
    return factories.ListComp(first, generators, p.line(start), p.column(start), p.endLine(), p.endColumn())
  }
  const elements = parseElements(p, first, RSQB)
  return factories.List(elements, Load, p.line(start), p.column(start), p.endLine(), p.endColumn())
}

/**
 * star_named_expressions: star_named_expression (',' star_named_expression)* [',']
 */
export function parseElements(p: Window, first: ast.expr, close: number): ast.expr[] {
  const elements = [first]
  while (p.accept(COMMA)) {
    if (p.token === close) break
    elements.push(parseStarNamed(p))
  }
  p.expect(close)
  return elements
}
