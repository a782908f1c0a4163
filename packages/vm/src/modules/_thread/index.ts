// _thread: locks, and threads that run one after the other where the machine lets them.
import { PyBaseException } from '../../data/exception.ts'
import { PyDict } from '../../data/dict.ts'
import { PyObject } from '../../data/object.ts'
import { PyTuple } from '../../data/sequences.ts'
import { HandledException, type PyFrame } from '../../data/frame.ts'
import { Tracing } from '../../data/tracing.ts'
import type { KeywordNames } from '../../data/slots.ts'
import { typeOf } from '../../data/type.ts'
import { newFloat, newInt, newStr, None, type Value } from '../../data/values.ts'
import { fn, methods, type BuiltinDefinition } from '../../object/define-builtin.ts'
import { defineModule } from '../../object/define-module.ts'
import { defineType } from '../../object/define-type.ts'
import { getAttr } from '../../protocols/attributes.ts'
import { narrowStr } from '../../data/values.ts'
import { call } from '../../protocols/call.ts'
import { KeyboardInterrupt, RuntimeError, SystemExit, TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { isRaised, newException, raise } from '../../protocols/raise.ts'
import { reprText } from '../../protocols/repr.ts'
import { StructSequence } from '../../types/structseq.ts'
import type { Thread } from '../../thread.ts'
import { reportUnraisable } from '../sys/hooks.ts'
import { displayException, writeError } from '../sys/hooks.ts'
import { localType } from './local.ts'
import { lockType, PyLock, rlockType, TIMEOUT_MAX, timeoutOf } from './locks.ts'
import { jobs, waitUntil } from './waiting.ts'

class PyThreadHandle extends PyObject {
  ident = 0
  done = false
  started = false
}

let lastIdent = 1
const countState = '_thread.count'

/** Run a function as another thread would: its own identity, frames and handled exception. */
function runAs(ident: number, body: () => void, py: Thread): void {
  const saved: { frame: PyFrame | undefined; depth: number; handled: HandledException; ident: number; tracing: Tracing } = {
    frame: py.frame, depth: py.depth, handled: py.handled, ident: py.ident, tracing: py.tracing,
  }
  const locals = new Map(py.locals)
  Object.assign(py, { frame: undefined, depth: 0, handled: new HandledException(undefined), ident, tracing: new Tracing() })
  py.locals.clear()
  try {
    body()
  } finally {
    Object.assign(py.tracing, { trace: undefined, profile: undefined })
    py.interpreter.onTraceChange(py)
    Object.assign(py, saved)
    py.locals.clear()
    for (const [key, value] of locals) py.locals.set(key, value)
  }
}

function start(func: Value, args: readonly Value[], names: KeywordNames, handle: PyThreadHandle, py: Thread): void {
  const { state } = py.interpreter
  handle.ident = ++lastIdent + 139_000_000_000_000
  handle.started = true
  state.set(countState, ((state.get(countState) as number | undefined) ?? 0) + 1)
  jobs(py).push(() =>
    runAs(handle.ident, () => {
      try {
        call(func, args.slice(), py, names)
      } catch (caught) {
        if (!(caught instanceof PyBaseException)) throw caught
        if (!isRaised(caught, SystemExit)) reportUnraisable(caught, None, newStr(`Exception ignored in thread started by ${reprText(func, py)}`), py)
      } finally {
        handle.done = true
        state.set(countState, (state.get(countState) as number) - 1)
      }
    }, py),
  )
}

const method = methods<PyThreadHandle>()
const handleType = defineType('_thread._ThreadHandle()', {
  doc: 'A thread that can be waited for.',
  instance: PyThreadHandle,
  text: null,
  new: () => new PyThreadHandle(),
  slots: { repr: (self: PyThreadHandle) => newStr(`<_ThreadHandle object: ident=${self.ident}>`) },
  methods: [
    method('join(self, timeout: object = None, /)', 'Wait for the thread to end.', (self, timeout, py) => {
      if (!self.started && !self.done) raise(RuntimeError, 'thread not started')
      if (self.ident === py.ident && !self.done) raise(RuntimeError, 'Cannot join current thread')
      const seconds = timeout === None ? -1 : Number((timeout as { value?: number }).value ?? timeout)
      waitUntil(() => self.done, timeoutOf(true, seconds < 0 ? -1 : seconds), py)
    }),
    method('is_done(self, /)', 'Tell whether the thread has ended.', (self) => self.done),
    method('_set_done(self, /)', 'Mark the thread as ended.', (self) => void (self.done = true)),
  ] as BuiltinDefinition[],
  attributes: { ident: { get: (self: PyThreadHandle) => newInt(self.ident) } as never },
})

const hookArgs = new StructSequence('_thread._ExceptHookArgs', {
  doc: 'What threading.excepthook is told.',
  fields: [['exc_type', 'the class'], ['exc_value', 'the exception'], ['exc_traceback', 'its traceback'], ['thread', 'the thread']],
})

function dictArguments(value: Value | undefined): { names: KeywordNames; values: Value[] } {
  if (value === undefined) return { names: [], values: [] }
  if (!(value instanceof PyDict)) return raise(PyTypeError, 'optional 3rd arg must be a dictionary')
  const names: Value[] = []
  const values: Value[] = []
  value.keys.forEach((key, i) => {
    if (key === undefined) return
    names.push(key)
    values.push(value.values[i] as Value)
  })
  return { names: names as unknown as KeywordNames, values }
}

const startNew = (name: string): BuiltinDefinition =>
  fn(`${name}(function: object, args: object, kwargs: object = <unrepresentable>, /)` as 'f(function: object, args: object, kwargs: object = <unrepresentable>, /)',
    'Start a thread; answer its identifier.', (func, args, kwargs, py) => {
      if (typeOf(func).slots.call === undefined) raise(PyTypeError, 'first arg must be callable')
      if (!(args instanceof PyTuple)) return raise(PyTypeError, '2nd arg must be a tuple')
      const { names, values } = dictArguments(kwargs)
      const handle = new PyThreadHandle()
      start(func, [...args.items, ...values], names, handle, py)
      return newInt(handle.ident)
    }, { text: '($module, function, args, kwargs={}, /)' })

const allocate = (name: string): BuiltinDefinition => fn(`${name}()` as 'f()', 'Make a lock.', () => new PyLock())
const exit = (name: string): BuiltinDefinition => fn(`${name}()` as 'f()', 'End this thread.', () => {
  throw newException(SystemExit, [])
})

export const _thread = defineModule('_thread', () => ({
  doc: 'Locks and threads.',
  functions: [
    startNew('start_new_thread'), startNew('start_new'), allocate('allocate_lock'), allocate('allocate'), exit('exit'), exit('exit_thread'),
    fn('start_joinable_thread(function: object, handle: object = None, daemon: bool = True)', 'Start a thread that can be waited for.', (func, given, _daemon, py) => {
      if (typeOf(func).slots.call === undefined) raise(PyTypeError, 'thread function must be callable')
      const handle = given === None ? new PyThreadHandle() : given
      if (!(handle instanceof PyThreadHandle)) return raise(PyTypeError, "'handle' must be a _ThreadHandle")
      if (handle.started) raise(RuntimeError, 'thread already started')
      start(func, [], [], handle, py)
      return handle
    }),
    fn('daemon_threads_allowed()', 'Tell whether threads may outlive the program.', () => true),
    fn('_make_thread_handle(ident: object, /)', 'Make a handle of a thread that runs.', (ident) => {
      const handle = new PyThreadHandle()
      handle.ident = Number(ident as number)
      handle.started = true
      return handle
    }),
    fn('_get_main_thread_ident()', "Answer the main thread's identifier.", () => newInt(1)),
    fn('_is_main_interpreter()', 'Tell whether this is the main interpreter.', () => true),
    fn('_shutdown()', 'Wait for the threads that are no daemons.', (py) => {
      for (let job = jobs(py).shift(); job !== undefined; job = jobs(py).shift()) job()
    }),
    fn('_count()', 'Answer how many threads run.', (py) => newInt((py.interpreter.state.get(countState) as number | undefined) ?? 0)),
    fn('get_ident()', "Answer this thread's identifier.", (py) => newInt(py.ident)),
    fn('get_native_id()', "Answer this thread's number in the system.", (py) => newInt(py.interpreter.host.pid + (py.ident === 1 ? 0 : py.ident % 1000))),
    fn('interrupt_main(signum: cint = 2, /)', 'Act as if a signal had come.', (_signum, py) => {
      py.interpreter.pending.push((thread) => thread.interpreter.onInterrupt?.(thread) ?? raise(KeyboardInterrupt))
      py.budget = 1
    }),
    fn('stack_size(size: index = 0, /)', 'Answer the stack size of new threads, which have none.', (size) => {
      if (size < 0) raise(ValueError, 'size must be 0 or a positive value')
      return newInt(0)
    }),
    fn('_excepthook(args: object, /)', 'Print an exception that ended a thread.', (args, py) => {
      if (getAttr(args, narrowStr('exc_type'), py) === SystemExit) return
      const thread = getAttr(args, narrowStr('thread'), py)
      const name = thread === None ? String(py.ident) : String(getAttr(thread, narrowStr('_name'), py))
      writeError(`Exception in thread ${name}:\n`, py)
      const exception = getAttr(args, narrowStr('exc_value'), py)
      if (exception instanceof PyBaseException) displayException(exception, py)
    }),
  ],
  constants: (): Record<string, Value> => ({
    TIMEOUT_MAX: newFloat(TIMEOUT_MAX), LockType: lockType, lock: lockType, RLock: rlockType, _local: localType, _ThreadHandle: handleType,
    _ExceptHookArgs: hookArgs.type, error: RuntimeError,
  }),
}))
