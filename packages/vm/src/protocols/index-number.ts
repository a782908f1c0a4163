// `__index__`: ints where a size, a position or a count is asked for.
import { typeOf } from '../data/type.ts'
import { asInt, newInt, type Int, type Value } from '../data/values.ts'
import type { Thread } from '../thread.ts'
import { DeprecationWarning, OverflowError, TypeError as PyTypeError, ValueError } from './exceptions.ts'
import { raise } from './raise.ts'
import { warn } from './warn.ts'
import type { PyType } from '../data/type.ts'

/** `operator.index(value)`. */
export function index(value: Value, py: Thread): Int {
  const direct = asInt(value)
  if (direct !== undefined) return direct
  const slot = typeOf(value).slots.index
  if (slot === undefined) raise(PyTypeError, `'${typeOf(value).tpName}' object cannot be interpreted as an integer`)
  const made = slot(value, py)
  const int = asInt(made)
  if (int === undefined) raise(PyTypeError, `__index__ returned non-int (type ${typeOf(made).tpName})`)
  if (typeof made === 'object' || typeof made === 'boolean') {
    warn(
      py,
      DeprecationWarning,
      `__index__ returned non-int (type ${typeOf(made).tpName}).  The ability to return an instance of a strict ` +
        'subclass of int is deprecated, and may be removed in a future version of Python.',
    )
  }
  return int
}

/** A position or size that fits a Py_ssize_t; else the exception given (OverflowError by default). */
export function size(value: Value, py: Thread, error: PyType = OverflowError): number {
  if (typeof value === 'number') return value
  return fitting(index(value, py)) ?? raise(error, `cannot fit '${typeOf(value).tpName}' into an index-sized integer`)
}

/** The same for an argument that C converts itself, which says so in other words. */
export function sizeArgument(value: Value, py: Thread): number {
  if (typeof value === 'number') return value
  return fitting(index(value, py)) ?? raise(OverflowError, 'Python int too large to convert to C ssize_t')
}

/** A place in a file, C's off_t. */
export function fileOffset(value: Value, py: Thread): number {
  if (typeof value === 'number') return value
  return fitting(index(value, py)) ?? raise(OverflowError, 'Python int too large to convert to C long')
}

function fitting(int: Int): number | undefined {
  if (typeof int === 'number') return int
  // Beyond 2⁵³ exactness is of no use: nothing is that long.
  return int > 0x7fff_ffff_ffff_ffffn || int < -0x8000_0000_0000_0000n ? undefined : Number(int)
}

/** A position in a file, as `PyNumber_AsOff_t` reads it. */
export function offsetOf(value: Value, py: Thread): number {
  return fitting(index(value, py)) ?? raise(ValueError, `cannot fit '${typeOf(value).tpName}' into an offset-sized integer`)
}

/** A size as an int. Close to 2⁶³ a number is no longer exact, but no size is above sys.maxsize. */
export function sizeInt(count: number): Int {
  return count >= 2 ** 63 ? newInt(0x7fff_ffff_ffff_ffffn) : newInt(Number.isSafeInteger(count) ? count : BigInt(count))
}

/** A position clamped to what fits, as slices take it. */
export function clampedSize(value: Value, py: Thread): number {
  if (typeof value === 'number') return value
  const int = index(value, py)
  return typeof int === 'number' ? int : int > 0n ? Number.MAX_SAFE_INTEGER : Number.MIN_SAFE_INTEGER
}

/** A C int as `PyArg_Parse` reads one; converters of signatures say it in other words. */
export function signedInt(value: Value, py: Thread): number {
  const int = index(value, py)
  if (fitting(int) === undefined) raise(OverflowError, 'Python int too large to convert to C long')
  if (int > 0x7fff_ffff) raise(OverflowError, 'signed integer is greater than maximum')
  if (int < -0x8000_0000) raise(OverflowError, 'signed integer is less than minimum')
  return Number(int)
}
