// Tests and jumps: if, conditional expressions, boolean operators, comparisons, assert.
import type { BoolOp, Compare, If, Located, Visitor, cmpop, expr, stmt } from '@pellucid/ast'
import { opcodes as op } from '@pellucid/opcode-spec'
import { warnings } from '../errors.ts'
import { checkCompare } from './checks.ts'
import type { Emitter } from './emitter.ts'
import { nowhere } from './unit.ts'

/** COMPARE_OP's argument: the operator above bit 5, below it the outcomes that make it true. */
const compareArguments: { readonly [operator: string]: number } = {
  Lt: 0 << 5 | 2,
  LtE: 1 << 5 | 2 | 8,
  Eq: 2 << 5 | 8,
  NotEq: 3 << 5 | 1 | 2 | 4,
  Gt: 4 << 5 | 4,
  GtE: 5 << 5 | 4 | 8,
}

export function emitComparison(c: Emitter, operator: cmpop['nodeType'], at: Located): void {
  switch (operator) {
    case 'Is':
      return c.opI(op.IS_OP, 0, at)
    case 'IsNot':
      return c.opI(op.IS_OP, 1, at)
    case 'In':
      return c.opI(op.CONTAINS_OP, 0, at)
    case 'NotIn':
      return c.opI(op.CONTAINS_OP, 1, at)
    default:
      return c.opI(op.COMPARE_OP, compareArguments[operator] as number, at)
  }
}

function popJump(c: Emitter, condition: boolean, label: number, at: Located): void {
  c.op(op.TO_BOOL, at)
  c.jump(condition ? op.POP_JUMP_IF_TRUE : op.POP_JUMP_IF_FALSE, label, at)
}

/** Jump to `target` when the truth of the expression is `wanted`, else go on. */
export function jumpIf(c: Emitter, whole: expr, target: number, wanted: boolean): void {
  let node = whole
  let condition = wanted
  while (node.nodeType === 'UnaryOp' && node.op.nodeType === 'Not') {
    node = node.operand
    condition = !condition
  }
  switch (node.nodeType) {
    case 'BoolOp':
      return jumpIfBoolOp(c, node, target, condition)
    case 'IfExp': {
      const end = c.label()
      const otherwise = c.label()
      jumpIf(c, node.test, otherwise, false)
      jumpIf(c, node.body, target, condition)
      c.jump(op.JUMP_NO_INTERRUPT, end, nowhere)
      c.mark(otherwise)
      jumpIf(c, node.orelse, target, condition)
      return c.mark(end)
    }
    case 'Compare':
      if (node.ops.length > 1) return jumpIfChain(c, node, target, condition)
      break
  }
  c.expr(node)
  popJump(c, condition, target, node)
}

function jumpIfBoolOp(c: Emitter, node: BoolOp, target: number, condition: boolean): void {
  const { values } = node
  const isOr = node.op.nodeType === 'Or'
  // `a and b` that must jump when true has to get past b when a is false.
  const shortcut = isOr === condition ? target : c.label()
  const last = values.length - 1
  for (let i = 0; i < last; i++) jumpIf(c, values[i] as expr, shortcut, isOr)
  jumpIf(c, values[last] as expr, target, condition)
  if (shortcut !== target) c.mark(shortcut)
}

/** `a < b < c`: each middle operand is evaluated once and kept for the next comparison. */
function comparisonChain(c: Emitter, node: Compare, link: () => void): void {
  const last = node.ops.length - 1
  c.expr(node.left)
  for (let i = 0; i < last; i++) {
    c.expr(node.comparators[i] as expr)
    c.opI(op.SWAP, 2, node)
    c.opI(op.COPY, 2, node)
    emitComparison(c, (node.ops[i] as cmpop).nodeType, node)
    link()
  }
  c.expr(node.comparators[last] as expr)
  emitComparison(c, (node.ops[last] as cmpop).nodeType, node)
}

function jumpIfChain(c: Emitter, node: Compare, target: number, condition: boolean): void {
  checkCompare(c, node)
  const cleanup = c.label()
  comparisonChain(c, node, () => popJump(c, false, cleanup, node))
  popJump(c, condition, target, node)
  const end = c.label()
  c.jump(op.JUMP_NO_INTERRUPT, end, nowhere)
  c.mark(cleanup)
  c.op(op.POP_TOP, node)
  if (!condition) c.jump(op.JUMP_NO_INTERRUPT, target, nowhere)
  c.mark(end)
}

/** A chain of `elif` is nested in the tree but emitted as the list it is in the source. */
function conditional(c: Emitter, node: If): void {
  const ends: number[] = []
  for (let link = node; ; ) {
    const end = c.label()
    const hasElse = link.orelse.length > 0
    const next = hasElse ? c.label() : end
    ends.push(end)
    jumpIf(c, link.test, next, false)
    c.stmts(link.body)
    if (!hasElse) break
    c.jump(op.JUMP_NO_INTERRUPT, end, nowhere)
    c.mark(next)
    const inner = link.orelse[0] as stmt
    if (link.orelse.length !== 1 || inner.nodeType !== 'If') {
      c.stmts(link.orelse)
      break
    }
    link = inner
  }
  for (let i = ends.length - 1; i >= 0; i--) c.mark(ends[i] as number)
}

export const branchExpressions: Pick<Visitor<expr, Emitter>, 'BoolOp' | 'Compare' | 'IfExp'> = {
  BoolOp(c, node) {
    const { values } = node
    const jump = node.op.nodeType === 'And' ? op.POP_JUMP_IF_FALSE : op.POP_JUMP_IF_TRUE
    const end = c.label()
    const last = values.length - 1
    for (let i = 0; i < last; i++) {
      c.expr(values[i] as expr)
      c.opI(op.COPY, 1, node)
      c.op(op.TO_BOOL, node)
      c.jump(jump, end, node)
      c.op(op.POP_TOP, node)
    }
    c.expr(values[last] as expr)
    c.mark(end)
  },
  Compare(c, node) {
    checkCompare(c, node)
    if (node.ops.length === 1) {
      c.expr(node.left)
      c.expr(node.comparators[0] as expr)
      return emitComparison(c, (node.ops[0] as cmpop).nodeType, node)
    }
    const cleanup = c.label()
    comparisonChain(c, node, () => {
      c.opI(op.COPY, 1, node)
      popJump(c, false, cleanup, node)
      c.op(op.POP_TOP, node)
    })
    const end = c.label()
    c.jump(op.JUMP_NO_INTERRUPT, end, nowhere)
    c.mark(cleanup)
    c.opI(op.SWAP, 2, node)
    c.op(op.POP_TOP, node)
    c.mark(end)
  },
  IfExp(c, node) {
    // `a if b else c if d else …` nests at its end: all the ends are one place.
    const end = c.label()
    let link: expr = node
    while (link.nodeType === 'IfExp') {
      const otherwise = c.label()
      jumpIf(c, link.test, otherwise, false)
      c.expr(link.body)
      c.jump(op.JUMP_NO_INTERRUPT, end, nowhere)
      c.mark(otherwise)
      link = link.orelse
    }
    c.expr(link)
    c.mark(end)
  },
}

export const branchStatements: Pick<Visitor<stmt, Emitter>, 'If' | 'Assert'> = {
  If: conditional,
  Assert(c, node) {
    const { test } = node
    const isTuple =
      test.nodeType === 'Tuple'
        ? test.elts.length > 0
        : test.nodeType === 'Constant' && Array.isArray(test.value) && test.value.length > 0
    if (isTuple) c.diagnostics.warn(warnings.assertTuple, node)
    if (c.settings.optimize > 0) return
    const end = c.label()
    jumpIf(c, test, end, true)
    c.op(op.LOAD_ASSERTION_ERROR, node)
    if (node.msg !== null) {
      c.expr(node.msg)
      c.opI(op.CALL, 0, node)
    }
    c.opI(op.RAISE_VARARGS, 1, test)
    c.mark(end)
  },
}
