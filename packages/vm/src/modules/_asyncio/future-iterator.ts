// FutureIter: what awaiting a future iterates over. It yields the future once, then ends with its result.
import { PyBaseException, PyTraceback } from '../../data/exception.ts'
import { PyObject, type Visit } from '../../data/object.ts'
import { isSubtype, PyType } from '../../data/type.ts'
import { None, type Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { call } from '../../protocols/call.ts'
import { BaseException, RuntimeError, StopIteration, TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { newException, raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'
import { stopIteration, warnOfParts } from '../../types/generator/drive.ts'
import { resultOf } from './fate.ts'
import type { PyFuture } from './layouts.ts'

export class PyFutureIterator extends PyObject {
  future: PyFuture | undefined
  constructor(future: PyFuture) {
    super()
    this.future = future
  }
  override traverse(visit: Visit): void {
    if (this.future !== undefined) visit(this.future)
  }
}

function step(self: PyFutureIterator, py: Thread): Value | undefined {
  const { future } = self
  if (future === undefined) return undefined
  if (future.state === 'PENDING') {
    if (future.blocking) raise(RuntimeError, "await wasn't used with future")
    future.blocking = true
    return future
  }
  self.future = undefined
  const result = resultOf(future, py)
  if (result === None) return undefined
  throw stopIteration(result)
}

/** The exception that `throw(…)` is about. */
function thrown(args: readonly Value[], py: Thread): PyBaseException {
  if (args.length === 0) raise(PyTypeError, 'throw expected at least 1 argument, got 0')
  if (args.length > 3) raise(PyTypeError, `throw expected at most 3 arguments, got ${args.length}`)
  warnOfParts('throw', args, py)
  const [type, value = None, traceback = None] = args as [Value, Value?, Value?]
  if (traceback !== None && !(traceback instanceof PyTraceback)) raise(PyTypeError, 'throw() third argument must be a traceback')
  let exception: Value
  if (type instanceof PyType && isSubtype(type, BaseException)) {
    exception = value instanceof PyBaseException && isSubtype(value.type, type) ? value : call(type, value === None ? [] : [value], py)
  } else if (type instanceof PyBaseException) {
    if (value !== None) raise(PyTypeError, 'instance exception may not have a separate value')
    exception = type
  } else return raise(PyTypeError, 'exceptions must be classes deriving BaseException or instances of such a class')
  if (traceback instanceof PyTraceback) (exception as PyBaseException).traceback = traceback
  return exception as PyBaseException
}

const method = methods<PyFutureIterator>()

export const futureIteratorType = defineType('_asyncio.FutureIter', {
  doc: 'What awaiting a future iterates over.',
  instance: PyFutureIterator,
  slots: { iter: (self: PyFutureIterator) => self, next: step },
  methods: () => [
    method('send(self, value: object, /)', 'Go on; the value is not looked at.', (self, _value, py) =>
      step(self, py) ?? (() => { throw newException(StopIteration, []) })(),
    ),
    method('throw(*args)', 'Raise an exception in place of the result.', (self, args, py) => {
      self.future = undefined
      throw thrown(args, py)
    }, { text: null }),
    method('close(self, /)', 'Wait no longer.', (self) => void (self.future = undefined)),
  ],
})
