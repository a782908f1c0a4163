// Python's arithmetic on number constants. Undefined when Python would raise, or the operands are no numbers.
import {
  add,
  bitAnd,
  bitOr,
  bitXor,
  Complex,
  complexDivide,
  complexMultiply,
  complexPower,
  type Constant,
  Float,
  floatDivide,
  floatFloorDivide,
  floatModulo,
  floatPower,
  floorDivide,
  type Integer,
  integerToFloat,
  invert,
  modulo,
  multiply,
  negate,
  power,
  shiftLeft,
  shiftRight,
  subtract,
  trueDivide,
} from '@pellucid/primitives'
import type { operator } from '@pellucid/ast'
import { productFits, powerFits, shiftFits } from './limits.ts'

/** The int that the constant is, bool included. */
export function integerOf(value: Constant): Integer | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') return value
  return typeof value === 'boolean' ? Number(value) : undefined
}

function floatOf(value: Constant): number | undefined {
  if (value instanceof Float) return value.value
  const integer = integerOf(value)
  return integer === undefined ? undefined : integerToFloat(integer)
}

function complexOf(value: Constant): Complex | undefined {
  if (value instanceof Complex) return value
  const real = floatOf(value)
  return real === undefined ? undefined : new Complex(real, 0)
}

type Operator = operator['nodeType']

function integerBinary(op: Operator, a: Integer, b: Integer): Constant | undefined {
  switch (op) {
    case 'Add':
      return add(a, b)
    case 'Sub':
      return subtract(a, b)
    case 'Mult':
      return productFits(a, b) ? multiply(a, b) : undefined
    case 'Div':
      return new Float(trueDivide(a, b))
    case 'FloorDiv':
      return floorDivide(a, b)
    case 'Mod':
      return modulo(a, b)
    case 'Pow':
      if (b < 0) return floatBinary(op, integerToFloat(a), integerToFloat(b))
      return powerFits(a, b) ? power(a, b) : undefined
    case 'LShift':
      return shiftFits(a, b) ? shiftLeft(a, b) : undefined
    case 'RShift':
      return shiftRight(a, b)
    case 'BitOr':
      return bitOr(a, b)
    case 'BitXor':
      return bitXor(a, b)
    case 'BitAnd':
      return bitAnd(a, b)
    case 'MatMult':
      return undefined
  }
}

function boolBinary(op: Operator, a: boolean, b: boolean): Constant | undefined {
  switch (op) {
    case 'BitOr':
      return a || b
    case 'BitXor':
      return a !== b
    case 'BitAnd':
      return a && b
    default:
      return integerBinary(op, Number(a), Number(b))
  }
}

function floatBinary(op: Operator, a: number, b: number): Constant | undefined {
  switch (op) {
    case 'Add':
      return new Float(a + b)
    case 'Sub':
      return new Float(a - b)
    case 'Mult':
      return new Float(a * b)
    case 'Div':
      return new Float(floatDivide(a, b))
    case 'FloorDiv':
      return new Float(floatFloorDivide(a, b))
    case 'Mod':
      return new Float(floatModulo(a, b))
    case 'Pow': {
      const value = floatPower(a, b)
      return value === undefined ? complexPower(new Complex(a, 0), new Complex(b, 0)) : new Float(value)
    }
    default:
      return undefined
  }
}

function complexBinary(op: Operator, a: Complex, b: Complex): Constant | undefined {
  switch (op) {
    case 'Add':
      return new Complex(a.real + b.real, a.imag + b.imag)
    case 'Sub':
      return new Complex(a.real - b.real, a.imag - b.imag)
    case 'Mult':
      return complexMultiply(a, b)
    case 'Div':
      return complexDivide(a, b)
    case 'Pow':
      return complexPower(a, b)
    default:
      return undefined
  }
}

/** `left op right` for numbers; throws a Fault where Python raises. */
export function numberBinary(op: Operator, left: Constant, right: Constant): Constant | undefined {
  if (typeof left === 'boolean' && typeof right === 'boolean') return boolBinary(op, left, right)
  const leftInteger = integerOf(left)
  const rightInteger = integerOf(right)
  if (leftInteger !== undefined && rightInteger !== undefined) {
    return integerBinary(op, leftInteger, rightInteger)
  }
  if (left instanceof Complex || right instanceof Complex) {
    const a = complexOf(left)
    const b = complexOf(right)
    return a === undefined || b === undefined ? undefined : complexBinary(op, a, b)
  }
  if (!(left instanceof Float || right instanceof Float)) return undefined
  const a = floatOf(left)
  const b = floatOf(right)
  return a === undefined || b === undefined ? undefined : floatBinary(op, a, b)
}

/** `-value` */
export function negative(value: Constant): Constant | undefined {
  if (value instanceof Float) return new Float(-value.value)
  if (value instanceof Complex) return new Complex(-value.real, -value.imag)
  const integer = integerOf(value)
  return integer === undefined ? undefined : negate(integer)
}

/** `+value` */
export function positive(value: Constant): Constant | undefined {
  return value instanceof Float || value instanceof Complex ? value : integerOf(value)
}

/** `~value` */
export function inverted(value: Constant): Constant | undefined {
  const integer = integerOf(value)
  return integer === undefined ? undefined : invert(integer)
}
