// Binary operators by precedence, comparisons, and the unary operators with `**`.
// Left-nested chains are loops; `-` and `**` nest to the right and wait in a list of their own.
import { factories } from '@pellucid/ast'
import type * as ast from '@pellucid/ast'
import { TokenKind as T } from '@pellucid/lexer'
import { fail } from '../failure.ts'
import type { Window } from '../window.ts'
import { parseAwaitPrimary } from './primaries.ts'

/** Binary operators, loosest first; those of a line bind alike, from the left. */
const levels: readonly (readonly (readonly [kind: number, operator: ast.operator])[])[] = [
  [[T.VBAR, factories.BitOr]],
  [[T.CIRCUMFLEX, factories.BitXor]],
  [[T.AMPER, factories.BitAnd]],
  [[T.LEFTSHIFT, factories.LShift], [T.RIGHTSHIFT, factories.RShift]],
  [[T.PLUS, factories.Add], [T.MINUS, factories.Sub]],
  [
    [T.STAR, factories.Mult], [T.SLASH, factories.Div], [T.DOUBLESLASH, factories.FloorDiv],
    [T.PERCENT, factories.Mod], [T.AT, factories.MatMult],
  ],
]

const precedence = new Uint8Array(256)
const operators: (ast.operator | undefined)[] = new Array<ast.operator | undefined>(256).fill(undefined)
levels.forEach((level, index) => {
  for (const [kind, operator] of level) {
    precedence[kind] = index + 1
    operators[kind] = operator
  }
})

/**
 * bitwise_or: bitwise_or '|' bitwise_xor | bitwise_xor
 * bitwise_xor: bitwise_xor '^' bitwise_and | bitwise_and
 * bitwise_and: bitwise_and '&' shift_expr | shift_expr
 * shift_expr: shift_expr ('<<' | '>>') sum | sum
 * sum: sum ('+' | '-') term | term
 * term: term ('*' | '/' | '//' | '%' | '@') factor | factor
 */
export function parseBinary(p: Window, lowest: number): ast.expr {
  const start = p.at
  let left = parseFactor(p)
  for (;;) {
    const kind = p.token
    const level = precedence[kind] as number
    if (level < lowest || level === 0) return left
    if (kind === T.AT) p.require(5)
    p.advance()
    const operand = p.at
    let right = parseFactor(p)
    if ((precedence[p.token] as number) > level) right = parseTighter(p, operand, right, level + 1)
    left = factories.BinOp(
      left, operators[kind] as ast.operator, right,
      p.line(start), p.column(start), p.endLine(), p.endColumn(),
    )
  }
}

/** Goes on behind an operand that a tighter operator claims. */
function parseTighter(p: Window, start: number, left: ast.expr, lowest: number): ast.expr {
  for (;;) {
    const kind = p.token
    const level = precedence[kind] as number
    if (level < lowest) return left
    if (kind === T.AT) p.require(5)
    p.advance()
    const operand = p.at
    let right = parseFactor(p)
    if ((precedence[p.token] as number) > level) right = parseTighter(p, operand, right, level + 1)
    left = factories.BinOp(
      left, operators[kind] as ast.operator, right,
      p.line(start), p.column(start), p.endLine(), p.endColumn(),
    )
  }
}

/** A unary operator, or a base and its `**`, whose right side is still to be read. */
interface Pending {
  readonly start: number
  readonly operator: ast.unaryop | undefined
  readonly base: ast.expr | undefined
}

/**
 * factor: ('+' | '-' | '~') factor | power
 * power: await_primary ['**' factor]
 */
function parseFactor(p: Window): ast.expr {
  const start = p.at
  if (unaryOperator(p.token) !== undefined) return parseRightNested(p, undefined)
  const base = parseAwaitPrimary(p)
  return p.token === T.DOUBLESTAR ? parseRightNested(p, { start, operator: undefined, base }) : base
}

function parseRightNested(p: Window, first: Pending | undefined): ast.expr {
  const pending: Pending[] = []
  if (first !== undefined) {
    pending.push(first)
    p.advance()
  }
  let value: ast.expr
  let entered = 0
  for (;;) {
    const start = p.at
    p.enter(2)
    entered += 2
    const operator = unaryOperator(p.token)
    if (operator !== undefined) {
      pending.push({ start, operator, base: undefined })
      p.advance()
      continue
    }
    value = parseAwaitPrimary(p)
    if (p.token !== T.DOUBLESTAR) break
    pending.push({ start, operator: undefined, base: value })
    p.advance()
  }
  p.leave(entered)
  const endLine = p.endLine()
  const endColumn = p.endColumn()
  for (let i = pending.length - 1; i >= 0; i--) {
    const { start, operator, base } = pending[i] as Pending
    const line = p.line(start)
    const column = p.column(start)
    value =
      operator !== undefined
        ? factories.UnaryOp(operator, value, line, column, endLine, endColumn)
        : factories.BinOp(base as ast.expr, factories.Pow, value, line, column, endLine, endColumn)
  }
  return value
}

function unaryOperator(kind: number): ast.unaryop | undefined {
  if (kind === T.MINUS) return factories.USub
  if (kind === T.PLUS) return factories.UAdd
  return kind === T.TILDE ? factories.Invert : undefined
}

/**
 * comparison: bitwise_or (comparison_operator bitwise_or)*
 * comparison_operator: '==' | '!=' | '<=' | '<' | '>=' | '>' | 'not' 'in' | 'in' | 'is' 'not' | 'is'
 */
export function parseComparison(p: Window): ast.expr {
  const start = p.at
  const left = parseBinary(p, 1)
  if (comparing[p.token] === 0) return left
  let operator = comparisonOperator(p)
  if (operator === undefined) return left
  const comparedBy: ast.cmpop[] = []
  const comparators: ast.expr[] = []
  do {
    comparedBy.push(operator)
    comparators.push(parseBinary(p, 1))
    operator = comparisonOperator(p)
  } while (operator !== undefined)
  return factories.Compare(
    left, comparedBy, comparators, p.line(start), p.column(start), p.endLine(), p.endColumn(),
  )
}

const comparing = new Uint8Array(256)
for (const kind of [
  T.EQEQUAL, T.NOTEQUAL, T.LESS, T.LESSEQUAL, T.GREATER, T.GREATEREQUAL, T.IN, T.IS, T.NOT,
]) comparing[kind] = 1

/** Consumes a comparison operator, if one is there. */
function comparisonOperator(p: Window): ast.cmpop | undefined {
  if (comparing[p.token] === 0) return undefined
  const kind = p.token
  if (kind === T.NOTEQUAL) checkUnequal(p)
  if (kind === T.NOT && p.next() !== T.IN) return undefined
  p.advance()
  switch (kind) {
    case T.EQEQUAL: return factories.Eq
    case T.NOTEQUAL: return factories.NotEq
    case T.LESS: return factories.Lt
    case T.LESSEQUAL: return factories.LtE
    case T.GREATER: return factories.Gt
    case T.GREATEREQUAL: return factories.GtE
    case T.IN: return factories.In
    case T.NOT:
      p.advance()
      return factories.NotIn
    default:
      return p.accept(T.NOT) ? factories.IsNot : factories.Is
  }
}

/** `<>` and `!=` are one token; which of the two is legal is a matter of PEP 401. */
function checkUnequal(p: Window): void {
  const old = p.source.charCodeAt(p.starts[p.at] as number) === 60
  if (old !== p.barryAsBdfl) fail()
}
