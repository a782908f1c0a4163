// Operators and comparisons where the loop's fast ways end.
import { binaryOperators, INPLACE_OFFSET } from '@pellucid/opcode-spec'
import type { Compare } from '../data/slots.ts'
import { None, PyFloat, type Value } from '../data/values.ts'
import { compare } from '../protocols/compare.ts'
import { binary, inplace, operators, power, type Operator } from '../protocols/number.ts'
import { truth } from '../protocols/truth.ts'
import type { Thread } from '../thread.ts'
import { floatType } from './hot-types.ts'

const bySymbol = new Map<string, Operator>(Object.values(operators).map((operator) => [operator.symbol, operator]))
const byNumber = binaryOperators.map(([, symbol], number) =>
  bySymbol.get(number >= INPLACE_OFFSET ? symbol.slice(0, -1) : symbol),
)

/** `left op right` for BINARY_OP's number; only `**` has no slot pair of the ordinary form. */
export function arithmetic(left: Value, right: Value, number: number, py: Thread): Value {
  const operator = byNumber[number]
  if (operator === undefined) return power(left, right, None, py, number >= INPLACE_OFFSET)
  return number >= INPLACE_OFFSET ? inplace(left, right, operator, py) : binary(left, right, operator, py)
}

/** `left op right` for COMPARE_OP's argument, which also says whether only its truth is wanted. */
export function comparison(left: Value, right: Value, arg: number, py: Thread): Value {
  const operator = arg >> 5
  if (left instanceof PyFloat && left.type === floatType) {
    if (right instanceof PyFloat && right.type === floatType) return compareNumbers(left.value, right.value, operator)
    if (typeof right === 'number') return compareNumbers(left.value, right, operator)
  } else if (typeof left === 'number' && right instanceof PyFloat && right.type === floatType) {
    return compareNumbers(left, right.value, operator)
  }
  const value = compare(left, right, operator as Compare, py)
  return (arg & 16) !== 0 ? truth(value, py) : value
}

function compareNumbers(left: number, right: number, operator: number): boolean {
  switch (operator) {
    case 0:
      return left < right
    case 1:
      return left <= right
    case 2:
      return left === right
    case 3:
      return left !== right
    case 4:
      return left > right
    default:
      return left >= right
  }
}
