// Python's own options, read as python reads them: clusters of letters, and everything after the program is its own.
import { usageError } from './failure.ts'

/** What is to be run. */
export type Program =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'command'; readonly code: string }
  | { readonly kind: 'module'; readonly name: string }
  | { readonly kind: 'stdin' }

/** `sys.flags`, as far as options and environment decide it. */
export interface Flags {
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
  noDebugRanges: boolean
  importTime: boolean
  warnDefaultEncoding: boolean
  noFrozenModules: boolean
}

/** A command line, understood. */
export interface CommandLine {
  readonly action: 'run' | 'help' | 'help-env' | 'help-xoptions' | 'help-all' | 'version'
  /** Undefined when no program is named: a session on a terminal, else stdin. */
  readonly program: Program | undefined
  /** `sys.argv`. */
  readonly argv: readonly string[]
  /** How often -V was given. */
  readonly versionDetail: number
  readonly flags: Flags
  readonly optimize: 0 | 1 | 2
  /** -R: whatever PYTHONHASHSEED says. */
  readonly randomHash: boolean
  readonly warnOptions: readonly string[]
  readonly xOptions: Readonly<Record<string, string | true>>
  readonly checkHashBasedPycs: 'always' | 'default' | 'never'
  readonly skipFirstLine: boolean
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] }
interface State extends Mutable<Omit<CommandLine, 'optimize' | 'warnOptions' | 'xOptions' | 'argv'>> {
  argv: string[]
  optimize: number
  warnOptions: string[]
  xOptions: Record<string, string | true>
}

const simple: Readonly<Record<string, (state: State) => void>> = {
  b: (s) => s.flags.bytesWarning++,
  B: (s) => (s.flags.dontWriteBytecode = true),
  d: (s) => (s.flags.debug = 1),
  E: (s) => (s.flags.ignoreEnvironment = true),
  h: (s) => (s.action = 'help'),
  '?': (s) => (s.action = 'help'),
  i: (s) => {
    s.flags.inspect = 1
    s.flags.interactive = 1
  },
  I: (s) => {
    s.flags.isolated = s.flags.ignoreEnvironment = s.flags.noUserSite = s.flags.safePath = true
  },
  O: (s) => s.optimize++,
  P: (s) => (s.flags.safePath = true),
  q: (s) => (s.flags.quiet = true),
  R: (s) => (s.randomHash = true),
  s: (s) => (s.flags.noUserSite = true),
  S: (s) => (s.flags.noSite = true),
  u: (s) => (s.flags.unbuffered = true),
  v: (s) => s.flags.verbose++,
  V: (s) => {
    s.action = 'version'
    s.versionDetail++
  },
  x: (s) => (s.skipFirstLine = true),
}

const withArgument: Readonly<Record<string, (state: State, argument: string) => void>> = {
  c: (s, code) => (s.program = { kind: 'command', code }),
  m: (s, name) => (s.program = { kind: 'module', name }),
  W: (s, option) => s.warnOptions.push(option),
  X: (s, option) => {
    const at = option.indexOf('=')
    s.xOptions[at < 0 ? option : option.slice(0, at)] = at < 0 ? true : option.slice(at + 1)
  },
}

const long: Readonly<Record<string, (state: State) => void>> = {
  '--help': (s) => (s.action = 'help'),
  '--help-env': (s) => (s.action = 'help-env'),
  '--help-xoptions': (s) => (s.action = 'help-xoptions'),
  '--help-all': (s) => (s.action = 'help-all'),
  '--version': (s) => {
    s.action = 'version'
    s.versionDetail++
  },
}

function newState(): State {
  return {
    action: 'run',
    program: undefined,
    argv: [''],
    versionDetail: 0,
    flags: {
      debug: 0,
      inspect: 0,
      interactive: 0,
      dontWriteBytecode: false,
      noUserSite: false,
      noSite: false,
      ignoreEnvironment: false,
      verbose: 0,
      bytesWarning: 0,
      quiet: false,
      isolated: false,
      devMode: false,
      utf8Mode: false,
      safePath: false,
      unbuffered: false,
      noDebugRanges: false,
      importTime: false,
      warnDefaultEncoding: false,
      noFrozenModules: false,
    },
    optimize: 0,
    randomHash: false,
    warnOptions: [],
    xOptions: {},
    checkHashBasedPycs: 'default',
    skipFirstLine: false,
  }
}

function readCheckHash(state: State, mode: string | undefined): void {
  if (mode === undefined) throw usageError('Argument expected for the --check-hash-based-pycs option')
  if (mode !== 'always' && mode !== 'default' && mode !== 'never') {
    throw usageError('--check-hash-based-pycs must be one of \'default\', \'always\', or \'never\'')
  }
  state.checkHashBasedPycs = mode
}

/** One cluster such as `-OBc`; answers how many further arguments it took, and whether it ended the options. */
function readCluster(state: State, cluster: string, next: string | undefined): { taken: number; ends: boolean } {
  for (let at = 1; at < cluster.length; at++) {
    const letter = cluster[at]!
    const plain = simple[letter]
    if (plain !== undefined) {
      plain(state)
      continue
    }
    const action = withArgument[letter]
    if (action === undefined) throw usageError(`Unknown option: -${letter}`)
    const rest = cluster.slice(at + 1)
    if (rest === '' && next === undefined) throw usageError(`Argument expected for the -${letter} option`)
    action(state, rest === '' ? next! : rest)
    return { taken: rest === '' ? 1 : 0, ends: letter === 'c' || letter === 'm' }
  }
  return { taken: 0, ends: false }
}

/**
 * Reads the arguments of `pellucid` (those after its own name).
 *
 * @example
 * readCommandLine(['-O', 'x.py', '-v']).argv // ['x.py', '-v']
 */
export function readCommandLine(args: readonly string[]): CommandLine {
  const state = newState()
  let at = 0
  for (; at < args.length && state.program === undefined; at++) {
    const arg = args[at]!
    if (arg === '--') {
      at++
      break
    }
    if (arg === '--check-hash-based-pycs') readCheckHash(state, args[++at])
    else if (long[arg] !== undefined) long[arg](state)
    else if (arg.startsWith('--')) throw usageError(`unknown option ${arg}`)
    else if (arg.startsWith('-') && arg !== '-') {
      const { taken, ends } = readCluster(state, arg, args[at + 1])
      at += taken
      if (ends) continue
    } else break
  }
  finishProgram(state, args.slice(at))
  return { ...state, optimize: Math.min(state.optimize, 2) as 0 | 1 | 2 }
}

function finishProgram(state: State, rest: readonly string[]): void {
  if (state.program?.kind === 'command') state.argv = ['-c', ...rest]
  else if (state.program?.kind === 'module') state.argv = ['-m', ...rest]
  else if (rest.length > 0) {
    const [path] = rest as [string]
    state.program = path === '-' ? { kind: 'stdin' } : { kind: 'file', path }
    state.argv = [...rest]
  }
}
