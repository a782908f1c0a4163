// Number slots of int. Operands are ints of any class, or the pair is not theirs.
import {
  absolute, add, bitAnd, bitOr, bitXor, divmod, floatPower, floorDivide, integerToFloat, invert,
  modularPower, modulo, multiply, negate, power, shiftLeft, shiftRight, subtract, trueDivide, type Integer,
} from '@pellucid/primitives'
import { newTuple } from '../../data/sequences.ts'
import { asInt, newFloat, None, NotImplemented, type Int, type Value } from '../../data/values.ts'
import { raiseFault } from '../../protocols/fault.ts'

type Operation = (a: Integer, b: Integer) => Integer

const binary =
  (operation: Operation) =>
  (left: Value, right: Value): Value => {
    const a = asInt(left)
    const b = asInt(right)
    if (a === undefined || b === undefined) return NotImplemented
    try {
      return operation(a, b) as Int
    } catch (caught) {
      return raiseFault(caught)
    }
  }

const unary =
  (operation: (a: Integer) => Integer) =>
  (self: Value): Value =>
    operation(asInt(self) as Int) as Int

function divide(left: Value, right: Value): Value {
  const a = asInt(left)
  const b = asInt(right)
  if (a === undefined || b === undefined) return NotImplemented
  try {
    return newFloat(trueDivide(a, b))
  } catch (caught) {
    return raiseFault(caught)
  }
}

function divmodInts(left: Value, right: Value): Value {
  const a = asInt(left)
  const b = asInt(right)
  if (a === undefined || b === undefined) return NotImplemented
  try {
    return newTuple(divmod(a, b) as unknown as Int[])
  } catch (caught) {
    return raiseFault(caught)
  }
}

function raiseToPower(left: Value, right: Value, modulus: Value): Value {
  const a = asInt(left)
  const b = asInt(right)
  const c = modulus === None ? undefined : asInt(modulus)
  if (a === undefined || b === undefined || (c === undefined && modulus !== None)) return NotImplemented
  try {
    if (c !== undefined) return modularPower(a, b, c) as Int
    if (b < 0) return newFloat(floatPower(integerToFloat(a), integerToFloat(b)) as number)
    return power(a, b) as Int
  } catch (caught) {
    return raiseFault(caught)
  }
}

/** The int itself, without a subclass. */
export const plainInt = (self: Value): Int => asInt(self) as Int

/** Slots in the order of CPython's number table. */
export const intNumberSlots = {
  add: binary(add),
  subtract: binary(subtract),
  multiply: binary(multiply),
  remainder: binary(modulo),
  divmod: divmodInts,
  power: raiseToPower,
  negative: unary(negate),
  positive: plainInt,
  absolute: unary(absolute),
  bool: (self: Value): boolean => asInt(self) !== 0,
  invert: unary(invert),
  lshift: binary(shiftLeft),
  rshift: binary(shiftRight),
  and: binary(bitAnd),
  xor: binary(bitXor),
  or: binary(bitOr),
  int: plainInt,
  float(self: Value): Value {
    try {
      return newFloat(integerToFloat(plainInt(self)))
    } catch (caught) {
      return raiseFault(caught)
    }
  },
  floorDivide: binary(floorDivide),
  trueDivide: divide,
  index: plainInt,
}
