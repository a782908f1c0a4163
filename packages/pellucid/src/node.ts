// Python programs on Node: the command line's interpreter.
import { dumpsCode, loads } from '@pellucid/marshal'
import { CodeObject } from '@pellucid/opcode-spec'
import { findLibrary } from '@pellucid/stdlib/node'
import { boot, createInterpreter, guarded, finish, runMain, type Codec, type Program, type Scheduler, type Settings, type Thread } from '@pellucid/vm'
import { convertError } from './convert-error.ts'
import { frontend } from './frontend.ts'
import { frozenFrom } from './frozen.ts'
import { installAstTools, pellucidModules } from './modules/index.ts'
import { cacheFolder, codeStore } from './node/cache.ts'
import { nodeHost } from './node/host.ts'
import { unpackLibrary } from './node/unpack.ts'

/** What `python`'s options and environment decide, and what to run. */
export interface CommandLineConfig {
  readonly program: Exclude<Program, { kind: 'command' }> | { readonly kind: 'command'; readonly code: string }
  readonly argv: readonly string[]
  readonly origArgv: readonly string[]
  readonly flags: Omit<Settings['flags'], 'intMaxStrDigits'>
  readonly optimize: 0 | 1 | 2
  readonly warnOptions: readonly string[]
  readonly xOptions: Readonly<Record<string, string | true>>
  readonly checkHashBasedPycs: 'always' | 'default' | 'never'
  readonly hashSeed: number | undefined
  /** PYTHONPATH. */
  readonly searchPath: readonly string[]
  readonly home: string | undefined
  readonly lib: string | undefined
  readonly pycachePrefix: string | undefined
  readonly intMaxStrDigits: number
}

const codec: Codec = {
  loadCode(bytes) {
    const code = loads(bytes)
    if (code instanceof CodeObject) return code
    throw new TypeError('not a code object')
  },
  dumpCode: (code) => dumpsCode(code),
}

/** One thread at a time, in turns. */
const scheduler: Scheduler = {
  interval: 10_000,
  next(current, runnable) {
    const at = runnable.indexOf(current)
    return runnable[(at + 1) % runnable.length] ?? current
  },
}

/** A booted interpreter for a configuration. `interrupted` answers, once, whether Ctrl-C was pressed. */
export function startInterpreter(config: CommandLineConfig, interrupted: () => boolean): Thread {
  const found = findLibrary({ ...(config.lib !== undefined && { lib: config.lib }), ...(config.home !== undefined && { home: config.home }) })
  const cache = cacheFolder(process.env)
  const library = unpackLibrary(found, cache)
  const settings: Settings = {
    argv: config.argv,
    origArgv: config.origArgv,
    executable: process.argv[1] ?? 'pellucid',
    prefix: library.kind === 'folder' ? library.path.replace(/\/lib\/python3\.13$/, '') : '/usr',
    stdlibDir: library.path,
    path: [...config.searchPath, library.path],
    warnOptions: config.warnOptions,
    xOptions: config.xOptions,
    hashSeed: config.hashSeed,
    optimize: config.optimize,
    flags: { ...config.flags, intMaxStrDigits: config.intMaxStrDigits },
    // An archive cannot hold `__pycache__`: compiled modules go to the user's cache.
    pycachePrefix: config.pycachePrefix,
    checkHashBasedPycs: config.checkHashBasedPycs,
  }
  const py = createInterpreter({
    settings,
    host: nodeHost(interrupted),
    frontend,
    codec,
    scheduler,
    frozen: frozenFrom(library, codeStore(cache, library.path)),
    modules: pellucidModules,
  })
  py.interpreter.convertError = convertError
  installAstTools(py)
  boot(py)
  return py
}

/** Run a program as `python` does; the exit status. */
export function runCommandLine(config: CommandLineConfig, interrupted: () => boolean = () => false): number {
  const { program } = config
  const py = startInterpreter(config, interrupted)
  return runMain(program.kind === 'command' ? { kind: 'command', text: program.code } : program, py)
}

export { finish, guarded }
