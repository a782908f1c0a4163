// posix: what `os` asks of the system, answered by the host.
import { newBytes } from '../../data/bytes.ts'
import { PyDict } from '../../data/dict.ts'
import { newList, newTuple } from '../../data/sequences.ts'
import { newFloat, newInt, newStr, None, type Value } from '../../data/values.ts'
import { fn, type BuiltinDefinition } from '../../object/define-builtin.ts'
import { defineModule } from '../../object/define-module.ts'
import { encodeBuiltin } from '../../protocols/codecs.ts'
import { OSError, TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { deliverToMain, isHandled } from '../_signal/delivery.ts'
import { raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'
import { errorText } from '../errno.ts'
import { osError } from '../host-error.ts'
import { pathOf } from '../path-argument.ts'
import { confstrNames, pathconfNames, posixNumbers, sysconfNames } from './constants.ts'
import { childFunctions } from './children.ts'
import { settingName } from './setting-name.ts'
import { spawnFunctions } from './spawn.ts'
import { spawnModes, spawnvFunctions } from './spawnv.ts'
import { descriptorFunctions, pipeFunctions } from './descriptors.ts'
import { deviceFunctions } from './devices.ts'
import { fileFunctions } from './files.ts'
import { metadataFunctions } from './metadata.ts'
import { ProcessExit } from '../../protocols/process-exit.ts'
import { pathFunctions } from './paths.ts'
import { dirEntryType } from './scandir.ts'
import { schedParam, statResult, statvfsResult, terminalSize, timesResult, unameResult, waitidResult } from './status.ts'
import { transferFunctions } from './transfers.ts'

const SIGABRT = 6

const EINVAL = 22

/** `-X cpu_count=N`, else PYTHON_CPU_COUNT. */
function wantedProcessors({ interpreter: { host, settings } }: Thread): number | undefined {
  const variable = settings.flags.ignoreEnvironment ? undefined : host.environment['PYTHON_CPU_COUNT']
  const wanted = settings.xOptions['cpu_count'] ?? variable
  return typeof wanted === 'string' && /^[1-9]\d*$/.test(wanted) ? Number(wanted) : undefined
}

const bytesOf = (text: string, py: Thread): Value => newBytes(encodeBuiltin('utf-8', newStr(text), 'surrogateescape', py))
const ids = (names: string, read: (py: Thread) => number): BuiltinDefinition[] =>
  names.split(' ').map((name) => fn(`${name}()` as 'f()', 'Answer an identity of this process.', (py) => newInt(read(py))))

const thrice = (id: number): Value[] => [id, id, id].map(newInt)

const waitChecks = [
  ['WIFEXITED', (s: number) => (s & 0x7f) === 0], ['WEXITSTATUS', (s: number) => (s >> 8) & 0xff],
  ['WIFSIGNALED', (s: number) => (s & 0x7f) !== 0 && (s & 0x7f) !== 0x7f], ['WTERMSIG', (s: number) => s & 0x7f],
  ['WIFSTOPPED', (s: number) => (s & 0xff) === 0x7f], ['WSTOPSIG', (s: number) => (s >> 8) & 0xff],
  ['WCOREDUMP', (s: number) => (s & 0x80) !== 0], ['WIFCONTINUED', (s: number) => s === 0xffff],
] as const

const processFunctions: BuiltinDefinition[] = [
  ...ids('getuid geteuid', (py) => py.interpreter.host.user?.uid ?? 0),
  ...ids('getgid getegid', (py) => py.interpreter.host.user?.gid ?? 0),
  ...ids('getpid getpgrp', (py) => py.interpreter.host.pid),
  ...ids('getppid', (py) => py.interpreter.host.parent ?? 1),
  ...waitChecks.map(([name, check]) =>
    fn(`${name}(status: cint)` as 'f(status: cint)', "Read a child's status.", (status) => {
      const made = check(status)
      return typeof made === 'boolean' ? made : newInt(made)
    })),
  fn('waitstatus_to_exitcode(status: cint)', "Turn a child's status into an exit code.", (status) => {
    if ((status & 0x7f) === 0) return newInt((status >> 8) & 0xff)
    if ((status & 0xff) === 0x7f) raise(ValueError, `process stopped by delivery of signal ${(status >> 8) & 0xff}`)
    return newInt(-(status & 0x7f))
  }),
  fn('uname()', 'Tell what the system is.', (py) => {
    const s = py.interpreter.host.system
    return unameResult.make([s.sysname, s.nodename, s.release, s.version, s.machine].map(newStr))
  }),
  fn('getlogin()', 'Answer the name of the user.', (py) => newStr(py.interpreter.host.user?.name ?? raise(OSError, '[Errno 6] No such device or address'))),
  fn('getgroups()', 'List the groups of this process.', ({ interpreter: { host } }) => newList((host.groups ?? [host.user?.gid ?? 0]).map(newInt))),
  fn('getresuid()', 'Answer the real, effective and saved user.', ({ interpreter: { host } }) => newTuple(thrice(host.user?.uid ?? 0))),
  fn('getresgid()', 'Answer the real, effective and saved group.', ({ interpreter: { host } }) => newTuple(thrice(host.user?.gid ?? 0))),
  fn('getloadavg()', 'Answer how busy the system was for 1, 5 and 15 minutes.', (py) => {
    const load = py.interpreter.host.loadAverage ?? raise(OSError, 'Load averages are unobtainable')
    return newTuple(load.map(newFloat))
  }),
  fn('urandom(size: index, /)', 'Answer random bytes.', (size, py) => {
    if (size < 0) raise(ValueError, 'negative argument not allowed')
    return newBytes(py.interpreter.host.randomBytes(size))
  }),
  fn('getrandom(size: index, flags: cint = 0)', 'Answer random bytes.', (size, flags, py) => {
    if (size < 0 || (flags & ~3) !== 0) throw osError(EINVAL, py)
    return newBytes(py.interpreter.host.randomBytes(size))
  }),
  fn('putenv(name: object, value: object, /)', 'Set a variable of the environment.', (name, value, py) => {
    const [key, text] = [pathOf(name, py), pathOf(value, py)]
    if (key.includes('=')) raise(ValueError, 'illegal environment variable name')
    if (key === '') throw osError(EINVAL, py)
    py.interpreter.host.setEnvironment(key, text)
  }),
  fn('unsetenv(name: object, /)', 'Remove a variable of the environment.', (name, py) => {
    const key = pathOf(name, py)
    if (key === '' || key.includes('=')) throw osError(EINVAL, py)
    py.interpreter.host.setEnvironment(key, undefined)
  }),
  fn('strerror(code: cint, /)', 'Answer the text of an error number.', (code) => newStr(errorText(code))),
  fn('cpu_count()', 'Answer the number of processors.', (py) => newInt(wantedProcessors(py) ?? py.interpreter.host.processors ?? 1)),
  fn('times()', 'Answer times of the process.', (py) => {
    const seconds = (ns: bigint): Value => newFloat(Number(ns) / 1e9)
    const { clock } = py.interpreter.host
    return timesResult.make([seconds(clock.process()), newFloat(0), newFloat(0), newFloat(0), seconds(clock.monotonic())])
  }),
  fn('umask(mask: cint, /)', 'Set the permissions that new files lack.', (mask, py) => newInt(py.interpreter.host.umask?.(mask) ?? 0o022)),
  fn('_exit(status: cint)', 'Leave the process at once.', (status) => {
    throw new ProcessExit(status)
  }),
  fn('abort()', 'End the process abnormally.', (py) => {
    // By the signal itself; by a shell's status for it where none can be sent.
    py.interpreter.host.kill?.(py.interpreter.host.pid, SIGABRT)
    throw new ProcessExit(128 + SIGABRT)
  }),
  fn('register_at_fork(*, before: object = <unrepresentable>, after_in_child: object = <unrepresentable>, after_in_parent: object = <unrepresentable>)', 'Register functions to call at a fork, which there is none of.', (before, child, parent) => {
    if (before === undefined && child === undefined && parent === undefined) raise(PyTypeError, 'At least one argument is required.')
  }),
  fn('sched_yield()', 'Let others run.', () => None),
  fn('sysconf(name: object, /)', 'Answer a setting of the system.', (name, py) => {
    const known: Record<string, number> = { SC_PAGESIZE: 4096, SC_PAGE_SIZE: 4096, SC_NPROCESSORS_ONLN: py.interpreter.host.processors ?? 1, SC_NPROCESSORS_CONF: py.interpreter.host.processors ?? 1, SC_OPEN_MAX: 1024, SC_CLK_TCK: 100, SC_ARG_MAX: 2097152, SC_IOV_MAX: 1024 }
    return newInt(known[settingName(name, sysconfNames, py)] ?? -1)
  }),
  fn('confstr(name: object, /)', 'Answer a setting of the system as text.', (name, py) =>
    settingName(name, confstrNames, py) === 'CS_PATH' ? newStr('/bin:/usr/bin') : None,
  ),
  fn('getpgid(pid: cint)', "Answer a process's group.", (_pid, py) => newInt(py.interpreter.host.pid)),
  fn('getsid(pid: cint, /)', "Answer a process's session.", (_pid, py) => newInt(py.interpreter.host.pid)),
  fn('kill(pid: cint, signal: cint, /)', 'Send a signal.', (pid, signal, py) => {
    const { host } = py.interpreter
    if (pid === host.pid && isHandled(signal, py)) {
      deliverToMain(signal, py)
      return None
    }
    if (host.kill === undefined) throw osError(1, py)
    const errno = host.kill(pid, signal)
    if (errno !== undefined) throw osError(errno, py)
    return None
  }),
  fn('_inputhook()', 'Call the hook that waits for input.', () => newInt(0)),
  fn('_is_inputhook_installed()', 'Tell whether there is a hook that waits for input.', () => false),
]

function environment(py: Thread): PyDict {
  const dict = new PyDict()
  for (const [name, value] of Object.entries(py.interpreter.host.environment)) dict.set(bytesOf(name, py), bytesOf(value, py), py.keys)
  return dict
}

const dictOf = (numbers: Readonly<Record<string, number>>): PyDict => {
  const dict = new PyDict()
  for (const [name, number] of Object.entries(numbers)) dict.setStr(name, newInt(number))
  return dict
}

/** What `os` reads to tell which functions take `dir_fd`, a descriptor or `follow_symlinks`. */
const always = ['HAVE_LSTAT', 'HAVE_FTRUNCATE', 'HAVE_LUTIMES', 'HAVE_LCHOWN']
const byDescriptor = [
  'HAVE_FACCESSAT', 'HAVE_FCHDIR', 'HAVE_FCHMOD', 'HAVE_FCHMODAT', 'HAVE_FCHOWN', 'HAVE_FCHOWNAT', 'HAVE_FDOPENDIR', 'HAVE_FPATHCONF', 'HAVE_FSTATAT',
  'HAVE_FSTATVFS', 'HAVE_FUTIMENS', 'HAVE_FUTIMES', 'HAVE_FUTIMESAT', 'HAVE_LINKAT', 'HAVE_MKDIRAT', 'HAVE_OPENAT', 'HAVE_READLINKAT', 'HAVE_RENAMEAT',
  'HAVE_SYMLINKAT', 'HAVE_UNLINKAT', 'HAVE_UTIMENSAT',
]

export const posix = defineModule('posix', () => ({
  doc: 'What os asks of the system.',
  functions: [
    ...fileFunctions, ...metadataFunctions, ...descriptorFunctions, ...transferFunctions, ...deviceFunctions, ...pathFunctions, ...processFunctions,
    ...childFunctions, ...spawnFunctions, ...spawnvFunctions,
  ],
  functionsFor: ({ interpreter: { host } }) => [
    ...(host.files.attach === undefined ? [] : pipeFunctions),
  ],
  types: [dirEntryType],
  constants: (py): Record<string, Value> => ({
    ...(py.interpreter.host.processes !== undefined && spawnModes),
    ...Object.fromEntries(Object.entries(posixNumbers).map(([name, number]) => [name, newInt(number)])),
    environ: environment(py),
    error: OSError,
    stat_result: statResult.type, statvfs_result: statvfsResult.type, terminal_size: terminalSize.type, times_result: timesResult.type,
    uname_result: unameResult.type, sched_param: schedParam.type, waitid_result: waitidResult.type,
    sysconf_names: dictOf(sysconfNames), pathconf_names: dictOf(pathconfNames), confstr_names: dictOf(confstrNames),
    _have_functions: newList([...always, ...(py.interpreter.host.files.at === undefined ? [] : byDescriptor)].map(newStr)),
  }),
}))
