// Python programs on Node: the command line's interpreter.
import { fileURLToPath } from 'node:url'
import { findLibrary, LibraryNotFound, type Library } from '@pellucid/stdlib/node'
import { createInterpreter, INTERRUPTED, runMain, type Console, type Host, type Program, type Settings, type Thread } from '@pellucid/vm'
import { convertError } from './convert-error.ts'
import { frontend } from './frontend.ts'
import { frozenFrom, type CodeStore } from './frozen.ts'
import { startFromImage } from './start-image.ts'
import { installAstTools, pellucidModules } from './modules/index.ts'
import { cacheFolder, codeStore } from './node/cache.ts'
import { isTerminal } from './node/files.ts'
import { nodeHost } from './node/host.ts'
import { deaf, type Interrupts } from './node/interrupts.ts'
import { Optimiser, SOON } from './node/optimiser.ts'
import { unpackLibrary } from './node/unpack.ts'
import { codec, inTurns } from './ports.ts'

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
  /** -x: leave out a program's first line. */
  readonly skipFirstLine?: boolean
  /** What a session says before Python's version. */
  readonly banner?: string
}

/** How a program ended: its status; `interrupted` when by a KeyboardInterrupt that nothing caught. */
export interface Ending {
  readonly status: number
  readonly interrupted: boolean
}

/** What a terminal does for a program. */
export interface Terminal extends Interrupts {
  /** Called when a program is about to run, unless this start did more than the next ones will: it found caches empty. */
  readonly ready?: () => void
  readonly editLine?: NonNullable<Console['editLine']>
}

interface Surroundings {
  readonly settings: Settings
  readonly host: Host
  readonly library: Library
  readonly store: CodeStore
}

function surroundingsOf(config: CommandLineConfig, interrupts: Interrupts, optimiser: Optimiser): Surroundings {
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
    skipFirstLine: config.skipFirstLine ?? false,
  }
  return { settings, host: nodeHost(interrupts, () => optimiser.turn()), library, store: codeStore(cache, library.path, fileURLToPath(import.meta.url)) }
}

/** A store that says when something is added to it. */
const watched = (store: CodeStore, added: () => void): CodeStore => ({
  get: (key) => store.get(key),
  set(key, bytes) {
    added()
    store.set(key, bytes)
  },
})

/** An interpreter that has not started; `ready` is called once it has compiled something, a program's source. */
function create({ settings, library, store }: Surroundings, host: Host, optimiser: Optimiser, ready: () => void): Thread {
  const py = createInterpreter({
    settings,
    host,
    frontend: {
      ...frontend,
      compile(source, ...rest) {
        optimiser.compiles(typeof source === 'string' || source instanceof Uint8Array ? source.length : 0)
        const code = frontend.compile(source, ...rest)
        ready()
        return code
      },
    },
    codec,
    scheduler: inTurns,
    frozen: frozenFrom(library, store),
    modules: pellucidModules,
  })
  py.interpreter.convertError = convertError
  py.interpreter.aroundImport = (body, thread) => {
    try {
      return optimiser.importing(body)
    } finally {
      thread.budget = Math.min(thread.budget, SOON)
    }
  }
  installAstTools(py)
  return py
}

/** A booted interpreter for a configuration. */
function startInterpreter(config: CommandLineConfig, terminal: Terminal, ready: () => void, cold: () => void): Thread {
  const optimiser = new Optimiser()
  return optimiser.importing(() => {
    const surroundings = surroundingsOf(config, terminal, optimiser)
    const store = watched(surroundings.store, cold)
    return startFromImage(surroundings.settings, surroundings.host, store, (host) => create({ ...surroundings, store }, host, optimiser, ready))
  })
}

/** The program that a configuration means: standard input is a session on a terminal, or with -i. */
function programOf({ program, flags }: CommandLineConfig): Program {
  if (program.kind === 'command') return { kind: 'command', text: program.code }
  return program.kind === 'stdin' && (flags.interactive > 0 || isTerminal(0)) ? { kind: 'session' } : program
}

/** Run a program as `python` does. */
export function runCommandLine(config: CommandLineConfig, terminal: Terminal = deaf): Ending {
  let waits = terminal.ready
  const ready = (): void => {
    waits?.()
    waits = undefined
  }
  const py = startInterpreter(config, terminal, ready, () => {
    waits = undefined
  })
  if (config.program.kind === 'module') ready()
  py.budget = SOON
  const status = runMain(programOf(config), py, {
    ...(terminal.editLine !== undefined && { editLine: terminal.editLine }),
    ...(config.banner !== undefined && { banner: `${config.banner}, ` }),
  })
  return status === INTERRUPTED ? { status: 130, interrupted: true } : { status, interrupted: false }
}

export { findLibrary, readArchive } from '@pellucid/stdlib/node'
export type { ChildEnd, ChildSpecification, ChildStarter, Interrupts } from './node/interrupts.ts'
export { isTerminal, LibraryNotFound }
