// Permissions, owners and times of files; facts about file systems.
import { PyTuple } from '../../data/sequences.ts'
import { asStr, bigValue, newInt, None, PyFloat, strValue, type Value } from '../../data/values.ts'
import { fn } from '../../object/define-builtin.ts'
import { NotImplementedError, OverflowError, TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { index } from '../../protocols/index-number.ts'
import { raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'
import { accountId } from '../account-file.ts'
import { onHost, osError } from '../host-error.ts'
import { pathconfNames } from './constants.ts'
import { isLink, statvfsResult } from './status.ts'
import { below, descriptorOf, locate, openPath, unavailable } from './targets.ts'

const NANO = 1_000_000_000n
const EINVAL = 22
const NAME_MAX = 255

/** A time as nanoseconds; a float's fraction is cut, as C does. */
function nanoseconds(value: Value, py: Thread): bigint {
  if (!(value instanceof PyFloat)) return bigValue(index(value, py)) * NANO
  const time = value.value
  if (Number.isNaN(time)) raise(ValueError, 'Invalid value NaN (not a number)')
  if (Math.abs(time) >= 2 ** 63) raise(OverflowError, 'timestamp out of range for platform time_t')
  const whole = Math.floor(time)
  return BigInt(whole) * NANO + BigInt(Math.floor((time - whole) * 1e9))
}

function pair(value: Value, title: string): readonly Value[] {
  if (value instanceof PyTuple && value.items.length === 2) return value.items
  return raise(PyTypeError, `utime: '${title}' must be ${title === 'times' ? 'either a tuple of two ints or None' : 'a tuple of two ints'}`)
}

function timesOf(times: Value, ns: Value | undefined, py: Thread): [bigint, bigint] {
  if (times !== None && ns !== undefined) raise(ValueError, "utime: you may specify either 'times' or 'ns' but not both")
  if (ns !== undefined) {
    const [accessed, modified] = pair(ns, 'ns').map((value) => bigValue(index(value, py)))
    return [accessed as bigint, modified as bigint]
  }
  if (times === None) {
    const now = py.interpreter.host.clock.wall()
    return [now, now]
  }
  const [accessed, modified] = pair(times, 'times').map((value) => nanoseconds(value, py))
  return [accessed as bigint, modified as bigint]
}

/** A user or group; -1 leaves it as it is. */
function identity(value: Value, what: string, py: Thread): number {
  const id = accountId(value, what, py)
  // C asks first whether it is a long, then whether it is an id; the second refusal has one wording.
  if (id > 0x7fff_ffff_ffff_ffffn) raise(OverflowError, `${what} is greater than maximum`)
  if (id < -1 || id > 0xffff_ffff) raise(OverflowError, `${what} is less than minimum`)
  return Number(id)
}

function changeOwner(path: string, uid: Value, gid: Value, follow: boolean, given: Value | undefined, py: Thread): void {
  const { files } = py.interpreter.host
  const [user, group] = [identity(uid, 'uid', py), identity(gid, 'gid', py)]
  if (files.chown === undefined) unavailable(py)
  onHost(py, () => files.chown?.(path, user, group, follow), given)
}

function fileSystem(path: string, given: Value | undefined, py: Thread): Value {
  const { files } = py.interpreter.host
  const found = onHost(py, () => files.statfs?.(path), given) ?? unavailable(py)
  const { blockSize, blocks, free, available, files: nodes, freeFiles } = found
  return statvfsResult.make([blockSize, blockSize, blocks, free, available, nodes, freeFiles, freeFiles, 0, NAME_MAX, 0].map(newInt))
}

/** What Linux answers for any file system of its own. */
const pathLimits: Readonly<Record<string, number>> = {
  PC_LINK_MAX: 127, PC_MAX_CANON: 255, PC_MAX_INPUT: 255, PC_NAME_MAX: NAME_MAX, PC_PATH_MAX: 4096, PC_PIPE_BUF: 4096, PC_CHOWN_RESTRICTED: 1,
  PC_NO_TRUNC: 1, PC_VDISABLE: 0, PC_FILESIZEBITS: 64,
}

function limit(name: Value, py: Thread): Value {
  const text = asStr(name)
  const known = text === undefined ? undefined : strValue(text)
  if (known !== undefined && pathconfNames[known] === undefined) raise(ValueError, 'unrecognized configuration name')
  const number = known === undefined ? index(name, py) : undefined
  const found = known ?? Object.keys(pathconfNames).find((key) => pathconfNames[key] === number)
  if (found === undefined) throw osError(EINVAL, py)
  return newInt(pathLimits[found] ?? -1)
}

export const metadataFunctions = [
  fn('fstatvfs(fd: cint, /)', 'Answer facts about the file system of an open file.', (fd, py) => fileSystem(openPath(fd, py), undefined, py)),
  fn('statvfs(path: object)', 'Answer facts about a file system.', (path, py) => fileSystem(locate(path, None, 'statvfs', py), path, py)),
  fn('chmod(path: object, mode: cint, *, dir_fd: object = None, follow_symlinks: bool = True)', 'Change permissions.', (path, mode, fd, follow, py) => {
    const file = locate(path, fd, 'chmod', py)
    const { files } = py.interpreter.host
    // A link's own permissions cannot be set.
    if (!follow && isLink(onHost(py, () => files.lstat(file), path))) raise(NotImplementedError, 'chmod: follow_symlinks unavailable on this platform')
    onHost(py, () => files.chmod(file, mode), path)
  }, { text: "($module, /, path, mode, *, dir_fd=None,\n      follow_symlinks=(os.name != 'nt'))" }),
  fn('fchmod(fd: cint, mode: cint)', 'Change permissions of an open file.', (fd, mode, py) => {
    const file = openPath(fd, py)
    onHost(py, () => py.interpreter.host.files.chmod(file, mode))
  }),
  fn('chown(path: object, uid: object, gid: object, *, dir_fd: object = None, follow_symlinks: bool = True)', 'Change the owner.', (path, uid, gid, fd, follow, py) =>
    changeOwner(locate(path, fd, 'chown', py), uid, gid, follow, path, py)),
  fn('fchown(fd: cint, uid: object, gid: object)', 'Change the owner of an open file.', (fd, uid, gid, py) =>
    changeOwner(openPath(fd, py), uid, gid, true, undefined, py)),
  fn('lchown(path: object, uid: object, gid: object)', 'Change the owner, not following links.', (path, uid, gid, py) =>
    changeOwner(below(path, None, 'lchown: path', py), uid, gid, false, path, py)),
  fn('utime(path: object, times: object = None, *, ns: object = <unrepresentable>, dir_fd: object = None, follow_symlinks: bool = True)', 'Set the times of a file.', (path, times, ns, fd, follow, py) => {
    const file = locate(path, fd, 'utime', py)
    const [accessed, modified] = timesOf(times, ns, py)
    onHost(py, () => py.interpreter.host.files.utimes(file, accessed, modified, follow), path)
  }),
  fn('pathconf(path: object, name: object)', 'Answer a limit of a file.', (path, name, py) => {
    const file = locate(path, None, 'pathconf', py)
    onHost(py, () => py.interpreter.host.files.stat(file), path)
    return limit(name, py)
  }),
  fn('fpathconf(fd: object, name: object, /)', 'Answer a limit of an open file.', (fd, name, py) => {
    const number = descriptorOf(fd, py)
    onHost(py, () => py.interpreter.host.files.fstat(number))
    return limit(name, py)
  }),
]
