// What every stream raises.
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

export const unsupported = (message: string): never => raise(UnsupportedOperation, message)
export const closedError = (message = 'I/O operation on closed file.'): never => raise(ValueError, message)
