// Loops and what leaves them: for, while, async for, break, continue, return.
import type { Located, Return, Visitor, stmt } from '@pellucid/ast'
import { opcodes as op } from '@pellucid/opcode-spec'
import { control, generators } from '../errors.ts'
import { jumpIf } from './branches.ts'
import type { Emitter } from './emitter.ts'
import { popBlock, pushBlock, unwind, unwindAll, unwindToLoop, yieldFrom } from './frame-blocks.ts'
import { nowhere } from './unit.ts'

/** Leave the loop at the top of the iteration: the iterator is exhausted. */
export function endFor(c: Emitter): void {
  // A generator's exhaustion is reported at END_FOR, so it must come first.
  c.op(op.END_FOR, nowhere)
  c.op(op.POP_TOP, nowhere)
}

/** Fetch the next item of an async iterator; `stop` is where its end is handled. */
export function nextAsync(c: Emitter, stop: number, at: Located): void {
  c.jump(op.SETUP_FINALLY, stop, at)
  c.op(op.GET_ANEXT, at)
  c.loadConst(null, at)
  yieldFrom(c, true, at)
  c.op(op.POP_BLOCK, at)
}

function leaveLoop(c: Emitter, node: Located, isBreak: boolean): void {
  c.op(op.NOP, node)
  const { at, loop } = unwindToLoop(c, node)
  if (loop === null) {
    return c.diagnostics.error(isBreak ? control.breakOutsideLoop : control.continueOutsideLoop, node)
  }
  if (isBreak) c.jump(op.JUMP, loop.exit, unwind(c, at, loop, false))
  else c.jump(op.JUMP, loop.start, at)
}

function returnStatement(c: Emitter, node: Return): void {
  const { value } = node
  const { scope } = c.unit
  // A constant is loaded after the blocks are unwound: nothing then has to be kept below it.
  const preserve = value !== null && value.nodeType !== 'Constant'
  if (!scope.functionLike) c.diagnostics.error(generators.returnOutsideFunction, node)
  if (value !== null && scope.coroutine && scope.generator) {
    c.diagnostics.error(generators.returnValueInAsyncGenerator, node)
  }
  let at: Located = node
  if (preserve) {
    c.expr(value)
  } else if (value !== null) {
    at = value
    c.op(op.NOP, at)
  }
  if (value === null || value.lineno !== node.lineno) {
    at = node
    c.op(op.NOP, at)
  }
  at = unwindAll(c, at, preserve)
  if (value === null) c.loadConst(null, at)
  else if (value.nodeType === 'Constant') c.loadConst(value.value, at)
  c.op(op.RETURN_VALUE, at)
}

type LoopNodes = 'For' | 'While' | 'AsyncFor' | 'Break' | 'Continue' | 'Return'

export const loops: Pick<Visitor<stmt, Emitter>, LoopNodes> = {
  For(c, node) {
    const start = c.label()
    const cleanup = c.label()
    const exit = c.label()
    pushBlock(c, node, { type: 'for loop', start, exit })
    c.expr(node.iter)
    c.op(op.GET_ITER, node.iter)
    c.mark(start)
    c.jump(op.FOR_ITER, cleanup, node.iter)
    // Gives the line of a target on another line than the iterable.
    c.op(op.NOP, node.target)
    c.expr(node.target)
    c.stmts(node.body)
    c.jump(op.JUMP, start, nowhere)
    c.mark(cleanup)
    endFor(c)
    popBlock(c)
    c.stmts(node.orelse)
    c.mark(exit)
  },
  AsyncFor(c, node) {
    if (c.awaitsAtTopLevel) c.unit.scope.coroutine = true
    else if (c.unit.kind !== 'async function') c.diagnostics.error(generators.asyncForOutsideAsync, node)
    const start = c.label()
    const except = c.label()
    const exit = c.label()
    c.expr(node.iter)
    c.op(op.GET_AITER, node.iter)
    c.mark(start)
    pushBlock(c, node, { type: 'for loop', start, exit })
    nextAsync(c, except, node)
    c.expr(node.target)
    c.stmts(node.body)
    c.jump(op.JUMP, start, nowhere)
    popBlock(c)
    c.mark(except)
    c.op(op.END_ASYNC_FOR, node.iter)
    c.stmts(node.orelse)
    c.mark(exit)
  },
  While(c, node) {
    const start = c.label()
    const body = c.label()
    const exit = c.label()
    const anchor = c.label()
    c.mark(start)
    pushBlock(c, node, { type: 'while loop', start, exit })
    jumpIf(c, node.test, anchor, false)
    c.mark(body)
    c.stmts(node.body)
    // The test is emitted again at the end: one jump less in each round.
    jumpIf(c, node.test, body, true)
    popBlock(c)
    c.mark(anchor)
    c.stmts(node.orelse)
    c.mark(exit)
  },
  Break: (c, node) => leaveLoop(c, node, true),
  Continue: (c, node) => leaveLoop(c, node, false),
  Return: returnStatement,
}
