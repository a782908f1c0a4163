// Python programs on Node: the command line's interpreter.
import { statSync } from 'node:fs'
import { findLibrary, LibraryNotFound, type Library } from '@pellucid/stdlib/node'
import { createInterpreter, FatalError, INTERRUPTED, runMain, type Console, type Host, type Program, type Settings, type Thread } from '@pellucid/vm'
import { convertError } from './convert-error.ts'
import { compileForMachine } from './frontend.ts'
import { frozenFrom, type CodeStore } from './frozen.ts'
import { startFromImage } from './start-image.ts'
import { installAstTools, pellucidModules } from './modules/index.ts'
import { cacheFolder, codeStore } from './node/cache.ts'
import { isTerminal } from './node/files.ts'
import { nodeHost } from './node/host.ts'
import { keepingPrograms } from './node/kept-programs.ts'
import { KeptTexts } from './node/kept-texts.ts'
import { deaf, type Interrupts } from './node/interrupts.ts'
import { Optimiser, processorTime, SOON } from './node/optimiser.ts'
import { Trial } from './node/trial.ts'
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

/**
 * How a program ended: its status; `interrupted` when by a KeyboardInterrupt that nothing caught; was it over at once, and
 * did it hardly compute?
 */
export interface Ending {
  readonly status: number
  readonly interrupted: boolean
  readonly short: boolean
  readonly small: boolean
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

/** Does a module in the current folder, which a program given by -c sees first, have the name of one of the library? */
const shadowed = (module: string): boolean => ['', '.py', '.pyc'].some((ending) => statSync(`${module}${ending}`, { throwIfNoEntry: false }) !== undefined)

/** Where a prefix has the library. */
const WITHIN_PREFIX = '/lib/python3.13'

/** `-c` imports linecache, which start-up remembers like all that it imports. */
function surroundingsOf(config: CommandLineConfig, interrupts: Interrupts, onTurn: () => void): Surroundings {
  const found = findLibrary({ ...(config.lib !== undefined && { lib: config.lib }), ...(config.home !== undefined && { home: config.home }) })
  const cache = cacheFolder(process.env)
  const library = unpackLibrary(found, cache)
  const settings: Settings = {
    argv: config.argv,
    origArgv: config.origArgv,
    executable: process.argv[1] ?? 'pellucid',
    prefix: library.kind === 'folder' ? library.path.slice(0, library.path.endsWith(WITHIN_PREFIX) ? -WITHIN_PREFIX.length : undefined) : '/usr',
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
    firstImports: config.program.kind === 'command' && !shadowed('linecache') ? ['linecache'] : [],
  }
  return { settings, host: nodeHost(interrupts, onTurn), library, store: codeStore(cache, library.path, import.meta.filename) }
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
function create({ settings, library, store }: Surroundings, host: Host, optimiser: Optimiser, ready: () => void, programs: CodeStore, texts: KeptTexts): Thread {
  const compile = keepingPrograms(texts.compiling((source, ...rest) => {
    optimiser.compiles(source.length)
    return compileForMachine(source, ...rest)
  }), programs)
  const py = createInterpreter({
    settings,
    host,
    frontend: {
      compile(source, ...rest) {
        const code = compile(source, ...rest)
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
  py.interpreter.aroundImport = (body) => {
    try {
      return optimiser.importing(body)
    } finally {
      if (!optimiser.imports) py.budget = Math.min(py.budget, SOON)
    }
  }
  installAstTools(py)
  return py
}

/** What happens while an interpreter starts and runs. */
interface Course {
  /** A program has been compiled, and is about to run. */
  readonly ready: () => void
  /** This start does more than the next ones will. */
  readonly cold: () => void
  readonly onTurn: () => void
  /** Where it runs on trial. */
  readonly trial?: Trial
}

/** A booted interpreter for a configuration, and the texts that it keeps. */
function startInterpreter(config: CommandLineConfig, interrupts: Interrupts, { ready, cold, onTurn, trial }: Course): { py: Thread; texts: KeptTexts } {
  const optimiser = new Optimiser()
  return optimiser.importing(() => {
    const surroundings = surroundingsOf(config, interrupts, () => {
      optimiser.turn()
      onTurn()
    })
    const store = watched(surroundings.store, cold)
    const texts = new KeptTexts(surroundings.store)
    const host = trial === undefined ? surroundings.host : trial.host(surroundings.host)
    const py = startFromImage(surroundings.settings, host, store, (noted) => {
      const made = create({ ...surroundings, store }, noted, optimiser, ready, surroundings.store, texts)
      trial?.watch(made)
      return made
    })
    return { py, texts }
  })
}

/** The program that a configuration means: standard input is a session on a terminal, or with -i. */
function programOf({ program, flags }: CommandLineConfig): Program {
  if (program.kind === 'command') return { kind: 'command', text: program.code }
  return program.kind === 'stdin' && (flags.interactive > 0 || isTerminal(0)) ? { kind: 'session' } : program
}

/** Turns of the scheduler and milliseconds of processor time after which a program is no short one. */
const [FEW_TURNS, AT_ONCE] = [30, 100]
/** Turns of a program that prints something and ends. */
const SMALL_TURNS = 1

/** Run a program as `python` does. */
export function runCommandLine(config: CommandLineConfig, terminal: Terminal = deaf): Ending {
  return runIn(config, terminal)
}

/**
 * Run a program on a thread that hears no Ctrl-C, may not wait and has little stack. Undefined, and nothing has happened
 * that anyone outside can tell, if the program needs more than that or takes long.
 */
export function tryCommandLine(config: CommandLineConfig, ready: () => void = () => {}): Ending | undefined {
  const trial = new Trial()
  try {
    const ending = runIn(config, { ...trial.interrupts, ready }, trial)
    if (!trial.over) {
      const written = trial.commit()
      if (written === 'all') return ending
      if (written === 'part') return { ...ending, status: UNWRITTEN }
    }
  } catch (error) {
    // A bug of ours shows again where the program runs in earnest.
    if (!(error instanceof Error)) throw error
  }
  trial.drop()
  return undefined
}

/** What Python exits with when its last output cannot be written. */
const UNWRITTEN = 120

function runIn(config: CommandLineConfig, terminal: Terminal, trial?: Trial): Ending {
  let [turns, began, warm] = [0, 0, true]
  let waits = terminal.ready
  const ready = (): void => {
    waits?.()
    waits = undefined
    began ||= processorTime()
  }
  const { py, texts } = startInterpreter(config, terminal, {
    ready,
    cold: () => {
      waits = undefined
      warm = false
    },
    onTurn: () => void turns++,
    ...(trial !== undefined && { trial }),
  })
  if (config.program.kind === 'module') ready()
  py.budget = SOON
  const program = programOf(config)
  const status = runMain(program, py, {
    ...(terminal.editLine !== undefined && { editLine: terminal.editLine }),
    ...(config.banner !== undefined && { banner: `${config.banner}, ` }),
  })
  texts.save()
  const short = warm && program.kind !== 'session' && program.kind !== 'stdin' && turns <= FEW_TURNS && processorTime() - began <= AT_ONCE
  const interrupted = status === INTERRUPTED
  return { status: interrupted ? 130 : status, interrupted, short, small: short && turns <= SMALL_TURNS }
}

export { findLibrary, readArchive } from '@pellucid/stdlib/node'
export type { ChildEnd, ChildSpecification, ChildStarter, Interrupts } from './node/interrupts.ts'
export { FatalError, isTerminal, LibraryNotFound }
