// Python inside JavaScript: an interpreter as an object. By default it lives in memory and reaches nothing outside.
import type { Archive } from '@pellucid/stdlib'
import { createInterpreter, finish, memoryHost, type Host, type Scheduler, type Settings } from '@pellucid/vm'
import type { PyModule } from '@pellucid/vm/machine'
import {
  callMethod, codeOf, importModule, narrowStr, PyBaseException, setAttr, strText, underDigitLimit, type Thread, type Value,
} from '@pellucid/vm/machine'
import { convertError } from './convert-error.ts'
import { compile, frontend } from './frontend.ts'
import { frozenFrom, type CodeStore } from './frozen.ts'
import { installAstTools, pellucidModules } from './modules/index.ts'
import { codec, inTurns } from './ports.ts'
import { startFromImage } from './start-image.ts'
import { fromJs, toJs, type JsValue } from './values.ts'

/** How an Interpreter is set up. */
export interface InterpreterSettings {
  /** CPython's pure-Python library: an opened archive of `Lib` (see `@pellucid/stdlib`). */
  readonly library: Archive
  readonly stdout?: (text: string) => void
  readonly stderr?: (text: string) => void
  /** A line for `input()`, its newline included; '' is the end of input. */
  readonly stdin?: () => string
  readonly argv?: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
  /** As PYTHONHASHSEED; undefined for a random one. */
  readonly hashSeed?: number
  /** Asked now and then while Python runs: true raises KeyboardInterrupt. */
  readonly interrupted?: () => boolean
  /** False: Python's bytecode is interpreted, however often it runs, and never compiled to JavaScript. */
  readonly jit?: boolean
  /** Another host than memory. */
  readonly host?: Host
  /** Who runs next where there are threads: by default each in turn. `@pellucid/gil-sim` has others. */
  readonly scheduler?: Scheduler
}

/** A Python exception that left the interpreter. */
export class PythonError extends Error {
  override readonly name = 'PythonError'
  /** The exception's class. */
  readonly type: string
  /** Its traceback, as Python prints it. */
  readonly traceback: string
  constructor(type: string, message: string, traceback: string) {
    super(`${type}: ${message}`)
    this.type = type
    this.traceback = traceback
  }
}

const LIBRARY = '/lib/python3.13'

export function settingsOf(options: InterpreterSettings): Settings {
  return {
    argv: options.argv ?? [''], origArgv: options.argv ?? [''], executable: '', prefix: '', stdlibDir: LIBRARY, path: [LIBRARY],
    warnOptions: [], xOptions: options.jit === false ? { jit: 'off' } : {}, hashSeed: options.hashSeed, optimize: 0, pycachePrefix: undefined, checkHashBasedPycs: 'default',
    flags: {
      debug: 0, inspect: 0, interactive: 0, dontWriteBytecode: true, noUserSite: true, noSite: true, ignoreEnvironment: true, verbose: 0,
      bytesWarning: 0, quiet: false, isolated: false, devMode: false, utf8Mode: true, safePath: true, unbuffered: true, intMaxStrDigits: 4300,
    },
  }
}

/** Start-up's modules, compiled once for each library. */
const stores = new WeakMap<Archive, CodeStore>()
function storeOf(library: Archive): CodeStore {
  let store = stores.get(library)
  if (store === undefined) {
    const kept = new Map<string, Uint8Array>()
    store = { get: (key) => kept.get(key), set: (key, bytes) => void kept.set(key, bytes) }
    stores.set(library, store)
  }
  return store
}

/** Text out of a stream of bytes that may cut characters in half. */
function textSink(write: ((text: string) => void) | undefined): (bytes: Uint8Array) => void {
  const decoder = new TextDecoder()
  return (bytes) => write?.(decoder.decode(bytes, { stream: true }))
}

/** Bytes for standard input, from lines. */
function byteSource(line: (() => string) | undefined): (size: number) => Uint8Array {
  let pending = new Uint8Array(0)
  return (size) => {
    if (pending.length === 0) pending = new TextEncoder().encode(line?.() ?? '')
    const part = pending.subarray(0, size)
    pending = pending.subarray(part.length)
    return part
  }
}

/** An interpreter ready to run. Where start-up fails there is no traceback module to ask. */
function started(settings: Settings, host: Host, library: Archive, scheduler: Scheduler): Thread {
  const store = storeOf(library)
  const made: Thread[] = []
  const create = (noted: Host): Thread => {
    const py = createInterpreter({
      settings, host: noted, frontend, codec, scheduler, modules: pellucidModules,
      frozen: frozenFrom({ readEntry: (name) => library.read(name) }, store),
    })
    py.interpreter.convertError = convertError
    installAstTools(py)
    made.push(py)
    return py
  }
  try {
    return startFromImage(settings, host, store, create)
  } catch (caught) {
    const [py] = made
    if (!(caught instanceof PyBaseException) || py === undefined) throw caught
    throw new PythonError(caught.type.name, strText(caught, py), '')
  }
}

/**
 * A Python interpreter. Make as many as are wanted: they share nothing but the hash seed of strings.
 *
 * @example
 * const library = readArchive(findLibrary().path)
 * const python = new Interpreter({ library, stdout: (text) => console.log(text) })
 * python.run('total = sum(range(10))')
 * python.eval('total') // 45
 */
export class Interpreter {
  readonly #py: Thread

  constructor(options: InterpreterSettings) {
    const { library } = options
    const host =
      options.host ??
      memoryHost({
        mounts: [{ path: LIBRARY, names: library.names, read: (name) => library.read(name) }],
        stdout: textSink(options.stdout),
        stderr: textSink(options.stderr),
        stdin: byteSource(options.stdin),
        ...(options.environment !== undefined && { environment: options.environment }),
        ...(options.interrupted !== undefined && { interrupted: options.interrupted }),
      })
    this.#py = started(settingsOf(options), host, library, options.scheduler ?? inTurns)
  }

  get #main(): PyModule {
    return this.#py.interpreter.modules.getStr('__main__') as PyModule
  }

  /** Run `body`; a Python exception leaves as PythonError. */
  #guard<T>(body: () => T): T {
    try {
      return underDigitLimit(this.#py, body)
    } catch (caught) {
      const exception = caught instanceof PyBaseException ? caught : convertError(caught, this.#py)
      if (exception === undefined) throw caught
      throw this.#report(exception)
    }
  }

  #report(exception: PyBaseException): PythonError {
    const py = this.#py
    let traceback = ''
    try {
      const format = underDigitLimit(py, () => this.#call('traceback', 'format_exception', [exception]))
      traceback = (toJs(format, py) as string[]).join('')
    } catch (caught) {
      if (!(caught instanceof PyBaseException)) throw caught
    }
    return new PythonError(exception.type.name, underDigitLimit(py, () => strText(exception, py)), traceback)
  }

  #call(module: string, name: string, args: Value[]): Value {
    return callMethod(importModule(module, this.#py), name, args, this.#py)
  }

  #evaluate(source: string, filename: string, mode: 'exec' | 'eval'): Value {
    return this.#guard(() => {
      const code = codeOf(compile(source, filename, mode))
      return this.#py.evaluator.runCode(code, this.#main.namespace, this.#main.namespace, this.#py)
    })
  }

  /** Run statements in `__main__`. */
  run(source: string, filename = '<string>'): void {
    this.#evaluate(source, filename, 'exec')
  }

  /** Evaluate an expression in `__main__`; a copy of its value. */
  eval(source: string, filename = '<string>'): JsValue {
    const value = this.#evaluate(source.trim(), filename, 'eval')
    return this.#guard(() => toJs(value, this.#py))
  }

  /** A variable of `__main__`; undefined when it is not there. */
  get(name: string): JsValue | undefined {
    const value = this.#main.namespace.getStr(name)
    return value === undefined ? undefined : toJs(value, this.#py)
  }

  /** Set a variable of `__main__`. */
  set(name: string, value: unknown): void {
    this.#guard(() => setAttr(this.#main, narrowStr(name), fromJs(value, this.#py), this.#py))
  }

  /** Run exit functions and flush; the interpreter is done with. */
  close(): void {
    underDigitLimit(this.#py, () => finish(0, this.#py))
  }
}
