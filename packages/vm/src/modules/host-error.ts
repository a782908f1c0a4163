// From failed system calls to OSError.
import { newTuple } from '../data/sequences.ts'
import type { PyBaseException } from '../data/exception.ts'
import { newInt, newStr, None, type Value } from '../data/values.ts'
import { HostError } from '../ports/host.ts'
import { call } from '../protocols/call.ts'
import { OSError } from '../protocols/exceptions.ts'
import type { Thread } from '../thread.ts'
import { errorText } from './errno.ts'

/** The exception for an error number, of the class it decides. */
export function osError(errno: number, py: Thread, filename?: Value, filename2?: Value): PyBaseException {
  const args: Value[] = [newInt(errno), newStr(errorText(errno))]
  if (filename !== undefined) args.push(filename)
  if (filename2 !== undefined) args.push(None, filename2)
  return call(OSError, args, py) as PyBaseException
}

/** Do what the host does; its errors become OSError about these files. */
export function onHost<T>(py: Thread, action: () => T, filename?: Value, filename2?: Value): T {
  try {
    return action()
  } catch (caught) {
    if (caught instanceof HostError) throw osError(caught.errno, py, filename, filename2)
    throw caught
  }
}

/** A tuple of ints. */
export function intTuple(...numbers: readonly (number | bigint)[]): Value {
  return newTuple(numbers.map(newInt))
}
