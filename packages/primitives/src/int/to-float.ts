// From ints to floats, correctly rounded (half to even), and back.
import { overflowFault, valueFault, zeroFault } from '../fault.ts'
import { bigBitLength } from './bits.ts'
import { integerOfDouble, normalize } from './integer.ts'
import type { Integer } from './integer.ts'

/** `float(a)`; too large a value is an OverflowError. */
export function integerToFloat(a: Integer): number {
  if (typeof a === 'number') return a
  const value = Number(a)
  if (!Number.isFinite(value)) throw overflowFault('int too large to convert to float')
  return value
}

/** `a / b`, as if by one exact division and one rounding. */
export function trueDivide(a: Integer, b: Integer): number {
  if (b === 0) throw zeroFault('division by zero')
  if (typeof a === 'number' && typeof b === 'number') return a / b
  const value = ratioToFloat(BigInt(a), BigInt(b))
  if (!Number.isFinite(value)) throw overflowFault('integer division result too large for a float')
  return value
}

/** The double nearest to numerator / denominator; infinite when out of range. */
export function ratioToFloat(numerator: bigint, denominator: bigint): number {
  const negative = numerator < 0n !== denominator < 0n
  const a = numerator < 0n ? -numerator : numerator
  const b = denominator < 0n ? -denominator : denominator
  if (a === 0n) return negative ? -0 : 0
  const difference = bigBitLength(a) - bigBitLength(b)
  if (difference > 1025) return negative ? -Infinity : Infinity
  if (difference < -1080) return negative ? -0 : 0
  // A quotient of at least 55 bits with a sticky last bit; fewer bits where the result is subnormal.
  const shift = Math.max(difference - 55, -1076)
  const top = shift < 0 ? a << BigInt(-shift) : a
  const bottom = shift > 0 ? b << BigInt(shift) : b
  let quotient = top / bottom
  if (quotient * bottom !== top) quotient |= 1n
  const value = scale(quotient, shift)
  return negative ? -value : value
}

/** quotient · 2^shift, rounded once: the last bit of the quotient is sticky. */
function scale(quotient: bigint, shift: number): number {
  if (shift > -1076 || quotient >= 36028797018963968n) return multiplyByPower(Number(quotient), shift)
  // Two bits below the smallest subnormal.
  const low = quotient & 3n
  let whole = quotient >> 2n
  if (low === 3n || (low === 2n && (whole & 1n) === 1n)) whole += 1n
  return multiplyByPower(Number(whole), -1074)
}

function multiplyByPower(value: number, exponent: number): number {
  if (exponent < -1000) return value * 2 ** -1000 * 2 ** (exponent + 1000)
  return exponent > 900 ? value * 2 ** 900 * 2 ** (exponent - 900) : value * 2 ** exponent
}

/** `int(x)`, towards zero. */
export function floatToInteger(x: number): Integer {
  if (Number.isNaN(x)) throw valueFault('cannot convert float NaN to integer')
  if (!Number.isFinite(x)) throw overflowFault('cannot convert float infinity to integer')
  return integerOfDouble(Math.trunc(x))
}

/** `x.as_integer_ratio()` */
export function floatToRatio(x: number): [Integer, Integer] {
  if (Number.isNaN(x)) throw valueFault('cannot convert NaN to integer ratio')
  if (!Number.isFinite(x)) throw overflowFault('cannot convert Infinity to integer ratio')
  let numerator = x
  let exponent = 0
  while (numerator !== Math.floor(numerator)) {
    numerator *= 2
    exponent++
  }
  return [integerOfDouble(numerator), exponent < 53 ? 2 ** exponent : normalize(1n << BigInt(exponent))]
}
