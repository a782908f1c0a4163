// Recovery: a statement that does not parse is reported and passed over; the statements of its blocks are kept, as if
// they stood in its place. Nothing is read more than twice, however faults are nested: a block that has been read once
// is kept (`Faults.blocks`), and the diagnosis of a statement steps over those within it (`Faults.close`).
import type * as ast from '@pellucid/ast'
import { TokenKind as T } from '@pellucid/lexer'
import { failure } from '../failure.ts'
import type { Faults } from '../recover.ts'
import type { Checkpoint, Window } from '../window.ts'
import { parseCompound, parseStatement } from './index.ts'
import { parseSimple } from './simple.ts'

/** Clauses that stand alone once the statement they belong to has been passed over. */
const orphans = new Set<number>([T.ELIF, T.ELSE, T.EXCEPT, T.FINALLY])

/** Parses a statement, or a line of them; what does not parse is reported. */
export function parseOrSkip(p: Window, body: ast.stmt[], faults: Faults): void {
  const start = p.checkpoint()
  // A line that the tokenizer has left out: its error is known.
  if (p.token === T.OP) {
    skipClauses(p, body)
    faults.close(start.at, p.at)
    return
  }
  const { depth, blocks } = faults
  const known = blocks.length
  try {
    const compound = parseCompound(p)
    if (compound === undefined) parseLine(p, body, faults)
    else body.push(compound)
  } catch (error) {
    if (!isFailure(error)) throw error
    const kept = blocks.slice(known).filter((block) => block.depth === depth)
    faults.depth = depth
    faults.report(start.at)
    for (const block of kept) append(body, block.body)
    const last = kept.at(-1)
    p.reset(last === undefined ? start : { ...start, at: last.end })
    if (last === undefined) skipClauses(p, body)
    else while (orphans.has(p.token)) skipLine(p, body)
  }
  blocks.length = known
  if (faults.stray.length > 0) append(body, faults.stray.splice(0))
  faults.close(start.at, p.at)
}

/** Passes over a line, its block and the clauses behind it. */
function skipClauses(p: Window, body: ast.stmt[]): void {
  do skipLine(p, body)
  while (orphans.has(p.token))
}

/** As push, of any number. */
function append(body: ast.stmt[], more: readonly ast.stmt[]): void {
  for (const statement of more) body.push(statement)
}

/** No production fits; or the nesting is beyond our own stack, which is beyond CPython's. */
function isFailure(error: unknown): boolean {
  return error === failure || error instanceof RangeError
}

/** Parses the simple statements of a line, each by itself. */
function parseLine(p: Window, body: ast.stmt[], faults: Faults): void {
  let faulty = false
  do {
    const start = p.checkpoint()
    const { length } = body
    try {
      body.push(parseSimple(p))
      if (p.token === T.SEMI || p.token === T.NEWLINE) continue
    } catch (error) {
      if (!isFailure(error)) throw error
    }
    body.length = length
    p.reset(start)
    faults.report(start.at)
    faulty = true
    skipStatement(p, start)
  } while (p.accept(T.SEMI) && p.token !== T.NEWLINE)
  p.accept(T.NEWLINE)
  if (faulty) keepBlock(p, body)
}

/** Passes over tokens up to the next `;` outside brackets, or to the end of the line. */
function skipStatement(p: Window, start: Checkpoint): void {
  let level = 0
  while (p.token !== T.NEWLINE && p.token !== T.INDENT && !atEnd(p)) {
    if (p.token === T.SEMI && level <= 0) return
    if (p.token === T.LPAR || p.token === T.LSQB || p.token === T.LBRACE) level++
    else if (p.token === T.RPAR || p.token === T.RSQB || p.token === T.RBRACE) level--
    p.advance()
  }
  // A block that belongs to nothing is passed over by `keepBlock`; anything else must not stay.
  if (p.at === start.at && p.token !== T.INDENT && !atEnd(p)) p.advance()
}

/** Passes over tokens up to the end of the line, and reads the block behind it, if one is there. */
function skipLine(p: Window, body: ast.stmt[]): void {
  while (p.token !== T.NEWLINE && p.token !== T.INDENT && !atEnd(p)) p.advance()
  p.accept(T.NEWLINE)
  keepBlock(p, body)
}

function keepBlock(p: Window, body: ast.stmt[]): void {
  if (!p.accept(T.INDENT)) return
  while (p.token !== T.DEDENT && !atEnd(p)) parseStatement(p, body)
  p.accept(T.DEDENT)
}

function atEnd(p: Window): boolean {
  return p.token === T.ENDMARKER || p.token === T.ERRORTOKEN
}

/** Reads the `case` blocks of a `match`, up to its end; one that does not parse is reported and passed over. */
export function parseCasesOrSkip(p: Window, faults: Faults, parseCase: (p: Window) => ast.match_case): ast.match_case[] {
  const cases: ast.match_case[] = []
  const { depth } = faults
  faults.depth++
  while (p.token !== T.DEDENT && !atEnd(p)) {
    const start = p.checkpoint()
    const known = faults.blocks.length
    const inner = faults.depth
    try {
      cases.push(parseCase(p))
    } catch (error) {
      if (!isFailure(error)) throw error
      faults.depth = inner
      p.reset(start)
      faults.report(start.at, 'case_block')
      const kept: ast.stmt[] = []
      skipLine(p, kept)
      append(faults.stray, kept)
    }
    faults.blocks.length = known
  }
  faults.depth = depth
  return cases
}
