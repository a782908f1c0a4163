// Patterns that look into mappings and instances.
import { factories } from '@pellucid/ast'
import type * as ast from '@pellucid/ast'
import { TokenKind } from '@pellucid/lexer'
import { fail } from './failure.ts'
import { parseCaptureTarget, parseLiteral, parseNameOrAttribute, parsePattern } from './patterns.ts'
import type { Window } from './window.ts'

const { COLON, COMMA, DOUBLESTAR, EQUAL, FALSE, NAME, NONE, RBRACE, RPAR, TRUE } = TokenKind

/**
 * mapping_pattern: '{' [key_value_pattern (',' key_value_pattern)*] [','] [double_star_pattern [',']] '}'
 * double_star_pattern: '**' pattern_capture_target
 */
export function parseMappingPattern(p: Window): ast.pattern {
  const start = p.at
  const keys: ast.expr[] = []
  const patterns: ast.pattern[] = []
  let rest: string | null = null
  p.advance()
  while (p.token !== RBRACE) {
    if (p.accept(DOUBLESTAR)) {
      rest = parseCaptureTarget(p)
      p.accept(COMMA)
      break
    }
    keys.push(parseKey(p))
    p.expect(COLON)
    patterns.push(parsePattern(p))
    if (!p.accept(COMMA)) break
  }
  p.expect(RBRACE)
  return factories.MatchMapping(
    keys, patterns, rest, p.line(start), p.column(start), p.endLine(), p.endColumn(),
  )
}

/**
 * key_value_pattern: (literal_expr | attr) ':' pattern
 */
function parseKey(p: Window): ast.expr {
  const start = p.at
  const kind = p.token
  if (kind === NONE || kind === TRUE || kind === FALSE) {
    p.advance()
    const value = kind === NONE ? null : kind === TRUE
    return factories.Constant(value, null, p.line(start), p.column(start), p.endLine(), p.endColumn())
  }
  if (kind !== NAME) return parseLiteral(p)
  const key = parseNameOrAttribute(p)
  if (key.nodeType === 'Name') fail()
  return key
}

/**
 * class_pattern: name_or_attr '(' [positional_patterns] [','] [keyword_patterns] [','] ')'
 * positional_patterns: pattern (',' pattern)*
 * keyword_patterns: NAME '=' pattern (',' NAME '=' pattern)*
 */
export function parseClassPattern(p: Window, start: number, cls: ast.expr): ast.pattern {
  const patterns: ast.pattern[] = []
  const keywords: string[] = []
  const keywordPatterns: ast.pattern[] = []
  p.advance()
  while (p.token !== RPAR) {
    if (p.token === NAME && p.next() === EQUAL) {
      keywords.push(p.name())
      p.advance()
      keywordPatterns.push(parsePattern(p))
    } else {
      if (keywords.length > 0) fail()
      patterns.push(parsePattern(p))
    }
    if (!p.accept(COMMA)) break
  }
  p.expect(RPAR)
  return factories.MatchClass(
    cls, patterns, keywords, keywordPatterns, p.line(start), p.column(start), p.endLine(), p.endColumn(),
  )
}
