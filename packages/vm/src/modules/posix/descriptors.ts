// File descriptors.
import { newBytes } from '../../data/bytes.ts'
import { asInt, newInt, newStr, None } from '../../data/values.ts'
import { fn } from '../../object/define-builtin.ts'
import { HostError } from '../../ports/host.ts'
import { ValueError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import { onHost, osError } from '../host-error.ts'
import { pathOf } from '../path-argument.ts'
import { terminalSize } from './status.ts'

export const descriptorFunctions = [
  fn('open(path: object, flags: cint, mode: cint = 511, *, dir_fd: object = None)', 'Open a file; answer its descriptor.', (path, flags, mode, _fd, py) => {
    const file = pathOf(path, py, 'open: path')
    return newInt(onHost(py, () => py.interpreter.host.files.open(file, flags | 0o2000000, mode), path))
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
    if (length < 0) throw osError(22, py)
    const buffer = new Uint8Array(length)
    const count = onHost(py, () => py.interpreter.host.files.read(fd, buffer))
    return newBytes(count === length ? buffer : buffer.slice(0, count))
  }),
  fn('pread(fd: cint, length: index, offset: index, /)', 'Read bytes from a position.', (fd, length, offset, py) => {
    const buffer = new Uint8Array(length)
    return newBytes(buffer.slice(0, onHost(py, () => py.interpreter.host.files.read(fd, buffer, offset))))
  }),
  fn('write(fd: cint, data: buffer, /)', 'Write bytes.', (fd, data, py) => newInt(onHost(py, () => py.interpreter.host.files.write(fd, data)))),
  fn('pwrite(fd: cint, buffer: buffer, offset: index, /)', 'Write bytes at a position.', (fd, data, offset, py) =>
    newInt(onHost(py, () => py.interpreter.host.files.write(fd, data, offset)))),
  fn('lseek(fd: cint, position: index, whence: cint, /)', 'Change the position.', (fd, position, whence, py) =>
    newInt(onHost(py, () => py.interpreter.host.files.seek(fd, position, whence)))),
  fn('ftruncate(fd: cint, length: index, /)', 'Cut an open file.', (fd, length, py) => onHost(py, () => py.interpreter.host.files.truncate(fd, length))),
  fn('fsync(fd: object)', 'Have what was written reach the disk.', (fd, py) => onHost(py, () => py.interpreter.host.files.fsync(Number(asInt(fd) ?? -1)))),
  fn('fdatasync(fd: object)', 'Have what was written reach the disk.', (fd, py) => onHost(py, () => py.interpreter.host.files.fsync(Number(asInt(fd) ?? -1)))),
  fn('isatty(fd: cint, /)', 'Tell whether a descriptor is a terminal.', (fd, py) => py.interpreter.host.files.isatty(fd)),
  fn('device_encoding(fd: cint)', "Answer a terminal's encoding.", (fd, py) => (py.interpreter.host.files.isatty(fd) ? newStr('UTF-8') : None)),
  fn('get_terminal_size(fd: cint = 1, /)', "Answer a terminal's size.", (fd, py) => {
    const size = py.interpreter.host.terminalSize(fd)
    if (size === undefined) throw osError(25, py)
    return terminalSize.make([newInt(size.columns), newInt(size.lines)])
  }, { text: '($module, fd=<unrepresentable>, /)' }),
  fn('get_inheritable(fd: cint, /)', 'Tell whether children inherit a descriptor.', () => false),
  fn('set_inheritable(fd: cint, inheritable: cint, /)', 'Set whether children inherit a descriptor.', () => None),
  fn('get_blocking(fd: cint, /)', 'Tell whether reads wait.', () => true),
  fn('set_blocking(fd: cint, blocking: bool, /)', 'Set whether reads wait.', (_fd, blocking) => {
    if (!blocking) raise(ValueError, 'descriptors always wait here')
  }),
]
