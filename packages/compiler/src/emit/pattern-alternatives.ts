// `a | b`: alternatives that bind the same names, brought to the same order on the stack.
import type { MatchOr, pattern } from '@pellucid/ast'
import { opcodes as op } from '@pellucid/opcode-spec'
import { patterns as messages } from '../errors.ts'
import type { Emitter } from './emitter.ts'
import { PatternContext, rotate } from './pattern-context.ts'

type EmitPattern = (c: Emitter, node: pattern, context: PatternContext) => void

/** Bring the captures of an alternative into the order of the first one, in the list and on the stack. */
function alignCaptures(
  c: Emitter,
  stores: string[],
  control: readonly string[],
  alternative: pattern,
): boolean {
  if (stores.length !== control.length) return false
  for (let target = control.length - 1; target >= 0; target--) {
    const found = stores.indexOf(control[target] as string)
    if (found === -1) return false
    if (found === target) continue
    const rotations = found + 1
    const rotated = stores.splice(0, rotations)
    stores.splice(target - found, 0, ...rotated)
    for (let i = 0; i < rotations; i++) rotate(c, target + 1, alternative)
  }
  return true
}

export function emitAlternatives(
  c: Emitter,
  node: MatchOr,
  context: PatternContext,
  emit: EmitPattern,
): void {
  const end = c.label()
  const last = node.patterns.length - 1
  let control: readonly string[] | undefined
  node.patterns.forEach((alternative, i) => {
    // An alternative that always matches must be the last.
    const inner = new PatternContext(i === last && context.mayBeIrrefutable)
    c.opI(op.COPY, 1, alternative)
    emit(c, alternative, inner)
    if (control === undefined) control = inner.stores
    else if (!alignCaptures(c, inner.stores, control, alternative)) {
      c.diagnostics.error(messages.differentNames, node)
    }
    c.jump(op.JUMP, end, alternative)
    inner.emitFailures(c, alternative)
  })
  // None matched: drop the copy of the subject.
  c.op(op.POP_TOP, node)
  context.jumpToFailure(c, op.JUMP, node)
  c.mark(end)
  const captured = control ?? []
  // The captures lie above the other stores, the copy of the subject and whatever must stay on top.
  const depth = captured.length + 1 + context.onTop + context.stores.length
  for (const name of captured) {
    rotate(c, depth, node)
    context.refuseDuplicate(c, name, node)
    context.stores.push(name)
  }
  c.op(op.POP_TOP, node)
}
