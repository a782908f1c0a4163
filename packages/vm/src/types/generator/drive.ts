// Driving generators and coroutines from outside the loop: next, send, throw, close.
import { PyBaseException, PyTraceback } from '../../data/exception.ts'
import { PyAsyncGenerator, PyCoroutine, PyGenerator } from '../../data/frame.ts'
import { PyTuple } from '../../data/sequences.ts'
import { isSubtype, PyType, typeOf } from '../../data/type.ts'
import { narrowStr, None, type Value } from '../../data/values.ts'
import { getAttrOrUndefined } from '../../protocols/attributes.ts'
import { call } from '../../protocols/call.ts'
import {
  BaseException, DeprecationWarning, GeneratorExit, RuntimeError, StopAsyncIteration, StopIteration, TypeError as PyTypeError, ValueError,
} from '../../protocols/exceptions.ts'
import { isRaised, newException, raise } from '../../protocols/raise.ts'
import { reprText } from '../../protocols/repr.ts'
import { unraisable } from '../../protocols/unraisable.ts'
import { warn } from '../../protocols/warn.ts'
import type { Thread } from '../../thread.ts'
import { delegateOf } from './delegation.ts'

export { delegateOf }

const noun = (self: PyGenerator): string =>
  self instanceof PyCoroutine ? 'coroutine' : self instanceof PyAsyncGenerator ? 'async generator' : 'generator'

function checkFree(self: PyGenerator): void {
  if (self.state === 'running') raise(ValueError, `${noun(self)} already executing`)
}

/** Turn the end of a generator into what its driver sees: undefined, or StopIteration with the value. */
function ended(self: PyGenerator, value: Value): Value | undefined {
  if (self instanceof PyAsyncGenerator) throw newException(StopAsyncIteration, [])
  if (value === None) return undefined
  throw stopIteration(value)
}

/** StopIteration with a value; a tuple or exception is not taken apart. */
export function stopIteration(value: Value): PyBaseException {
  const stop = newException(StopIteration, [value])
  stop.fields['value'] = value
  return stop
}

/** `next(generator)`; undefined when it returned None or had ended. */
export function nextOf(self: PyGenerator, py: Thread): Value | undefined {
  return resume(self, None, py)
}

/** Resume with a value; undefined at the end without a value. */
export function resume(self: PyGenerator, sent: Value, py: Thread): Value | undefined {
  checkFree(self)
  if (self.state === 'finished') {
    if (self instanceof PyCoroutine) raise(RuntimeError, 'cannot reuse already awaited coroutine')
    if (self instanceof PyAsyncGenerator) throw newException(StopAsyncIteration, [])
    return undefined
  }
  if (self.state === 'created' && sent !== None) {
    raise(PyTypeError, `can't send non-None value to a just-started ${noun(self)}`)
  }
  const value = py.evaluator.resume(self, sent, py)
  return stateOf(self) === 'finished' ? ended(self, value) : value
}

/** Read again: resuming changes it under the compiler's eyes. */
function stateOf(self: PyGenerator): PyGenerator['state'] {
  return self.state
}

/** `generator.send(value)`. */
export function sendTo(self: PyGenerator, value: Value, py: Thread): Value {
  const result = resume(self, value, py)
  if (result === undefined) throw newException(StopIteration, [])
  return result
}

/** An instance of the class that is thrown; what goes wrong in making one is thrown in its place. */
function made(type: PyType, value: Value, py: Thread): PyBaseException {
  try {
    const instance = call(type, value === None ? [] : value instanceof PyTuple ? value.items.slice() : [value], py)
    if (instance instanceof PyBaseException) return instance
    return raise(PyTypeError, `calling ${reprText(type, py)} should have returned an instance of BaseException, not ${typeOf(instance).tpName}`)
  } catch (caught) {
    if (caught instanceof PyBaseException) return caught
    throw caught
  }
}

/** The exception in three parts is how it was thrown before 3.12. */
export function warnOfParts(method: string, args: readonly Value[], py: Thread): void {
  if (args.length > 1) warn(py, DeprecationWarning, `the (type, exc, tb) signature of ${method}() is deprecated, use the single-arg signature instead.`)
}

/** The exception that `throw(type, value, traceback)` means. */
function exceptionOf(args: readonly Value[], py: Thread): PyBaseException {
  const [type, value = None, traceback = None] = args as [Value, Value?, Value?]
  if (traceback !== None && !(traceback instanceof PyTraceback)) {
    raise(PyTypeError, 'throw() third argument must be a traceback object')
  }
  let exception: PyBaseException
  if (type instanceof PyType && isSubtype(type, BaseException)) {
    exception = value instanceof PyBaseException && isSubtype(value.type, type) ? value : made(type, value, py)
  } else if (type instanceof PyBaseException) {
    if (value !== None) raise(PyTypeError, 'instance exception may not have a separate value')
    exception = type
  } else {
    const name = typeOf(type).tpName
    return raise(PyTypeError, `exceptions must be classes or instances deriving from BaseException, not ${name}`)
  }
  if (traceback instanceof PyTraceback) exception.traceback = traceback
  return exception
}

/** `generator.throw(…)`, and what `athrow(…)` does when it is awaited, having warned before. */
export function throwInto(self: PyGenerator, args: readonly Value[], py: Thread, title: 'throw' | 'athrow' = 'throw'): Value {
  if (args.length < 1) raise(PyTypeError, `${title} expected at least 1 argument, got 0`)
  if (args.length > 3) raise(PyTypeError, `${title} expected at most 3 arguments, got ${args.length}`)
  if (title === 'throw') warnOfParts(title, args, py)
  const result = throwException(self, exceptionOf(args, py), py)
  if (result === undefined) throw newException(StopIteration, [])
  return result
}

/** Raise inside a generator, in the iterator it delegates to if there is one. */
export function throwException(self: PyGenerator, exception: PyBaseException, py: Thread): Value | undefined {
  checkFree(self)
  const inner = delegateOf(self)
  if (inner !== undefined) {
    if (isSubtype(exception.type, GeneratorExit)) {
      const failure = closeInner(self, inner, py)
      return raiseIn(self, failure ?? exception, py)
    }
    return throwIntoInner(self, inner, exception, py)
  }
  return raiseIn(self, exception, py)
}

function raiseIn(self: PyGenerator, exception: PyBaseException, py: Thread): Value | undefined {
  if (self.state === 'finished') {
    if (self instanceof PyCoroutine) raise(RuntimeError, 'cannot reuse already awaited coroutine')
    throw exception
  }
  const value = py.evaluator.throwInto(self, exception, py)
  return stateOf(self) === 'finished' ? ended(self, value) : value
}

/** As whileRunning; the outer generator's frame is below the inner one's, for tracebacks and `f_back`. */
function whileOnStack<T>(self: PyGenerator, py: Thread, body: () => T): T {
  const below = py.frame
  self.frame.back = below
  py.frame = self.frame
  try {
    return whileRunning(self, body)
  } finally {
    py.frame = below
    self.frame.back = undefined
  }
}

/** The outer generator counts as running while its inner iterator works. */
function whileRunning<T>(self: PyGenerator, body: () => T): T {
  self.state = 'running'
  try {
    return body()
  } finally {
    self.state = 'suspended'
  }
}

function throwIntoInner(self: PyGenerator, inner: Value, exception: PyBaseException, py: Thread): Value | undefined {
  try {
    let result: Value | undefined
    if (inner instanceof PyGenerator && !(inner instanceof PyAsyncGenerator)) {
      result = whileOnStack(self, py, () => throwException(inner, exception, py))
    } else {
      const method = getAttrOrUndefined(inner, narrowStr('throw'), py)
      if (method === undefined) return raiseIn(self, exception, py)
      result = whileRunning(self, () => call(method, [exception], py))
    }
    if (result !== undefined) return result
    return leaveDelegation(self, None, py)
  } catch (caught) {
    if (isRaised(caught, StopIteration) && self.state === 'suspended') return leaveDelegation(self, caught.fields['value'] ?? None, py)
    if (caught instanceof PyBaseException && self.state === 'suspended') return raiseIn(self, caught, py)
    throw caught
  }
}

/** The inner iterator ended: go on behind the delegation with its value. */
function leaveDelegation(self: PyGenerator, value: Value, py: Thread): Value | undefined {
  const stop = stopIteration(value)
  // CLEANUP_THROW, the handler of every delegation, takes the value out of a StopIteration raised at the yield.
  return raiseIn(self, stop, py)
}

/** Close the inner iterator; the exception that this raised, if any. */
function closeInner(self: PyGenerator, inner: Value, py: Thread): PyBaseException | undefined {
  try {
    whileRunning(self, () => {
      if (inner instanceof PyGenerator && !(inner instanceof PyAsyncGenerator)) closeGenerator(inner, py)
      else {
        let method: Value | undefined
        try {
          method = getAttrOrUndefined(inner, narrowStr('close'), py)
        } catch (caught) {
          // A look-up that fails keeps nobody from closing the outer generator.
          if (!(caught instanceof PyBaseException)) throw caught
          unraisable(caught, inner, py)
        }
        if (method !== undefined) call(method, [], py)
      }
    })
    return undefined
  } catch (caught) {
    if (caught instanceof PyBaseException) return caught
    throw caught
  }
}

/** `generator.close()`: the value it returned, or None. */
export function closeGenerator(self: PyGenerator, py: Thread): Value {
  checkFree(self)
  if (self.state === 'created') {
    self.state = 'finished'
    return None
  }
  if (self.state === 'finished') return None
  try {
    const value = throwException(self, newException(GeneratorExit, []), py)
    if (stateOf(self) === 'finished') return value ?? None
  } catch (caught) {
    if (isRaised(caught, StopIteration)) return caught.fields['value'] ?? None
    if (isRaised(caught, GeneratorExit)) return None
    throw caught
  }
  return raise(RuntimeError, `${noun(self)} ignored GeneratorExit`)
}

