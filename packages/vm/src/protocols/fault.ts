// What the algorithms of primitives throw, turned into Python exceptions.
import { Fault, type FaultKind } from '@pellucid/primitives'
import type { PyType } from '../data/type.ts'
import { newInt, newStr } from '../data/values.ts'
import {
  IndexError, KeyError, LookupError, MemoryError, OverflowError, TypeError as PyTypeError, ValueError,
  ZeroDivisionError,
} from './exceptions.ts'
import { raise, raiseWith } from './raise.ts'

const classes: Partial<Record<FaultKind, PyType>> = {
  ValueError, TypeError: PyTypeError, OverflowError, ZeroDivisionError, MemoryError, IndexError, LookupError, KeyError,
}

/** The class for faults that only one module raises (`struct.error`). */
export function registerFaultClass(kind: FaultKind, type: PyType): void {
  classes[kind] = type
}

/** Throw on what was caught; a Fault as the Python exception it stands for. */
export function raiseFault(caught: unknown): never {
  if (!(caught instanceof Fault)) throw caught
  // C's errno errors have two arguments.
  if (caught.message.startsWith('(34, ')) raiseWith(OverflowError, newInt(34), newStr(caught.message.slice(6, -2)))
  return raise(classes[caught.kind] ?? ValueError, caught.message === '' ? undefined : caught.message)
}

/** Run an algorithm of primitives. */
export function faulty<T>(body: () => T): T {
  try {
    return body()
  } catch (caught) {
    return raiseFault(caught)
  }
}
