// Names of settings as sysconf and its like take them: a name of their table, or its number.
import { asInt, asStr, strValue, type Value } from '../../data/values.ts'
import { TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'
import { osError } from '../host-error.ts'

const EINVAL = 22

/** The name in the table; OSError for a number that is not there. */
export function settingName(value: Value, table: Readonly<Record<string, number>>, py: Thread): string {
  const text = asStr(value)
  if (text !== undefined) {
    const name = strValue(text)
    return Object.hasOwn(table, name) ? name : raise(ValueError, 'unrecognized configuration name')
  }
  const number = asInt(value)
  if (number === undefined) return raise(PyTypeError, 'configuration names must be strings or integers')
  const found = Object.keys(table).find((name) => table[name] === Number(number))
  if (found === undefined) throw osError(EINVAL, py)
  return found
}
