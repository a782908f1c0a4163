// Constants, unary and binary operators.
import type { BinOp, Visitor, expr, unaryop } from '@pellucid/ast'
import { intrinsic1Codes, opcodes as op } from '@pellucid/opcode-spec'
import type { Emitter } from './emitter.ts'
import { binaryCodes } from './targets.ts'

const unaryCodes: { readonly [name in Exclude<unaryop['nodeType'], 'UAdd'>]: number } = {
  Invert: op.UNARY_INVERT,
  Not: op.UNARY_NOT,
  USub: op.UNARY_NEGATIVE,
}

/** `a + b + c + …` leans to the left, sometimes very far: walk down to a without recursion. */
function binaryOperation(c: Emitter, node: BinOp): void {
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
    c.expr(node.operand)
    const operator = node.op.nodeType
    if (operator === 'UAdd') c.opI(op.CALL_INTRINSIC_1, intrinsic1Codes.INTRINSIC_UNARY_POSITIVE, node)
    else {
      if (operator === 'Not') c.op(op.TO_BOOL, node)
      c.op(unaryCodes[operator], node)
    }
  },
}
