// Patterns of `case`.
import { factories } from '@pellucid/ast'
import type * as ast from '@pellucid/ast'
import { TokenKind } from '@pellucid/lexer'
import { Complex } from '@pellucid/primitives'
import { parseStrings } from './expressions/strings.ts'
import { fail } from './failure.ts'
import { parseNumber } from './literals/numbers.ts'
import { parseClassPattern, parseMappingPattern } from './patterns-of-objects.ts'
import type { Window } from './window.ts'

const { Load, USub, Add, Sub } = factories
const {
  AS, COMMA, COLON, DOT, EQUAL, FALSE, FSTRING_START, IF, LBRACE, LPAR, LSQB, MINUS, NAME, NONE, NUMBER, PLUS,
  RPAR, RSQB, STAR, STRING, TRUE, VBAR,
} = TokenKind

/**
 * patterns: open_sequence_pattern | pattern
 * open_sequence_pattern: maybe_star_pattern ',' [maybe_sequence_pattern]
 */
export function parsePatterns(p: Window): ast.pattern {
  const start = p.at
  const first = parseMaybeStar(p)
  if (p.token !== COMMA) {
    if (first.nodeType === 'MatchStar') fail()
    return first
  }
  const patterns = parseSequenceRest(p, first, COLON)
  return factories.MatchSequence(patterns, p.line(start), p.column(start), p.endLine(), p.endColumn())
}

/** The patterns behind the first, its comma being the current token; `close` ends them. */
function parseSequenceRest(p: Window, first: ast.pattern, close: number): ast.pattern[] {
  const patterns = [first]
  while (p.accept(COMMA)) {
    if (p.token === close || p.token === IF) break
    patterns.push(parseMaybeStar(p))
  }
  return patterns
}

/**
 * maybe_star_pattern: star_pattern | pattern
 * star_pattern: '*' (pattern_capture_target | '_')
 */
function parseMaybeStar(p: Window): ast.pattern {
  if (p.token !== STAR) return parsePattern(p)
  const start = p.at
  p.advance()
  const name = p.isSoft('_') ? wildcard(p) : parseCaptureTarget(p)
  return factories.MatchStar(name, p.line(start), p.column(start), p.endLine(), p.endColumn())
}

function wildcard(p: Window): null {
  p.advance()
  return null
}

/**
 * pattern: or_pattern ['as' pattern_capture_target]
 */
export function parsePattern(p: Window): ast.pattern {
  const start = p.at
  const pattern = parseOrPattern(p)
  if (!p.accept(AS)) return pattern
  const name = parseCaptureTarget(p)
  return factories.MatchAs(pattern, name, p.line(start), p.column(start), p.endLine(), p.endColumn())
}

/**
 * pattern_capture_target: !"_" NAME !('.' | '(' | '=')
 */
export function parseCaptureTarget(p: Window): string {
  if (p.isSoft('_')) fail()
  const name = p.name()
  if (p.token === DOT || p.token === LPAR || p.token === EQUAL) fail()
  return name
}

/**
 * or_pattern: closed_pattern ('|' closed_pattern)*
 */
function parseOrPattern(p: Window): ast.pattern {
  const start = p.at
  const first = parseClosedPattern(p)
  if (p.token !== VBAR) return first
  const patterns = [first]
  while (p.accept(VBAR)) patterns.push(parseClosedPattern(p))
  return factories.MatchOr(patterns, p.line(start), p.column(start), p.endLine(), p.endColumn())
}

/**
 * closed_pattern: literal_pattern | capture_pattern | wildcard_pattern | value_pattern | group_pattern
 *     | sequence_pattern | mapping_pattern | class_pattern
 */
function parseClosedPattern(p: Window): ast.pattern {
  const start = p.at
  switch (p.token) {
    case NAME: return parseNamePattern(p)
    case NONE: return singleton(p, null)
    case TRUE: return singleton(p, true)
    case FALSE: return singleton(p, false)
    case NUMBER:
    case MINUS:
    case STRING:
    case FSTRING_START: {
      const value = parseLiteral(p)
      return factories.MatchValue(value, p.line(start), p.column(start), p.endLine(), p.endColumn())
    }
    case LPAR: return parseGroupPattern(p)
    case LSQB: {
      p.advance()
      const patterns = p.is(RSQB) ? [] : parseSequenceRest(p, parseMaybeStar(p), RSQB)
      p.expect(RSQB)
      return factories.MatchSequence(patterns, p.line(start), p.column(start), p.endLine(), p.endColumn())
    }
    case LBRACE: return parseMappingPattern(p)
    default: return fail()
  }
}

function singleton(p: Window, value: boolean | null): ast.pattern {
  const start = p.at
  p.advance()
  return factories.MatchSingleton(value, p.line(start), p.column(start), p.endLine(), p.endColumn())
}

/**
 * capture_pattern: pattern_capture_target
 * wildcard_pattern: "_"
 * value_pattern: attr !('.' | '(' | '=')
 */
function parseNamePattern(p: Window): ast.pattern {
  const start = p.at
  const next = p.next()
  if (next !== DOT && next !== LPAR) {
    if (next === EQUAL) fail()
    const name = p.isSoft('_') ? wildcard(p) : p.name()
    return factories.MatchAs(null, name, p.line(start), p.column(start), p.endLine(), p.endColumn())
  }
  const value = parseNameOrAttribute(p)
  if (p.token === LPAR) return parseClassPattern(p, start, value)
  if (p.token === EQUAL) fail()
  return factories.MatchValue(value, p.line(start), p.column(start), p.endLine(), p.endColumn())
}

/**
 * name_or_attr: NAME ('.' NAME)*
 */
export function parseNameOrAttribute(p: Window): ast.expr {
  const start = p.at
  const name = p.name()
  let value: ast.expr = factories.Name(name, Load, p.line(start), p.column(start), p.endLine(), p.endColumn())
  while (p.accept(DOT)) {
    const attribute = p.name()
    value = factories.Attribute(
      value, attribute, Load, p.line(start), p.column(start), p.endLine(), p.endColumn(),
    )
  }
  return value
}

/**
 * group_pattern: '(' pattern ')'
 * sequence_pattern: '[' [maybe_sequence_pattern] ']' | '(' [open_sequence_pattern] ')'
 */
function parseGroupPattern(p: Window): ast.pattern {
  const start = p.at
  p.advance()
  let patterns: ast.pattern[] = []
  if (p.token !== RPAR) {
    const first = parseMaybeStar(p)
    if (p.token === RPAR) {
      if (first.nodeType === 'MatchStar') fail()
      p.advance()
      return first
    }
    patterns = parseSequenceRest(p, first, RPAR)
  }
  p.expect(RPAR)
  return factories.MatchSequence(patterns, p.line(start), p.column(start), p.endLine(), p.endColumn())
}

/**
 * literal_expr: signed_number | complex_number | strings
 * complex_number: signed_real_number ('+' | '-') imaginary_number
 */
export function parseLiteral(p: Window): ast.expr {
  const start = p.at
  if (p.token === STRING || p.token === FSTRING_START) return parseStrings(p)
  const left = parseSignedNumber(p)
  if (p.token !== PLUS && p.token !== MINUS) return left
  const operator = p.token === PLUS ? Add : Sub
  p.advance()
  const right = parseNumberAtom(p)
  const real = left.nodeType === 'UnaryOp' ? left.operand : left
  if ((real as ast.Constant).value instanceof Complex || !(right.value instanceof Complex)) fail()
  return factories.BinOp(left, operator, right, p.line(start), p.column(start), p.endLine(), p.endColumn())
}

function parseSignedNumber(p: Window): ast.expr {
  const start = p.at
  if (!p.accept(MINUS)) return parseNumberAtom(p)
  const operand = parseNumberAtom(p)
  return factories.UnaryOp(USub, operand, p.line(start), p.column(start), p.endLine(), p.endColumn())
}

function parseNumberAtom(p: Window): ast.Constant {
  const start = p.at
  if (p.token !== NUMBER) fail()
  const value = parseNumber(p.text(start), p.featureVersion)
  if (value === undefined) fail()
  p.advance()
  return factories.Constant(value, null, p.line(start), p.column(start), p.endLine(), p.endColumn())
}
