// FileIO: a file descriptor.
import { newBytes } from '../../data/bytes.ts'
import { typeOf, type PyType } from '../../data/type.ts'
import { asInt, narrowStr, newInt, newStr, None, strValue, type Value } from '../../data/values.ts'
import { methods, type BuiltinDefinition } from '../../object/define-builtin.ts'
import { defineType, withClass } from '../../object/define-type.ts'
import { getAttrOrUndefined, setAttr } from '../../protocols/attributes.ts'
import { bytesOf } from '../../protocols/buffer.ts'
import { call, callMethod } from '../../protocols/call.ts'
import { RuntimeWarning, TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { reprText } from '../../protocols/repr.ts'
import { HostError } from '../../ports/host.ts'
import { raise } from '../../protocols/raise.ts'
import { warn } from '../../protocols/warn.ts'
import type { Thread } from '../../thread.ts'
import { onHost, osError } from '../host-error.ts'
import { pathOf } from '../path-argument.ts'
import { readFrom, writeTo } from '../waiting-io.ts'
import { closedError, inTurn, unsupported } from './errors.ts'
import { concat, finalizingMember, rawIOBaseType, refusePickling, sizeArgument, writableBytes } from './io-base.ts'
import { pending, PyFileIO } from './layouts.ts'
import { reprStream } from './stream-repr.ts'
import { orGiveBack } from './waiting-raw.ts'

const O = { WRONLY: 1, RDWR: 2, CREAT: 0o100, EXCL: 0o200, TRUNC: 0o1000, APPEND: 0o2000, CLOEXEC: 0o2000000 } as const
const S_IFMT = 0o170000
const S_IFDIR = 0o040000
const EAGAIN = 11

function flagsOf(self: PyFileIO, mode: string): number {
  let flags = 0
  let kind = false
  let plus = false
  for (const letter of mode) {
    if ('xrwa'.includes(letter)) {
      if (kind) raise(ValueError, 'Must have exactly one of create/read/write/append mode and at most one plus')
      kind = true
      if (letter === 'x') {
        self.created = self.writable = true
        flags |= O.EXCL | O.CREAT
      } else if (letter === 'r') self.readable = true
      else if (letter === 'w') {
        self.writable = true
        flags |= O.CREAT | O.TRUNC
      } else {
        self.writable = self.appending = true
        flags |= O.APPEND | O.CREAT
      }
    } else if (letter === '+') {
      if (plus) raise(ValueError, 'Must have exactly one of create/read/write/append mode and at most one plus')
      plus = self.readable = self.writable = true
    } else if (letter !== 'b') raise(ValueError, `invalid mode: ${mode}`)
  }
  if (!kind) raise(ValueError, 'Must have exactly one of create/read/write/append mode and at most one plus')
  if (self.readable && self.writable) flags |= O.RDWR
  else if (!self.readable) flags |= O.WRONLY
  return flags | O.CLOEXEC
}

function open(self: PyFileIO, file: Value, mode: string, closefd: boolean, opener: Value, py: Thread): void {
  if (self.fd >= 0) {
    if (self.closefd) closeFile(self, py)
    else self.fd = -1
  }
  Object.assign(self, { created: false, readable: false, writable: false, appending: false, seekable: undefined, closefd })
  if (typeof file === 'boolean') warn(py, RuntimeWarning, 'bool is used as a file descriptor')
  const { files } = py.interpreter.host
  const given = asInt(file)
  if (given !== undefined && given < 0) raise(ValueError, 'negative file descriptor')
  const flags = flagsOf(self, mode)
  if (given !== undefined) self.fd = Number(given)
  else {
    const path = pathOf(file, py, 'path', true)
    if (!closefd) raise(ValueError, 'Cannot use closefd=False with file name')
    if (opener === None) {
      if (self.readable) flushWritersOf(path, py)
      self.fd = onHost(py, () => files.open(path, flags, 0o666), file)
    } else {
      const made = call(opener, [file, newInt(flags)], py)
      const fd = asInt(made)
      if (fd === undefined) return raise(PyTypeError, 'expected integer from opener')
      if (fd < 0) raise(ValueError, `opener returned ${fd}`)
      self.fd = Number(fd)
    }
  }
  try {
    const status = onHost(py, () => files.fstat(self.fd))
    if ((status.mode & S_IFMT) === S_IFDIR) throw osError(21, py, file)
    if (status.blksize > 1) self.blksize = status.blksize
  } catch (caught) {
    if (given === undefined) closeQuietly(self.fd, py)
    self.fd = -1
    throw caught
  }
  setAttr(self, narrowStr('name'), file, py)
  if (self.appending) {
    try {
      files.seek(self.fd, 0, 2)
    } catch (caught) {
      if (!(caught instanceof HostError)) throw caught
    }
  }
}

/** Close a descriptor that an opener may have made up. */
function closeQuietly(fd: number, py: Thread): void {
  try {
    py.interpreter.host.files.close(fd)
  } catch (caught) {
    if (!(caught instanceof HostError)) throw caught
  }
}

/** A file that is opened to be read shows what forgotten streams have written to it. */
function flushWritersOf(path: string, py: Thread): void {
  for (const stream of [...pending(py).values()]) if (stream.path === path) stream.flush(py)
}

export function closeFile(self: PyFileIO, py: Thread): void {
  const { fd } = self
  if (fd < 0) return
  self.fd = -1
  if (self.closefd) onHost(py, () => py.interpreter.host.files.close(fd))
}

function openFd(self: PyFileIO): number {
  return self.fd >= 0 ? self.fd : closedError('I/O operation on closed file')
}
function readFd(self: PyFileIO): number {
  const fd = openFd(self)
  return self.readable ? fd : unsupported('File not open for reading')
}

/** Read once; undefined when nothing is there yet (EAGAIN). */
export function fileRead(self: PyFileIO, into: Uint8Array, py: Thread): number | undefined {
  const fd = readFd(self)
  return orAgain(py, () => readFrom(fd, into, py))
}

function orAgain(py: Thread, action: () => number): number | undefined {
  for (;;) {
    try {
      return action()
    } catch (caught) {
      if (!(caught instanceof HostError)) throw caught
      if (caught.errno === EAGAIN) return undefined
      // Interrupted: handlers run, then the call is made again (PEP 475).
      if (caught.errno !== 4) throw osError(caught.errno, py)
      py.tick()
    }
  }
}

export function fileWrite(self: PyFileIO, bytes: Uint8Array, py: Thread): number | undefined {
  const fd = openFd(self)
  if (!self.writable) unsupported('File not open for writing')
  return orAgain(py, () => writeTo(fd, bytes, py))
}

/** `giveBack` gets what was read when the read is suspended. */
export function fileReadAll(self: PyFileIO, py: Thread, giveBack?: (parts: readonly Uint8Array[]) => void): Uint8Array | undefined {
  const fd = readFd(self)
  const { files } = py.interpreter.host
  let guess = 8192
  try {
    const end = files.fstat(fd).size
    const at = end > 0 ? files.seek(fd, 0, 1) : 0
    if (end > at) guess = end - at + 1
  } catch (caught) {
    if (!(caught instanceof HostError)) throw caught
  }
  const parts: Uint8Array[] = []
  for (;;) {
    const part = new Uint8Array(guess)
    const count = orGiveBack(() => fileRead(self, part, py), () => giveBack?.(parts))
    if (count === undefined) return parts.length === 0 ? undefined : concat(parts)
    if (count === 0) return parts.length === 0 ? new Uint8Array(0) : concat(parts)
    parts.push(part.subarray(0, count))
    guess = Math.max(8192, Math.min(guess * 2, 1 << 24))
  }
}

export function fileSeek(self: PyFileIO, offset: number, whence: number, py: Thread): number {
  const fd = openFd(self)
  return onHost(py, () => py.interpreter.host.files.seek(fd, offset, whence))
}

export function fileSeekable(self: PyFileIO, py: Thread): boolean {
  const fd = openFd(self)
  if (self.seekable === undefined) {
    try {
      py.interpreter.host.files.seek(fd, 0, 1)
      self.seekable = true
    } catch (caught) {
      if (!(caught instanceof HostError)) throw caught
      self.seekable = false
    }
  }
  return self.seekable
}

function modeOf(self: PyFileIO): string {
  if (self.created) return self.readable ? 'xb+' : 'xb'
  if (self.appending) return self.readable ? 'ab+' : 'ab'
  if (self.readable) return self.writable ? 'rb+' : 'rb'
  return 'wb'
}

const method = methods<PyFileIO>()

export const fileIOType: PyType = defineType("_io.FileIO(file: object, mode: str = 'r', closefd: bool = True, opener: object = None)", {
  doc: 'A file descriptor as a stream.',
  instance: PyFileIO,
  base: rawIOBaseType,
  subclassable: true,
  allocate: (type) => withClass(new PyFileIO(), type, true),
  newRaw: (cls) => withClass(new PyFileIO(), cls, true),
  init: (self: PyFileIO, file, mode, closefd, opener, py) => open(self, file, strValue(mode), closefd, opener, py),
  slots: {
    repr(self, py) {
      const title = self.type.tpName
      if (self.fd < 0) return newStr(`<${title} [closed]>`)
      const name = getAttrOrUndefined(self, narrowStr('name'), py)
      const closefd = self.closefd ? 'True' : 'False'
      return reprStream(self, py, () =>
        name === undefined
          ? `<${title} fd=${self.fd} mode='${modeOf(self)}' closefd=${closefd}>`
          : `<${title} name=${reprText(name, py)} mode='${modeOf(self)}' closefd=${closefd}>`,
      )
    },
  },
  definingClass: ['close', 'read', 'readinto', 'truncate', 'write'],
  methods: () => [
    method('read(self, size: object = -1, /)', 'Read bytes.', (self, given, py) => {
      readFd(self)
      const size = sizeArgument(given, py)
      if (size < 0) {
        const all = fileReadAll(self, py)
        return all === undefined ? None : newBytes(all)
      }
      const buffer = new Uint8Array(size)
      const count = fileRead(self, buffer, py)
      return count === undefined ? None : newBytes(count === size ? buffer : buffer.slice(0, count))
    }),
    method('readall(self, /)', 'Read to the end.', (self, py) => {
      const all = fileReadAll(self, py)
      return all === undefined ? None : newBytes(all)
    }),
    method('readinto(self, buffer: object, /)', 'Read into a buffer.', (self, buffer, py) => {
      readFd(self)
      const count = fileRead(self, writableBytes(buffer, 'readinto', py), py)
      return count === undefined ? None : newInt(count)
    }),
    method('write(self, b: object, /)', 'Write bytes.', (self, data, py) => {
      openFd(self)
      if (!self.writable) unsupported('File not open for writing')
      const count = fileWrite(self, bytesOf(data, py), py)
      return count === undefined ? None : newInt(count)
    }),
    method('seek(self, pos: object, whence: cint = 0, /)', 'Change the position.', (self, pos, whence, py) => {
      const offset = asInt(pos)
      openFd(self)
      if (offset === undefined && typeOf(pos).slots.index === undefined) raise(PyTypeError, 'an integer is required')
      return newInt(fileSeek(self, sizeArgument(pos, py), whence, py))
    }),
    method('tell(self, /)', 'Answer the position.', (self, py) => newInt(fileSeek(self, 0, 1, py))),
    method('truncate(self, size: object = None, /)', 'Cut the file.', (self, size, py) => {
      const fd = openFd(self)
      if (!self.writable) unsupported('File not open for writing')
      const length = size === None ? fileSeek(self, 0, 1, py) : sizeArgument(size, py)
      onHost(py, () => py.interpreter.host.files.truncate(fd, length))
      return newInt(length)
    }),
    method('close(self, /)', 'Close the file.', (self, py) => {
      inTurn(
        () => {
          if (self.fd >= 0) callMethod(self, 'flush', [], py)
        },
        () => closeFile(self, py),
      )
      self.ioClosed = true
    }),
    method('seekable(self, /)', 'Tell whether the position can be changed.', (self, py) => fileSeekable(self, py)),
    method('readable(self, /)', 'Tell whether it can be read.', (self) => openFd(self) >= 0 && self.readable),
    method('writable(self, /)', 'Tell whether it can be written.', (self) => openFd(self) >= 0 && self.writable),
    method('fileno(self, /)', 'Answer the file descriptor.', (self) => newInt(openFd(self))),
    method('isatty(self, /)', 'Tell whether it is a terminal.', (self, py) => py.interpreter.host.files.isatty(openFd(self))),
    method('_isatty_open_only(self, /)', 'Tell cheaply whether a fresh file is a terminal.', (self, py) => py.interpreter.host.files.isatty(openFd(self))),
    method('_dealloc_warn(self, source: object, /)', 'Warn of a file left open.', () => None),
    ...refusePickling,
  ] as BuiltinDefinition[],
  attributes: () => ({
    closed: { get: (self: PyFileIO) => self.fd < 0, doc: 'True if the file is closed' } as never,
    closefd: { get: (self: PyFileIO) => self.closefd, doc: 'whether close() closes the descriptor' } as never,
    mode: { get: (self: PyFileIO) => newStr(modeOf(self)), doc: 'the mode' } as never,
    _finalizing: finalizingMember as never,
    _blksize: {
      get: (self: PyFileIO) => newInt(self.blksize),
      set: (self: PyFileIO, value: Value | undefined) => void (self.blksize = Number(asInt(value ?? None) ?? 8192)),
    } as never,
  }),
})
