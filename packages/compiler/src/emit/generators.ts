// Expressions that suspend: yield, yield from, await.
import type { Located, Visitor, expr } from '@pellucid/ast'
import { intrinsic1Codes, opcodes as op } from '@pellucid/opcode-spec'
import { generators as messages } from '../errors.ts'
import { Instruction } from '../instruction.ts'
import type { Emitter } from './emitter.ts'
import { awaitTop, yieldFrom } from './frame-blocks.ts'
import { nowhere } from './unit.ts'

/** Yield the value on top; what is sent takes its place. */
export function yieldTop(c: Emitter, at: Located): void {
  const { scope } = c.unit
  if (scope.generator && scope.coroutine) {
    c.opI(op.CALL_INTRINSIC_1, intrinsic1Codes.INTRINSIC_ASYNC_GEN_WRAP, at)
  }
  c.opI(op.YIELD_VALUE, 0, at)
  c.opI(op.RESUME, 1, at)
}

/** The whole body of a generator turns a StopIteration that leaves it into RuntimeError (PEP 479). */
export function guardStopIteration(c: Emitter): void {
  const handler = c.label()
  c.unit.sequence.prepend(new Instruction(op.SETUP_CLEANUP, handler, -1, -1, -1, -1))
  c.loadConst(null, nowhere)
  c.op(op.RETURN_VALUE, nowhere)
  c.mark(handler)
  c.opI(op.CALL_INTRINSIC_1, intrinsic1Codes.INTRINSIC_STOPITERATION_ERROR, nowhere)
  c.opI(op.RERAISE, 1, nowhere)
}

export const generatorExpressions: Pick<Visitor<expr, Emitter>, 'Yield' | 'YieldFrom' | 'Await'> = {
  Yield(c, node) {
    if (!c.unit.scope.functionLike) c.diagnostics.error(messages.yieldOutsideFunction, node)
    if (node.value !== null) c.expr(node.value)
    else c.loadConst(null, node)
    yieldTop(c, node)
  },
  YieldFrom(c, node) {
    if (!c.unit.scope.functionLike) c.diagnostics.error(messages.yieldFromOutsideFunction, node)
    if (c.unit.kind === 'async function') c.diagnostics.error(messages.yieldFromInAsync, node)
    c.expr(node.value)
    c.op(op.GET_YIELD_FROM_ITER, node)
    c.loadConst(null, node)
    yieldFrom(c, false, node)
  },
  Await(c, node) {
    if (!c.awaitsAtTopLevel) {
      const { kind, scope } = c.unit
      if (!scope.functionLike) c.diagnostics.error(messages.awaitOutsideFunction, node)
      if (kind !== 'async function' && kind !== 'comprehension') {
        c.diagnostics.error(messages.awaitOutsideAsync, node)
      }
    }
    c.expr(node.value)
    awaitTop(c, 0, node)
  },
}
