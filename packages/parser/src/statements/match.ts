// `match` and `case` (PEP 634), whose keywords are names elsewhere.
import { factories } from '@pellucid/ast'
import type * as ast from '@pellucid/ast'
import { TokenKind as T } from '@pellucid/lexer'
import { parseNamed, parseStarNamed } from '../expressions/index.ts'
import { startsStarExpression } from '../expressions/starts.ts'
import { fail, failure } from '../failure.ts'
import { parsePatterns } from '../patterns.ts'
import type { Window } from '../window.ts'
import { parseBlock } from './index.ts'
import { parseCasesOrSkip } from './skip.ts'

/**
 * match_stmt: "match" subject_expr ':' NEWLINE INDENT case_block+ DEDENT
 */
export function parseMatch(p: Window): ast.stmt | undefined {
  const start = p.at
  const subject = parseHeader(p)
  if (subject === undefined) return undefined
  p.require(10)
  const cases = p.faults === undefined ? parseCases(p) : parseCasesOrSkip(p, p.faults, parseCase)
  p.expect(T.DEDENT)
  const end = p.last()
  return factories.Match(subject, cases, p.line(start), p.column(start), p.endLineOf(end), p.endColumnOf(end))
}

/** The subject, with everything up to the first `case`; undefined when `match` is a name here. */
function parseHeader(p: Window): ast.expr | undefined {
  const start = p.checkpoint()
  const next = p.next()
  if (!startsStarExpression(next)) return undefined
  try {
    p.advance()
    const subject = parseSubject(p)
    p.expect(T.COLON)
    p.expect(T.NEWLINE)
    p.expect(T.INDENT)
    if (!p.isSoft('case')) fail()
    return subject
  } catch (error) {
    if (error !== failure) throw error
    p.reset(start)
    return undefined
  }
}

/**
 * subject_expr: star_named_expression ',' [star_named_expressions] | named_expression
 */
function parseSubject(p: Window): ast.expr {
  const start = p.at
  const first = parseStarNamed(p)
  if (p.token !== T.COMMA) {
    if (first.nodeType === 'Starred') fail()
    return first
  }
  const elements = [first]
  while (p.accept(T.COMMA)) {
    if (!startsStarExpression(p.token)) break
    elements.push(parseStarNamed(p))
  }
  return factories.Tuple(elements, factories.Load, p.line(start), p.column(start), p.endLine(), p.endColumn())
}

function parseCases(p: Window): ast.match_case[] {
  const cases: ast.match_case[] = []
  do cases.push(parseCase(p))
  while (p.isSoft('case'))
  return cases
}

/**
 * case_block: "case" patterns ['if' named_expression] ':' block
 */
function parseCase(p: Window): ast.match_case {
  if (!p.isSoft('case')) fail()
  p.advance()
  const pattern = parsePatterns(p)
  const guard = p.accept(T.IF) ? parseNamed(p) : null
  p.expect(T.COLON)
  return factories.match_case(pattern, guard, parseBlock(p))
}
