// with and async with.
import type { AsyncWith, Located, Visitor, With, stmt, withitem } from '@pellucid/ast'
import { opcodes as op } from '@pellucid/opcode-spec'
import { generators } from '../errors.ts'
import type { Emitter } from './emitter.ts'
import { awaitTop, callExitWithNones, popBlock, pushBlock } from './frame-blocks.ts'
import { popExceptAndReraise } from './try.ts'
import { nowhere } from './unit.ts'

/** The manager `position` of the statement, and inside it all that follow. */
function withItem(c: Emitter, node: With | AsyncWith, position: number): void {
  const item = node.items[position] as withitem
  const isAsync = node.nodeType === 'AsyncWith'
  const at = item.context_expr
  if (isAsync) {
    if (c.awaitsAtTopLevel) c.unit.scope.coroutine = true
    else if (c.unit.kind !== 'async function') c.diagnostics.error(generators.asyncWithOutsideAsync, node)
  }
  const final = c.label()
  const exit = c.label()
  const cleanup = c.label()
  c.expr(item.context_expr)
  c.op(isAsync ? op.BEFORE_ASYNC_WITH : op.BEFORE_WITH, at)
  if (isAsync) awaitTop(c, 1, at)
  c.jump(op.SETUP_WITH, final, at)
  pushBlock(c, at, { type: isAsync ? 'async with' : 'with', at })
  if (item.optional_vars !== null) c.expr(item.optional_vars)
  else c.op(op.POP_TOP, at)
  if (position + 1 === node.items.length) c.stmts(node.body)
  else withItem(c, node, position + 1)
  c.op(op.POP_BLOCK, isAsync ? at : nowhere)
  popBlock(c)
  callExitWithNones(c, at)
  if (isAsync) awaitTop(c, 2, at)
  c.op(op.POP_TOP, at)
  c.jump(op.JUMP, exit, at)
  c.mark(final)
  exceptionalExit(c, isAsync, cleanup, at)
  c.mark(exit)
}

/** An exception left the body: ask `__exit__` whether to swallow it. */
function exceptionalExit(c: Emitter, isAsync: boolean, cleanup: number, at: Located): void {
  c.jump(op.SETUP_CLEANUP, cleanup, at)
  c.op(op.PUSH_EXC_INFO, at)
  c.op(op.WITH_EXCEPT_START, at)
  if (isAsync) awaitTop(c, 2, at)
  const suppress = c.label()
  c.op(op.TO_BOOL, nowhere)
  c.jump(op.POP_JUMP_IF_TRUE, suppress, nowhere)
  c.opI(op.RERAISE, 2, nowhere)
  c.mark(suppress)
  c.op(op.POP_TOP, nowhere)
  c.op(op.POP_BLOCK, nowhere)
  c.op(op.POP_EXCEPT, nowhere)
  c.op(op.POP_TOP, nowhere)
  c.op(op.POP_TOP, nowhere)
  const end = c.label()
  c.jump(op.JUMP_NO_INTERRUPT, end, nowhere)
  c.mark(cleanup)
  popExceptAndReraise(c, nowhere)
  c.mark(end)
}

export const withs: Pick<Visitor<stmt, Emitter>, 'With' | 'AsyncWith'> = {
  With: (c, node) => withItem(c, node, 0),
  AsyncWith: (c, node) => withItem(c, node, 0),
}
