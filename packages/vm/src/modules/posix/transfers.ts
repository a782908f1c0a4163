// Reads and writes of several buffers, and copies from one descriptor to another.
import { lookup, typeOf } from '../../data/type.ts'
import { newInt, None, type Value } from '../../data/values.ts'
import { fn } from '../../object/define-builtin.ts'
import { bytesOf } from '../../protocols/buffer.ts'
import { TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { fileOffset } from '../../protocols/index-number.ts'
import { toArray } from '../../protocols/iterate.ts'
import { raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'
import { onHost, osError } from '../host-error.ts'
import { writableBytes } from '../writable-buffer.ts'
import { checkPlace } from './places.ts'

const EINVAL = 22
const EOVERFLOW = 75
const SEEK_SET = 0
/** POSIX_FADV_NOREUSE */
const LAST_ADVICE = 5
/** At most so much is copied at once: a call may do less than it was asked for. */
const LARGEST_COPY = 1 << 20

function buffersOf(value: Value, name: string, py: Thread): Value[] {
  if (lookup(typeOf(value), '__getitem__') === undefined) {
    raise(PyTypeError, `${name}() arg 2 must be a sequence`)
  }
  return toArray(value, py)
}

/** Fill buffers one after the other, until there is no more to read. */
function readInto(name: string, fd: number, buffers: Value, position: number | undefined, py: Thread): Value {
  const { files } = py.interpreter.host
  let total = 0
  const memories = buffersOf(buffers, name, py).map((buffer) => writableBytes(buffer, `${name}() buffers`, py))
  if (memories.length === 0) onHost(py, () => files.fstat(fd))
  for (const memory of memories) {
    const count = onHost(py, () => files.read(fd, memory, position === undefined ? undefined : position + total))
    total += count
    if (count < memory.length) break
  }
  return newInt(total)
}

function writeFrom(name: string, fd: number, buffers: Value, position: number | undefined, py: Thread): Value {
  const { files } = py.interpreter.host
  let total = 0
  for (const buffer of buffersOf(buffers, name, py)) {
    const bytes = bytesOf(buffer, py)
    const count = onHost(py, () => files.write(fd, bytes, position === undefined ? undefined : position + total))
    total += count
    if (count < bytes.length) break
  }
  return newInt(total)
}

/** Where preadv and pwritev begin: -1 is where the file stands, as for preadv2(2). */
function placeIn(fd: number, offset: number, py: Thread): number | undefined {
  if (offset === -1) return undefined
  checkPlace(fd, offset, py)
  return offset
}

/** Copy bytes, from a position or from where the source stands. */
function copy(from: number, to: number, count: number, source: number | undefined, target: number | undefined, py: Thread): number {
  const { files } = py.interpreter.host
  return onHost(py, () => {
    const bytes = new Uint8Array(Math.min(count, LARGEST_COPY))
    const got = files.read(from, bytes, source)
    const put = got === 0 ? 0 : files.write(to, bytes.subarray(0, got), target)
    if (put < got && source === undefined) files.seek(from, files.seek(from, 0, 1) - (got - put), SEEK_SET)
    return put
  })
}

const offsetOf = (value: Value, py: Thread): number | undefined => (value === None ? undefined : fileOffset(value, py))

/** As `offsetOf`, for a call to which the largest place is too large. */
function copyOffset(value: Value, py: Thread): number | undefined {
  const offset = offsetOf(value, py)
  if (offset !== undefined && offset < 0) throw osError(EOVERFLOW, py)
  return offset
}

export const transferFunctions = [
  fn('readv(fd: cint, buffers: object, /)', 'Read into several buffers.', (fd, buffers, py) => readInto('readv', fd, buffers, undefined, py)),
  fn('preadv(fd: cint, buffers: object, offset: offset, flags: cint = 0, /)', 'Read into several buffers from a position.', (fd, buffers, offset, _flags, py) =>
    readInto('preadv', fd, buffers, placeIn(fd, offset, py), py)),
  fn('writev(fd: cint, buffers: object, /)', 'Write several buffers.', (fd, buffers, py) => writeFrom('writev', fd, buffers, undefined, py)),
  fn('pwritev(fd: cint, buffers: object, offset: offset, flags: cint = 0, /)', 'Write several buffers at a position.', (fd, buffers, offset, _flags, py) =>
    writeFrom('pwritev', fd, buffers, placeIn(fd, offset, py), py)),
  fn('sendfile(out_fd: cint, in_fd: cint, offset: object, count: index)', 'Copy from one descriptor to another.', (out, from, offset, count, py) => {
    const { files } = py.interpreter.host
    const source = offsetOf(offset, py)
    if (count < 0 || (source !== undefined && source < 0)) throw osError(EINVAL, py)
    onHost(py, () => [files.fstat(from), files.fstat(out)])
    return newInt(copy(from, out, count, source, undefined, py))
  }),
  fn('copy_file_range(src: cint, dst: cint, count: index, offset_src: object = None, offset_dst: object = None)', 'Copy from one file to another.', (src, dst, count, from, to, py) => {
    if (count < 0) raise(ValueError, "negative value for 'count' not allowed")
    return newInt(copy(src, dst, count, copyOffset(from, py), copyOffset(to, py), py))
  }, { text: '($module, /, src, dst, count, offset_src=None,\n                offset_dst=None)' }),
  fn('posix_fadvise(fd: cint, offset: offset, length: offset, advice: cint, /)', 'Announce how a file will be read.', (fd, _offset, _length, advice, py) => {
    onHost(py, () => py.interpreter.host.files.fstat(fd))
    if (advice < 0 || advice > LAST_ADVICE) throw osError(EINVAL, py)
  }),
  fn('posix_fallocate(fd: cint, offset: offset, length: offset, /)', 'Make sure that a file has room.', (fd, offset, length, py) => {
    const { files } = py.interpreter.host
    if (offset < 0 || length <= 0) throw osError(EINVAL, py)
    onHost(py, () => {
      if (files.fstat(fd).size < offset + length) files.truncate(fd, offset + length)
    })
  }),
]
