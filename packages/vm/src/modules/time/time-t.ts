// The range of seconds that C's calendar functions take, and the arguments that are such seconds.
import { asInt, PyFloat, type Value } from '../../data/values.ts'
import { OSError, OverflowError, ValueError } from '../../protocols/exceptions.ts'
import { index } from '../../protocols/index-number.ts'
import { raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'

/** Whole seconds since the epoch, or the error of what is too far from it. */
export function timeT(whole: number): number {
  if (!(Math.abs(whole) < 2 ** 63)) raise(OverflowError, 'timestamp out of range for platform time_t')
  if (Math.abs(whole) > 67768036191676799) raise(OSError, '[Errno 75] Value too large for defined data type')
  return whole
}

/** A timestamp argument in whole seconds, rounded down. */
export function wholeSeconds(value: Value, py: Thread): number {
  if (value instanceof PyFloat) {
    if (Number.isNaN(value.value)) raise(ValueError, 'Invalid value NaN (not a number)')
    return timeT(Math.floor(value.value))
  }
  return timeT(Number(asInt(value) ?? index(value, py)))
}
