// _posixsubprocess: starting a child for `subprocess`. There is no fork here, so nothing of Python's can run in the
// child before its program does; a failure is told through the pipe that `subprocess` reads, as a child would.
import { PyTuple } from '../data/sequences.ts'
import { asInt, newInt, None, type Value } from '../data/values.ts'
import { fn } from '../object/define-builtin.ts'
import { defineModule } from '../object/define-module.ts'
import { HostError, type ChildRequest } from '../ports/host.ts'
import { NotImplementedError, TypeError as PyTypeError, ValueError } from '../protocols/exceptions.ts'
import { index } from '../protocols/index-number.ts'
import { toArray } from '../protocols/iterate.ts'
import { raise } from '../protocols/raise.ts'
import type { Thread } from '../thread.ts'
import { pathOf } from './path-argument.ts'
import { childText, failedChild, inheritedDescriptors, spawnChild } from './posix/children.ts'

const ENOTDIR = 20
const DIRECTORY = 0o040000
const KIND = 0o170000

const texts = (items: Value, what: string, py: Thread): string[] =>
  toArray(items, py).map((item) => childText(item, what, py))

function environmentOf(list: Value, py: Thread): Readonly<Record<string, string>> {
  if (list === None) return py.interpreter.host.environment
  const made: Record<string, string> = {}
  for (const entry of texts(list, 'environment', py)) {
    const at = entry.indexOf('=', 1)
    made[entry.slice(0, at)] = entry.slice(at + 1)
  }
  return made
}

/** Descriptors to keep: ascending, positive. */
function keptOf(value: Value): number[] {
  if (!(value instanceof PyTuple)) return raise(PyTypeError, 'fds_to_keep must be a tuple')
  const kept = value.items.map((item) => Number(asInt(item) ?? -1))
  if (kept.some((fd, at) => fd < 0 || fd > 0x7fffffff || (at > 0 && fd <= (kept[at - 1] as number)))) raise(ValueError, 'bad value(s) in fds_to_keep')
  return kept
}

const id = (value: Value, py: Thread): number | undefined => (value === None ? undefined : Number(index(value, py)))

/** The child's descriptors: three streams, those to pass on, or all that are inherited. */
function descriptorsOf(streams: readonly number[], kept: readonly number[], closeOthers: boolean, py: Thread): Map<number, number> {
  const inherited = inheritedDescriptors(0, py)
  const made = closeOthers ? new Map<number, number>() : new Map([...inherited].filter(([fd]) => fd > 2))
  for (const fd of kept) made.set(fd, fd)
  streams.forEach((fd, number) => {
    if (fd !== -1) made.set(number, fd)
    else if (inherited.has(number)) made.set(number, number)
  })
  return made
}

/** Why a working folder cannot be entered. */
function folderRefusal(path: string, py: Thread): number | undefined {
  const { files } = py.interpreter.host
  try {
    if ((files.stat(path).mode & KIND) !== DIRECTORY) return ENOTDIR
    return files.access(path, 1) ? undefined : 13
  } catch (caught) {
    if (caught instanceof HostError) return caught.errno
    throw caught
  }
}

const absolute = (path: string, py: Thread): string => (path.startsWith('/') ? path : `${py.interpreter.host.files.cwd()}/${path}`)

const NO_SUCH_ID = 0xffffffff

const forkExec = fn(
  'fork_exec(args: object, executable_list: object, close_fds: bool, pass_fds: object, cwd: object, env: object, p2cread: cint, p2cwrite: cint, c2pread: cint, c2pwrite: cint, errread: cint, errwrite: cint, errpipe_read: cint, errpipe_write: cint, restore_signals: bool, call_setsid: bool, pgid_to_set: cint, gid: object, extra_groups: object, uid: object, child_umask: cint, preexec_fn: object, allow_vfork: bool, /)',
  'Start a program; answer its process number.',
  (args, programs, closeOthers, pass, cwd, env, stdin, _inWrite, _outRead, stdout, _errRead, stderr, _pipeRead, pipeWrite, _restore, newSession, group, gid, groups, uid, umask, before, _vfork, py) => {
    const kept = keptOf(pass)
    if (before !== None) raise(NotImplementedError, 'preexec_fn: there is no fork, so no Python code can run in the child')
    if (groups !== None) raise(NotImplementedError, 'extra_groups cannot be set here')
    if (group > 0) raise(NotImplementedError, 'process_group can only be 0, for a group of its own')
    if (closeOthers && pipeWrite < 3) raise(ValueError, 'errpipe_write must be >= 3')
    const folder = cwd === None ? undefined : pathOf(cwd, py, 'cwd', true)
    const [owner, team] = [id(uid, py), id(gid, py)]
    const request: ChildRequest = {
      programs: texts(programs, 'executable', py),
      argv: texts(args, 'args', py),
      environment: environmentOf(env, py),
      cwd: folder === undefined ? undefined : absolute(folder, py),
      // The pipe for failures is for a child that Python code runs in.
      descriptors: descriptorsOf([stdin, stdout, stderr], kept.filter((fd) => fd !== pipeWrite), closeOthers, py),
      newSession: newSession || group === 0,
      ...(owner !== undefined && owner !== NO_SUCH_ID && { uid: owner }),
      ...(team !== undefined && team !== NO_SUCH_ID && { gid: team }),
      ...(umask >= 0 && { umask }),
    }
    try {
      const refused = folder === undefined ? undefined : folderRefusal(folder, py)
      if (refused !== undefined) return newInt(failed(refused, 'noexec:chdir', pipeWrite, py))
      return newInt(spawnChild(request, py))
    } catch (caught) {
      if (caught instanceof HostError) return newInt(failed(caught.errno, '', pipeWrite, py))
      throw caught
    }
  },
  { text: null },
)

/** Tell of a failure as a child would; its number. */
function failed(errno: number, where: string, pipe: number, py: Thread): number {
  py.interpreter.host.files.write(pipe, Uint8Array.from(`OSError:${errno.toString(16)}:${where}`, (letter) => letter.charCodeAt(0)))
  return failedChild(255, py)
}

export const _posixsubprocess = defineModule('_posixsubprocess', () => ({
  doc: 'Starting children for subprocess.',
  functions: [forkExec],
}))
