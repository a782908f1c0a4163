// The exceptions of pickling.
import { moduleException } from '../../object/module-exception.ts'
import { Exception } from '../../protocols/exceptions.ts'

export const PickleError = moduleException('PickleError', [Exception], '_pickle')
export const PicklingError = moduleException('PicklingError', [PickleError], '_pickle')
export const UnpicklingError = moduleException('UnpicklingError', [PickleError], '_pickle')
