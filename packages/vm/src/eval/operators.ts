// BINARY_OP's argument as an operator.
import { binaryOperators, INPLACE_OFFSET } from '@pellucid/opcode-spec'
import { None, type Value } from '../data/values.ts'
import { binary, inplace, operators, power, type Operator } from '../protocols/number.ts'
import type { Thread } from '../thread.ts'

const bySymbol = new Map<string, Operator>(Object.values(operators).map((operator) => [operator.symbol, operator]))
const byNumber = binaryOperators.map(([, symbol], number) =>
  bySymbol.get(number >= INPLACE_OFFSET ? symbol.slice(0, -1) : symbol),
)

/** `left op right` for BINARY_OP's number; only `**` has no slot pair of the ordinary form. */
export function binaryByNumber(left: Value, right: Value, number: number, py: Thread): Value {
  const operator = byNumber[number]
  if (operator === undefined) return power(left, right, None, py, number >= INPLACE_OFFSET)
  return number >= INPLACE_OFFSET ? inplace(left, right, operator, py) : binary(left, right, operator, py)
}
