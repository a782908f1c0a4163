// Multiplication, and fused multiply-add.
import { add as sum, multiply as product } from '@pellucid/primitives'
import { MemoryError } from '../../../protocols/exceptions.ts'
import { raise } from '../../../protocols/raise.ts'
import { Condition, type Limits } from './limits.ts'
import { add } from './add.ts'
import { countNear, MOST_DIGITS } from './digits.ts'
import { finalize, invalid, nanOfTwo } from './finalize.ts'
import { FINITE, infinity, isZero, PyDecimal } from './number.ts'

export function multiply(a: PyDecimal, b: PyDecimal, at: Limits): PyDecimal {
  return finalize(exactProduct(a, b, at), at)
}

/** The product, not fitted. */
function exactProduct(a: PyDecimal, b: PyDecimal, at: Limits): PyDecimal {
  const sign = a.sign ^ b.sign
  if (a.kind !== FINITE || b.kind !== FINITE) {
    return nanOfTwo(a, b, at) ?? (isZero(a) || isZero(b) ? invalid(at) : infinity(sign))
  }
  const most = a.digits + b.digits
  if (most > MOST_DIGITS) raise(MemoryError)
  const coeff = product(a.coeff, b.coeff)
  return new PyDecimal(sign, FINITE, coeff, coeff === 0 ? 1 : countNear(coeff, most), sum(a.exp, b.exp))
}

/** a · b + c, rounded once. */
export function multiplyAdd(a: PyDecimal, b: PyDecimal, c: PyDecimal, at: Limits): PyDecimal {
  const made = exactProduct(a, b, at)
  return (at.status & Condition.INVALID_OPERATION) !== 0 ? made : add(made, c, at)
}
