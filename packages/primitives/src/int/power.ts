// Powers of ints: plain, and modulo a number.
import { Fault, valueFault } from '../fault.ts'
import { bigModulo } from './divide.ts'
import { bitLength } from './bits.ts'
import { normalize } from './integer.ts'
import type { Integer } from './integer.ts'

/** `base ** exponent` for an exponent ≥ 0; a negative one makes a float, which is the caller's matter. */
export function power(base: Integer, exponent: Integer): Integer {
  if (exponent < 0) throw new RangeError('negative exponent')
  if (typeof base === 'number') {
    if (base === 1 || exponent === 0) return 1
    if (base === 0) return 0
    if (base === -1) return BigInt(exponent) % 2n === 0n ? 1 : -1
    if (exponent === 2 && Math.abs(base) < 94906265) return base * base
  }
  if (typeof exponent === 'bigint' || bitLength(base) * exponent > 2 ** 31) throw new Fault('MemoryError', '')
  if (typeof base === 'number' && bitLength(base) * exponent <= 53) return smallPower(base, exponent)
  return normalize(BigInt(base) ** BigInt(exponent))
}

function smallPower(base: number, exponent: number): number {
  let result = 1
  for (let square = base, rest = exponent; ; square *= square) {
    if (rest & 1) result *= square
    rest >>= 1
    if (rest === 0) return result
  }
}

/** `pow(base, exponent, modulus)` */
export function modularPower(base: Integer, exponent: Integer, modulus: Integer): Integer {
  if (modulus === 0) throw valueFault('pow() 3rd argument cannot be 0')
  const size = modulus < 0 ? -BigInt(modulus) : BigInt(modulus)
  if (size === 1n) return 0
  let root = BigInt(base)
  let rest = BigInt(exponent)
  if (rest < 0n) {
    root = inverse(root, size)
    rest = -rest
  }
  const result = powerModulo(bigModulo(root, size), rest, size)
  return normalize(modulus < 0 && result !== 0n ? result - size : result)
}

function powerModulo(base: bigint, exponent: bigint, modulus: bigint): bigint {
  if (modulus < 94906265n && exponent < 9007199254740991n) {
    return BigInt(smallPowerModulo(Number(base), Number(exponent), Number(modulus)))
  }
  let result = 1n
  if (exponent === 0n) return result
  // Four bits at a time, from the top: a table of the first sixteen powers.
  const powers = [1n, base]
  for (let i = 2; i < 16; i++) powers.push((powers[i - 1]! * base) % modulus)
  for (const digit of exponent.toString(16)) {
    if (result !== 1n) for (let i = 0; i < 4; i++) result = (result * result) % modulus
    const value = parseInt(digit, 16)
    if (value) result = (result * powers[value]!) % modulus
  }
  return result
}

function smallPowerModulo(base: number, exponent: number, modulus: number): number {
  let result = 1
  for (let square = base, rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = (result * square) % modulus
    square = (square * square) % modulus
  }
  return result
}

/** The x with a·x ≡ 1 modulo n. */
function inverse(a: bigint, n: bigint): bigint {
  let [oldRemainder, remainder] = [bigModulo(a, n), n]
  let [oldFactor, factor] = [1n, 0n]
  while (remainder !== 0n) {
    const quotient = oldRemainder / remainder
    ;[oldRemainder, remainder] = [remainder, oldRemainder - quotient * remainder]
    ;[oldFactor, factor] = [factor, oldFactor - quotient * factor]
  }
  if (oldRemainder !== 1n) throw valueFault('base is not invertible for the given modulus')
  return bigModulo(oldFactor, n)
}
