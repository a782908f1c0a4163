// match: the subject stays on the stack while patterns are tried; what they capture is stored only when a
// whole pattern has matched.
import type { Match, Visitor, match_case, stmt } from '@pellucid/ast'
import { opcodes as op } from '@pellucid/opcode-spec'
import { jumpIf } from './branches.ts'
import type { Emitter } from './emitter.ts'
import { emitName } from './names.ts'
import { PatternContext, isWildcard } from './pattern-context.ts'
import { emitPattern } from './patterns.ts'
import { nowhere } from './unit.ts'

function emitCase(
  c: Emitter,
  clause: match_case,
  isLast: boolean,
  mayBeIrrefutable: boolean,
  end: number,
): void {
  const { pattern, guard } = clause
  // The last case may consume the subject.
  if (!isLast) c.opI(op.COPY, 1, pattern)
  const context = new PatternContext(mayBeIrrefutable)
  emitPattern(c, pattern, context)
  for (const name of context.stores) emitName(c, name, 'Store', pattern)
  if (guard !== null) jumpIf(c, guard, context.failLabel(c, 0), false)
  if (!isLast) c.op(op.POP_TOP, pattern)
  c.stmts(clause.body)
  c.jump(op.JUMP, end, nowhere)
  // The cleanup belongs to the pattern that failed, not to the last line of the body.
  context.emitFailures(c, pattern)
}

function matchStatement(c: Emitter, node: Match): void {
  const { cases } = node
  c.expr(node.subject)
  const end = c.label()
  const last = cases[cases.length - 1] as match_case
  const hasDefault = isWildcard(last.pattern) && cases.length > 1
  const tested = hasDefault ? cases.length - 1 : cases.length
  for (let i = 0; i < tested; i++) {
    const clause = cases[i] as match_case
    emitCase(c, clause, i === tested - 1, clause.guard !== null || i === cases.length - 1, end)
  }
  if (hasDefault) {
    // `case _` needs no test; the NOP shows its line.
    c.op(op.NOP, last.pattern)
    if (last.guard !== null) jumpIf(c, last.guard, end, false)
    c.stmts(last.body)
  }
  c.mark(end)
}

export const matches: Pick<Visitor<stmt, Emitter>, 'Match'> = { Match: matchStatement }
