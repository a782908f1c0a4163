// Frame blocks: what `break`, `continue` and `return` must undo on their way out.
import type { Located, stmt } from '@pellucid/ast'
import { control } from '../errors.ts'
import type { Emitter } from './emitter.ts'
import { opcodes as op } from '@pellucid/opcode-spec'
import { emitName } from './names.ts'
import { nowhere } from './unit.ts'

/** CPython's CO_MAXBLOCKS. */
const MAX_BLOCKS = 21

export type FrameBlock =
  | { readonly type: 'while loop' | 'for loop'; readonly start: number; readonly exit: number }
  | { readonly type: 'try' | 'handler' | 'group handler' | 'value' | 'finally end' }
  | { readonly type: 'async comprehension' | 'generator' }
  | { readonly type: 'finally'; readonly body: readonly stmt[] }
  | { readonly type: 'with' | 'async with'; readonly at: Located }
  | { readonly type: 'handler body'; readonly name: string | null }

export type Loop = Extract<FrameBlock, { start: number }>

export function pushBlock(c: Emitter, at: Located, block: FrameBlock): void {
  const { frameBlocks } = c.unit
  if (frameBlocks.length >= MAX_BLOCKS) c.diagnostics.error(control.tooManyBlocks, at)
  frameBlocks.push(block)
}

export function popBlock(c: Emitter): void {
  c.unit.frameBlocks.pop()
}

/** `block` is left by a jump: run what it owes. The answer is the location for what follows. */
export function unwind(c: Emitter, at: Located, block: FrameBlock, preserveTop: boolean): Located {
  switch (block.type) {
    case 'while loop':
    case 'handler':
    case 'group handler':
    case 'async comprehension':
    case 'generator':
      return at
    case 'for loop':
    case 'value':
      if (preserveTop) c.opI(op.SWAP, 2, at)
      c.op(op.POP_TOP, at)
      return at
    case 'try':
      c.op(op.POP_BLOCK, at)
      return at
    case 'finally':
      c.op(op.POP_BLOCK, at)
      if (preserveTop) pushBlock(c, at, { type: 'value' })
      c.stmts(block.body)
      if (preserveTop) popBlock(c)
      // The finally body runs after the statement that leaves, so what follows it has no line.
      return nowhere
    case 'finally end':
      if (preserveTop) c.opI(op.SWAP, 2, at)
      c.op(op.POP_TOP, at)
      if (preserveTop) c.opI(op.SWAP, 2, at)
      c.op(op.POP_BLOCK, at)
      c.op(op.POP_EXCEPT, at)
      return at
    case 'with':
    case 'async with':
      return unwindWith(c, block.at, block.type === 'async with', preserveTop)
    case 'handler body':
      return unwindHandler(c, at, block.name, preserveTop)
  }
}

function unwindWith(c: Emitter, at: Located, isAsync: boolean, preserveTop: boolean): Located {
  c.op(op.POP_BLOCK, at)
  if (preserveTop) c.opI(op.SWAP, 2, at)
  callExitWithNones(c, at)
  if (isAsync) awaitTop(c, 2, at)
  c.op(op.POP_TOP, at)
  return nowhere
}

function unwindHandler(c: Emitter, at: Located, name: string | null, preserveTop: boolean): Located {
  if (name !== null) c.op(op.POP_BLOCK, at)
  if (preserveTop) c.opI(op.SWAP, 2, at)
  c.op(op.POP_BLOCK, at)
  c.op(op.POP_EXCEPT, at)
  if (name !== null) {
    c.loadConst(null, at)
    emitName(c, name, 'Store', at)
    emitName(c, name, 'Del', at)
  }
  return at
}

/** Unwind all blocks, or those inside the innermost loop; the loop is then in `found`. */
export function unwindAll(c: Emitter, at: Located, preserveTop: boolean): Located {
  return unwindInner(c, at, preserveTop, null)
}

/** Unwind what lies inside the innermost loop, and report the loop. */
export function unwindToLoop(c: Emitter, at: Located): { readonly at: Located; readonly loop: Loop | null } {
  const found: { loop: Loop | null } = { loop: null }
  const left = unwindInner(c, at, false, found)
  return { at: left, loop: found.loop }
}

function unwindInner(
  c: Emitter,
  at: Located,
  preserveTop: boolean,
  found: { loop: Loop | null } | null,
): Located {
  const { frameBlocks } = c.unit
  const top = frameBlocks[frameBlocks.length - 1]
  if (top === undefined) return at
  if (top.type === 'group handler') return c.diagnostics.error(control.leavesExceptStar, at)
  if (found !== null && (top.type === 'while loop' || top.type === 'for loop')) {
    found.loop = top
    return at
  }
  frameBlocks.pop()
  const left = unwindInner(c, unwind(c, at, top, preserveTop), preserveTop, found)
  frameBlocks.push(top)
  return left
}

/** `__exit__(None, None, None)`, the exit function being on the stack. */
export function callExitWithNones(c: Emitter, at: Located): void {
  c.loadConst(null, at)
  c.loadConst(null, at)
  c.loadConst(null, at)
  c.opI(op.CALL, 2, at)
}

/** Await the value on top; `where` tells GET_AWAITABLE which protocol made it. */
export function awaitTop(c: Emitter, where: number, at: Located): void {
  c.opI(op.GET_AWAITABLE, where, at)
  c.loadConst(null, at)
  yieldFrom(c, true, at)
}

/** The loop of `yield from` and `await`: send until the other side stops. */
export function yieldFrom(c: Emitter, isAwait: boolean, at: Located): void {
  const send = c.label()
  const fail = c.label()
  const exit = c.label()
  c.mark(send)
  c.jump(op.SEND, exit, at)
  // A virtual try: YIELD_VALUE raises only when the generator is closed or thrown into.
  c.jump(op.SETUP_FINALLY, fail, at)
  c.opI(op.YIELD_VALUE, 1, at)
  c.op(op.POP_BLOCK, nowhere)
  c.opI(op.RESUME, isAwait ? 3 : 2, at)
  c.jump(op.JUMP_NO_INTERRUPT, send, at)
  c.mark(fail)
  c.op(op.CLEANUP_THROW, at)
  c.mark(exit)
  c.op(op.END_SEND, at)
}
