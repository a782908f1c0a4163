// Futures and tasks as they lie in memory. A future without a loop was made by `__new__` alone: most methods refuse it.
import type { PyBaseException, PyTraceback } from '../../data/exception.ts'
import { PyObject, type Visit } from '../../data/object.ts'
import { None, type Str, type Value } from '../../data/values.ts'

export type FutureState = 'PENDING' | 'CANCELLED' | 'FINISHED'

/** A callback and the context that it will be called in. */
export interface Callback {
  readonly call: Value
  readonly context: Value
}

export class PyFuture extends PyObject {
  loop: Value | undefined = undefined
  state: FutureState = 'PENDING'
  callbacks: Callback[] = []
  result: Value | undefined = undefined
  exception: PyBaseException | undefined = undefined
  /** The traceback that the exception had when it was set. */
  exceptionTraceback: PyTraceback | undefined = undefined
  sourceTraceback: Value | undefined = undefined
  cancelMessage: Value = None
  /** What cancelled a task, to be raised by who asks for the result first. */
  cancelledBy: PyBaseException | undefined = undefined
  /** Nobody has asked for the exception yet. */
  untold = false
  /** It was yielded by `await`, not by `yield`. */
  blocking = false
  override traverse(visit: Visit): void {
    for (const held of [this.loop, this.result, this.exception, this.exceptionTraceback, this.sourceTraceback, this.cancelledBy]) {
      if (held !== undefined) visit(held)
    }
    visit(this.cancelMessage)
    for (const { call, context } of this.callbacks) {
      visit(call)
      visit(context)
    }
  }
}

export class PyTask extends PyFuture {
  coroutine: Value | undefined = undefined
  name: Str | undefined = undefined
  context: Value | undefined = undefined
  waitsFor: Value | undefined = undefined
  mustCancel = false
  cancels = 0
  tellsOfPending = true
  override traverse(visit: Visit): void {
    super.traverse(visit)
    for (const held of [this.coroutine, this.context, this.waitsFor]) if (held !== undefined) visit(held)
  }
}
