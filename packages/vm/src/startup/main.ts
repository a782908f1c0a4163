// Running a program in `__main__`: a file, `-c`, `-m`, standard input (Modules/main.c: pymain_run_python).
import { PyBaseException } from '../data/exception.ts'
import type { PyModule } from '../data/module.ts'
import { listSplice, PyList } from '../data/sequences.ts'
import { narrowStr, newStr, None } from '../data/values.ts'
import { rememberedLoader } from '../image/restore.ts'
import { sourceLoader } from '../imports/source-loader.ts'
import { compileSource } from '../modules/builtins/evaluation.ts'
import { ProcessExit } from '../protocols/process-exit.ts'
import { writeError } from '../modules/sys/hooks.ts'
import { HostError } from '../ports/host.ts'
import { underDigitLimit } from '../modules/sys/digit-limit.ts'
import { call, callMethod } from '../protocols/call.ts'
import { importModule } from '../protocols/import-module.ts'
import { strText } from '../protocols/repr.ts'
import type { Thread } from '../thread.ts'
import { noteProgramFolder } from '../types/shadowing.ts'
import { compiledCode, isCompiled } from './compiled.ts'
import { finish, reportUncaught } from './finish.ts'
import { interact, type Console } from './interactive.ts'
import { isPlainFile } from './plain-file.ts'

/** What to run. */
export type Program =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'command'; readonly text: string }
  | { readonly kind: 'module'; readonly name: string }
  | { readonly kind: 'stdin' }
  /** Standard input, a statement at a time. */
  | { readonly kind: 'session' }

const mainOf = (py: Thread): PyModule => py.interpreter.modules.getStr('__main__') as PyModule

/** The program's folder, on the path unless -P or -I keeps it out. */
function insertPath(entry: string, py: Thread): void {
  if (py.interpreter.settings.flags.safePath || py.interpreter.settings.flags.isolated) return
  noteProgramFolder(entry, py)
  putFirst(entry, py)
}

function putFirst(entry: string, py: Thread): void {
  const path = py.interpreter.sys.getStr('path')
  if (path instanceof PyList) listSplice(path, 0, 0, [newStr(entry)])
}

/** Source of a file, as bytes. */
function readWhole(fd: number, py: Thread): Uint8Array {
  const { files } = py.interpreter.host
  const pieces: Uint8Array[] = []
  let total = 0
  for (;;) {
    const piece = new Uint8Array(65536)
    const count = files.read(fd, piece)
    if (count === 0) break
    pieces.push(piece.subarray(0, count))
    total += count
  }
  const whole = new Uint8Array(total)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

/** -x: the first line is not Python. Its end stays, so that lines keep their numbers. */
function withoutFirstLine(source: Uint8Array): Uint8Array {
  const end = source.indexOf(0x0a)
  return end < 0 ? new Uint8Array(0) : source.subarray(end)
}

function runSource(source: Uint8Array, filename: string, py: Thread): void {
  const { namespace } = mainOf(py)
  const code = compileSource(source, filename, { mode: 'exec', flags: 0, optimize: -1, origin: 'file', isProgram: true }, py)
  py.evaluator.runCode(code, namespace, namespace, py)
}

function runCommand(text: string, py: Thread): void {
  insertPath('', py)
  const { namespace } = mainOf(py)
  const code = compileSource(text, '<string>', { mode: 'exec', flags: 0, optimize: -1, isProgram: true }, py)
  // Tracebacks show lines of -c since 3.13: linecache is told of the source.
  callMethod(importModule('linecache', py), '_register_code', [narrowStr('<string>'), newStr(text), narrowStr('<string>')], py)
  py.evaluator.runCode(code, namespace, namespace, py)
}

function runModule(name: string, alterArgv: boolean, py: Thread): void {
  const runpy = importModule('runpy', py)
  callMethod(runpy, '_run_module_as_main', [newStr(name), alterArgv], py)
}

/** A directory or an archive with a `__main__` runs as a module; undefined for ordinary files. */
function isContainer(path: string, py: Thread): boolean {
  const { modules, sys } = py.interpreter
  const hooks = sys.getStr('path_hooks')
  if (!(hooks instanceof PyList) || modules.getStr('_frozen_importlib_external') === undefined) return false
  // The two hooks that start-up installs take archives and folders.
  if (hooks.items.length === 2 && isPlainFile(path, py)) return false
  for (const hook of hooks.items) {
    try {
      call(hook, [newStr(path)], py)
      return true
    } catch (caught) {
      if (!(caught instanceof PyBaseException)) throw caught
    }
  }
  return false
}

const directoryOf = (path: string): string => {
  const slash = path.lastIndexOf('/')
  return slash < 0 ? '' : slash === 0 ? '/' : path.slice(0, slash)
}

function runFile(path: string, py: Thread): number | undefined {
  const { files } = py.interpreter.host
  // `sys.argv[0]` stays as given; everything else sees an absolute path.
  const file = path.startsWith('/') ? path : `${files.cwd()}/${path}`
  if (isContainer(file, py)) {
    // It is the program itself, so no option keeps it out.
    if (!py.interpreter.settings.flags.safePath) noteProgramFolder(file, py)
    putFirst(file, py)
    runModule('__main__', false, py)
    return undefined
  }
  let source: Uint8Array
  try {
    const status = files.stat(path)
    if ((status.mode & 0o170000) === 0o040000) throw new HostError(21, 'Is a directory')
    const fd = files.open(path, 0, 0)
    source = readWhole(fd, py)
    if (py.interpreter.settings.skipFirstLine === true) source = withoutFirstLine(source)
    files.close(fd)
  } catch (caught) {
    if (!(caught instanceof HostError)) throw caught
    const text = { 2: 'No such file or directory', 13: 'Permission denied', 21: 'Is a directory' }[caught.errno] ?? caught.message
    writeError(`${py.interpreter.settings.executable}: can't open file '${file}': [Errno ${caught.errno}] ${text}\n`, py)
    return 2
  }
  let real = path
  try {
    real = files.realpath(path)
  } catch (caught) {
    if (!(caught instanceof HostError)) throw caught
  }
  insertPath(directoryOf(real), py)
  const { namespace } = mainOf(py)
  const compiled = isCompiled(path, source)
  namespace.setStr('__file__', newStr(file))
  namespace.setStr('__cached__', None)
  const loader = compiled ? sourceLoader(file, py, 'SourcelessFileLoader') : (rememberedLoader(file, py) ?? sourceLoader(file, py))
  if (loader !== undefined) namespace.setStr('__loader__', loader)
  if (compiled) py.evaluator.runCode(compiledCode(source, py), namespace, namespace, py)
  else runSource(source, file, py)
  return undefined
}

/** Run a program; the status, before exit functions. */
function run(program: Program, terminal: Console, py: Thread): number {
  switch (program.kind) {
    case 'file':
      return runFile(program.path, py) ?? 0
    case 'command':
      runCommand(program.text, py)
      return 0
    case 'module':
      insertPath(py.interpreter.host.files.cwd(), py)
      runModule(program.name, true, py)
      return 0
    case 'session':
      insertPath('', py)
      if (!py.interpreter.settings.flags.quiet) writeBanner(terminal, py)
      runStartupFile(py)
      return interact(terminal, py)
    case 'stdin':
      insertPath('', py)
      mainOf(py).namespace.setStr('__file__', narrowStr('<stdin>'))
      mainOf(py).namespace.setStr('__cached__', None)
      runSource(readWhole(0, py), '<stdin>', py)
      return 0
  }
}

/** Run a body as the program does: report what it leaves uncaught. */
export function guarded(py: Thread, body: () => number, inspect = false): number {
  try {
    return body()
  } catch (caught) {
    if (caught instanceof PyBaseException) return reportUncaught(caught, py, inspect)
    const converted = py.interpreter.convertError?.(caught, py)
    if (converted === undefined) throw caught
    return reportUncaught(converted, py, inspect)
  }
}

function writeBanner(terminal: Console, py: Thread): void {
  const { sys, settings } = py.interpreter
  const version = strText(sys.getStr('version') ?? None, py)
  writeError(`${terminal.banner ?? ''}Python ${version} on ${strText(sys.getStr('platform') ?? None, py)}\n`, py)
  if (!settings.flags.noSite) writeError('Type "help", "copyright", "credits" or "license" for more information.\n', py)
}

/** PYTHONSTARTUP, before a session. */
function runStartupFile(py: Thread): void {
  const { host, settings } = py.interpreter
  const path = settings.flags.ignoreEnvironment ? undefined : host.environment['PYTHONSTARTUP']
  if (path === undefined || path === '') return
  guarded(py, () => {
    try {
      const fd = host.files.open(path, 0, 0)
      const source = readWhole(fd, py)
      host.files.close(fd)
      const { namespace } = mainOf(py)
      namespace.setStr('__file__', newStr(path))
      namespace.setStr('__cached__', None)
      try {
        runSource(source, path, py)
      } finally {
        namespace.deleteStr('__file__')
        namespace.deleteStr('__cached__')
      }
    } catch (caught) {
      if (!(caught instanceof HostError)) throw caught
      writeError(`Could not open PYTHONSTARTUP\n${caught.message}\n`, py)
    }
    return 0
  })
}

/** Does a session follow (-i, PYTHONINSPECT), and is there someone to hold it? */
function sessionFollows(py: Thread): boolean {
  const { settings, host } = py.interpreter
  const { flags } = settings
  const wanted = flags.inspect > 0 || (!flags.ignoreEnvironment && (host.environment['PYTHONINSPECT'] ?? '') !== '')
  return wanted && (flags.interactive > 0 || host.files.isatty(0))
}

/** Run a program to its end: the exit status of the process; INTERRUPTED after an uncaught KeyboardInterrupt. */
export function runMain(program: Program, py: Thread, terminal: Console = {}): number {
  return underDigitLimit(py, () => runToEnd(program, py, terminal))
}

function runToEnd(program: Program, py: Thread, terminal: Console): number {
  try {
    let status = guarded(py, () => run(program, terminal, py), program.kind !== 'session' && sessionFollows(py))
    // The session's status is the process's.
    if (program.kind !== 'session' && sessionFollows(py)) status = guarded(py, () => interact(terminal, py))
    return finish(status, py)
  } catch (caught) {
    if (caught instanceof ProcessExit) return caught.status & 0xff
    throw caught
  }
}
