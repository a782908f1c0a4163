// Binary, in-place and unary operators (https://docs.python.org/3.13/reference/datamodel.html#emulating-numeric-types).
import { PyBuiltin } from '../data/callables.ts'
import { PyComplex } from '../data/complex.ts'
import type { SlotName, Slots } from '../data/slots.ts'
import { isSubtype, typeOf } from '../data/type.ts'
import { None, NotImplemented, type Value } from '../data/values.ts'
import type { Thread } from '../thread.ts'
import { TypeError as PyTypeError } from './exceptions.ts'
import { size } from './index-number.ts'
import { raise } from './raise.ts'
import { hasSequenceTable } from './sequence-check.ts'

type BinarySlot =
  | 'add' | 'subtract' | 'multiply' | 'remainder' | 'divmod' | 'lshift' | 'rshift' | 'and' | 'xor' | 'or'
  | 'floorDivide' | 'trueDivide' | 'matrixMultiply'

/** The slots and symbol of one binary operator. */
export interface Operator {
  slot: BinarySlot
  inplace: SlotName
  symbol: string
}

/** Operators by the name of their slot. */
export const operators = {
  add: { slot: 'add', inplace: 'inplaceAdd', symbol: '+' },
  subtract: { slot: 'subtract', inplace: 'inplaceSubtract', symbol: '-' },
  multiply: { slot: 'multiply', inplace: 'inplaceMultiply', symbol: '*' },
  remainder: { slot: 'remainder', inplace: 'inplaceRemainder', symbol: '%' },
  divmod: { slot: 'divmod', inplace: 'divmod', symbol: 'divmod()' },
  lshift: { slot: 'lshift', inplace: 'inplaceLshift', symbol: '<<' },
  rshift: { slot: 'rshift', inplace: 'inplaceRshift', symbol: '>>' },
  and: { slot: 'and', inplace: 'inplaceAnd', symbol: '&' },
  xor: { slot: 'xor', inplace: 'inplaceXor', symbol: '^' },
  or: { slot: 'or', inplace: 'inplaceOr', symbol: '|' },
  floorDivide: { slot: 'floorDivide', inplace: 'inplaceFloorDivide', symbol: '//' },
  trueDivide: { slot: 'trueDivide', inplace: 'inplaceTrueDivide', symbol: '/' },
  matrixMultiply: { slot: 'matrixMultiply', inplace: 'inplaceMatrixMultiply', symbol: '@' },
} as const satisfies Record<BinarySlot, Operator>

/** Ask both operands' slots, the right one first when its class is a proper subclass that has another slot. */
function tryBinary(left: Value, right: Value, name: BinarySlot, py: Thread): Value {
  const leftType = typeOf(left)
  const rightType = typeOf(right)
  const leftSlot = leftType.slots[name]
  let rightSlot = leftType === rightType ? undefined : rightType.slots[name]
  if (rightSlot === leftSlot) rightSlot = undefined
  if (leftSlot !== undefined) {
    if (rightSlot !== undefined && isSubtype(rightType, leftType)) {
      const result = rightSlot(left, right, py)
      if (result !== NotImplemented) return result
      rightSlot = undefined
    }
    const result = leftSlot(left, right, py)
    if (result !== NotImplemented) return result
  }
  return rightSlot === undefined ? NotImplemented : rightSlot(left, right, py)
}

function unsupported(left: Value, right: Value, symbol: string): never {
  const names = `'${typeOf(left).tpName}' and '${typeOf(right).tpName}'`
  // Python 2's way to print elsewhere.
  const hint = symbol === '>>' && left instanceof PyBuiltin && left.definition.name === 'print'
  const advice = hint ? '. Did you mean "print(<message>, file=<output_stream>)"?' : ''
  return raise(PyTypeError, `unsupported operand type(s) for ${symbol}: ${names}${advice}`)
}

/** Sequence forms of + and *, tried after the numbers. */
function trySequence(left: Value, right: Value, slots: Slots, name: BinarySlot, inplace: boolean, py: Thread): Value {
  if (name === 'add') {
    const concat = (inplace ? slots.inplaceConcat : undefined) ?? slots.concat
    if (concat !== undefined) return concat(left, right, py)
  } else if (name === 'multiply') {
    const repeat = (inplace ? slots.inplaceRepeat : undefined) ?? slots.repeat
    if (repeat !== undefined) return repeat(left, repeatCount(right, py), py)
    if (inplace && hasSequenceTable(left)) return NotImplemented
    const reflected = typeOf(right).slots.repeat
    if (reflected !== undefined) return reflected(right, repeatCount(left, py), py)
  }
  return NotImplemented
}

function repeatCount(count: Value, py: Thread): number {
  if (typeOf(count).slots.index !== undefined) return size(count, py)
  return raise(PyTypeError, `can't multiply sequence by non-int of type '${typeOf(count).tpName}'`)
}

/** `left op right`. */
export function binary(left: Value, right: Value, operator: Operator, py: Thread): Value {
  const result = tryBinary(left, right, operator.slot, py)
  if (result !== NotImplemented) return result
  const sequence = trySequence(left, right, typeOf(left).slots, operator.slot, false, py)
  return sequence !== NotImplemented ? sequence : unsupported(left, right, operator.symbol)
}

/** `left op= right`: the new value of left. */
export function inplace(left: Value, right: Value, operator: Operator, py: Thread): Value {
  const slots = typeOf(left).slots
  const slot = slots[operator.inplace] as ((left: Value, right: Value, py: Thread) => Value) | undefined
  if (slot !== undefined) {
    const result = slot(left, right, py)
    if (result !== NotImplemented) return result
  }
  const result = tryBinary(left, right, operator.slot, py)
  if (result !== NotImplemented) return result
  const sequence = trySequence(left, right, slots, operator.slot, true, py)
  return sequence !== NotImplemented ? sequence : unsupported(left, right, operator.symbol + '=')
}

/** `pow(base, exponent, modulus)`; `modulus` None for two arguments. */
export function power(base: Value, exponent: Value, modulus: Value, py: Thread, inplaceForm = false): Value {
  const baseType = typeOf(base)
  const exponentType = typeOf(exponent)
  if (inplaceForm && baseType.slots.inplacePower !== undefined) {
    const result = baseType.slots.inplacePower(base, exponent, modulus, py)
    if (result !== NotImplemented) return result
  }
  const candidates = [baseType.slots.power, baseType === exponentType ? undefined : exponentType.slots.power]
  if (candidates[1] !== undefined && candidates[1] !== candidates[0] && isSubtype(exponentType, baseType)) {
    candidates.reverse()
  }
  if (candidates[0] === candidates[1]) candidates.pop()
  if (modulus !== None) {
    const third = typeOf(modulus).slots.power
    if (third !== undefined && !candidates.includes(third)) candidates.push(third)
  }
  for (const slot of candidates) {
    const result = slot?.(base, exponent, modulus, py)
    if (result !== undefined && result !== NotImplemented) return result
  }
  if (modulus === None) return unsupported(base, exponent, inplaceForm ? '**=' : '** or pow()')
  const names = `'${baseType.name}', '${exponentType.name}', '${typeOf(modulus).tpName}'`
  return raise(PyTypeError, `unsupported operand type(s) for ** or pow(): ${names}`)
}

/** `-value`, `+value`, `~value`, `abs(value)`. */
export function unary(value: Value, slot: 'negative' | 'positive' | 'invert' | 'absolute', py: Thread): Value {
  const body = typeOf(value).slots[slot]
  if (body !== undefined) return body(value, py)
  const symbol = { negative: 'unary -', positive: 'unary +', invert: 'unary ~', absolute: 'abs()' }[slot]
  return raise(PyTypeError, `bad operand type for ${symbol}: '${typeOf(value).tpName}'`)
}

/** `PyNumber_Check`: can the value be asked for an int or a float, or is it complex? */
export function isNumber(value: Value): boolean {
  const { slots } = typeOf(value)
  return slots.int !== undefined || slots.float !== undefined || slots.index !== undefined || value instanceof PyComplex
}
