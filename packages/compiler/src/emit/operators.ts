// Constants, unary and binary operators.
import type { BinOp, UnaryOp, Visitor, expr, unaryop } from '@pellucid/ast'
import { intrinsic1Codes, opcodes as op } from '@pellucid/opcode-spec'
import type { Emitter } from './emitter.ts'
import { binaryCodes } from './targets.ts'

const unaryCodes: { readonly [name in Exclude<unaryop['nodeType'], 'UAdd'>]: number } = {
  Invert: op.UNARY_INVERT,
  Not: op.UNARY_NOT,
  USub: op.UNARY_NEGATIVE,
}

/** Operators nest at either end, sometimes very deep: they are walked with a list instead of recursion. */
function binaryOperation(c: Emitter, node: BinOp): void {
  if (node.left.nodeType === 'BinOp') leftOperations(c, node)
  else rightOperations(c, node)
}

/** `a ** b ** c ** …`. */
function rightOperations(c: Emitter, node: BinOp): void {
  const spine: BinOp[] = [node]
  c.expr(node.left)
  let right = node.right
  while (right.nodeType === 'BinOp' && right.left.nodeType !== 'BinOp') {
    spine.push(right)
    c.expr(right.left)
    right = right.right
  }
  c.expr(right)
  for (let i = spine.length - 1; i >= 0; i--) {
    const outer = spine[i] as BinOp
    c.opI(op.BINARY_OP, binaryCodes[outer.op.nodeType], outer)
  }
}

/** `a + b + c + …`. */
function leftOperations(c: Emitter, node: BinOp): void {
  const spine: BinOp[] = [node]
  let left = node.left
  while (left.nodeType === 'BinOp') {
    spine.push(left)
    left = left.left
  }
  c.expr(left)
  for (let i = spine.length - 1; i >= 0; i--) {
    const outer = spine[i] as BinOp
    c.expr(outer.right)
    c.opI(op.BINARY_OP, binaryCodes[outer.op.nodeType], outer)
  }
}

export const operators: Pick<Visitor<expr, Emitter>, 'Constant' | 'BinOp' | 'UnaryOp'> = {
  Constant: (c, node) => c.loadConst(node.value, node),
  BinOp: binaryOperation,
  UnaryOp(c, node) {
    const spine: UnaryOp[] = [node]
    let { operand } = node
    while (operand.nodeType === 'UnaryOp') {
      spine.push(operand)
      operand = operand.operand
    }
    c.expr(operand)
    for (let i = spine.length - 1; i >= 0; i--) unaryOperation(c, spine[i] as UnaryOp)
  },
}

function unaryOperation(c: Emitter, node: UnaryOp): void {
  const operator = node.op.nodeType
  if (operator === 'UAdd') {
    return c.opI(op.CALL_INTRINSIC_1, intrinsic1Codes.INTRINSIC_UNARY_POSITIVE, node)
  }
  if (operator === 'Not') c.op(op.TO_BOOL, node)
  c.op(unaryCodes[operator], node)
}
