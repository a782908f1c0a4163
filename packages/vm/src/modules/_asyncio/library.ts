// What futures and tasks ask of the Python part of asyncio. Looked up when needed: its modules import this one.
import type { PyBaseException } from '../../data/exception.ts'
import type { PyType } from '../../data/type.ts'
import { narrowStr, newStr, type Value } from '../../data/values.ts'
import { getAttr } from '../../protocols/attributes.ts'
import { call } from '../../protocols/call.ts'
import { importModule } from '../../protocols/import-module.ts'
import { isRaised } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'

type ErrorName = 'CancelledError' | 'InvalidStateError'

/** `library('asyncio.base_futures', '_future_repr', py)`. */
export function library(module: string, name: string, py: Thread): Value {
  return getAttr(importModule(module, py), narrowStr(name), py)
}

const errorClass = (name: ErrorName, py: Thread): PyType => library('asyncio.exceptions', name, py) as PyType

export function asyncioError(name: ErrorName, args: Value[], py: Thread): PyBaseException {
  return call(errorClass(name, py), args, py) as PyBaseException
}

export function invalidState(message: string, py: Thread): never {
  throw asyncioError('InvalidStateError', [newStr(message)], py)
}

export function isCancelledError(caught: unknown, py: Thread): caught is PyBaseException {
  return isRaised(caught, errorClass('CancelledError', py))
}
