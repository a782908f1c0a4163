// How math's functions turn a special result into an exception: C's errno conventions.
import { OverflowError, ValueError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'

export function domainError(): never {
  return raise(ValueError, 'math domain error')
}
export function rangeError(): never {
  return raise(OverflowError, 'math range error')
}

/** A nan made of a number is a domain error; an infinity made of a finite number overflow, or a pole. */
export function checked(result: number, x: number, canOverflow: boolean): number {
  if (Number.isFinite(result)) return result
  if (result !== result) return x === x ? domainError() : result
  if (!Number.isFinite(x)) return result
  return canOverflow ? rangeError() : domainError()
}

/** The same for two arguments: a nan made of numbers is a domain error, an infinity of finite ones overflow. */
export function checkedPair(result: number, x: number, y: number): number {
  if (Number.isFinite(result)) return result
  if (result !== result) return x === x && y === y ? domainError() : result
  return Number.isFinite(x) && Number.isFinite(y) ? rangeError() : result
}
