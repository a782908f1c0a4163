// Descriptors as arguments: an int, or an object that has `fileno()`.
import { asInt, bigValue, narrowStr, None, PyFloat, type Value } from '../../data/values.ts'
import { typeOf } from '../../data/type.ts'
import { getAttrOrUndefined } from '../../protocols/attributes.ts'
import { call } from '../../protocols/call.ts'
import { OverflowError, TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { index } from '../../protocols/index-number.ts'
import { raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'

/** The descriptor that a value means. */
export function descriptorOf(value: Value, py: Thread): number {
  let int = asInt(value)
  if (int === undefined) {
    const method = getAttrOrUndefined(value, narrowStr('fileno'), py)
    if (method === undefined) return raise(PyTypeError, 'argument must be an int, or have a fileno() method.')
    int = asInt(call(method, [], py))
    if (int === undefined) return raise(PyTypeError, 'fileno() returned a non-integer')
  }
  const fd = Number(int)
  if (fd > 0x7fffffff || fd < -0x80000000) raise(OverflowError, 'Python int too large to convert to C int')
  if (fd < 0) raise(ValueError, `file descriptor cannot be a negative integer (${fd})`)
  return fd
}

/** A time-out of a number of `unit` seconds, in milliseconds; undefined for None. Rounded up. */
export function timeoutOf(value: Value, unit: number, message: string, py: Thread): number | undefined {
  if (value === None) return undefined
  let number: number
  if (value instanceof PyFloat) number = value.value
  else {
    if (asInt(value) === undefined && typeOf(value).slots.index === undefined) return raise(PyTypeError, message)
    number = Number(bigValue(index(value, py)))
  }
  if (Number.isNaN(number)) raise(ValueError, 'Invalid value NaN (not a number)')
  if (Math.abs(number * unit) > 9223372036) raise(OverflowError, 'timestamp too large to convert to C PyTime_t')
  return number * unit * 1000
}
