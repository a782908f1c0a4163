// Recovery: a statement that does not parse is reported and passed over, line by line; the statements of its
// block are kept, as if they stood in its place.
import type * as ast from '@pellucid/ast'
import { TokenKind as T } from '@pellucid/lexer'
import { failure } from '../failure.ts'
import type { Window } from '../window.ts'
import { parseCompound, parseStatement } from './index.ts'
import { parseSimpleStatements } from './simple.ts'

/** Clauses that stand alone once the statement they belong to has been passed over. */
const orphans = new Set<number>([T.ELIF, T.ELSE, T.EXCEPT, T.FINALLY])

/** Parses a statement; one that does not parse is reported with its first token. */
export function parseOrSkip(p: Window, body: ast.stmt[], onFault: (statement: number) => void): void {
  const start = p.checkpoint()
  const { length } = body
  try {
    const compound = parseCompound(p)
    if (compound !== undefined) body.push(compound)
    else parseSimpleStatements(p, body)
  } catch (error) {
    if (error !== failure) throw error
    body.length = length
    p.reset(start)
    onFault(p.at)
    do skipLine(p, body)
    while (orphans.has(p.token))
  }
}

/** Passes over tokens up to the end of the line, and reads the block behind it, if one is there. */
function skipLine(p: Window, body: ast.stmt[]): void {
  while (p.token !== T.NEWLINE && p.token !== T.INDENT && !atEnd(p)) p.advance()
  p.accept(T.NEWLINE)
  if (!p.accept(T.INDENT)) return
  while (p.token !== T.DEDENT && !atEnd(p)) parseStatement(p, body)
  p.accept(T.DEDENT)
}

function atEnd(p: Window): boolean {
  return p.token === T.ENDMARKER || p.token === T.ERRORTOKEN
}
