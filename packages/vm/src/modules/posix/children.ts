// Children: waiting for them, and starting them by the shell.
import { newTuple } from '../../data/sequences.ts'
import { newFloat, newInt, None, type Value } from '../../data/values.ts'
import { fn, type BuiltinDefinition } from '../../object/define-builtin.ts'
import type { ChildRequest } from '../../ports/host.ts'
import type { Thread } from '../../thread.ts'
import { StructSequence } from '../../types/structseq.ts'
import { HostError } from '../../ports/host.ts'
import { intTuple, onHost, osError } from '../host-error.ts'
import { pathOf } from '../path-argument.ts'
import { waitFor } from '../waiting-io.ts'
import { waitidResult } from './status.ts'

const ECHILD = 10
const EINVAL = 22
const EILSEQ = 84
const WNOHANG = 1
const SIGCHLD = 17

type Ended = { readonly pid: number; readonly status: number }

const keptKey = 'posix.children'

/** Children that never came to be, whose status is waited for all the same. */
function keptOf(py: Thread): Ended[] {
  let kept = py.interpreter.state.get(keptKey) as Ended[] | undefined
  if (kept === undefined) py.interpreter.state.set(keptKey, (kept = []))
  return kept
}

/** The number of a child that could not be started: it has ended with that status. */
export function failedChild(code: number, py: Thread): number {
  const kept = keptOf(py)
  const pid = 4_194_305 + kept.length
  kept.push({ pid, status: code << 8 })
  return pid
}

/** One that has ended; undefined while none has. */
function endedChild(pid: number, py: Thread): Ended | undefined {
  const kept = keptOf(py)
  const at = kept.findIndex((one) => pid === -1 || one.pid === pid)
  if (at >= 0) return kept.splice(at, 1)[0]
  const { processes } = py.interpreter.host
  if (processes === undefined) throw new HostError(ECHILD, 'No child processes')
  return processes.ended(pid)
}

/** Wait as wait4(2) does; number 0 when told not to wait. */
export function waitForChild(pid: number, options: number, py: Thread): Ended {
  if ((options & ~0x2b) !== 0) throw osError(EINVAL, py)
  let found: Ended | undefined
  const look = (): boolean => (found = onHost(py, () => endedChild(pid <= 0 ? -1 : pid, py))) !== undefined
  if ((options & WNOHANG) !== 0) look()
  else waitFor(look, undefined, py)
  return found ?? { pid: 0, status: 0 }
}

/** Start a program; OSError when it cannot be. */
export function spawnChild(request: ChildRequest, py: Thread): number {
  const { processes } = py.interpreter.host
  if (processes === undefined) throw new HostError(38, 'Function not implemented')
  return processes.spawn(request)
}

/** What a child is told: an argument, a path, a part of its environment. */
export function childText(value: Value, what: string, py: Thread, plain = true): string {
  const text = pathOf(value, py, what, plain)
  // Node sends text as UTF-8: bytes that are none would arrive as others.
  if (/[\ud800-\udfff]/u.test(text)) throw osError(EILSEQ, py)
  return text
}

/** Descriptors from `first` on that a child gets unless told otherwise. */
export function inheritedDescriptors(first: number, py: Thread): Map<number, number> {
  const { files } = py.interpreter.host
  const found = new Map<number, number>()
  for (let fd = first; fd < 256; fd++) {
    try {
      if (files.inheritable?.(fd) === true) found.set(fd, fd)
    } catch (caught) {
      if (!(caught instanceof HostError)) throw caught
    }
  }
  return found
}

/** The standard streams, where they are open. */
function standardStreams(py: Thread): Map<number, number> {
  const found = new Map<number, number>()
  for (const fd of [0, 1, 2]) {
    try {
      py.interpreter.host.files.fstat(fd)
      found.set(fd, fd)
    } catch (caught) {
      if (!(caught instanceof HostError)) throw caught
    }
  }
  return found
}

const usage = new StructSequence('resource.struct_rusage', {
  doc: 'What a process used.',
  fields: 'ru_utime ru_stime ru_maxrss ru_ixrss ru_idrss ru_isrss ru_minflt ru_majflt ru_nswap ru_inblock ru_oublock ru_msgsnd ru_msgrcv ru_nsignals ru_nvcsw ru_nivcsw'
    .split(' ').map((name) => [name, name.replaceAll('_', ' ')] as const),
})
/** Node does not tell what a child used. */
const noUsage = (): Value => usage.make(Array.from({ length: 16 }, (_, at) => (at < 2 ? newFloat(0) : newInt(0))))

const withUsage = ({ pid, status }: Ended): Value => newTuple([newInt(pid), newInt(status), noUsage()])

/** How a signal or an exit is told to waitid. */
function idResult({ pid, status }: Ended, py: Thread): Value {
  if (pid === 0) return None
  const signal = status & 0x7f
  return waitidResult.make([pid, py.interpreter.host.user?.uid ?? 0, SIGCHLD, signal === 0 ? status >> 8 : signal, signal === 0 ? 1 : 2].map(newInt))
}

const WAITS = { waits: true }

/** Where the host has no processes, there is none to wait for, and none can be started. */
export const childFunctions: BuiltinDefinition[] = [
  fn('waitpid(pid: cint, options: cint, /)', 'Wait for a child; answer its number and status.', (pid, options, py) => {
    const ended = waitForChild(pid, options, py)
    return intTuple(ended.pid, ended.status)
  }, WAITS),
  fn('wait()', 'Wait for any child; answer its number and status.', (py) => {
    const ended = waitForChild(-1, 0, py)
    return intTuple(ended.pid, ended.status)
  }, WAITS),
  fn('wait3(options: cint)', 'Wait for any child; answer its number, status and usage.', (options, py) => withUsage(waitForChild(-1, options, py)), WAITS),
  fn('wait4(pid: cint, options: cint)', 'Wait for a child; answer its number, status and usage.', (pid, options, py) => withUsage(waitForChild(pid, options, py)), WAITS),
  fn('waitid(idtype: cint, id: cint, options: cint, /)', 'Wait for a child; answer what became of it.', (kind, id, options, py) => {
    if (kind === 2 || kind > 3) throw osError(EINVAL, py)
    return idResult(waitForChild(kind === 0 ? -1 : id, options & WNOHANG, py), py)
  }, WAITS),
  fn('system(command: object)', 'Have the shell run a command; answer its status.', (command, py) => {
    const text = pathOf(command, py, 'system: command')
    const { host } = py.interpreter
    const pid = onHost(py, () =>
      spawnChild({
        programs: ['/bin/sh'], argv: ['sh', '-c', text], environment: host.environment, cwd: host.files.cwd(),
        descriptors: standardStreams(py), newSession: false,
      }, py))
    return newInt(waitForChild(pid, 0, py).status)
  }),
]
