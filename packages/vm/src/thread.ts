// The `py` that every body receives: one Python thread, and through it the interpreter it runs in.
import type { PyCell, PyCode } from './data/code.ts'
import type { KeyRules, PyDict } from './data/dict.ts'
import type { PyBaseException } from './data/exception.ts'
import type { PyFunction } from './data/callables.ts'
import type { KeywordNames } from './data/slots.ts'
import type { Value } from './data/values.ts'
import type { PyObject } from './data/object.ts'
import { HandledException, type PyFrame, type PyGenerator } from './data/frame.ts'
import { Tracing } from './data/tracing.ts'
import type { Interpreter } from './interpreter.ts'

/** What the evaluator does for the rest of the machine; eval fills it in, so that nobody imports eval. */
export interface Evaluator {
  /** Call a Python function from native code: runs a nested loop until its frame ends. */
  callFunction(func: PyFunction, args: Value[], names: KeywordNames | undefined, py: Thread): Value
  /** Run code in namespaces: modules, class bodies, `exec`, `eval`. */
  runCode(code: PyCode, globals: PyDict, locals: Value | undefined, py: Thread, closure?: readonly PyCell[]): Value
  /**
   * Resume a generator, coroutine or async generator that is not running or finished. Afterwards its state tells
   * whether the value was yielded ('suspended') or returned ('finished').
   */
  resume(generator: PyGenerator, sent: Value, py: Thread): Value
  /** The same, raising `exception` where it is suspended. */
  throwInto(generator: PyGenerator, exception: PyBaseException, py: Thread): Value
}

export class Thread {
  readonly interpreter: Interpreter
  readonly keys: KeyRules
  readonly evaluator: Evaluator
  /** The Python frame that is running; undefined outside any. */
  frame: PyFrame | undefined = undefined
  /** Python frames and native re-entries that are active; compared with the recursion limit. */
  depth = 0
  /** How deep native code has called itself: see protocols/native-depth. */
  nativeDepth = 0
  /** The exception being handled here: what a new exception gets as `__context__`. */
  handled = new HandledException(undefined)
  /** Calls and back-edges until the thread looks for pending work again. */
  budget = 1
  /** `threading.get_ident()`. */
  ident = 1
  /** Objects whose repr is being made, so that a container inside itself prints `[...]`. */
  readonly reprs: Set<PyObject> = new Set()
  /** Who is told of what its frames do. */
  tracing = new Tracing()
  /** What else native modules keep for a thread (contextvars' context, async generator hooks…). */
  readonly locals: Map<string, unknown> = new Map()

  constructor(interpreter: Interpreter, keys: (py: Thread) => KeyRules, evaluator: Evaluator) {
    this.interpreter = interpreter
    this.keys = keys(this)
    this.evaluator = evaluator
  }

  /** Do what is pending (signals, other threads' turn, limits); the next budget. */
  tick(): number {
    const { pending, host, scheduler } = this.interpreter
    if (host.interrupted()) this.interpreter.onInterrupt?.(this)
    while (pending.length > 0) pending.shift()?.(this)
    return scheduler.interval
  }
}
