// Frames, exceptions being handled, tracing: what `sys` tells about the running thread.
import type { PyFrame } from '../../data/frame.ts'
import { PyDict } from '../../data/dict.ts'
import { newTuple } from '../../data/sequences.ts'
import { asStr, newInt, newStr, None, type Value } from '../../data/values.ts'
import { fn } from '../../object/define-builtin.ts'
import { getAttr } from '../../protocols/attributes.ts'
import { AttributeError, ImportError, RuntimeWarning, SystemExit, TypeError as PyTypeError, ValueError, RecursionError } from '../../protocols/exceptions.ts'
import { isRaised, newException, raise } from '../../protocols/raise.ts'
import { warn } from '../../protocols/warn.ts'
import type { Thread } from '../../thread.ts'
import { handledException } from '../../protocols/handled.ts'
import { call } from '../../protocols/call.ts'
import { audit } from './hooks.ts'
import { toArray } from '../../protocols/iterate.ts'
import { PyTuple } from '../../data/sequences.ts'

function frameAt(depth: number, py: Thread): PyFrame {
  let frame = py.frame
  for (let i = 0; i < depth && frame !== undefined; i++) frame = frame.back
  return frame ?? raise(ValueError, 'call stack is not deep enough')
}

const setHook = (key: 'trace' | 'profile') => (hook: Value, py: Thread): void => {
  audit(`sys.set${key}`, [], py)
  py.tracing[key] = hook === None ? undefined : hook
  py.interpreter.onTraceChange(py)
}
const setEverywhere = (key: 'trace' | 'profile') => (hook: Value, py: Thread): void => {
  for (const thread of py.interpreter.threads.all) setHook(key)(hook, thread)
}
const getHook = (key: 'trace' | 'profile') => (py: Thread): Value => py.tracing[key] ?? None

/** A trace function may ask for a call that is traced although it runs itself. */
function callTracing(func: Value, args: Value, py: Thread): Value {
  const { tracing } = py
  const { inside } = tracing
  tracing.inside = 0
  try {
    return call(func, toArray(args, py), py)
  } finally {
    tracing.inside = inside
  }
}

/** What `module.name`, or the name of a builtin, means; undefined where it cannot be imported. */
function importedHook(path: string, py: Thread): Value | undefined {
  const dot = path.lastIndexOf('.')
  if (dot === 0) return undefined
  const [moduleName, attribute] = dot < 0 ? ['builtins', path] : [path.slice(0, dot), path.slice(dot + 1)]
  const importer = py.interpreter.builtins.getStr('__import__') as Value
  try {
    return getAttr(call(importer, [newStr(moduleName), None, None, newTuple([newStr(attribute)])], py), newStr(attribute), py)
  } catch (caught) {
    if (isRaised(caught, ImportError) || isRaised(caught, AttributeError)) return undefined
    throw caught
  }
}

export const frameFunctions = [
  fn('_getframe(depth: cint = 0, /)', 'Answer a frame of the running thread, 0 the caller.', (depth, py) => frameAt(Math.max(0, depth), py)),
  fn('_getframemodulename(depth: cint = 0)', "Answer the name of a frame's module.", (depth, py) => {
    let frame = py.frame
    for (let i = 0; i < depth && frame !== undefined; i++) frame = frame.back
    return frame?.func?.module ?? frame?.globals.getStr('__name__') ?? None
  }),
  fn('_current_frames()', "Answer each thread's frame, by thread identifier.", (py) => {
    const made = new PyDict()
    for (const { ident, frame } of py.interpreter.threads.all) if (frame !== undefined) made.set(newInt(ident), frame, py.keys)
    return made
  }),
  fn('_current_exceptions()', "Answer each thread's exception being handled.", (py) => {
    const made = new PyDict()
    for (const thread of py.interpreter.threads.all) made.set(newInt(thread.ident), handledException(thread) ?? None, py.keys)
    return made
  }),
  fn('exc_info()', 'Answer class, value and traceback of the exception being handled.', (py) => {
    const current = handledException(py)
    if (current === undefined) return newTuple([None, None, None])
    return newTuple([current.type, current, current.traceback ?? None])
  }),
  fn('exception()', 'Answer the exception being handled.', (py) => handledException(py) ?? None),
  fn('exit(status: object = None, /)', 'Leave the interpreter by raising SystemExit.', (status) => {
    const made = newException(SystemExit, status === None ? [] : status instanceof PyTuple ? status.items : [status])
    const { args } = made
    made.fields['code'] = args.items.length === 0 ? None : args.items.length === 1 ? (args.items[0] as Value) : args
    throw made
  }),
  fn('getrecursionlimit()', 'Answer how deep calls may nest.', (py) => newInt(py.interpreter.recursionLimit)),
  fn('setrecursionlimit(limit: cint, /)', 'Set how deep calls may nest.', (limit, py) => {
    if (limit < 1) raise(ValueError, 'recursion limit must be greater or equal than 1')
    if (py.depth >= limit) {
      raise(RecursionError, `cannot set the recursion limit to ${limit} at the recursion depth ${py.depth}: the limit is too low`)
    }
    py.interpreter.recursionLimit = limit
  }),
  fn('settrace(function: object, /)', 'Set the function that is told of each line.', setHook('trace')),
  fn('gettrace()', 'Answer the trace function.', getHook('trace')),
  fn('setprofile(function: object, /)', 'Set the function that is told of each call.', setHook('profile')),
  fn('getprofile()', 'Answer the profile function.', getHook('profile')),
  fn('_settraceallthreads(function: object, /)', 'Set the trace function of all threads.', setEverywhere('trace')),
  fn('_setprofileallthreads(function: object, /)', 'Set the profile function of all threads.', setEverywhere('profile')),
  fn('call_tracing(func: object, args: object, /)', 'Call a function, traced even inside a trace function.', callTracing),
  fn('intern(string: object, /)', 'Answer the one copy of a str that is kept for fast comparison.', (text) => {
    if (typeof text === 'string') return text
    const value = asStr(text)
    if (value === undefined) return raise(PyTypeError, `intern() argument must be str, not ${(text as { type?: { name: string } }).type?.name ?? typeof text}`)
    if (value !== text) return raise(PyTypeError, `can't intern ${(text as unknown as { type: { name: string } }).type.name}`)
    return text
  }),
  fn('_is_interned(string: str, /)', 'Tell whether a str is interned.', (text) => typeof text === 'string'),
  fn('getrefcount(object: object, /)', 'Answer a count of references, as far as one is kept.', (object) =>
    newInt(typeof object === 'object' ? 2 : 4294967295)),
  fn('breakpointhook(*args, **kwargs)', 'Call what PYTHONBREAKPOINT names, or pdb.set_trace.', (args, names, py) => {
    const { environment } = py.interpreter.host
    const hook = py.interpreter.settings.flags.ignoreEnvironment ? undefined : environment['PYTHONBREAKPOINT']
    if (hook === '0') return None
    const path = hook === undefined || hook === '' ? 'pdb.set_trace' : hook
    const found = importedHook(path, py)
    if (found === undefined) {
      warn(py, RuntimeWarning, `Ignoring unimportable $PYTHONBREAKPOINT: "${path}"`, 0)
      return None
    }
    const keys = names.keys.filter((key): key is Value => key !== undefined)
    return call(found, [...args, ...names.values.filter((_, i) => names.keys[i] !== undefined)], py, keys as never)
  }),
]
