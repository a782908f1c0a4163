// Which tokens can begin an expression.
import { TokenKind as T } from '@pellucid/lexer'

const expressionStarts = [
  T.NAME, T.NUMBER, T.STRING, T.LPAR, T.LSQB, T.LBRACE, T.PLUS, T.MINUS, T.TILDE, T.ELLIPSIS, T.FSTRING_START,
  T.FALSE, T.NONE, T.TRUE, T.AWAIT, T.LAMBDA, T.NOT,
]

function tableOf(kinds: readonly number[]): Uint8Array {
  const table = new Uint8Array(256)
  for (const kind of kinds) table[kind] = 1
  return table
}

const starts = tableOf(expressionStarts)
const starStarts = tableOf([...expressionStarts, T.STAR])

/** Whether a token of the kind can begin an `expression`. */
export function startsExpression(kind: number): boolean {
  return starts[kind] === 1
}

/** Whether a token of the kind can begin a `star_expression`. */
export function startsStarExpression(kind: number): boolean {
  return starStarts[kind] === 1
}
