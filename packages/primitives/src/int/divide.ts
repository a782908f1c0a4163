// Division of ints towards minus infinity.
import { zeroFault } from '../fault.ts'
import { normalize } from './integer.ts'
import type { Integer } from './integer.ts'

/** `a // b` */
export function floorDivide(a: Integer, b: Integer): Integer {
  if (b === 0) throw zeroFault('integer division or modulo by zero')
  if (typeof a === 'number' && typeof b === 'number') {
    // The quotient of doubles can round up to the next integer: the exact remainder tells.
    const remainder = a % b
    const quotient = (a - remainder) / b
    return (remainder !== 0 && remainder < 0 !== b < 0 ? quotient - 1 : quotient) + 0
  }
  return normalize(bigFloorDivide(BigInt(a), BigInt(b)))
}

/** `a % b`, with the sign of b. */
export function modulo(a: Integer, b: Integer): Integer {
  if (b === 0) throw zeroFault('integer modulo by zero')
  if (typeof a === 'number' && typeof b === 'number') {
    const remainder = a % b
    return (remainder !== 0 && remainder < 0 !== b < 0 ? remainder + b : remainder) + 0
  }
  return normalize(bigModulo(BigInt(a), BigInt(b)))
}

/** `divmod(a, b)` */
export function divmod(a: Integer, b: Integer): [Integer, Integer] {
  if (b === 0) throw zeroFault('integer division or modulo by zero')
  if (typeof a === 'number' && typeof b === 'number') return [floorDivide(a, b), modulo(a, b)]
  const left = BigInt(a)
  const right = BigInt(b)
  const quotient = bigFloorDivide(left, right)
  return [normalize(quotient), normalize(left - quotient * right)]
}

export function bigFloorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b
  return a < 0n !== b < 0n && quotient * b !== a ? quotient - 1n : quotient
}

export function bigModulo(a: bigint, b: bigint): bigint {
  const remainder = a % b
  return remainder !== 0n && remainder < 0n !== b < 0n ? remainder + b : remainder
}
