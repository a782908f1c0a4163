// Where an error lies: from token positions to CPython's lines, columns and text.
import type { TokenTape } from '@pellucid/lexer'
import type { SyntaxErrorDetails } from '@pellucid/source'

/** The range of one token. */
export function errorAtToken(tape: TokenTape, token: number): SyntaxErrorDetails {
  const lineno = tape.line[token] as number
  const endLineno = tape.endLine[token] as number
  return {
    filename: tape.filename,
    lineno,
    offset: (tape.column[token] as number) + 1,
    endLineno,
    endOffset: (tape.endColumn[token] as number) + 1,
    text: null,
  }
}
