// What becomes of a future: a result, an exception, or nothing because it was cancelled; and who is told.
import { PyBaseException } from '../../data/exception.ts'
import { isSubtype, PyType } from '../../data/type.ts'
import { narrowStr, None, newStr, type Value } from '../../data/values.ts'
import { call, callMethod } from '../../protocols/call.ts'
import { BaseException, RuntimeError, StopIteration, TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { isRaised, newException, raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'
import type { PyFuture } from './layouts.ts'
import { asyncioError, invalidState } from './library.ts'

const contextName = [narrowStr('context')]

/** The future's loop; raises for a future that was never initialised. */
export function loopOf(self: PyFuture): Value {
  return self.loop ?? raise(RuntimeError, 'Future object is not initialized.')
}

export function callSoon(loop: Value, callback: Value, args: Value[], context: Value, py: Thread): void {
  callMethod(loop, 'call_soon', [callback, ...args, context], py, contextName)
}

function scheduleCallbacks(self: PyFuture, py: Thread): void {
  const { callbacks } = self
  self.callbacks = []
  for (const { call: callback, context } of callbacks) callSoon(loopOf(self), callback, [self], context, py)
}

function checkPending(self: PyFuture, py: Thread): void {
  loopOf(self)
  if (self.state !== 'PENDING') invalidState('invalid state', py)
}

export function setResult(self: PyFuture, result: Value, py: Thread): void {
  checkPending(self, py)
  self.result = result
  self.state = 'FINISHED'
  scheduleCallbacks(self, py)
}

/** A StopIteration would end who awaits the future as if it had returned. */
function wrapped(stop: PyBaseException): PyBaseException {
  const exception = newException(RuntimeError, [newStr('StopIteration interacts badly with generators and cannot be raised into a Future')])
  exception.cause = stop
  exception.context = stop
  return exception
}

export function setException(self: PyFuture, given: Value, py: Thread): void {
  checkPending(self, py)
  const made = given instanceof PyType && isSubtype(given, BaseException) ? call(given, [], py) : given
  if (!(made instanceof PyBaseException)) return raise(PyTypeError, 'invalid exception object')
  const exception = isRaised(made, StopIteration) ? wrapped(made) : made
  self.exception = exception
  self.exceptionTraceback = exception.traceback
  self.state = 'FINISHED'
  scheduleCallbacks(self, py)
  self.untold = true
}

/** False when it is too late. */
export function cancelFuture(self: PyFuture, message: Value, py: Thread): boolean {
  loopOf(self)
  self.untold = false
  if (self.state !== 'PENDING') return false
  self.state = 'CANCELLED'
  self.cancelMessage = message
  scheduleCallbacks(self, py)
  return true
}

/** The CancelledError to raise, the one that cancelled the task first of all. */
export function cancelledError(self: PyFuture, py: Thread): PyBaseException {
  const { cancelledBy } = self
  self.cancelledBy = undefined
  return cancelledBy ?? asyncioError('CancelledError', self.cancelMessage === None ? [] : [self.cancelMessage], py)
}

function checkFinished(self: PyFuture, otherwise: string, py: Thread): void {
  if (self.loop === undefined) invalidState('Future object is not initialized.', py)
  if (self.state === 'CANCELLED') throw cancelledError(self, py)
  if (self.state === 'PENDING') invalidState(otherwise, py)
  self.untold = false
}

export function resultOf(self: PyFuture, py: Thread): Value {
  checkFinished(self, 'Result is not set.', py)
  const { exception } = self
  if (exception === undefined) return self.result ?? None
  exception.traceback = self.exceptionTraceback
  self.exceptionTraceback = undefined
  throw exception
}

export function exceptionOf(self: PyFuture, py: Thread): Value {
  checkFinished(self, 'Exception is not set.', py)
  return self.exception ?? None
}

export function addCallback(self: PyFuture, callback: Value, context: Value, py: Thread): void {
  if (self.loop === undefined) raise(RuntimeError, 'uninitialized Future object')
  if (self.state === 'PENDING') self.callbacks.push({ call: callback, context })
  else callSoon(loopOf(self), callback, [self], context, py)
}
