// The slots of a class: what its instances can do. A slot that is undefined is not supported.
//
// Builtin types fill slots directly and get the `__dunder__` methods from them; Python classes get slots that call
// their `__dunder__` methods (object/slots.ts does both directions, and inheritance). Binary slots are CPython's
// number slots: called for either operand, answering NotImplemented when the pair is not theirs.
import type { Thread } from '../thread.ts'
import type { PyBufferView } from './buffer.ts'
import type { PyObject } from './object.ts'
import type { PyType } from './type.ts'
import type { PyNotImplemented, Str, Value } from './values.ts'

/** Rich comparison operators, numbered as CPython's Py_LT … Py_GE. */
export const Compare = { LT: 0, LE: 1, EQ: 2, NE: 3, GT: 4, GE: 5 } as const
export type Compare = (typeof Compare)[keyof typeof Compare]

/** Keyword arguments of a call: names, whose values are the last `names.length` arguments. */
export type KeywordNames = readonly Str[]

type Unary = (self: never, py: Thread) => Value
type Binary = (left: Value, right: Value, py: Thread) => Value | PyNotImplemented

/** `self` is `never` here so that each type may declare its own layout; callers go through protocols/. */
export interface SlotFunctions {
  repr: (self: never, py: Thread) => Str
  str: (self: never, py: Thread) => Str
  hash: (self: never, py: Thread) => number | bigint
  /** `args` holds the positional arguments, then the values of `names`. */
  call: (self: never, args: Value[], names: KeywordNames | undefined, py: Thread) => Value
  getattro: (self: never, name: Str, py: Thread) => Value
  /** `value` undefined deletes. */
  setattro: (self: never, name: Str, value: Value | undefined, py: Thread) => void
  richcompare: (self: never, other: Value, op: Compare, py: Thread) => Value | PyNotImplemented
  iter: Unary
  /** undefined: exhausted, no StopIteration is built. Raise StopIteration(value) to carry a value. */
  next: (self: never, py: Thread) => Value | undefined
  descrGet: (self: never, instance: Value | undefined, owner: PyType | undefined, py: Thread) => Value
  descrSet: (self: never, instance: Value, value: Value | undefined, py: Thread) => void
  init: (self: never, args: Value[], names: KeywordNames | undefined, py: Thread) => void
  new: (cls: PyType, args: Value[], names: KeywordNames | undefined, py: Thread) => Value
  /** `__del__`. */
  finalize: (self: never, py: Thread) => void
  await: Unary
  aiter: Unary
  anext: Unary
  // mapping and sequence
  len: (self: never, py: Thread) => number
  getitem: (self: never, key: Value, py: Thread) => Value
  /** `value` undefined deletes. */
  setitem: (self: never, key: Value, value: Value | undefined, py: Thread) => void
  contains: (self: never, item: Value, py: Thread) => boolean
  concat: (self: never, other: Value, py: Thread) => Value
  /** `count` may be any int-like; negative is 0. */
  repeat: (self: never, count: number, py: Thread) => Value
  inplaceConcat: (self: never, other: Value, py: Thread) => Value
  inplaceRepeat: (self: never, count: number, py: Thread) => Value
  // number
  bool: (self: never, py: Thread) => boolean
  int: Unary
  float: Unary
  index: Unary
  negative: Unary
  positive: Unary
  absolute: Unary
  invert: Unary
  add: Binary
  subtract: Binary
  multiply: Binary
  remainder: Binary
  divmod: Binary
  /** `modulus` is None for the operator. */
  power: (base: Value, exponent: Value, modulus: Value, py: Thread) => Value | PyNotImplemented
  lshift: Binary
  rshift: Binary
  and: Binary
  xor: Binary
  or: Binary
  floorDivide: Binary
  trueDivide: Binary
  matrixMultiply: Binary
  inplaceAdd: Binary
  inplaceSubtract: Binary
  inplaceMultiply: Binary
  inplaceRemainder: Binary
  inplacePower: (base: Value, exponent: Value, modulus: Value, py: Thread) => Value | PyNotImplemented
  inplaceLshift: Binary
  inplaceRshift: Binary
  inplaceAnd: Binary
  inplaceXor: Binary
  inplaceOr: Binary
  inplaceFloorDivide: Binary
  inplaceTrueDivide: Binary
  inplaceMatrixMultiply: Binary
  /** The buffer protocol (PEP 3118). */
  buffer: (self: never, flags: number, py: Thread) => PyBufferView
  releaseBuffer: (self: never, view: PyBufferView, py: Thread) => void
}
export type SlotName = keyof SlotFunctions

/** A slot as callers see it: any receiver. */
export type Slots = {
  [Name in SlotName]: Name extends 'new'
    ? SlotFunctions['new'] | undefined
    : SlotFunctions[Name] extends (self: never, ...rest: infer Rest) => infer Result
      ? ((self: Value, ...rest: Rest) => Result) | undefined
      : never
}

/** A full table, every slot present and undefined: one hidden class for all types. */
export function emptySlots(): Slots {
  return {
    repr: undefined, str: undefined, hash: undefined, call: undefined, getattro: undefined, setattro: undefined,
    richcompare: undefined, iter: undefined, next: undefined, descrGet: undefined, descrSet: undefined,
    init: undefined, new: undefined, finalize: undefined, await: undefined, aiter: undefined, anext: undefined,
    len: undefined, getitem: undefined, setitem: undefined, contains: undefined, concat: undefined,
    repeat: undefined, inplaceConcat: undefined, inplaceRepeat: undefined, bool: undefined, int: undefined,
    float: undefined, index: undefined, negative: undefined, positive: undefined, absolute: undefined,
    invert: undefined, add: undefined, subtract: undefined, multiply: undefined, remainder: undefined,
    divmod: undefined, power: undefined, lshift: undefined, rshift: undefined, and: undefined, xor: undefined,
    or: undefined, floorDivide: undefined, trueDivide: undefined, matrixMultiply: undefined,
    inplaceAdd: undefined, inplaceSubtract: undefined, inplaceMultiply: undefined, inplaceRemainder: undefined,
    inplacePower: undefined, inplaceLshift: undefined, inplaceRshift: undefined, inplaceAnd: undefined,
    inplaceXor: undefined, inplaceOr: undefined, inplaceFloorDivide: undefined, inplaceTrueDivide: undefined,
    inplaceMatrixMultiply: undefined, buffer: undefined, releaseBuffer: undefined,
  }
}

/** An object known to have a slot, for signatures that took one through a converter. */
export type Iterator = PyObject
