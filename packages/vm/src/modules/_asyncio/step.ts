// The steps of a task: run the coroutine to what it awaits next, then wait for that.
import { PyBaseException } from '../../data/exception.ts'
import { PyAsyncGenerator, PyCoroutine, PyGenerator } from '../../data/frame.ts'
import { PyObject, type Visit } from '../../data/object.ts'
import type { KeywordNames } from '../../data/slots.ts'
import { typeOf } from '../../data/type.ts'
import { narrowStr, None, newStr, type Value } from '../../data/values.ts'
import { builtinFunction, methods } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { getAttr, getAttrOrUndefined, setAttr } from '../../protocols/attributes.ts'
import { call, callMethod } from '../../protocols/call.ts'
import { AttributeError, KeyboardInterrupt, RuntimeError, StopIteration, SystemExit, TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { isRaised, newException, raise } from '../../protocols/raise.ts'
import { reprText } from '../../protocols/repr.ts'
import { truth } from '../../protocols/truth.ts'
import type { Thread } from '../../thread.ts'
import { nextOf } from '../../types/generator/drive.ts'
import { addCallback, callSoon, cancelFuture, cancelledError, loopOf, resultOf, setException, setResult } from './fate.ts'
import { PyFuture, PyTask } from './layouts.ts'
import { invalidState, isCancelledError } from './library.ts'
import { enterTask, leaveTask } from './running.ts'

/** TaskStepMethWrapper: what the loop calls to make a task's next step. */
class PyTaskStep extends PyObject {
  readonly task: PyTask
  readonly error: PyBaseException | undefined
  constructor(task: PyTask, error: PyBaseException | undefined) {
    super()
    this.task = task
    this.error = error
  }
  override traverse(visit: Visit): void {
    visit(this.task)
    if (this.error !== undefined) visit(this.error)
  }
}

defineType('_asyncio.TaskStepMethWrapper', {
  doc: 'The next step of a task.',
  instance: PyTaskStep,
  slots: {
    call(self: PyTaskStep, args: Value[], names: KeywordNames | undefined, py) {
      if (names !== undefined && names.length > 0) raise(PyTypeError, 'function takes no keyword arguments')
      if (args.length > 0) raise(PyTypeError, 'function takes no positional arguments')
      step(self.task, self.error, py)
      return None
    },
  },
  attributes: () => ({ __self__: { get: (self) => self.task }, __qualname__: { get: (self, py) => getAttr(typeOf(self.task), narrowStr('__qualname__'), py) } }),
})

export function stepSoon(task: PyTask, error: PyBaseException | undefined, py: Thread): void {
  callSoon(loopOf(task), new PyTaskStep(task, error), [], task.context ?? None, py)
}

const wakeup = methods<PyTask>()('task_wakeup(self, fut: object, /)', 'Go on: what the task waited for is done.', (task, awaited, py) => {
  let error: PyBaseException | undefined
  try {
    if (awaited instanceof PyFuture && isPlain(awaited)) resultOf(awaited, py)
    else callMethod(awaited, 'result', [], py)
  } catch (caught) {
    if (!(caught instanceof PyBaseException)) throw caught
    error = caught
  }
  step(task, error, py)
})

/** No subclass has changed what it does. */
const isPlain = (future: PyFuture): boolean =>
  future.type === PyFuture.prototype.type || future.type === PyTask.prototype.type

export function step(task: PyTask, error: PyBaseException | undefined, py: Thread): void {
  const loop = loopOf(task)
  enterTask(loop, task, py)
  try {
    runStep(task, error, py)
  } finally {
    leaveTask(loop, task, py)
  }
}

/** One step, with the task entered already. */
export function runStep(task: PyTask, error: PyBaseException | undefined, py: Thread): void {
  if (task.state !== 'PENDING') {
    invalidState(`_step(): already done: ${reprText(task, py)} ${reprText(error ?? None, py)}`, py)
  }
  if (task.mustCancel) {
    if (error === undefined || !isCancelledError(error, py)) error = cancelledError(task, py)
    task.mustCancel = false
  }
  task.waitsFor = undefined
  const { coroutine } = task
  if (coroutine === undefined) return raise(RuntimeError, 'uninitialized Task object')
  let awaited: Value
  try {
    const yielded = error === undefined ? send(coroutine, py) : callMethod(coroutine, 'throw', [error], py)
    if (yielded === undefined) return finish(task, None, py)
    awaited = yielded
  } catch (caught) {
    if (!(caught instanceof PyBaseException)) throw caught
    return end(task, caught, py)
  }
  wait(task, awaited, py)
}

/** What the coroutine yields; undefined when it returned None. */
function send(coroutine: Value, py: Thread): Value | undefined {
  if (coroutine instanceof PyGenerator && !(coroutine instanceof PyAsyncGenerator)) return nextOf(coroutine, py)
  const next = typeOf(coroutine).slots.next
  return next === undefined ? callMethod(coroutine, 'send', [None], py) : next(coroutine, py)
}

/** The coroutine returned. */
function finish(task: PyTask, result: Value, py: Thread): void {
  if (!task.mustCancel) return setResult(task, result, py)
  // It was cancelled just before it returned.
  task.mustCancel = false
  cancelFuture(task, task.cancelMessage, py)
}

/** The coroutine ended by an exception. */
function end(task: PyTask, caught: PyBaseException, py: Thread): void {
  if (isRaised(caught, StopIteration)) return finish(task, caught.fields['value'] ?? None, py)
  if (isCancelledError(caught, py)) {
    task.cancelledBy = caught
    cancelFuture(task, None, py)
    return
  }
  setException(task, caught, py)
  if (isRaised(caught, KeyboardInterrupt) || isRaised(caught, SystemExit)) throw caught
}

const failSoon = (task: PyTask, message: string, py: Thread): void => stepSoon(task, newException(RuntimeError, [newStr(message)]), py)

const blockingName = narrowStr('_asyncio_future_blocking')

/** Wait for what the coroutine yielded, if it can be waited for. */
function wait(task: PyTask, awaited: Value, py: Thread): void {
  const plain = awaited instanceof PyFuture && isPlain(awaited)
  if (!plain && awaited === None) return stepSoon(task, undefined, py)
  const blocking = plain ? awaited.blocking : (getAttrOrUndefined(awaited, blockingName, py) ?? None)
  if (blocking === None) {
    const generator = awaited instanceof PyGenerator && !(awaited instanceof PyCoroutine) && !(awaited instanceof PyAsyncGenerator)
    return failSoon(
      task,
      generator
        ? `yield was used instead of yield from for generator in task ${reprText(task, py)} with ${reprText(awaited, py)}`
        : `Task got bad yield: ${reprText(awaited, py)}`,
      py,
    )
  }
  if ((plain ? awaited.loop : loopOfAny(awaited, py)) !== task.loop) {
    return failSoon(task, `Task ${reprText(task, py)} got Future ${reprText(awaited, py)} attached to a different loop`, py)
  }
  if (!truth(blocking, py)) {
    return failSoon(task, `yield was used instead of yield from in task ${reprText(task, py)} with ${reprText(awaited, py)}`, py)
  }
  if (awaited === task) return failSoon(task, `Task cannot await on itself: ${reprText(task, py)}`, py)
  const callback = builtinFunction(wakeup, task)
  if (plain) {
    awaited.blocking = false
    addCallback(awaited, callback, task.context ?? None, py)
  } else {
    setAttr(awaited, blockingName, false, py)
    callMethod(awaited, 'add_done_callback', [callback, task.context ?? None], py, [narrowStr('context')])
  }
  task.waitsFor = awaited
  if (!task.mustCancel) return
  if (truth(callMethod(awaited, 'cancel', [task.cancelMessage], py, [narrowStr('msg')]), py)) task.mustCancel = false
}

/** `get_loop()`, or `_loop` for futures of before there was one. */
function loopOfAny(future: Value, py: Thread): Value {
  if (future instanceof PyFuture && isPlain(future)) return loopOf(future)
  try {
    const getLoop = getAttr(future, narrowStr('get_loop'), py)
    return call(getLoop, [], py)
  } catch (caught) {
    if (!isRaised(caught, AttributeError)) throw caught
    return getAttr(future, narrowStr('_loop'), py)
  }
}
