// What a function of posix works on: a path, a path below a folder's descriptor (`dir_fd`), or a descriptor alone.
// The host knows paths only; a system that names its descriptors as files gives a path to what one has open.
import { PyBytes } from '../../data/bytes.ts'
import { lookup, typeOf } from '../../data/type.ts'
import { asInt, asStr, None, type Value } from '../../data/values.ts'
import { NotImplementedError, OverflowError, RuntimeWarning, TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { callMethod } from '../../protocols/call.ts'
import { index } from '../../protocols/index-number.ts'
import { raise } from '../../protocols/raise.ts'
import { warn } from '../../protocols/warn.ts'
import type { Thread } from '../../thread.ts'
import { onHost, osError } from '../host-error.ts'
import { pathOf } from '../path-argument.ts'

const ENOSYS = 38

/** A bool is an int, but hardly meant as a descriptor. */
export function warnOfBool(value: Value, py: Thread): void {
  if (typeof value === 'boolean') warn(py, RuntimeWarning, 'bool is used as a file descriptor')
}

function descriptorNumber(value: Value, py: Thread): number {
  warnOfBool(value, py)
  const fd = index(value, py)
  if (fd > 0x7fff_ffff) raise(OverflowError, 'fd is greater than maximum')
  if (fd < -0x8000_0000) raise(OverflowError, 'fd is less than minimum')
  return Number(fd)
}

const isPath = (value: Value): boolean =>
  asStr(value) !== undefined || value instanceof PyBytes || (lookup(typeOf(value), '__fspath__') ?? None) !== None

/** A path as text, or a descriptor; `name` is the function's, for messages. */
export function targetOf(value: Value, name: string, py: Thread, nothing = ''): string | number {
  if (isPath(value)) return pathOf(value, py, `${name}: path`)
  if (asInt(value) !== undefined || typeOf(value).slots.index !== undefined) return descriptorNumber(value, py)
  const kinds = nothing === '' ? 'string, bytes, os.PathLike or integer' : `string, bytes, os.PathLike, integer${nothing}`
  return raise(PyTypeError, `${name}: path should be ${kinds}, not ${typeOf(value).tpName}`)
}

/** The descriptor of a folder, or undefined. */
function folderOf(dirFd: Value, py: Thread): number | undefined {
  if (dirFd === None) return undefined
  if (asInt(dirFd) === undefined && typeOf(dirFd).slots.index === undefined) {
    raise(PyTypeError, `argument should be integer or None, not ${typeOf(dirFd).tpName}`)
  }
  return descriptorNumber(dirFd, py)
}

/** A path to what a descriptor has open. */
export function openPath(fd: number, py: Thread, given?: Value): string {
  const { files } = py.interpreter.host
  return onHost(py, () => files.at?.(fd, ''), given) ?? unavailable(py)
}

/** A path, which a folder's descriptor may precede. */
export function below(path: Value, dirFd: Value, title: string, py: Thread): string {
  const text = pathOf(path, py, title)
  const fd = folderOf(dirFd, py)
  if (fd === undefined || text.startsWith('/') || text === '') return text
  const { files } = py.interpreter.host
  if (files.at === undefined) raise(NotImplementedError, 'dir_fd unavailable on this platform')
  return onHost(py, () => files.at?.(fd, text) as string, path)
}

/** The same for functions that take a descriptor instead of a path. */
export function locate(path: Value, dirFd: Value, name: string, py: Thread): string {
  const target = targetOf(path, name, py)
  if (typeof target === 'string') return below(path, dirFd, `${name}: path`, py)
  if (dirFd !== None) raise(ValueError, `${name}: can't specify dir_fd without matching path`)
  return openPath(target, py, path)
}

/** A descriptor from an int or from an object with `fileno()`. */
export function descriptorOf(value: Value, py: Thread): number {
  warnOfBool(value, py)
  let int = asInt(value)
  if (int === undefined) {
    if (lookup(typeOf(value), 'fileno') === undefined) return raise(PyTypeError, 'argument must be an int, or have a fileno() method.')
    int = asInt(callMethod(value, 'fileno', [], py)) ?? raise(PyTypeError, 'fileno() returned a non-integer')
  }
  if (int < 0) raise(ValueError, `file descriptor cannot be a negative integer (${int})`)
  if (int > 0x7fff_ffff) raise(OverflowError, 'Python int too large to convert to C int')
  return Number(int)
}

/** What this host cannot do. */
export function unavailable(py: Thread): never {
  throw osError(ENOSYS, py)
}
