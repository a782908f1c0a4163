// Future: a result that is not there yet (https://docs.python.org/3.13/library/asyncio-future.html).
import { newDict } from '../../data/dict.ts'
import type { PyType } from '../../data/type.ts'
import { None, newInt, newStr, type Str, type Value } from '../../data/values.ts'
import { methods, type BuiltinDefinition } from '../../object/define-builtin.ts'
import { defineType, withClass } from '../../object/define-type.ts'
import { call, callMethod } from '../../protocols/call.ts'
import { equal } from '../../protocols/compare.ts'
import { truth } from '../../protocols/truth.ts'
import type { Thread } from '../../thread.ts'
import { classGetItem } from '../../types/generic-alias.ts'
import { currentContext, PyContext } from '../_contextvars/context.ts'
import { futureAttributes } from './attributes.ts'
import { addCallback, cancelFuture, cancelledError, exceptionOf, loopOf, resultOf, setException, setResult } from './fate.ts'
import { PyFutureIterator } from './future-iterator.ts'
import { PyFuture } from './layouts.ts'
import { library } from './library.ts'
import { eventLoop } from './running.ts'

/** `__init__`: a future may be initialised again, and is as new then. */
export function initialise(self: PyFuture, loop: Value, py: Thread): void {
  Object.assign(self, { ...new PyFuture(), loop: loop === None ? eventLoop(py) : loop })
  if (truth(callMethod(loopOf(self), 'get_debug', [], py), py)) {
    self.sourceTraceback = call(library('traceback', 'extract_stack', py), [], py)
  }
}

/** The context of a callback that names none. */
export const contextCopy = (py: Thread): Value => new PyContext(currentContext(py).values)

/** Tell the loop of what went wrong unseen. */
export function callExceptionHandler(self: PyFuture, facts: Readonly<Record<string, Value>>, py: Thread): void {
  const context = newDict()
  for (const [name, fact] of Object.entries(facts)) context.setStr(name, fact)
  if (self.sourceTraceback !== undefined) context.setStr('source_traceback', self.sourceTraceback)
  callMethod(loopOf(self), 'call_exception_handler', [context], py)
}

/** The end of a future whose exception nobody asked for. */
export function tellUntold(self: PyFuture, py: Thread): void {
  if (!self.untold || self.exception === undefined) return
  self.untold = false
  const message = newStr(`${self.type.name} exception was never retrieved`)
  callExceptionHandler(self, { message, exception: self.exception, future: self }, py)
}

function removeCallback(self: PyFuture, callback: Value, py: Thread): number {
  loopOf(self)
  const before = self.callbacks
  const rest: typeof before = []
  // Comparing may run code that takes the callbacks away.
  for (let i = 0; i < before.length && self.callbacks === before; i++) {
    const one = before[i] as (typeof before)[number]
    if (!equal(one.call, callback, py)) rest.push(one)
  }
  if (self.callbacks !== before) return 0
  self.callbacks = rest
  return before.length - rest.length
}

const method = methods<PyFuture>()

/** Methods of both classes. */
export const sharedMethods: readonly BuiltinDefinition[] = [
  method('result(self, /)', 'The result; raises the exception where there is one.', (self, py) => resultOf(self, py)),
  method('exception(self, /)', 'The exception that was set, or None.', (self, py) => exceptionOf(self, py)),
  method(
    'add_done_callback(self, fn: object, /, *, context: object = <unrepresentable>)',
    'Have the loop call a function once there is a result.',
    (self, fn, context, py) => addCallback(self, fn, context ?? contextCopy(py), py),
  ),
  method('remove_done_callback(self, fn: object, /)', 'Forget a callback; answer how often it was there.', (self, fn, py) =>
    newInt(removeCallback(self, fn, py)),
  ),
  method('cancelled(self, /)', 'Tell whether it was cancelled.', (self) => self.state === 'CANCELLED'),
  method('done(self, /)', 'Tell whether there is a result, an exception or a cancellation.', (self) => self.state !== 'PENDING'),
  method('_make_cancelled_error(self, /)', 'The CancelledError to raise; asked for once.', (self, py) => cancelledError(self, py)),
  classGetItem('See PEP 585'),
]

export const awaitSlots = {
  iter: (self: PyFuture) => (loopOf(self), new PyFutureIterator(self)),
  await: (self: PyFuture) => (loopOf(self), new PyFutureIterator(self)),
}

export const futureType: PyType = defineType('_asyncio.Future(*, loop: object = None)', {
  doc: 'A result that is not there yet.\n\nNot for use by several threads; callbacks are called by the event loop.',
  instance: PyFuture,
  subclassable: true,
  hasDict: true,
  hasWeakrefs: true,
  newRaw: (cls) => withClass(new PyFuture(), cls, true),
  init: (self: PyFuture, loop, py) => initialise(self, loop, py),
  slots: {
    ...awaitSlots,
    repr: (self: PyFuture, py) => (loopOf(self), call(library('asyncio.base_futures', '_future_repr', py), [self], py) as Str),
    finalize: tellUntold,
  },
  methods: () => [
    ...sharedMethods,
    method('set_result(self, result: object, /)', 'Set the result and schedule the callbacks.', (self, result, py) => setResult(self, result, py)),
    method('set_exception(self, exception: object, /)', 'Set an exception and schedule the callbacks.', (self, exception, py) =>
      setException(self, exception, py),
    ),
    method('cancel(self, /, msg: object = None)', 'Cancel it and schedule the callbacks; False when it is done.', (self, msg, py) =>
      cancelFuture(self, msg, py),
    ),
    method('get_loop(self, /)', 'The event loop it belongs to.', (self) => loopOf(self)),
  ],
  attributes: () => futureAttributes,
})
