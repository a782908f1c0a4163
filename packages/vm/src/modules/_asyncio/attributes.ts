// The attributes that futures and tasks show, each class as its own.
import { newList, newTuple } from '../../data/sequences.ts'
import { narrowStr, None, type Value } from '../../data/values.ts'
import type { Attribute } from '../../object/define-type.ts'
import { AttributeError, ValueError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import { truth } from '../../protocols/truth.ts'
import { loopOf } from './fate.ts'
import type { PyFuture, PyTask } from './layouts.ts'

const kept = (value: Value | undefined): Value => value ?? raise(AttributeError, 'cannot delete attribute')

/** What there is to read once the future is initialised. */
const read = (get: (self: PyFuture) => Value | undefined): Attribute<PyFuture> => ({
  get(self) {
    loopOf(self)
    return get(self) ?? None
  },
})

export const futureAttributes: Readonly<Record<string, Attribute<PyFuture>>> = {
  _state: read(({ state }) => narrowStr(state)),
  _asyncio_future_blocking: {
    get: (self) => self.loop !== undefined && self.blocking,
    set(self, value, py) {
      loopOf(self)
      self.blocking = truth(kept(value), py)
    },
  },
  _loop: { get: (self) => self.loop ?? None },
  _callbacks: read(({ callbacks }) =>
    callbacks.length === 0 ? None : newList(callbacks.map(({ call, context }) => newTuple([call, context]))),
  ),
  _result: read(({ result }) => result),
  _exception: read(({ exception }) => exception),
  _log_traceback: {
    get: (self) => loopOf(self) !== undefined && self.untold,
    set(self, value, py) {
      if (truth(kept(value), py)) raise(ValueError, '_log_traceback can only be set to False')
      self.untold = false
    },
  },
  _source_traceback: { get: (self) => self.sourceTraceback ?? None },
  _cancel_message: {
    get: (self) => self.cancelMessage,
    set: (self, value) => void (self.cancelMessage = kept(value)),
  },
}

export const taskAttributes: Readonly<Record<string, Attribute<PyTask>>> = {
  ...futureAttributes,
  _log_destroy_pending: {
    get: (self) => self.tellsOfPending,
    set: (self, value, py) => void (self.tellsOfPending = truth(kept(value), py)),
  },
  _must_cancel: { get: (self) => self.mustCancel },
  _coro: { get: (self) => self.coroutine ?? None },
  _fut_waiter: { get: (self) => self.waitsFor ?? None },
}
