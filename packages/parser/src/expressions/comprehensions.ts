// The `for … in … if …` part of comprehensions and generator expressions.
import { factories } from '@pellucid/ast'
import type * as ast from '@pellucid/ast'
import { TokenKind } from '@pellucid/lexer'
import { parseStarTargets } from '../targets.ts'
import type { Window } from '../window.ts'
import { parseDisjunction } from './index.ts'

const { ASYNC, FOR, IF, IN } = TokenKind

/**
 * for_if_clauses: for_if_clause+
 * for_if_clause: ['async'] 'for' star_targets 'in' ~ disjunction ('if' disjunction)*
 */
export function parseForIfClauses(p: Window): ast.comprehension[] {
  const clauses: ast.comprehension[] = []
  do {
    const isAsync = p.accept(ASYNC)
    p.expect(FOR)
    if (isAsync) p.require(6)
    const target = parseStarTargets(p)
    p.expect(IN)
    const iterable = parseDisjunction(p)
    const conditions: ast.expr[] = []
    while (p.accept(IF)) conditions.push(parseDisjunction(p))
    clauses.push(factories.comprehension(target, iterable, conditions, isAsync ? 1 : 0))
  } while (p.token === FOR || p.token === ASYNC)
  return clauses
}
