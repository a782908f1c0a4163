// Task: a coroutine that an event loop runs (https://docs.python.org/3.13/library/asyncio-task.html#task-object).
import { PyCoroutine } from '../../data/frame.ts'
import type { PyType } from '../../data/type.ts'
import { asStr, narrowStr, None, newInt, newStr, type Str, type Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType, withClass } from '../../object/define-type.ts'
import { call, callMethod } from '../../protocols/call.ts'
import { RuntimeError, TypeError as PyTypeError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import { reprText, str } from '../../protocols/repr.ts'
import { truth } from '../../protocols/truth.ts'
import type { Thread } from '../../thread.ts'
import { PyContext, runIn } from '../_contextvars/context.ts'
import { taskAttributes } from './attributes.ts'
import { loopOf } from './fate.ts'
import { awaitSlots, callExceptionHandler, contextCopy, futureType, initialise, sharedMethods, tellUntold } from './future.ts'
import { PyTask } from './layouts.ts'
import { library } from './library.ts'
import { swapCurrentTask, tasks } from './running.ts'
import { runStep, stepSoon } from './step.ts'

function isCoroutine(value: Value, py: Thread): boolean {
  return value instanceof PyCoroutine || truth(call(library('asyncio.coroutines', 'iscoroutine', py), [value], py), py)
}

const register = (task: PyTask, py: Thread): void => void callMethod(tasks(py).scheduled, 'add', [task], py)

/** The first step at once; a task that ends in it is never scheduled. */
function startEagerly(self: PyTask, py: Thread): void {
  const loop = loopOf(self)
  const { eager } = tasks(py)
  const { context } = self
  if (!(context instanceof PyContext)) return raise(PyTypeError, 'an instance of Context was expected')
  const previous = swapCurrentTask(loop, self, py)
  try {
    eager.add(self, py.keys)
    try {
      runIn(context, py, () => runStep(self, undefined, py))
    } finally {
      eager.delete(self, py.keys)
    }
  } finally {
    swapCurrentTask(loop, previous, py)
    if (self.state === 'PENDING') register(self, py)
    else self.coroutine = undefined
  }
}

function cancel(self: PyTask, message: Value, py: Thread): boolean {
  self.untold = false
  if (self.state !== 'PENDING') return false
  self.cancels++
  if (self.waitsFor !== undefined && truth(callMethod(self.waitsFor, 'cancel', [message], py, [narrowStr('msg')]), py)) return true
  self.mustCancel = true
  self.cancelMessage = message
  return true
}

const method = methods<PyTask>()

export const taskType: PyType = defineType(
  '_asyncio.Task(coro: object, *, loop: object = None, name: object = None, context: object = None, eager_start: bool = False)',
  {
    doc: 'A coroutine that an event loop runs.',
    base: futureType,
    instance: PyTask,
    subclassable: true,
    newRaw: (cls) => withClass(new PyTask(), cls, true),
    init(self: PyTask, coroutine, loop, name, context, eager, py) {
      initialise(self, loop, py)
      if (!isCoroutine(coroutine, py)) {
        self.tellsOfPending = false
        raise(PyTypeError, `a coroutine was expected, got ${reprText(coroutine, py)}`)
      }
      self.context = context === None ? contextCopy(py) : context
      self.waitsFor = undefined
      self.mustCancel = false
      self.tellsOfPending = true
      self.cancels = 0
      self.coroutine = coroutine
      self.name = name === None ? newStr(`Task-${++tasks(py).made}`) : str(name, py)
      if (eager && truth(callMethod(loopOf(self), 'is_running', [], py), py)) return startEagerly(self, py)
      stepSoon(self, undefined, py)
      register(self, py)
    },
    slots: {
      ...awaitSlots,
      repr: (self: PyTask, py) => call(library('asyncio.base_tasks', '_task_repr', py), [self], py) as Str,
      finalize(self, py) {
        if (self.state === 'PENDING' && self.tellsOfPending && self.loop !== undefined) {
          callExceptionHandler(self, { task: self, message: newStr('Task was destroyed but it is pending!') }, py)
        }
        tellUntold(self, py)
      },
    },
    methods: () => [
      ...sharedMethods,
      method('set_result(self, result: object, /)', 'Refused: the coroutine returns the result.', () =>
        raise(RuntimeError, 'Task does not support set_result operation'),
      ),
      method('set_exception(self, exception: object, /)', 'Refused: the coroutine raises the exception.', () =>
        raise(RuntimeError, 'Task does not support set_exception operation'),
      ),
      method('cancel(self, /, msg: object = None)', 'Have CancelledError raised in the coroutine; False when it is done.', (self, msg, py) =>
        cancel(self, msg, py),
      ),
      method('cancelling(self, /)', 'How many times it was asked to cancel itself.', (self) => newInt(self.cancels)),
      method('uncancel(self, /)', 'Take one request back; answer how many are left.', (self) => {
        if (self.cancels > 0 && --self.cancels === 0) self.mustCancel = false
        return newInt(self.cancels)
      }),
      method('get_stack(self, /, *, limit: object = None)', 'The frames of the coroutine, or of its traceback.', (self, limit, py) =>
        call(library('asyncio.base_tasks', '_task_get_stack', py), [self, limit], py),
      ),
      method('print_stack(self, /, *, limit: object = None, file: object = None)', 'Print the frames of the coroutine.', (self, limit, file, py) =>
        call(library('asyncio.base_tasks', '_task_print_stack', py), [self, limit, file], py),
      ),
      method('get_name(self, /)', 'Its name.', (self) => self.name ?? None),
      method('set_name(self, value: object, /)', 'Give it a name.', (self, value, py) => void (self.name = asStr(value) ?? str(value, py))),
      method('get_coro(self, /)', 'The coroutine; None when it ended in an eager start.', (self) => self.coroutine ?? None),
      method('get_context(self, /)', 'The context it runs in.', (self) => self.context ?? None),
    ],
    attributes: () => taskAttributes,
  },
)
