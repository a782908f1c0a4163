// The `py` that every body receives: one Python thread, and through it the interpreter it runs in.
import type { KeyRules } from './data/dict.ts'
import type { PyBaseException } from './data/exception.ts'
import type { PyFunction } from './data/callables.ts'
import type { KeywordNames } from './data/slots.ts'
import type { Value } from './data/values.ts'
import type { PyObject } from './data/object.ts'
import type { Interpreter } from './interpreter.ts'

/** What the evaluator does for the rest of the machine; eval fills it in, so that nobody imports eval. */
export interface Evaluator {
  /** Call a Python function from native code: runs a nested loop until its frame ends. */
  callFunction(func: PyFunction, args: Value[], names: KeywordNames | undefined, py: Thread): Value
  /** Resume a generator, coroutine or async generator; undefined when it returned None without a value to carry. */
  resume(generator: PyObject, sent: Value, py: Thread): Value | undefined
  /** Throw into a suspended generator, coroutine or async generator. */
  throwInto(generator: PyObject, exception: PyBaseException, py: Thread): Value | undefined
}

export class Thread {
  readonly interpreter: Interpreter
  readonly keys: KeyRules
  readonly evaluator: Evaluator
  /** The Python frame that is running; undefined outside any. */
  frame: PyObject | undefined = undefined
  /** Python frames and native re-entries that are active; compared with the recursion limit. */
  depth = 0
  /** Exceptions being handled, innermost last: what a new exception gets as `__context__`. */
  handled: PyBaseException | undefined = undefined
  /** `threading.get_ident()`. */
  ident = 1
  /** Objects whose repr is being made, so that a container inside itself prints `[...]`. */
  readonly reprs: Set<PyObject> = new Set()
  /** What else native modules keep for a thread (contextvars' context, async generator hooks…). */
  readonly locals: Map<string, unknown> = new Map()

  constructor(interpreter: Interpreter, keys: (py: Thread) => KeyRules, evaluator: Evaluator) {
    this.interpreter = interpreter
    this.keys = keys(this)
    this.evaluator = evaluator
  }
}
