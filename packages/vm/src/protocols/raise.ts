// Raising and recognising Python exceptions in TypeScript.
import { PyBaseException } from '../data/exception.ts'
import { newTuple } from '../data/sequences.ts'
import type { PyType } from '../data/type.ts'
import { isSubtype } from '../data/type.ts'
import { newStr, type Str, type Value } from '../data/values.ts'
import { AttributeError, StopIteration } from './exceptions.ts'

/** An instance of a builtin exception class, made without running Python code. */
export function newException(type: PyType, args: readonly Value[]): PyBaseException {
  const exception = new PyBaseException(type)
  exception.args = newTuple(args)
  if (type === StopIteration && args.length > 0) exception.fields['value'] = args[0]
  return exception
}

/** Raise a builtin exception: `raise(TypeError, 'message')`. */
export function raise(type: PyType, message?: string): never {
  throw newException(type, message === undefined ? [] : [newStr(message)])
}

/** Raise with values in place of a message: `raiseWith(KeyError, key)`. */
export function raiseWith(type: PyType, ...args: Value[]): never {
  throw newException(type, args)
}

/** Raise AttributeError with `name` and `obj` set, which suggestions read. */
export function raiseAttributeError(object: Value, name: string | Str, message: string): never {
  const exception = newException(AttributeError, [newStr(message)])
  exception.fields['name'] = typeof name === 'string' ? newStr(name) : name
  exception.fields['obj'] = object
  throw exception
}

/** Is what was caught a Python exception of this class? */
export function isRaised(caught: unknown, type: PyType): caught is PyBaseException {
  return caught instanceof PyBaseException && isSubtype(caught.type, type)
}

/** A broken invariant of the machine: no Python `except` catches it. */
export class MachineError extends Error {
  override readonly name = 'MachineError'
}
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new MachineError(message)
}
