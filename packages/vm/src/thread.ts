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
import type { Outcome, Wait } from './threads.ts'

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
  /** The frame of a call that is yet to run; TypeError where the arguments do not fit. */
  frameOf(func: PyFunction, args: Value[], names: KeywordNames | undefined, py: Thread): PyFrame
  /** Go on with a parked thread until it parks again or its first frame is left, which `outcome` then tells. */
  goOn(py: Thread): void
  /**
   * Does the running instruction of a thread's only loop call a builtin that waits, and nothing else? Then it may be run
   * again instead of waiting in JavaScript's stack.
   */
  canRepeat(py: Thread): boolean
  /** The same for any loop, which may be left and entered again at once, with nobody's turn in between. */
  canStartAnew(py: Thread): boolean
  /** Does a builtin that waits, called by the running instruction, find everything that Python code holds in frames? */
  framesHoldAll(py: Thread): boolean
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
  /** The exception that leaves frames, while a finalizer runs for what they drop. */
  leaving: PyBaseException | undefined = undefined
  /** Calls and back-edges until the thread looks for pending work again. */
  budget = 1
  /** `threading.get_ident()`. */
  ident = 1
  /** Objects whose repr is being made, so that a container inside itself prints `[...]`. */
  readonly reprs: Set<PyObject> = new Set()
  /** Who is told of what its frames do. */
  tracing = new Tracing()
  /** What it waits for; undefined while it can go on. */
  wait: Wait | undefined = undefined
  /** Nothing of it is in JavaScript's stack but its frames' loop, or not even that: any loop may go on with it. */
  parked = false
  /** Imports that it is in the middle of. */
  importing = 0
  /** What a thread that was started runs first; undefined once it runs. */
  begin: (() => PyFrame | Value) | undefined = undefined
  /** Told when it has ended: its outcome is there. */
  ended: (() => void) | undefined = undefined
  /** How its first frame was left. */
  outcome: Outcome<Value> | undefined = undefined
  /** What else native modules keep for a thread (contextvars' context, async generator hooks…). */
  readonly locals: Map<string, unknown> = new Map()

  constructor(interpreter: Interpreter, keys: (py: Thread) => KeyRules, evaluator: Evaluator) {
    this.interpreter = interpreter
    this.keys = keys(this)
    this.evaluator = evaluator
  }

  /** Do what is pending: signals and the like are the main thread's business. */
  look(): void {
    const { pending, host, threads, mainThread } = this.interpreter
    if (host.interrupted()) threads.interrupted = true
    if (this !== mainThread) return
    if (threads.interrupted) {
      threads.interrupted = false
      this.interpreter.onInterrupt?.(this)
    }
    while (pending.length > 0) pending.shift()?.(this)
  }

  /** The same, out of native code that runs for long, and let other threads have their turn; the next budget. */
  tick(): number {
    this.look()
    if (this.interpreter.threads.several) this.interpreter.giveWay(this)
    return this.#share
  }

  /** As `tick`, in the evaluation loop: whoever runs that lets the others have their turn. */
  pause(): number {
    this.look()
    return this.#share
  }

  get #share(): number {
    const { threads, scheduler } = this.interpreter
    return threads.several ? (scheduler.turn ?? scheduler.interval) : scheduler.interval
  }
}
