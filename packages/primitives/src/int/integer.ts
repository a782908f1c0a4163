// An int as data: a number while it is a safe integer, else a bigint. Never -0, never a bigint that would
// fit.
// Every function here takes and returns that form.

export type Integer = number | bigint

/** Brings a bigint into the one form its value has. */
export function normalize(value: bigint): Integer {
  return value >= -9007199254740991n && value <= 9007199254740991n ? Number(value) : value
}

/** The int of an integral double, however large. */
export function integerOfDouble(value: number): Integer {
  return Number.isSafeInteger(value) ? value + 0 : normalize(BigInt(value))
}

export function add(a: Integer, b: Integer): Integer {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b
    if (Number.isSafeInteger(sum)) return sum
  }
  return normalize(BigInt(a) + BigInt(b))
}

export function subtract(a: Integer, b: Integer): Integer {
  if (typeof a === 'number' && typeof b === 'number') {
    const difference = a - b
    if (Number.isSafeInteger(difference)) return difference
  }
  return normalize(BigInt(a) - BigInt(b))
}

export function multiply(a: Integer, b: Integer): Integer {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b
    // -0 becomes 0; an unsafe true product never rounds to a safe one.
    if (Number.isSafeInteger(product)) return product + 0
  }
  return normalize(BigInt(a) * BigInt(b))
}

export function negate(a: Integer): Integer {
  return typeof a === 'number' ? 0 - a : normalize(-a)
}

export function absolute(a: Integer): Integer {
  return a < 0 ? negate(a) : a
}

export function isZero(a: Integer): boolean {
  return a === 0
}

/** -1, 0 or 1 as a is below, equal to or above b. */
export function compare(a: Integer, b: Integer): number {
  return a < b ? -1 : a > b ? 1 : 0
}
