// Ints that C keeps in a Py_ssize_t.
import type { PyType } from '../../data/type.ts'
import { asInt, type Int, type Value } from '../../data/values.ts'
import { OverflowError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'

/** The int of an int, without asking `__index__`; anything else raises what is given. */
export function machineSize(value: Value, type: PyType, message: string): Int {
  const int = asInt(value)
  if (int === undefined) return raise(type, message)
  if (int > 0x7fff_ffff_ffff_ffffn || int < -0x8000_0000_0000_0000n) {
    raise(OverflowError, 'Python int too large to convert to C ssize_t')
  }
  return int
}
