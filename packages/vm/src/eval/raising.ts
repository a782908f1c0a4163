// `raise`, contexts, and the calls of `__exit__`.
import { PyBaseException } from '../data/exception.ts'
import type { HandledException } from '../data/frame.ts'
import { isSubtype, PyType, typeOf } from '../data/type.ts'
import { None, type Value } from '../data/values.ts'
import { call } from '../protocols/call.ts'
import { BaseException, RuntimeError, SystemError, TypeError as PyTypeError } from '../protocols/exceptions.ts'
import { raise } from '../protocols/raise.ts'
import type { Thread } from '../thread.ts'

/** The innermost exception being handled, whichever generator or thread handles it. */
export function currentException(py: Thread): PyBaseException | undefined {
  for (let entry: HandledException | undefined = py.handled; entry !== undefined; entry = entry.previous) {
    if (entry.value !== undefined) return entry.value
  }
  return undefined
}

/** What a handler puts back or raises again: an exception, if the bytecode is sound. */
export function raisable(value: unknown): PyBaseException {
  if (value instanceof PyBaseException) return value
  return raise(SystemError, 'bad bytecode: what is handled is no exception')
}

/** Give a new exception the one being handled as context, without closing a circle. */
export function setContext(exception: PyBaseException, py: Thread): void {
  const handled = currentException(py)
  if (handled === undefined || handled === exception) return
  if (handled.context === undefined) {
    exception.context = handled
    return
  }
  const seen = new Set<PyBaseException>()
  let link: PyBaseException = handled
  for (;;) {
    const context = link.context
    if (context === undefined || seen.has(context)) break
    if (context === exception) {
      link.context = undefined
      break
    }
    seen.add(context)
    link = context
  }
  exception.context = handled
}

/** A new exception, with its context. */
export function withContext(exception: PyBaseException, py: Thread): PyBaseException {
  setContext(exception, py)
  return exception
}

const isExceptionClass = (value: Value): value is PyType => value instanceof PyType && isSubtype(value, BaseException)

function instantiate(cls: PyType, py: Thread): PyBaseException {
  const made = call(cls, [], py)
  if (made instanceof PyBaseException) return made
  return raise(PyTypeError, `calling <class '${cls.tpName}'> should have returned an instance of BaseException, not ${`<class '${typeOf(made).tpName}'>`}`)
}

/** `raise`, `raise exception`, `raise exception from cause`; the exception, set up to be raised. */
export function raiseStatement(raised: Value | undefined, cause: Value | undefined, py: Thread): PyBaseException {
  if (raised === undefined) {
    const active = currentException(py)
    if (active === undefined) raise(RuntimeError, 'No active exception to reraise')
    return active
  }
  let exception: PyBaseException
  if (isExceptionClass(raised)) exception = instantiate(raised, py)
  else if (raised instanceof PyBaseException) exception = raised
  else return raise(PyTypeError, 'exceptions must derive from BaseException')
  if (cause !== undefined) {
    if (isExceptionClass(cause)) exception.cause = instantiate(cause, py)
    else if (cause instanceof PyBaseException) exception.cause = cause
    else if (cause === None) exception.cause = undefined
    else raise(PyTypeError, 'exception causes must derive from BaseException')
    exception.suppressContext = true
  }
  setContext(exception, py)
  return exception
}

/** `__exit__(type, value, traceback)` at the end of a with block that raised. */
export function callExit(exit: Value, exception: PyBaseException, py: Thread): Value {
  return call(exit, [exception.type, exception, exception.traceback ?? None], py)
}
