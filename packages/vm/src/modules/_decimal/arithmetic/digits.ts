// Decimal digits of coefficients: counting them, and moving them by powers of ten.
import { normalize, type Integer } from '@pellucid/primitives'
import { MemoryError } from '../../../protocols/exceptions.ts'
import { raise } from '../../../protocols/raise.ts'

/** Coefficients of more digits than this are refused with MemoryError: no computation with them would end. */
export const MOST_DIGITS = 100_000_000

const smallPowers: readonly number[] = Array.from({ length: 16 }, (_, n) => 10 ** n)
/** Powers up to this one are kept for good; beyond, the ones asked for last, of so many digits in all. */
const KEPT = 2048
const RECENT_DIGITS = 8_000_000
const powers: bigint[] = []
const recent: Map<number, bigint> = new Map()
let recentDigits = 0

/** 10^n for 0 ≤ n ≤ 15. */
export function smallPower(n: number): number {
  return smallPowers[n] as number
}

/** 10^n for n ≥ 0. */
export function tenTo(n: Integer): bigint {
  if (n > MOST_DIGITS) return raise(MemoryError)
  const exponent = Number(n)
  if (exponent < KEPT) return (powers[exponent] ??= 10n ** BigInt(exponent))
  return recent.get(exponent) ?? computed(exponent)
}

function computed(exponent: number): bigint {
  const below = recent.get(exponent - 1)
  const power = below === undefined ? 10n ** BigInt(exponent) : below * 10n
  recentDigits += exponent
  for (const oldest of recent.keys()) {
    if (recentDigits <= RECENT_DIGITS) break
    recent.delete(oldest)
    recentDigits -= oldest
  }
  recent.set(exponent, power)
  return power
}

/** How many digits a coefficient has; 1 for 0. */
export function countDigits(coeff: Integer): number {
  if (typeof coeff === 'bigint') return countBig(coeff)
  if (coeff < 100000) return coeff < 10 ? 1 : coeff < 100 ? 2 : coeff < 1000 ? 3 : coeff < 10000 ? 4 : 5
  let digits = 6
  while (digits < 16 && coeff >= (smallPowers[digits] as number)) digits++
  return digits
}

const LARGEST_DOUBLE = 1n << 1023n

function countBig(coeff: bigint): number {
  // A lower bound, at most a few too low.
  let digits =
    coeff < LARGEST_DOUBLE
      ? Math.floor(Math.log10(Number(coeff)) - 1e-9) + 1
      : Math.floor((coeff.toString(16).length - 1) * 1.2041199826559245) + 1
  while (coeff >= tenTo(digits)) digits++
  return digits
}

/** countDigits for a coefficient that is known to have at most `most` digits, and most likely has about as many. */
export function countNear(coeff: Integer, most: number): number {
  if (typeof coeff === 'number') return countDigits(coeff)
  if (coeff >= tenTo(most - 1)) return most
  return coeff >= tenTo(most - 2) ? most - 1 : countBig(coeff)
}

/** coeff · 10^n. */
export function moveLeft(coeff: Integer, n: Integer): Integer {
  if (n === 0 || coeff === 0) return coeff
  if (typeof coeff === 'number' && n <= 15) {
    const moved = coeff * (smallPowers[n as number] as number)
    if (Number.isSafeInteger(moved)) return moved
  }
  return normalize(BigInt(coeff) * tenTo(n))
}

/** How the digits that were cut off compare with half a unit of the last digit that stays. */
export const Rest = { NONE: 0, BELOW: 1, HALF: 2, ABOVE: 3 } as const
export type Rest = (typeof Rest)[keyof typeof Rest]

/** What `dropDigits` works on: a number in the making. */
interface Coefficient {
  coeff: Integer
  digits: number
}

/** Cut off the last n digits, in place. */
export function dropDigits(x: Coefficient, n: Integer): Rest {
  const { coeff, digits } = x
  if (n === 0 || coeff === 0) return Rest.NONE
  if (n >= digits) {
    x.coeff = 0
    x.digits = 1
    if (n > digits) return Rest.BELOW
    return compareRest(coeff, BigInt(5) * tenTo(digits - 1))
  }
  const count = n as number
  x.digits = digits - count
  if (typeof coeff === 'number') {
    const power = smallPowers[count] as number
    const rest = coeff % power
    x.coeff = (coeff - rest) / power
    if (rest === 0) return Rest.NONE
    const half = power / 2
    return rest < half ? Rest.BELOW : rest === half ? Rest.HALF : Rest.ABOVE
  }
  const power = tenTo(count)
  const quotient = coeff / power
  const rest = coeff - quotient * power
  x.coeff = normalize(quotient)
  return rest === 0n ? Rest.NONE : compareRest(rest, power >> 1n)
}

/** A positive coefficient without its last n digits, and in their place a 0, or a 1 if any of them was not 0. */
export function stickyCut(coeff: Integer, digits: number, n: number): Integer {
  if (n >= digits) return 1
  if (typeof coeff === 'number') {
    const rest = coeff % smallPower(n)
    return ((coeff - rest) / smallPower(n)) * 10 + (rest === 0 ? 0 : 1)
  }
  const power = tenTo(n)
  const quotient = coeff / power
  // 2^n divides what 10^n divides, and is quicker to ask.
  const exact = BigInt.asUintN(n, coeff) === 0n && quotient * power === coeff
  return normalize(quotient * 10n + (exact ? 0n : 1n))
}

function compareRest(rest: Integer, half: bigint): Rest {
  return rest < half ? Rest.BELOW : rest > half ? Rest.ABOVE : Rest.HALF
}

/** The last n digits. */
export function lastDigits(coeff: Integer, n: Integer): Integer {
  if (typeof coeff === 'number') return n > 15 ? coeff : coeff % (smallPowers[n as number] as number)
  return normalize(coeff % tenTo(n))
}

export function lastDigit(coeff: Integer): number {
  return typeof coeff === 'number' ? coeff % 10 : Number(coeff % 10n)
}

export function isOdd(coeff: Integer): boolean {
  return typeof coeff === 'number' ? coeff % 2 === 1 : (coeff & 1n) === 1n
}

/** Zeros at the end of a coefficient; 0 for 0. */
export function trailingZeros(coeff: Integer): number {
  if (coeff === 0) return 0
  if (typeof coeff === 'number') {
    let zeros = 0
    for (let rest = coeff; rest % 10 === 0; rest /= 10) zeros++
    return zeros
  }
  return trailingZerosBig(coeff)
}

/** 10^n divides only what 2^n divides, which is cheap to ask. */
function trailingZerosBig(coeff: bigint): number {
  if (coeff % 10n !== 0n) return 0
  let zeros = 0
  let rest = coeff
  let step = 1
  while (rest % tenTo(step * 2) === 0n) step *= 2
  for (; step >= 1; step = Math.floor(step / 2)) {
    while (rest % tenTo(step) === 0n) {
      rest /= tenTo(step)
      zeros += step
    }
  }
  return zeros
}
