// Targets: what may stand left of `=`, after `for`, `as` and `del`.
// They are read as expressions and their context is set afterwards; what cannot be a target gives up.
import { factories } from '@pellucid/ast'
import type * as ast from '@pellucid/ast'
import { TokenKind } from '@pellucid/lexer'
import { parsePrimary } from './expressions/primaries.ts'
import { fail } from './failure.ts'
import type { Window } from './window.ts'

const { Store, Del } = factories

/** Turns an expression into an assignment target, in place. */
export function toStore(node: ast.expr): ast.expr {
  switch (node.nodeType) {
    case 'Name':
    case 'Attribute':
    case 'Subscript':
      node.ctx = Store
      return node
    case 'Tuple':
    case 'List':
      node.ctx = Store
      for (const element of node.elts) toStore(element)
      return node
    case 'Starred':
      node.ctx = Store
      toStore(node.value)
      return node
    default:
      return fail()
  }
}

function toDel(node: ast.expr): ast.expr {
  switch (node.nodeType) {
    case 'Name':
    case 'Attribute':
    case 'Subscript':
      node.ctx = Del
      return node
    case 'Tuple':
    case 'List':
      node.ctx = Del
      for (const element of node.elts) toDel(element)
      return node
    default:
      return fail()
  }
}

/**
 * star_target: '*' star_target | t_primary '.' NAME | t_primary '[' slices ']' | star_atom
 */
export function parseStarTarget(p: Window): ast.expr {
  const start = p.at
  if (p.token === TokenKind.STAR) {
    p.advance()
    const value = toStore(parsePrimary(p))
    if (value.nodeType === 'Starred') fail()
    return factories.Starred(value, Store, p.line(start), p.column(start), p.endLine(), p.endColumn())
  }
  return toStore(parsePrimary(p))
}

/**
 * star_targets: star_target (',' star_target)* [',']
 */
export function parseStarTargets(p: Window): ast.expr {
  const start = p.at
  const first = parseStarTarget(p)
  if (p.token !== TokenKind.COMMA) return first
  const targets = [first]
  while (p.accept(TokenKind.COMMA)) {
    if (p.is(TokenKind.IN)) break
    targets.push(parseStarTarget(p))
  }
  return factories.Tuple(targets, Store, p.line(start), p.column(start), p.endLine(), p.endColumn())
}

/**
 * del_targets: del_target (',' del_target)* [',']
 */
export function parseDelTargets(p: Window): ast.expr[] {
  const targets: ast.expr[] = []
  do {
    if (p.token === TokenKind.NEWLINE || p.token === TokenKind.SEMI) break
    targets.push(toDel(parsePrimary(p)))
  } while (p.accept(TokenKind.COMMA))
  if (targets.length === 0) fail()
  return targets
}
