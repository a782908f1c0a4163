// What every stream raises.
import { OSError, ValueError, exceptionType } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import { inheritSlots } from '../../object/resolve-slots.ts'

/** `io.UnsupportedOperation`. */
export const UnsupportedOperation = exceptionType('UnsupportedOperation', [OSError, ValueError], 'io')
inheritSlots(UnsupportedOperation)

export const unsupported = (message: string): never => raise(UnsupportedOperation, message)
export const closedError = (message = 'I/O operation on closed file.'): never => raise(ValueError, message)
