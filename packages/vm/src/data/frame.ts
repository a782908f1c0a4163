// Frames, and the generators that own one. Frames live on the heap: nothing in JavaScript's stack belongs to them,
// so Python recursion, generators and threads cost no native stack.
import type { PyBaseException } from './exception.ts'
import type { PyCode } from './code.ts'
import type { PyFunction } from './callables.ts'
import type { PyDict } from './dict.ts'
import { PyObject, type Visit } from './object.ts'
import type { Str, Value } from './values.ts'

/** What happens to the value that a frame returns. */
export const Exit = {
  /** Pushed on the stack of the frame below. */
  PUSH: 0,
  /** Handed to the native caller that started the loop. */
  ENTRY: 1,
  /** Must be None; the new instance is pushed in its place (`__init__`). */
  INIT: 2,
  /** The frame belongs to a generator that the frame below resumed. */
  GENERATOR: 3,
} as const
export type Exit = (typeof Exit)[keyof typeof Exit]

/** What sys.settrace and debuggers keep for a frame. */
class RareFrameFields {
  trace: Value | undefined = undefined
  traceLines = true
  traceOpcodes = false
  extraLocals: PyDict | undefined = undefined
  calling: Value | undefined = undefined
  previous: number | undefined = undefined
  jump = -1
}

export class PyFrame extends PyObject {
  readonly code: PyCode
  readonly func: PyFunction | undefined
  readonly globals: PyDict
  /** A dict, or whatever mapping the globals named so. */
  readonly builtins: Value
  /** The namespace of a module or class body; undefined in functions, whose locals are the slots. */
  readonly locals: Value | undefined
  /** Local, cell and free variables, then the value stack. `undefined` is unbound, or NULL on the stack. */
  slots: (Value | undefined)[]
  /** Live part of `slots`, while the frame is not the running one. */
  sp: number
  /** Index of the next instruction, while the frame is not the running one or has called out. */
  ip = 0
  back: PyFrame | undefined = undefined
  exit: Exit = Exit.PUSH
  /** The object whose `__init__` this is. */
  instance: Value | undefined = undefined
  generator: PyGenerator | undefined = undefined
  /** Where the frame below goes on when this generator's frame returns. */
  returnTo = 0
  /** What few frames have. Compiled code leaves a frame that has it to the interpreter. */
  rare: RareFrameFields | undefined = undefined
  /** Has the frame ended, or has `clear()` emptied it? */
  finished = false

  constructor(code: PyCode, func: PyFunction | undefined, globals: PyDict, builtins: Value, locals: Value | undefined, slots: (Value | undefined)[], sp: number) {
    super()
    this.code = code
    this.func = func
    this.globals = globals
    this.builtins = builtins
    this.locals = locals
    this.slots = slots
    this.sp = sp
  }

  /** Somebody may look into the frame, or write into it, while it runs. */
  expose(): void {
    this.rare ??= new RareFrameFields()
  }

  /** The frame's trace function. */
  get trace(): Value | undefined {
    return this.rare?.trace
  }
  set trace(value: Value | undefined) {
    ;(this.rare ??= new RareFrameFields()).trace = value
  }
  get traceLines(): boolean {
    return this.rare?.traceLines ?? true
  }
  set traceLines(value: boolean) {
    ;(this.rare ??= new RareFrameFields()).traceLines = value
  }
  get traceOpcodes(): boolean {
    return this.rare?.traceOpcodes ?? false
  }
  set traceOpcodes(value: boolean) {
    ;(this.rare ??= new RareFrameFields()).traceOpcodes = value
  }
  /** The builtin that the frame's last instruction called, where the profile function was told of it. */
  get calling(): Value | undefined {
    return this.rare?.calling
  }
  set calling(value: Value | undefined) {
    ;(this.rare ??= new RareFrameFields()).calling = value
  }
  /** Index of the instruction that ran last, where the frame is traced. */
  get previous(): number | undefined {
    return this.rare?.previous
  }
  set previous(value: number | undefined) {
    ;(this.rare ??= new RareFrameFields()).previous = value
  }
  /** Index of the instruction that an assignment to `f_lineno` chose; -1 when there was none. */
  get jump(): number {
    return this.rare?.jump ?? -1
  }
  set jump(value: number) {
    ;(this.rare ??= new RareFrameFields()).jump = value
  }
  /** Variables that a debugger added through `f_locals` and the code does not have. */
  get extraLocals(): PyDict | undefined {
    return this.rare?.extraLocals
  }
  set extraLocals(value: PyDict | undefined) {
    ;(this.rare ??= new RareFrameFields()).extraLocals = value
  }

  override traverse(visit: Visit): void {
    visit(this.code)
    if (this.func !== undefined) visit(this.func)
    visit(this.globals)
    visit(this.builtins)
    if (this.locals !== undefined) visit(this.locals)
    // An exception that left the frame has left its stack as it was.
    const live = this.finished ? Math.min(this.sp, this.code.data.localsplusnames.length) : this.sp
    for (let i = 0; i < live; i++) {
      const value = this.slots[i]
      if (value !== undefined) visit(value)
    }
    if (this.back !== undefined) visit(this.back)
    if (this.trace !== undefined) visit(this.trace)
    if (this.extraLocals !== undefined) visit(this.extraLocals)
  }
}

/** The exception being handled, one entry a generator or thread: CPython's exc_info stack. */
export class HandledException {
  value: PyBaseException | undefined = undefined
  previous: HandledException | undefined
  constructor(previous: HandledException | undefined) {
    this.previous = previous
  }
}

export type GeneratorState = 'created' | 'suspended' | 'running' | 'finished'

/** The value stack of a `for` loop; an iterator, or generator expression, that such a stack alone holds (eval/loops-own). */
export type Owner = 'loop' | 'iterator'

/** A generator; coroutines and async generators extend it. */
export class PyGenerator extends PyObject {
  readonly frame: PyFrame
  name: Str
  qualname: Str
  state: GeneratorState = 'created'
  /** Who holds it, and nobody else does. */
  owner: Owner | undefined = undefined
  readonly handled = new HandledException(undefined)
  constructor(frame: PyFrame, name: Str, qualname: Str) {
    super()
    this.frame = frame
    this.name = name
    this.qualname = qualname
    frame.generator = this
  }
  override traverse(visit: Visit): void {
    visit(this.frame)
    if (this.handled.value !== undefined) visit(this.handled.value)
  }
}

export class PyCoroutine extends PyGenerator {
  /** `cr_origin`, when sys.set_coroutine_origin_tracking_depth asks for it. */
  origin: Value | undefined = undefined
}

export class PyAsyncGenerator extends PyGenerator {
  hooksInited = false
  closed = false
  runningAsync = false
  finalizer: Value | undefined = undefined
}

/** What an async generator yields, as opposed to what it awaits. */
export class PyAsyncGenWrapped extends PyObject {
  readonly value: Value
  constructor(value: Value) {
    super()
    this.value = value
  }
  override traverse(visit: Visit): void {
    visit(this.value)
  }
}
