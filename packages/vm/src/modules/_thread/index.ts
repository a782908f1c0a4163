// _thread: locks, and threads that take turns.
import { PyBaseException } from '../../data/exception.ts'
import { PyDict } from '../../data/dict.ts'
import { PyObject } from '../../data/object.ts'
import { PyTuple } from '../../data/sequences.ts'
import type { PyFrame } from '../../data/frame.ts'
import { PyFunction, PyMethod } from '../../data/callables.ts'
import type { KeywordNames } from '../../data/slots.ts'
import { typeOf } from '../../data/type.ts'
import { newFloat, newInt, newStr, None, type Value } from '../../data/values.ts'
import { fn, methods, type BuiltinDefinition } from '../../object/define-builtin.ts'
import { defineModule } from '../../object/define-module.ts'
import { defineType } from '../../object/define-type.ts'
import { getAttr } from '../../protocols/attributes.ts'
import { narrowStr } from '../../data/values.ts'
import { call } from '../../protocols/call.ts'
import { keyRules } from '../../protocols/hash.ts'
import { RuntimeError, SystemExit, TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { isRaised, newException, raise } from '../../protocols/raise.ts'
import { reprText } from '../../protocols/repr.ts'
import { StructSequence } from '../../types/structseq.ts'
import { Thread } from '../../thread.ts'
import { reportUnraisable } from '../sys/hooks.ts'
import { displayException, writeError } from '../sys/hooks.ts'
import { deliver, hasHandler } from '../_signal/delivery.ts'
import { localType } from './local.ts'
import { lockType, PyLock, rlockType, TIMEOUT_MAX, timeoutOf } from './locks.ts'
import { waitUntil } from '../../protocols/turns.ts'

class PyThreadHandle extends PyObject {
  ident = 0
  done = false
  started = false
}

/** Beyond the main thread's; as large as CPython's, which are addresses. */
const FIRST_IDENT = 139_000_000_000_000
const stackState = '_thread.stack'
/** Bytes, as on Linux. */
const LEAST_STACK = 32_768

/** Threads that the end of the program waits for. */
const awaitedState = '_thread.awaited'
function awaited(py: Thread): Set<PyThreadHandle> {
  const { state } = py.interpreter
  let set = state.get(awaitedState) as Set<PyThreadHandle> | undefined
  if (set === undefined) state.set(awaitedState, (set = new Set()))
  return set
}

/** The frame of a call of a Python function or method, whose turns can be interrupted anywhere; else the call's value. */
function beginning(func: Value, args: readonly Value[], names: KeywordNames, py: Thread): PyFrame | Value {
  const method = func instanceof PyMethod ? func : undefined
  const target = method?.func ?? func
  if (!(target instanceof PyFunction)) return call(func, args.slice(), py, names)
  const all = method === undefined ? args.slice() : [method.self, ...args]
  return py.evaluator.frameOf(target, all, names.length === 0 ? undefined : names, py)
}

/** Start a thread: it is parked, and has its turn when the one that starts it has had its own. */
function start(func: Value, args: readonly Value[], names: KeywordNames, handle: PyThreadHandle, daemon: boolean, py: Thread): void {
  const { interpreter } = py
  const { threads } = interpreter
  const thread = new Thread(interpreter, keyRules, py.evaluator)
  thread.ident = FIRST_IDENT + ++threads.started
  thread.begin = () => beginning(func, args, names, thread)
  thread.parked = true
  thread.ended = () => end(thread, func, handle)
  handle.ident = thread.ident
  handle.started = true
  if (!daemon) awaited(py).add(handle)
  threads.all.push(thread)
}

function end(thread: Thread, func: Value, handle: PyThreadHandle): void {
  const { interpreter, outcome, tracing } = thread
  const { all } = interpreter.threads
  try {
    if (outcome !== undefined && 'error' in outcome) {
      const { error } = outcome
      if (!(error instanceof PyBaseException)) throw error
      if (!isRaised(error, SystemExit)) reportUnraisable(error, None, newStr(`Exception ignored in thread started by ${reprText(func, thread)}`), thread)
    }
  } finally {
    all.splice(all.indexOf(thread), 1)
    handle.done = true
    awaited(thread).delete(handle)
    Object.assign(tracing, { trace: undefined, profile: undefined })
    interpreter.onTraceChange(thread)
  }
}

const method = methods<PyThreadHandle>()
const handleType = defineType('_thread._ThreadHandle()', {
  doc: 'A thread that can be waited for.',
  instance: PyThreadHandle,
  text: null,
  new: () => new PyThreadHandle(),
  slots: { repr: (self: PyThreadHandle) => newStr(`<_ThreadHandle object: ident=${self.ident}>`) },
  methods: () => [
    method('join(self, timeout: object = None, /)', 'Wait for the thread to end.', (self, timeout, py) => {
      if (!self.started && !self.done) raise(RuntimeError, 'thread not started')
      if (self.ident === py.ident && !self.done) raise(RuntimeError, 'Cannot join current thread')
      const seconds = timeout === None ? -1 : Number((timeout as { value?: number }).value ?? timeout)
      waitUntil(() => self.done, timeoutOf(true, seconds < 0 ? -1 : seconds), py)
    }, { waits: true }),
    method('is_done(self, /)', 'Tell whether the thread has ended.', (self) => self.done),
    method('_set_done(self, /)', 'Mark the thread as ended.', (self) => {
      if (!self.started) raise(RuntimeError, 'thread not started')
      self.done = true
    }),
  ] as BuiltinDefinition[],
  attributes: () => ({ ident: { get: (self: PyThreadHandle) => newInt(self.ident) } as never }),
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
      start(func, [...args.items, ...values], names, handle, true, py)
      return newInt(handle.ident)
    }, { text: '($module, function, args, kwargs={}, /)' })

const allocate = (name: string): BuiltinDefinition => fn(`${name}()` as 'f()', 'Make a lock.', () => new PyLock())
const exit = (name: string): BuiltinDefinition => fn(`${name}()` as 'f()', 'End this thread.', () => {
  throw newException(SystemExit, [])
})

export const _thread = defineModule('_thread', () => ({
  doc: 'Locks and threads.',
  varargs: 'interrupt_main stack_size start_joinable_thread start_new start_new_thread',
  functions: [
    startNew('start_new_thread'), startNew('start_new'), allocate('allocate_lock'), allocate('allocate'), exit('exit'), exit('exit_thread'),
    fn('start_joinable_thread(function: object, handle: object = None, daemon: bool = True)', 'Start a thread that can be waited for.', (func, given, daemon, py) => {
      if (typeOf(func).slots.call === undefined) raise(PyTypeError, 'thread function must be callable')
      const handle = given === None ? new PyThreadHandle() : given
      if (!(handle instanceof PyThreadHandle)) return raise(PyTypeError, "'handle' must be a _ThreadHandle")
      if (handle.started) raise(RuntimeError, 'thread already started')
      start(func, [], [], handle, daemon, py)
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
      const others = awaited(py)
      waitUntil(() => others.size === 0, undefined, py)
    }, { waits: true }),
    fn('_count()', 'Answer how many threads run.', (py) => newInt(py.interpreter.threads.all.length - 1)),
    fn('get_ident()', "Answer this thread's identifier.", (py) => newInt(py.ident)),
    fn('get_native_id()', "Answer this thread's number in the system.", (py) => newInt(py.interpreter.host.pid + (py.ident === 1 ? 0 : py.ident % 1000))),
    fn('interrupt_main(signum: cint = 2, /)', 'Act as if a signal had come.', (number, py) => {
      const { pending, mainThread } = py.interpreter
      if (!hasHandler(number, py)) return
      pending.push((thread) => deliver(number, thread))
      if (py === mainThread) py.look()
      else mainThread.budget = 1
    }, { text: '($module, signum=signal.SIGINT, /)' }),
    fn('stack_size(size: index = 0, /)', 'Set the stack size of new threads, which have none; answer what it was.', (size, py) => {
      if (size < 0) raise(ValueError, 'size must be 0 or a positive value')
      if (size > 0 && size < LEAST_STACK) raise(ValueError, `size not valid: ${size} bytes`)
      const { state } = py.interpreter
      const before = (state.get(stackState) as number | undefined) ?? 0
      state.set(stackState, size)
      return newInt(before)
    }, { text: '($module, size=0, /)' }),
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
