// How deep native code has called itself, in CPython's units: it stops at 10,000 whatever `sys.setrecursionlimit`
// says, lest the machine's stack end. The loop that runs Python counts two, `repr()`, a comparison or a call of an
// object one. What has ended gives back what it took, by an exception too.
import type { PyBaseException } from '../data/exception.ts'
import type { KeywordNames } from '../data/slots.ts'
import { newStr, type Value } from '../data/values.ts'
import type { Thread } from '../thread.ts'
import { RecursionError } from './exceptions.ts'
import { newException, raise } from './raise.ts'

/** CPython's Py_C_RECURSION_LIMIT on Linux is 10,000; it notices one too many when that has been taken. */
export const NATIVE_LIMIT = 10_001

/** Count one more level, or several; RecursionError beyond the limit, with `where` at the end of its message. */
export function enterNative(py: Thread, where: string, units = 1): void {
  if (py.nativeDepth + units > NATIVE_LIMIT) raise(RecursionError, `maximum recursion depth exceeded${where}`)
  py.nativeDepth += units
}

/** What JavaScript throws at the end of its own stack, which may come before the limits do, as a Python exception. */
export function stackError(py: Thread, where = ''): PyBaseException {
  py.interpreter.stackEnded?.()
  return newException(RecursionError, [newStr(`maximum recursion depth exceeded${where}`)])
}

type CallSlot<T> = (self: T, args: Value[], names: KeywordNames | undefined, py: Thread) => Value

/** A call that counts as one level. */
export const countedCall = <T>(call: CallSlot<T>): CallSlot<T> => (self, args, names, py) => {
  enterNative(py, ' while calling a Python object')
  try {
    return call(self, args, names, py)
  } finally {
    py.nativeDepth--
  }
}
