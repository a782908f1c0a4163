// Statements that begin with an expression: assignments of every kind, and expressions alone.
import { factories } from '@pellucid/ast'
import type * as ast from '@pellucid/ast'
import { TokenKind as T } from '@pellucid/lexer'
import { parseAnnotatedRhs, parseExpression, parseStarExpressions, parseYield } from '../expressions/index.ts'
import { fail } from '../failure.ts'
import { toStore } from '../targets.ts'
import type { Window } from '../window.ts'

const { Store } = factories

const augmented = new Map<number, ast.operator>([
  [T.PLUSEQUAL, factories.Add], [T.MINEQUAL, factories.Sub], [T.STAREQUAL, factories.Mult],
  [T.ATEQUAL, factories.MatMult], [T.SLASHEQUAL, factories.Div], [T.PERCENTEQUAL, factories.Mod],
  [T.AMPEREQUAL, factories.BitAnd], [T.VBAREQUAL, factories.BitOr], [T.CIRCUMFLEXEQUAL, factories.BitXor],
  [T.LEFTSHIFTEQUAL, factories.LShift], [T.RIGHTSHIFTEQUAL, factories.RShift],
  [T.DOUBLESTAREQUAL, factories.Pow], [T.DOUBLESLASHEQUAL, factories.FloorDiv],
])

/**
 * assignment: NAME ':' expression ['=' annotated_rhs]
 *     | ('(' single_target ')' | single_subscript_attribute_target) ':' expression ['=' annotated_rhs]
 *     | (star_targets '=')+ annotated_rhs !'=' [TYPE_COMMENT]
 *     | single_target augassign ~ annotated_rhs
 */
export function parseExpressionStatement(p: Window): ast.stmt {
  const start = p.at
  const first = p.token === T.YIELD ? parseYield(p) : parseStarExpressions(p)
  switch (p.token) {
    case T.NEWLINE:
    case T.SEMI:
      return factories.Expr(first, p.line(start), p.column(start), p.endLine(), p.endColumn())
    case T.EQUAL: return parseAssignment(p, start, first)
    case T.COLON: return parseAnnotation(p, start, first)
    default: {
      const operator = augmented.get(p.token)
      if (operator !== undefined) return parseAugmented(p, start, first, operator)
      return factories.Expr(first, p.line(start), p.column(start), p.endLine(), p.endColumn())
    }
  }
}

function parseAssignment(p: Window, start: number, first: ast.expr): ast.stmt {
  const targets: ast.expr[] = []
  let value = first
  while (p.accept(T.EQUAL)) {
    targets.push(toStore(value))
    value = parseAnnotatedRhs(p)
  }
  const comment = p.typeComment()
  return factories.Assign(targets, value, comment, p.line(start), p.column(start), p.endLine(), p.endColumn())
}

function parseAnnotation(p: Window, start: number, target: ast.expr): ast.stmt {
  const simple = p.kinds[start] === T.NAME && target.nodeType === 'Name'
  storeSingle(target)
  p.advance()
  const annotation = parseExpression(p)
  const value = p.accept(T.EQUAL) ? parseAnnotatedRhs(p) : null
  p.require(6)
  return factories.AnnAssign(
    target as ast.Name, annotation, value, simple ? 1 : 0,
    p.line(start), p.column(start), p.endLine(), p.endColumn(),
  )
}

function parseAugmented(p: Window, start: number, target: ast.expr, operator: ast.operator): ast.stmt {
  if (p.token === T.ATEQUAL) p.require(5)
  storeSingle(target)
  p.advance()
  const value = parseAnnotatedRhs(p)
  return factories.AugAssign(
    target, operator, value, p.line(start), p.column(start), p.endLine(), p.endColumn(),
  )
}

/**
 * single_target: single_subscript_attribute_target | NAME | '(' single_target ')'
 */
function storeSingle(target: ast.expr): void {
  const kind = target.nodeType
  if (kind !== 'Name' && kind !== 'Attribute' && kind !== 'Subscript') fail()
  target.ctx = Store
}
