// What may be assigned to a member that C keeps as a number of its own (https://docs.python.org/3.13/c-api/structures.html).
import type { Value } from '../data/values.ts'
import { TypeError as PyTypeError } from './exceptions.ts'
import { raise } from './raise.ts'

/** The value of a Py_T_BOOL member; undefined deletes, which nobody may. */
export function flagMember(value: Value | undefined): boolean {
  if (value === undefined) raise(PyTypeError, "can't delete numeric/char attribute")
  return typeof value === 'boolean' ? value : raise(PyTypeError, 'attribute value type must be bool')
}
