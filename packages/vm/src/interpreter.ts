// The state of one interpreter: its modules, its settings, its ports. No behaviour.
import type { PyDict } from './data/dict.ts'
import type { PyBaseException } from './data/exception.ts'
import type { PyObject } from './data/object.ts'
import type { Finalizable } from './data/finalizable.ts'
import type { PyFrame } from './data/frame.ts'
import type { Tracing } from './data/tracing.ts'
import type { Value } from './data/values.ts'
import type { Codec } from './ports/codec.ts'
import type { Frontend } from './ports/frontend.ts'
import type { Host } from './ports/host.ts'
import type { CodeObject } from '@pellucid/opcode-spec'
import type { Scheduler } from './ports/scheduler.ts'
import type { Threads } from './threads.ts'
import type { ModuleFactory } from './object/define-module.ts'
import type { Thread } from './thread.ts'

/** What `python`'s options and environment decide before the first instruction (PEP 587). */
export interface Settings {
  argv: readonly string[]
  origArgv: readonly string[]
  executable: string
  prefix: string
  /** The folder (or archive) of the standard library. */
  stdlibDir: string | undefined
  /** sys.path before site adds to it. */
  path: readonly string[]
  warnOptions: readonly string[]
  /** -X options. */
  xOptions: Readonly<Record<string, string | true>>
  /** PYTHONHASHSEED: undefined for a random one. */
  hashSeed: number | undefined
  optimize: 0 | 1 | 2
  flags: {
    debug: number
    inspect: number
    interactive: number
    dontWriteBytecode: boolean
    noUserSite: boolean
    noSite: boolean
    ignoreEnvironment: boolean
    verbose: number
    bytesWarning: number
    quiet: boolean
    isolated: boolean
    devMode: boolean
    utf8Mode: boolean
    safePath: boolean
    unbuffered: boolean
    intMaxStrDigits: number
    /** -X no_debug_ranges: code has lines, no columns. */
    noDebugRanges?: boolean
    /** -X importtime: each import is told of on stderr. */
    importTime?: boolean
    /** -X warn_default_encoding. */
    warnDefaultEncoding?: boolean
    /** -X frozen_modules=off: the library's modules come from its files, importlib and zipimport alone are frozen. */
    noFrozenModules?: boolean
  }
  /** -X pycache_prefix; the user cache folder when Lib is an archive. */
  pycachePrefix: string | undefined
  /** --check-hash-based-pycs. */
  checkHashBasedPycs: 'always' | 'default' | 'never'
  /** -x: leave out the program's first line. */
  skipFirstLine?: boolean
  /** Modules that are imported last of all, before a program is read. */
  firstImports?: readonly string[]
}

/** Modules whose code comes with the interpreter rather than from `sys.path`: what CPython freezes. */
export interface FrozenModules {
  readonly names: readonly string[]
  isPackage(name: string): boolean
  /** The code of one of `names`. */
  code(name: string): CodeObject | undefined
}

/** Syntax trees as Python objects: made by the package that has both a front end and this machine. */
export interface AstTools {
  isNode(value: Value, py: Thread): boolean
  /** The tree as it was given, or folded if `flags` ask for that. */
  checkAndReturn(node: Value, filename: string, options: { mode: string; flags: number; optimize: number }, py: Thread): Value
  parse(
    source: string | Uint8Array,
    filename: string,
    options: { mode: string; flags: number; optimize: number; featureVersion: number },
    py: Thread,
  ): Value
  compileNode(node: Value, filename: string, options: { mode: string; flags: number; optimize: number }, py: Thread): Value
}

/** What runs finalizers. */
export interface Collector {
  /** Run those of what nobody reaches. Only while frames, on the heap, are all that the program's threads consist of. */
  collect(py: Thread): void
  /** Run that of one object, which nobody reaches. */
  finalize(object: PyObject, py: Thread): void
  /** The program has ended: run all, in the order in which CPython takes it apart. */
  atExit(py: Thread): void
}

export interface Interpreter {
  readonly settings: Settings
  readonly host: Host
  readonly frontend: Frontend
  readonly codec: Codec
  readonly scheduler: Scheduler
  readonly frozen: FrozenModules
  /** sys.modules. */
  readonly modules: PyDict
  /** The namespace of `builtins`. */
  readonly builtins: PyDict
  /** The namespace of `sys`. */
  readonly sys: PyDict
  mainThread: Thread
  readonly threads: Threads
  /** Lets other threads have their turn, on top of what this one has in JavaScript's stack. */
  giveWay: (py: Thread) => void
  recursionLimit: number
  /** Builtin (TypeScript) modules by name, made at first import. */
  readonly moduleFactories: ReadonlyMap<string, ModuleFactory>
  /** What native modules keep for an interpreter (codec registry, atexit callbacks, warning filters…). */
  readonly state: Map<string, unknown>
  /** The `copyreg` module, imported on first use. */
  copyreg(py: Thread): Value
  /** `os.fspath` of a path object, as text; undefined when it is no path. */
  fsPath(value: Value, py: Thread): string | undefined
  /** Is this a module that is still being imported? */
  isInitializing(module: Value, py: Thread): boolean
  /** Import a builtin module without importlib. */
  importBuiltin(name: string, py: Thread): Value | undefined
  /** What `compile` does with syntax trees; the `_ast` module puts it in. */
  astTools: (() => AstTools) | undefined
  /** `types.GenericAlias`. */
  genericAlias(py: Thread): Value
  /** Set by the host on Ctrl-C (and by the scheduler for other reasons): looked at whenever the budget runs out. */
  pending: ((py: Thread) => void)[]
  /** What Ctrl-C does: `_signal` puts the Python-level handler here. */
  onInterrupt: ((py: Thread) => void) | undefined
  /** sys.settrace and sys.setprofile tell the evaluator that their functions changed. */
  onTraceChange: (py: Thread) => void
  /** What threads with such a function keep; the traced loop runs while there are any. */
  readonly tracers: Set<Tracing>
  /** Told of each frame in which the loop pauses: it may compile what runs there. Undefined: nothing is compiled. */
  compiler: ((py: Thread, frame: PyFrame) => void) | undefined
  /** `frame.f_lineno = line`: where a trace function lets its frame go on. */
  assignLine: (frame: PyFrame, line: Value | undefined, py: Thread) => void
  /** How far the end has come: finalizers run, or modules are taken away as well. */
  ending: 'finalizers' | 'modules' | undefined
  /** What is to be told before it goes; undefined while there was nothing of that kind. */
  finalizable: Finalizable | undefined
  /** Finds out which of these nobody reaches; the `gc` module puts it in (protocols/collector). */
  collector: Collector | undefined
  /** Before a collection: frames forget what they no longer need. */
  clearLeftovers: (py: Thread) => void
  /** What the host does around an import that loads something; `body` does it. */
  aroundImport: ((body: () => Value) => Value) | undefined
  /** Turns typed errors of the host and the front end into Python exceptions; undefined for bugs of ours. */
  convertError: ((error: unknown, py: Thread) => PyBaseException | undefined) | undefined
  /** Called where JavaScript's own stack has ended before Python's limits; RecursionError follows, unless it throws. */
  stackEnded: (() => void) | undefined
}
