// PYTHON… variables, folded into a command line: an option counts where both speak.
import type { CommandLine, Flags } from './command-line.ts'
import { Failure } from './failure.ts'

type Variables = Readonly<Record<string, string | undefined>>

/** What only the environment and -X options decide. */
export interface EnvironmentSettings {
  /** PYTHONHASHSEED; undefined for a random one. */
  readonly hashSeed: number | undefined
  /** PYTHONPATH, in order. */
  readonly searchPath: readonly string[]
  /** PYTHONHOME; `-X lib=PATH`, or PELLUCID_LIB. */
  readonly home: string | undefined
  readonly lib: string | undefined
  readonly pycachePrefix: string | undefined
  readonly intMaxStrDigits: number
}

/** A command line with the environment in it. */
export type Configuration = Omit<CommandLine, 'flags'> & EnvironmentSettings & { readonly flags: Flags }

const fatal = (text: string, state = 'preinitialized'): string => `Fatal Python error: ${text}\nPython runtime state: ${state}\n`

/** Is the UTF-8 mode asked for, or the C locale? */
function utf8Mode(option: string | true | undefined, of: Variables): boolean {
  if (option !== undefined) {
    if (option !== true && option !== '1' && option !== '0') throw new Failure(fatal('preconfig_init_utf8_mode: invalid -X utf8 option value', 'preinitializing'), 1)
    return option !== '0'
  }
  if (of.PYTHONUTF8 === '0' || of.PYTHONUTF8 === '1') return of.PYTHONUTF8 === '1'
  if (of.PYTHONUTF8 !== undefined && of.PYTHONUTF8 !== '') {
    throw new Failure(fatal('preconfig_init_utf8_mode: invalid PYTHONUTF8 environment variable value', 'preinitializing'), 1)
  }
  return of.LC_ALL === 'C' || of.LC_ALL === 'POSIX'
}

/** Refuse values of -X options that CPython refuses. */
function checkOptions({ cpu_count: count, tracemalloc }: CommandLine['xOptions']): void {
  if (count !== undefined && count !== 'default' && !(typeof count === 'string' && /^[1-9]\d*$/.test(count))) {
    throw new Failure(fatal('config_init_cpu_count: -X cpu_count=n option: n is missing or an invalid number, n must be greater than 0'), 1)
  }
  if (typeof tracemalloc === 'string' && !/^[1-9]\d*$/.test(tracemalloc) && tracemalloc !== '0') {
    throw new Failure(fatal('config_init_tracemalloc: -X tracemalloc=NFRAME: invalid number of frames'), 1)
  }
}

/** Is there a GIL? Nothing else is to be had, as in most builds of CPython. */
function checkGil(value: string | true | undefined): void {
  if (value === undefined || value === '1') return
  if (value !== '0') throw new Failure(fatal('config_read_gil: PYTHON_GIL / -X gil must be "0" or "1"'), 1)
  throw new Failure(fatal('config_read_gil: Disabling the GIL is not supported by this build'), 1)
}

/** Are the library's frozen modules used? */
function frozenModules(option: string | true | undefined, variable: string | undefined): boolean {
  const value = option ?? (variable === '' ? undefined : variable)
  if (value === undefined || value === true || value === '' || value === 'on') return true
  if (value === 'off') return false
  const name = option === undefined ? 'PYTHON_FROZEN_MODULES' : 'option -X frozen_modules'
  throw new Failure(fatal(`bad value for ${name} (expected "on" or "off")`), 1)
}

/** A level: any text counts as 1, a number as itself. */
function level(value: string | undefined): number {
  if (value === undefined || value === '') return 0
  return /^\d+$/.test(value) ? Math.max(1, Number(value)) : 1
}

function hashSeedOf(value: string | undefined): number | undefined {
  if (value === undefined || value === '' || value === 'random') return undefined
  if (/^\d+$/.test(value) && Number(value) <= 4294967295) return Number(value)
  throw new Failure(
    fatal('config_init_hash_seed: PYTHONHASHSEED must be "random" or an integer in range [0; 4294967295]'),
    1,
  )
}

function digitsOf(value: string | true | undefined, what: string): number | undefined {
  if (value === undefined || value === '') return undefined
  const digits = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : -1
  if (digits === 0 || digits >= 640) return digits
  throw new Failure(fatal(`config_init_int_max_str_digits: ${what}: invalid limit; must be >= 640 or 0 for unlimited.`), 1)
}

/** -b and -bb as a filter. */
const bytesFilter = (level: number): string[] => (level === 0 ? [] : [`${level > 1 ? 'error' : 'default'}::BytesWarning`])

const text = (value: string | true | undefined) => (typeof value === 'string' && value !== '' ? value : undefined)

/** Folds `variables` into what the options said; `-E` leaves only the options. */
export function configure(line: CommandLine, variables: Variables): Configuration {
  const of = line.flags.ignoreEnvironment ? {} : variables
  const set = (name: string) => of[name] !== undefined && of[name] !== ''
  const { flags, xOptions } = line
  const warnings = (of.PYTHONWARNINGS ?? '').split(',').filter((one) => one !== '')
  checkOptions(xOptions)
  checkGil(xOptions.gil ?? text(of.PYTHON_GIL))
  const devMode = xOptions.dev !== undefined || set('PYTHONDEVMODE')
  return {
    ...line,
    flags: {
      ...flags,
      debug: Math.max(flags.debug, Math.min(1, level(of.PYTHONDEBUG))),
      inspect: Math.max(flags.inspect, Math.min(1, level(of.PYTHONINSPECT))),
      verbose: Math.max(flags.verbose, level(of.PYTHONVERBOSE)),
      dontWriteBytecode: flags.dontWriteBytecode || set('PYTHONDONTWRITEBYTECODE'),
      noUserSite: flags.noUserSite || set('PYTHONNOUSERSITE'),
      safePath: flags.safePath || set('PYTHONSAFEPATH'),
      unbuffered: flags.unbuffered || set('PYTHONUNBUFFERED'),
      utf8Mode: utf8Mode(xOptions.utf8, of),
      noDebugRanges: xOptions.no_debug_ranges !== undefined || set('PYTHONNODEBUGRANGES'),
      importTime: xOptions.importtime !== undefined || set('PYTHONPROFILEIMPORTTIME'),
      warnDefaultEncoding: xOptions.warn_default_encoding !== undefined || set('PYTHONWARNDEFAULTENCODING'),
      devMode,
      noFrozenModules: !frozenModules(xOptions.frozen_modules, of.PYTHON_FROZEN_MODULES),
    },
    optimize: Math.min(2, Math.max(line.optimize, level(of.PYTHONOPTIMIZE))) as 0 | 1 | 2,
    // Later filters win, so the options come last.
    warnOptions: [...(devMode ? ['default'] : []), ...warnings, ...line.warnOptions, ...bytesFilter(flags.bytesWarning)],
    hashSeed: line.randomHash ? undefined : hashSeedOf(of.PYTHONHASHSEED),
    searchPath: (of.PYTHONPATH ?? '').split(process.platform === 'win32' ? ';' : ':').filter((part) => part !== ''),
    home: text(of.PYTHONHOME),
    // No variable of Python's: -E leaves the command its library.
    lib: text(xOptions.lib ?? variables.PELLUCID_LIB),
    // The option without a folder takes the variable's away.
    pycachePrefix: text(xOptions.pycache_prefix ?? of.PYTHONPYCACHEPREFIX),
    intMaxStrDigits:
      digitsOf(xOptions.int_max_str_digits, '-X int_max_str_digits') ??
      digitsOf(of.PYTHONINTMAXSTRDIGITS, 'PYTHONINTMAXSTRDIGITS') ??
      4300,
  }
}
