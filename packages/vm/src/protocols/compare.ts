// Rich comparison (https://docs.python.org/3.13/reference/expressions.html#comparisons).
import { Compare } from '../data/slots.ts'
import { isSubtype, typeOf } from '../data/type.ts'
import { NotImplemented, type Value } from '../data/values.ts'
import type { Thread } from '../thread.ts'
import { TypeError as PyTypeError } from './exceptions.ts'
import { same } from './identity.ts'
import { enterNative } from './native-depth.ts'
import { raise } from './raise.ts'
import { truth } from './truth.ts'

const swapped = [Compare.GT, Compare.GE, Compare.EQ, Compare.NE, Compare.LT, Compare.LE] as const
const symbols = ['<', '<=', '==', '!=', '>', '>='] as const

/** `left op right`: any object, as NumPy-like classes answer. */
export function compare(left: Value, right: Value, op: Compare, py: Thread): Value {
  if (typeof left === 'number' && typeof right === 'number') return compareNumbers(left, right, op)
  if (typeof left === 'string' && typeof right === 'string') return compareNumbers(left, right, op)
  return compareSlots(left, right, op, py)
}

function compareNumbers<T extends number | string>(left: T, right: T, op: Compare): boolean {
  switch (op) {
    case Compare.LT:
      return left < right
    case Compare.LE:
      return left <= right
    case Compare.EQ:
      return left === right
    case Compare.NE:
      return left !== right
    case Compare.GT:
      return left > right
    default:
      return left >= right
  }
}

function compareSlots(left: Value, right: Value, op: Compare, py: Thread): Value {
  enterNative(py, ' in comparison')
  try {
    return askSlots(left, right, op, py)
  } finally {
    py.nativeDepth--
  }
}

/** The slots of both classes in turn. */
function askSlots(left: Value, right: Value, op: Compare, py: Thread): Value {
  const leftType = typeOf(left)
  const rightType = typeOf(right)
  let reflectedDone = false
  if (leftType !== rightType && isSubtype(rightType, leftType) && rightType.slots.richcompare !== undefined) {
    reflectedDone = true
    const result = rightType.slots.richcompare(right, left, swapped[op], py)
    if (result !== NotImplemented) return result
  }
  if (leftType.slots.richcompare !== undefined) {
    const result = leftType.slots.richcompare(left, right, op, py)
    if (result !== NotImplemented) return result
  }
  if (!reflectedDone && rightType.slots.richcompare !== undefined) {
    const result = rightType.slots.richcompare(right, left, swapped[op], py)
    if (result !== NotImplemented) return result
  }
  if (op === Compare.EQ) return same(left, right)
  if (op === Compare.NE) return !same(left, right)
  const names = `'${leftType.tpName}' and '${rightType.tpName}'`
  return raise(PyTypeError, `'${symbols[op]}' not supported between instances of ${names}`)
}

/** `left is right or left == right`, as containers compare. */
export function equal(left: Value, right: Value, py: Thread): boolean {
  if (left === right) return true
  if (typeof left === 'string' && typeof right === 'string') return false
  if (typeof left === 'number' && typeof right === 'number') return false
  if (same(left, right)) return true
  return truth(compareSlots(left, right, Compare.EQ, py), py)
}

/** `left < right` as a truth value: what sorting asks. */
export function less(left: Value, right: Value, py: Thread): boolean {
  return truth(compare(left, right, Compare.LT, py), py)
}
