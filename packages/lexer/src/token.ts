// Tokens as the tokenize module gives them, and the names of their types.
import { TokenKind } from './token-kinds.ts'

/** A 1-based row and a 0-based column in code points. */
export type TokenPosition = readonly [row: number, column: number]

/** A token of the tokenize module: its TokenInfo, with the type of the operator beside the general one. */
export interface Token {
  readonly type: number
  /** As `type`, but for operators their own kind. */
  readonly exactType: number
  readonly string: string
  readonly start: TokenPosition
  readonly end: TokenPosition
  /** The physical lines the token stands on, newline included where the source has one. */
  readonly line: string
}

const names: string[] = []
for (const [name, kind] of Object.entries(TokenKind)) if (kind < TokenKind.FALSE) names[kind] = name

/** The name of a token type, as `token.tok_name` has it. */
export function tokenTypeName(type: number): string {
  return names[type] ?? 'N_TOKENS'
}

/** What the tokenize module raises where the text cannot be tokenised. */
export class TokenError extends Error {
  override readonly name = 'TokenError'
  readonly msg: string
  readonly line: number
  readonly column: number
  constructor(msg: string, line: number, column: number) {
    super(msg)
    this.msg = msg
    this.line = line
    this.column = column
  }
}
