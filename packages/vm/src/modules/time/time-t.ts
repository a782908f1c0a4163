// The range of seconds that C's calendar functions take, and the arguments that are such seconds.
import { asInt, PyFloat, type Value } from '../../data/values.ts'
import { OverflowError, ValueError } from '../../protocols/exceptions.ts'
import { index } from '../../protocols/index-number.ts'
import { raise } from '../../protocols/raise.ts'
import { osError } from '../host-error.ts'
import type { Thread } from '../../thread.ts'

/** The last second of a year that C's struct can name. */
const MOST = 67_768_036_191_676_799
const EOVERFLOW = 75

/** Whole seconds since the epoch, or the error of what is too far from it. */
export function timeT(whole: number, py: Thread): number {
  if (!(Math.abs(whole) < 2 ** 63)) raise(OverflowError, 'timestamp out of range for platform time_t')
  if (Math.abs(whole) > MOST) throw osError(EOVERFLOW, py)
  return whole
}

/** A timestamp argument in whole seconds, rounded down. */
export function wholeSeconds(value: Value, py: Thread): number {
  if (value instanceof PyFloat) {
    if (Number.isNaN(value.value)) raise(ValueError, 'Invalid value NaN (not a number)')
    return timeT(Math.floor(value.value), py)
  }
  const whole = asInt(value) ?? index(value, py)
  // The last numbers that fit are out of range once they are doubles.
  if (typeof whole !== 'number' && BigInt.asIntN(64, whole) === whole && (whole > MOST || whole < -MOST)) throw osError(EOVERFLOW, py)
  return timeT(Number(whole), py)
}
