// Floor division, remainder and power of floats as Python defines them.
import { Fault, zeroFault } from '../fault.ts'
import { libmPow } from '../math/power.ts'

/** `divmod(a, b)` of floats. */
export function floatDivmod(a: number, b: number, message = 'float divmod()'): [number, number] {
  if (b === 0) throw zeroFault(message)
  let remainder = a % b
  let quotient = (a - remainder) / b
  if (remainder !== 0) {
    if (b < 0 !== remainder < 0) {
      remainder += b
      quotient -= 1
    }
  } else {
    remainder = signOf(b) * 0
  }
  if (quotient === 0) return [signOf(a / b) * 0, remainder]
  const floor = Math.floor(quotient)
  return [quotient - floor > 0.5 ? floor + 1 : floor, remainder]
}

function signOf(x: number): number {
  return x < 0 || Object.is(x, -0) ? -1 : 1
}

/** `a // b` */
export function floatFloorDivide(a: number, b: number): number {
  return floatDivmod(a, b, 'float floor division by zero')[0]
}

/** `a % b` */
export function floatModulo(a: number, b: number): number {
  if (b === 0) throw zeroFault('float modulo by zero')
  const remainder = a % b
  if (remainder === 0) return signOf(b) * 0
  return b < 0 !== remainder < 0 ? remainder + b : remainder
}

/** `a / b` */
export function floatDivide(a: number, b: number): number {
  if (b === 0) throw zeroFault('float division by zero')
  return a / b
}

/** `a ** b`, or undefined when the result is complex (a negative base, a fractional exponent). */
export function floatPower(a: number, b: number): number | undefined {
  if (b === 0 || a === 1) return 1
  if (Number.isNaN(a) || Number.isNaN(b)) return NaN
  if (!Number.isFinite(b)) {
    const size = Math.abs(a)
    if (size === 1) return 1
    return b > 0 === size > 1 ? Infinity : 0
  }
  const odd = Math.abs(b % 2) === 1
  if (!Number.isFinite(a)) {
    if (b > 0) return odd ? a : Infinity
    return odd && a < 0 ? -0 : 0
  }
  if (a === 0) {
    if (b < 0) throw zeroFault('0.0 cannot be raised to a negative power')
    return odd ? a : 0
  }
  if (a < 0 && !Number.isInteger(b)) return undefined
  if (a === -1) return odd ? -1 : 1
  const value = libmPow(a, b)
  if (!Number.isFinite(value)) throw new Fault('OverflowError', "(34, 'Numerical result out of range')")
  return value
}
