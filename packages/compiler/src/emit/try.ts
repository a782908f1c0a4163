// try, except, except*, finally. The body of `finally` is emitted once for each way out of the statement.
import type { ExceptHandler, Located, Try, TryStar, Visitor, stmt } from '@pellucid/ast'
import { intrinsic2Codes, opcodes as op } from '@pellucid/opcode-spec'
import { control } from '../errors.ts'
import type { Emitter } from './emitter.ts'
import { popBlock, pushBlock } from './frame-blocks.ts'
import { emitName } from './names.ts'
import { nowhere } from './unit.ts'

/** Give up on the exception being handled, and raise the one on top: [exc_info, lasti, exc]. */
export function popExceptAndReraise(c: Emitter, at: Located): void {
  c.opI(op.COPY, 3, at)
  c.op(op.POP_EXCEPT, at)
  c.opI(op.RERAISE, 1, at)
}

/** `name = None; del name`, which ends every `except … as name`. */
function clearName(c: Emitter, name: string | null): void {
  if (name === null) return
  c.loadConst(null, nowhere)
  emitName(c, name, 'Store', nowhere)
  emitName(c, name, 'Del', nowhere)
}

function tryFinally(c: Emitter, node: Try | TryStar, handlers: () => void): void {
  const end = c.label()
  const exit = c.label()
  const cleanup = c.label()
  c.jump(op.SETUP_FINALLY, end, node)
  pushBlock(c, node, { type: 'finally', body: node.finalbody })
  if (node.handlers.length > 0) handlers()
  else c.stmts(node.body)
  c.op(op.POP_BLOCK, nowhere)
  popBlock(c)
  c.stmts(node.finalbody)
  c.jump(op.JUMP_NO_INTERRUPT, exit, nowhere)
  c.mark(end)
  c.jump(op.SETUP_CLEANUP, cleanup, nowhere)
  c.op(op.PUSH_EXC_INFO, nowhere)
  pushBlock(c, nowhere, { type: 'finally end' })
  c.stmts(node.finalbody)
  popBlock(c)
  c.opI(op.RERAISE, 0, nowhere)
  c.mark(cleanup)
  popExceptAndReraise(c, nowhere)
  c.mark(exit)
}

function tryExcept(c: Emitter, node: Try): void {
  const except = c.label()
  const end = c.label()
  const cleanup = c.label()
  c.jump(op.SETUP_FINALLY, except, node)
  pushBlock(c, node, { type: 'try' })
  c.stmts(node.body)
  popBlock(c)
  c.op(op.POP_BLOCK, nowhere)
  c.stmts(node.orelse)
  c.jump(op.JUMP_NO_INTERRUPT, end, nowhere)
  c.mark(except)
  c.jump(op.SETUP_CLEANUP, cleanup, nowhere)
  c.op(op.PUSH_EXC_INFO, nowhere)
  pushBlock(c, node, { type: 'handler' })
  node.handlers.forEach((handler, i) => {
    if (handler.type === null && i < node.handlers.length - 1) {
      c.diagnostics.error(control.defaultExceptNotLast, handler)
    }
    exceptHandler(c, handler, end)
  })
  popBlock(c)
  c.opI(op.RERAISE, 0, nowhere)
  c.mark(cleanup)
  popExceptAndReraise(c, nowhere)
  c.mark(end)
}

function exceptHandler(c: Emitter, node: ExceptHandler, end: number): void {
  const next = c.label()
  if (node.type !== null) {
    c.expr(node.type)
    c.op(op.CHECK_EXC_MATCH, node)
    c.jump(op.POP_JUMP_IF_FALSE, next, node)
  }
  const { name } = node
  if (name === null) c.op(op.POP_TOP, node)
  else emitName(c, name, 'Store', node)
  // With a name the body is itself `try: … finally: name = None; del name`.
  const failed = c.label()
  if (name !== null) c.jump(op.SETUP_CLEANUP, failed, node)
  pushBlock(c, node, { type: 'handler body', name })
  c.stmts(node.body)
  popBlock(c)
  if (name !== null) c.op(op.POP_BLOCK, nowhere)
  c.op(op.POP_BLOCK, nowhere)
  c.op(op.POP_EXCEPT, nowhere)
  clearName(c, name)
  c.jump(op.JUMP_NO_INTERRUPT, end, nowhere)
  if (name !== null) {
    c.mark(failed)
    clearName(c, name)
    c.opI(op.RERAISE, 1, nowhere)
  }
  c.mark(next)
}

function tryExceptStar(c: Emitter, node: TryStar): void {
  const except = c.label()
  const orelse = c.label()
  const end = c.label()
  const cleanup = c.label()
  const reraiseStar = c.label()
  c.jump(op.SETUP_FINALLY, except, node)
  pushBlock(c, node, { type: 'try' })
  c.stmts(node.body)
  popBlock(c)
  c.op(op.POP_BLOCK, nowhere)
  c.jump(op.JUMP_NO_INTERRUPT, orelse, nowhere)
  c.mark(except)
  c.jump(op.SETUP_CLEANUP, cleanup, nowhere)
  c.op(op.PUSH_EXC_INFO, nowhere)
  pushBlock(c, node, { type: 'group handler' })
  node.handlers.forEach((handler, i) => {
    if (i === 0) {
      // [orig] → [orig, raised, rest]: what handlers raise is collected, what none matches remains.
      c.opI(op.BUILD_LIST, 0, handler)
      c.opI(op.COPY, 2, handler)
    }
    starHandler(c, handler)
    if (i === node.handlers.length - 1) {
      c.opI(op.LIST_APPEND, 1, nowhere)
      c.jump(op.JUMP_NO_INTERRUPT, reraiseStar, nowhere)
    }
  })
  popBlock(c)
  reraiseCollected(c, reraiseStar, end)
  c.mark(cleanup)
  popExceptAndReraise(c, nowhere)
  c.mark(orelse)
  c.stmts(node.orelse)
  c.mark(end)
}

function starHandler(c: Emitter, node: ExceptHandler): void {
  const next = c.label()
  const withError = c.label()
  const noMatch = c.label()
  if (node.type !== null) {
    c.expr(node.type)
    c.op(op.CHECK_EG_MATCH, node)
    c.opI(op.COPY, 1, node)
    c.jump(op.POP_JUMP_IF_NONE, noMatch, node)
  }
  const failed = c.label()
  const { name } = node
  if (name === null) c.op(op.POP_TOP, node)
  else emitName(c, name, 'Store', node)
  c.jump(op.SETUP_CLEANUP, failed, node)
  pushBlock(c, node, { type: 'handler body', name })
  c.stmts(node.body)
  popBlock(c)
  c.op(op.POP_BLOCK, nowhere)
  clearName(c, name)
  c.jump(op.JUMP_NO_INTERRUPT, next, nowhere)
  c.mark(failed)
  clearName(c, name)
  c.opI(op.LIST_APPEND, 3, nowhere)
  c.op(op.POP_TOP, nowhere)
  c.jump(op.JUMP_NO_INTERRUPT, withError, nowhere)
  c.mark(next)
  // Holds a location that later passes propagate.
  c.op(op.NOP, nowhere)
  c.jump(op.JUMP_NO_INTERRUPT, withError, nowhere)
  c.mark(noMatch)
  c.op(op.POP_TOP, node)
  c.mark(withError)
}

function reraiseCollected(c: Emitter, start: number, end: number): void {
  const reraise = c.label()
  c.mark(start)
  c.opI(op.CALL_INTRINSIC_2, intrinsic2Codes.INTRINSIC_PREP_RERAISE_STAR, nowhere)
  c.opI(op.COPY, 1, nowhere)
  c.jump(op.POP_JUMP_IF_NOT_NONE, reraise, nowhere)
  c.op(op.POP_TOP, nowhere)
  c.op(op.POP_BLOCK, nowhere)
  c.op(op.POP_EXCEPT, nowhere)
  c.jump(op.JUMP_NO_INTERRUPT, end, nowhere)
  c.mark(reraise)
  c.op(op.POP_BLOCK, nowhere)
  c.opI(op.SWAP, 2, nowhere)
  c.op(op.POP_EXCEPT, nowhere)
  c.opI(op.RERAISE, 0, nowhere)
}

export const tries: Pick<Visitor<stmt, Emitter>, 'Try' | 'TryStar' | 'Raise'> = {
  Try(c, node) {
    if (node.finalbody.length > 0) tryFinally(c, node, () => tryExcept(c, node))
    else tryExcept(c, node)
  },
  TryStar(c, node) {
    if (node.finalbody.length > 0) tryFinally(c, node, () => tryExceptStar(c, node))
    else tryExceptStar(c, node)
  },
  Raise(c, node) {
    let count = 0
    if (node.exc !== null) {
      c.expr(node.exc)
      count++
      if (node.cause !== null) {
        c.expr(node.cause)
        count++
      }
    }
    c.opI(op.RAISE_VARARGS, count, node)
  },
}
