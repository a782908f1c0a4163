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

/** A table with the slots of another, every slot present: one hidden class for all types. */
export function copySlots(from: Slots): Slots {
  return {
    repr: from.repr, str: from.str, hash: from.hash, call: from.call, getattro: from.getattro, setattro: from.setattro,
    richcompare: from.richcompare, iter: from.iter, next: from.next, descrGet: from.descrGet, descrSet: from.descrSet,
    init: from.init, new: from.new, finalize: from.finalize, await: from.await, aiter: from.aiter, anext: from.anext,
    len: from.len, getitem: from.getitem, setitem: from.setitem, contains: from.contains, concat: from.concat,
    repeat: from.repeat, inplaceConcat: from.inplaceConcat, inplaceRepeat: from.inplaceRepeat, bool: from.bool, int: from.int,
    float: from.float, index: from.index, negative: from.negative, positive: from.positive, absolute: from.absolute,
    invert: from.invert, add: from.add, subtract: from.subtract, multiply: from.multiply, remainder: from.remainder,
    divmod: from.divmod, power: from.power, lshift: from.lshift, rshift: from.rshift, and: from.and, xor: from.xor,
    or: from.or, floorDivide: from.floorDivide, trueDivide: from.trueDivide, matrixMultiply: from.matrixMultiply,
    inplaceAdd: from.inplaceAdd, inplaceSubtract: from.inplaceSubtract, inplaceMultiply: from.inplaceMultiply, inplaceRemainder: from.inplaceRemainder,
    inplacePower: from.inplacePower, inplaceLshift: from.inplaceLshift, inplaceRshift: from.inplaceRshift, inplaceAnd: from.inplaceAnd,
    inplaceXor: from.inplaceXor, inplaceOr: from.inplaceOr, inplaceFloorDivide: from.inplaceFloorDivide, inplaceTrueDivide: from.inplaceTrueDivide,
    inplaceMatrixMultiply: from.inplaceMatrixMultiply, buffer: from.buffer, releaseBuffer: from.releaseBuffer,
  }
}

const none = copySlots({} as Slots)

/** A table in which every slot is undefined. */
export const emptySlots = (): Slots => copySlots(none)

/** An object known to have a slot, for signatures that took one through a converter. */
export type Iterator = PyObject
