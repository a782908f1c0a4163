// File descriptors.
import { newBytes } from '../../data/bytes.ts'
import { newInt, newStr, None } from '../../data/values.ts'
import { fn } from '../../object/define-builtin.ts'
import { channelPipe } from '../../host/channel.ts'
import { HostError, type Ends } from '../../ports/host.ts'
import { OSError, ValueError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'
import { intTuple, onHost, osError } from '../host-error.ts'
import { readFrom, writeTo } from '../waiting-io.ts'
import { statusValue, terminalSize } from './status.ts'
import { checkPlace, seek } from './places.ts'
import { below, descriptorOf, openPath } from './targets.ts'

const sync = (name: string) =>
  fn(`${name}(fd: object)` as 'f(fd: object)', 'Have what was written reach the disk.', (fd, py) => {
    const number = descriptorOf(fd, py)
    onHost(py, () => py.interpreter.host.files.fsync(number))
  })

const EBADF = 9
const EINVAL = 22
const O_NONBLOCK = 0o4000
const O_DIRECT = 0o40000
const O_CLOEXEC = 0o2000000

export const descriptorFunctions = [
  fn('open(path: object, flags: cint, mode: cint = 511, *, dir_fd: object = None)', 'Open a file; answer its descriptor.', (path, flags, mode, fd, py) => {
    const file = below(path, fd, 'open: path', py)
    return newInt(onHost(py, () => py.interpreter.host.files.open(file, flags | 0o2000000, mode), path))
  }),
  fn('fstat(fd: cint)', 'Answer the status of an open file.', (fd, py) => statusValue(onHost(py, () => py.interpreter.host.files.fstat(fd)))),
  fn('fchdir(fd: object)', 'Change the working folder to an open one.', (fd, py) => {
    const path = openPath(descriptorOf(fd, py), py)
    onHost(py, () => py.interpreter.host.files.chdir(path))
  }),
  fn('close(fd: cint)', 'Close a descriptor.', (fd, py) => onHost(py, () => py.interpreter.host.files.close(fd))),
  fn('closerange(fd_low: cint, fd_high: cint, /)', 'Close a range of descriptors.', (low, high, py) => {
    for (let fd = low; fd < high; fd++) {
      try {
        py.interpreter.host.files.close(fd)
      } catch (caught) {
        if (!(caught instanceof HostError)) throw caught
      }
    }
  }),
  fn('read(fd: cint, length: index, /)', 'Read bytes.', (fd, length, py) => {
    if (length < 0) throw osError(EINVAL, py)
    const buffer = new Uint8Array(length)
    const count = onHost(py, () => readFrom(fd, buffer, py))
    return newBytes(count === length ? buffer : buffer.slice(0, count))
  }, { waits: true }),
  fn('pread(fd: cint, length: index, offset: offset, /)', 'Read bytes from a position.', (fd, length, offset, py) => {
    if (length < 0) throw osError(EINVAL, py)
    checkPlace(fd, offset, py)
    const buffer = new Uint8Array(length)
    return newBytes(buffer.slice(0, onHost(py, () => py.interpreter.host.files.read(fd, buffer, offset))))
  }),
  fn('write(fd: cint, data: buffer, /)', 'Write bytes.', (fd, data, py) => newInt(onHost(py, () => writeTo(fd, data, py))), { waits: true }),
  fn('pwrite(fd: cint, buffer: buffer, offset: offset, /)', 'Write bytes at a position.', (fd, data, offset, py) => {
    checkPlace(fd, offset, py)
    return newInt(onHost(py, () => py.interpreter.host.files.write(fd, data, offset)))
  }),
  fn('lseek(fd: cint, position: offset, whence: cint, /)', 'Change the position.', (fd, position, whence, py) =>
    newInt(onHost(py, () => seek(fd, position, whence, py)))),
  fn('ftruncate(fd: cint, length: offset, /)', 'Cut an open file.', (fd, length, py) => {
    if (length < 0) throw osError(EINVAL, py)
    onHost(py, () => py.interpreter.host.files.truncate(fd, length))
  }),
  sync('fsync'), sync('fdatasync'),
  fn('sync()', 'Have all that was written reach the disk, which the system does by itself.', () => None),
  fn('isatty(fd: cint, /)', 'Tell whether a descriptor is a terminal.', (fd, py) => py.interpreter.host.files.isatty(fd)),
  fn('device_encoding(fd: cint)', "Answer a terminal's encoding.", (fd, py) => (py.interpreter.host.files.isatty(fd) ? newStr('UTF-8') : None)),
  fn('get_terminal_size(fd: cint = 1, /)', "Answer a terminal's size.", (fd, py) => {
    const size = py.interpreter.host.terminalSize(fd)
    if (size === undefined) throw osError(25, py)
    return terminalSize.make([newInt(size.columns), newInt(size.lines)])
  }, { text: '($module, fd=<unrepresentable>, /)' }),
  fn('get_inheritable(fd: cint, /)', 'Tell whether children inherit a descriptor.', (fd, py) =>
    onHost(py, () => py.interpreter.host.files.inheritable?.(fd) ?? false)),
  fn('set_inheritable(fd: cint, inheritable: cint, /)', 'Set whether children inherit a descriptor.', (fd, inheritable, py) =>
    onHost(py, () => py.interpreter.host.files.setInheritable?.(fd, inheritable !== 0))),
  fn('get_blocking(fd: cint, /)', 'Tell whether reads wait.', (fd, py) => onHost(py, () => py.interpreter.host.files.blocking?.(fd) ?? true)),
  fn('set_blocking(fd: cint, blocking: bool, /)', 'Set whether reads wait.', (fd, blocking, py) => {
    const { files } = py.interpreter.host
    if (files.setBlocking === undefined && !blocking) raise(ValueError, 'descriptors always wait here')
    onHost(py, () => files.setBlocking?.(fd, blocking))
  }),
]

/** The descriptors of a new pipe. */
function newPipe(py: Thread): readonly [number, number] {
  const { files } = py.interpreter.host
  const attach = (ends: Ends): number => onHost(py, () => files.attach?.(ends)) ?? raise(OSError)
  const [reader, writer] = channelPipe()
  return [attach(reader), attach(writer)]
}

/** What only a host with pipes has. */
export const pipeFunctions = [
  fn('pipe()', 'Make a pipe; answer the descriptors to read from and to write to.', (py) => intTuple(...newPipe(py))),
  fn('pipe2(flags: cint, /)', 'Make a pipe with flags for both ends.', (flags, py) => {
    const { files } = py.interpreter.host
    if ((flags & ~(O_CLOEXEC | O_NONBLOCK | O_DIRECT)) !== 0) throw osError(EINVAL, py)
    const ends = newPipe(py)
    for (const fd of ends) {
      files.setInheritable?.(fd, (flags & O_CLOEXEC) === 0)
      files.setBlocking?.(fd, (flags & O_NONBLOCK) === 0)
    }
    return intTuple(...ends)
  }),
  fn('dup(fd: cint, /)', 'Answer another descriptor of the same open file.', (fd, py) =>
    newInt(onHost(py, () => py.interpreter.host.files.dup?.(fd)) ?? raise(OSError))),
  fn('dup2(fd: cint, fd2: cint, inheritable: bool = True)', 'Make one descriptor another of the same open file.', (fd, to, inheritable, py) => {
    const { files } = py.interpreter.host
    if (fd < 0 || to < 0) throw osError(EBADF, py)
    const made = onHost(py, () => files.dup?.(fd, to)) ?? raise(OSError)
    files.setInheritable?.(made, inheritable)
    return newInt(made)
  }),
]
