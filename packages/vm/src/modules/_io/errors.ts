// What every stream raises.
import { PyBaseException } from '../../data/exception.ts'
import { TypeFlags } from '../../data/type.ts'
import { newStr, None } from '../../data/values.ts'
import { OSError, ValueError, exceptionType } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import { linearise } from '../../object/mro.ts'
import { inheritSlots } from '../../object/resolve-slots.ts'

/** `io.UnsupportedOperation`. */
export const UnsupportedOperation = exceptionType('UnsupportedOperation', [OSError, ValueError], 'io')
UnsupportedOperation.mro = linearise(UnsupportedOperation, UnsupportedOperation.bases)
// io.py sets its `__module__`.
UnsupportedOperation.flags = TypeFlags.BASETYPE | TypeFlags.HEAPTYPE
inheritSlots(UnsupportedOperation)
// io.py gives it its module, so it has to be a class like those that Python code makes.
UnsupportedOperation.namespace.setStr('__module__', newStr('io'))
UnsupportedOperation.namespace.setStr('__doc__', None)

/** Does both, the second whatever becomes of the first; of two errors the second is raised, in the context of the first. */
export function inTurn(first: () => unknown, second: () => unknown): void {
  let failure: unknown
  try {
    first()
  } catch (caught) {
    failure = caught
  }
  try {
    second()
  } catch (caught) {
    if (failure instanceof PyBaseException && caught instanceof PyBaseException) caught.context ??= failure
    throw caught
  }
  if (failure !== undefined) throw failure
}

export const unsupported = (message: string): never => raise(UnsupportedOperation, message)
export const closedError = (message = 'I/O operation on closed file.'): never => raise(ValueError, message)
