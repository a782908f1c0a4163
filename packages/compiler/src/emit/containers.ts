// Displays: tuples, lists, sets, dicts, and unpacking into them.
import type { Dict, Located, Visitor, expr } from '@pellucid/ast'
import { intrinsic1Codes, opcodes as op } from '@pellucid/opcode-spec'
import type { Constant } from '@pellucid/primitives'
import { constantSet } from '../constant-set.ts'
import { targets as messages } from '../errors.ts'
import type { Emitter } from './emitter.ts'
import { emitName } from './names.ts'

/** More values than this are not kept on the stack at once. */
export const STACK_USE_GUIDELINE = 30

interface Display {
  readonly build: number
  readonly add: number
  readonly extend: number
  /** The list made is turned into a tuple. */
  readonly tuple: boolean
}
const list: Display = { build: op.BUILD_LIST, add: op.LIST_APPEND, extend: op.LIST_EXTEND, tuple: false }
const set: Display = { build: op.BUILD_SET, add: op.SET_ADD, extend: op.SET_UPDATE, tuple: false }
const tuple: Display = { ...list, tuple: true }

/** Whether all the expressions are constants, and which. */
export function constantsOf(nodes: readonly (expr | null)[]): Constant[] | null {
  const values: Constant[] = []
  for (const node of nodes) {
    if (node === null || node.nodeType !== 'Constant') return null
    values.push(node.value)
  }
  return values
}

function foldedDisplay(c: Emitter, values: Constant[], pushed: number, display: Display, at: Located): void {
  if (display.tuple && pushed === 0) return c.loadConst(values, at)
  c.opI(display.build, pushed, at)
  c.loadConst(display.add === op.SET_ADD ? constantSet(values) : values, at)
  c.opI(display.extend, 1, at)
  if (display.tuple) c.opI(op.CALL_INTRINSIC_1, intrinsic1Codes.INTRINSIC_LIST_TO_TUPLE, at)
}

/**
 * The elements of a display, some perhaps starred. `pushed` values are on the stack already, and `injected`
 * is a name that stands for one more element at the end.
 */
function emitDisplay(
  c: Emitter,
  elements: readonly expr[],
  display: Display,
  at: Located,
  pushed = 0,
  injected: string | null = null,
): void {
  const count = elements.length
  const folded = count > 2 ? constantsOf(elements) : null
  if (folded !== null) return foldedDisplay(c, folded, pushed, display, at)
  const total = count + pushed + (injected === null ? 0 : 1)
  const big = total > STACK_USE_GUIDELINE
  const starred = elements.some((element) => element.nodeType === 'Starred')
  if (!starred && !big) {
    c.exprs(elements)
    if (injected !== null) emitName(c, injected, 'Load', at)
    return c.opI(display.tuple ? op.BUILD_TUPLE : display.build, total, at)
  }
  let built = big
  if (big) c.opI(display.build, pushed, at)
  elements.forEach((element, i) => {
    if (element.nodeType === 'Starred') {
      if (!built) c.opI(display.build, i + pushed, at)
      built = true
      c.expr(element.value)
      c.opI(display.extend, 1, at)
    } else {
      c.expr(element)
      if (built) c.opI(display.add, 1, at)
    }
  })
  if (injected !== null) {
    emitName(c, injected, 'Load', at)
    c.opI(display.add, 1, at)
  }
  if (display.tuple) c.opI(op.CALL_INTRINSIC_1, intrinsic1Codes.INTRINSIC_LIST_TO_TUPLE, at)
}

/** The positional arguments of a call as one tuple. */
export function emitArgumentTuple(
  c: Emitter,
  elements: readonly expr[],
  at: Located,
  pushed: number,
  injected: string | null,
): void {
  emitDisplay(c, elements, tuple, at, pushed, injected)
}

/** Take the value on top apart, into the targets. */
function emitUnpacking(c: Emitter, elements: readonly expr[], at: Located): void {
  const count = elements.length
  let starred = false
  elements.forEach((element, i) => {
    if (element.nodeType !== 'Starred') return
    if (starred) c.diagnostics.error(messages.manyStarred, at)
    const after = count - i - 1
    if (i >= 1 << 8 || after >= 0x7fffffff >> 8) c.diagnostics.error(messages.tooManyForStar, at)
    c.opI(op.UNPACK_EX, i + (after << 8), at)
    starred = true
  })
  if (!starred) c.opI(op.UNPACK_SEQUENCE, count, at)
  for (const element of elements) c.expr(element.nodeType === 'Starred' ? element.value : element)
}

/** A run of `key: value` without `**`. */
function emitItems(c: Emitter, node: Dict, begin: number, end: number): void {
  const count = end - begin
  const big = count * 2 > STACK_USE_GUIDELINE
  const keys = count > 1 && !big ? constantsOf(node.keys.slice(begin, end)) : null
  if (keys !== null) {
    for (let i = begin; i < end; i++) c.expr(node.values[i] as expr)
    c.loadConst(keys, node)
    return c.opI(op.BUILD_CONST_KEY_MAP, count, node)
  }
  if (big) c.opI(op.BUILD_MAP, 0, node)
  for (let i = begin; i < end; i++) {
    c.expr(node.keys[i] as expr)
    c.expr(node.values[i] as expr)
    if (big) c.opI(op.MAP_ADD, 1, node)
  }
  if (!big) c.opI(op.BUILD_MAP, count, node)
}

function dictDisplay(c: Emitter, node: Dict): void {
  const count = node.values.length
  let haveDict = false
  let waiting = 0
  const flush = (end: number): void => {
    emitItems(c, node, end - waiting, end)
    if (haveDict) c.opI(op.DICT_UPDATE, 1, node)
    haveDict = true
    waiting = 0
  }
  for (let i = 0; i < count; i++) {
    if (node.keys[i] === null) {
      if (waiting > 0) flush(i)
      if (!haveDict) c.opI(op.BUILD_MAP, 0, node)
      haveDict = true
      c.expr(node.values[i] as expr)
      c.opI(op.DICT_UPDATE, 1, node)
    } else if (waiting++ * 2 > STACK_USE_GUIDELINE) {
      flush(i + 1)
    }
  }
  if (waiting > 0) flush(count)
  if (!haveDict) c.opI(op.BUILD_MAP, 0, node)
}

export const containers: Pick<Visitor<expr, Emitter>, 'Tuple' | 'List' | 'Set' | 'Dict'> = {
  Tuple(c, node) {
    if (node.ctx.nodeType === 'Load') emitDisplay(c, node.elts, tuple, node)
    else if (node.ctx.nodeType === 'Store') emitUnpacking(c, node.elts, node)
    else c.exprs(node.elts)
  },
  List(c, node) {
    if (node.ctx.nodeType === 'Load') emitDisplay(c, node.elts, list, node)
    else if (node.ctx.nodeType === 'Store') emitUnpacking(c, node.elts, node)
    else c.exprs(node.elts)
  },
  Set: (c, node) => emitDisplay(c, node.elts, set, node),
  Dict: dictDisplay,
}
