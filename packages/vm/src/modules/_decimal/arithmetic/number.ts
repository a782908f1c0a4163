// The layout of a Decimal: (-1)^sign · coeff · 10^exp, an infinity, or a nan.
//
// | kind     | coeff                  | digits                     | exp |
// | FINITE   | ≥ 0                    | how many, at least 1       | any |
// | INFINITE | 0                      | 0                          | 0   |
// | NAN/SNAN | the payload, 0 without | of the payload, 0 without  | 0   |
//
// `coeff` and `exp` are numbers exactly while they are safe integers. A Decimal that Python has seen never changes:
// arithmetic makes a new one and may finish that in place (`finalize`).
import { negate, type Integer } from '@pellucid/primitives'
import { PyObject } from '../../../data/object.ts'
import { countDigits } from './digits.ts'

export const FINITE = 0
export const INFINITE = 1
export const NAN = 2
export const SNAN = 3

export interface PyDecimal extends PyObject {
  /** 1 when negative, else 0. */
  sign: number
  kind: number
  coeff: Integer
  digits: number
  exp: Integer
  /** hash(), once it was asked for. */
  hash: Integer | undefined
}

/** A plain constructor function, which V8 inlines where it would call that of a derived class (see PyFloat). */
export const PyDecimal = function (
  this: { sign: number; kind: number; coeff: Integer; digits: number; exp: Integer; hash: Integer | undefined },
  sign: number,
  kind: number,
  coeff: Integer,
  digits: number,
  exp: Integer,
) {
  this.sign = sign
  this.kind = kind
  this.coeff = coeff
  this.digits = digits
  this.exp = exp
  this.hash = undefined
} as unknown as {
  new (sign: number, kind: number, coeff: Integer, digits: number, exp: Integer): PyDecimal
  readonly prototype: PyDecimal
}
Object.setPrototypeOf(PyDecimal, PyObject)
Object.setPrototypeOf(PyDecimal.prototype, PyObject.prototype)

/** A finite number. */
export function finite(sign: number, coeff: Integer, exp: Integer): PyDecimal {
  return new PyDecimal(sign, FINITE, coeff, countDigits(coeff), exp)
}
/** The Decimal of an int. */
export function ofInteger(value: Integer): PyDecimal {
  return value < 0 ? finite(1, negate(value), 0) : finite(0, value, 0)
}
export function infinity(sign: number): PyDecimal {
  return new PyDecimal(sign, INFINITE, 0, 0, 0)
}
export function quietNan(): PyDecimal {
  return new PyDecimal(0, NAN, 0, 0, 0)
}
/** A fresh Decimal of the same value, of the class itself. */
export function copyOf(x: PyDecimal): PyDecimal {
  return new PyDecimal(x.sign, x.kind, x.coeff, x.digits, x.exp)
}
export function withSign(x: PyDecimal, sign: number): PyDecimal {
  return new PyDecimal(sign, x.kind, x.coeff, x.digits, x.exp)
}

export function isNan(x: PyDecimal): boolean {
  return x.kind >= NAN
}
export function isZero(x: PyDecimal): boolean {
  return x.kind === FINITE && x.coeff === 0
}
