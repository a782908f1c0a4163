// BytesIO: a stream in memory.
import { newBytes, PyBytes } from '../../data/bytes.ts'
import { PyObject } from '../../data/object.ts'
import { newList, newTuple, PyTuple } from '../../data/sequences.ts'
import { typeOf } from '../../data/type.ts'
import { asInt, newInt, None, type Value } from '../../data/values.ts'
import { methods, type BuiltinDefinition } from '../../object/define-builtin.ts'
import { defineType, withClass } from '../../object/define-type.ts'
import { existingDict } from '../../protocols/attributes.ts'
import { bytesOf } from '../../protocols/buffer.ts'
import { BufferError, TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { forEach } from '../../protocols/iterate.ts'
import { sizeArgument as sizeArgumentOf, sizeInt } from '../../protocols/index-number.ts'
import { raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'
import { restoreAttributes, statePosition } from './pickled-state.ts'
import type { PyType } from '../../data/type.ts'
import { call } from '../../protocols/call.ts'
import { builtinTypes } from '../../types/index.ts'
import { closedError } from './errors.ts'
import { bufferedIOBaseType, sizeArgument, writableBytes } from './io-base.ts'
import { PyBytesIO } from './layouts.ts'

const method = methods<PyBytesIO>()

function open(self: PyBytesIO): PyBytesIO {
  return self.closed ? closedError() : self
}
function unshared(self: PyBytesIO): void {
  if (self.exports > 0) raise(BufferError, 'Existing exports of data: object cannot be re-sized')
}

function reserve(self: PyBytesIO, length: number): void {
  if (length > self.buffer.length) {
    const grown = new Uint8Array(Math.max(length, self.buffer.length + (self.buffer.length >> 1) + 64))
    grown.set(self.buffer.subarray(0, self.length))
    self.buffer = grown
  }
}

export function bytesIOWrite(self: PyBytesIO, bytes: Uint8Array): number {
  unshared(self)
  if (bytes.length === 0) return 0
  const end = self.pos + bytes.length
  reserve(self, end)
  if (self.pos > self.length) self.buffer.fill(0, self.length, self.pos)
  self.buffer.set(bytes, self.pos)
  self.pos = end
  if (end > self.length) self.length = end
  return bytes.length
}

function read(self: PyBytesIO, size: number): Uint8Array {
  const end = size < 0 ? self.length : Math.min(self.length, self.pos + size)
  if (self.pos >= end) return new Uint8Array(0)
  const part = self.buffer.slice(self.pos, end)
  self.pos = end
  return part
}

function readLine(self: PyBytesIO, limit: number): Uint8Array {
  if (self.pos >= self.length) return new Uint8Array(0)
  const newline = self.buffer.subarray(0, self.length).indexOf(10, self.pos)
  const end = newline < 0 ? self.length : newline + 1
  return read(self, limit >= 0 ? Math.min(limit, end - self.pos) : end - self.pos)
}

/** The memory that `getbuffer` shows; the stream cannot be resized while views of it live. */
class PyBytesIOBuffer extends PyObject {
  readonly source: PyBytesIO
  constructor(source: PyBytesIO) {
    super()
    this.source = source
  }
}
export const bytesIOBufferType = defineType('_io._BytesIOBuffer()', {
  text: null,
  doc: 'The memory of a BytesIO.',
  instance: PyBytesIOBuffer,
  instantiable: false,
  slots: {
    buffer(self: PyBytesIOBuffer) {
      const { source } = self
      source.exports++
      const bytes = source.buffer.subarray(0, source.length)
      return { owner: self, bytes, readonly: false, format: 'B', itemsize: 1, shape: [bytes.length], strides: [1] }
    },
    releaseBuffer(self: PyBytesIOBuffer) {
      self.source.exports--
    },
  },
})

export const bytesIOType: PyType = defineType("_io.BytesIO(initial_bytes: object = b'')", {
  doc: 'A stream of bytes in memory.',
  instance: PyBytesIO, base: bufferedIOBaseType, subclassable: true,
  allocate: (type) => withClass(new PyBytesIO(), type, true),
  newRaw: (cls) => withClass(new PyBytesIO(), cls, true),
  init(self: PyBytesIO, initial, py) {
    unshared(self)
    self.length = self.pos = 0
    self.closed = false
    if (initial === None) return
    const bytes = bytesOf(initial, py)
    self.buffer = bytes.slice()
    self.length = bytes.length
  },
  slots: {
    iter: (self: PyBytesIO) => open(self),
    next(self: PyBytesIO) {
      const line = readLine(open(self), -1)
      return line.length === 0 ? undefined : newBytes(line)
    },
  },
  definingClass: ['getbuffer'],
  methods: () => [
    method('readable(self, /)', 'Tell whether it can be read.', (self) => open(self) === self),
    method('seekable(self, /)', 'Tell whether the position can be changed.', (self) => open(self) === self),
    method('writable(self, /)', 'Tell whether it can be written.', (self) => open(self) === self),
    method('close(self, /)', 'Free the memory.', (self) => {
      unshared(self)
      self.closed = true
      self.buffer = new Uint8Array(0)
      self.length = 0
    }),
    method('flush(self, /)', 'Do nothing.', (self) => void open(self)),
    method('isatty(self, /)', 'Answer False.', (self) => open(self) !== self),
    method('tell(self, /)', 'Answer the position.', (self) => sizeInt(open(self).pos)),
    method('write(self, b: object, /)', 'Write bytes.', (self, data, py) => {
      open(self)
      return newInt(bytesIOWrite(self, bytesOf(data, py)))
    }),
    method('writelines(self, lines: object, /)', 'Write lines.', (self, lines, py) => {
      open(self)
      forEach(lines, py, (line) => void bytesIOWrite(self, bytesOf(line, py)))
    }),
    method('read(self, size: object = -1, /)', 'Read bytes.', (self, size, py) => newBytes(read(open(self), sizeArgument(size, py)))),
    method('read1(self, size: object = -1, /)', 'Read bytes.', (self, size, py) => newBytes(read(open(self), sizeArgument(size, py)))),
    method('readinto(self, buffer: object, /)', 'Read into a buffer.', (self, buffer, py) => {
      open(self)
      const into = writableBytes(buffer, 'readinto', py)
      const bytes = read(self, into.length)
      into.set(bytes)
      return newInt(bytes.length)
    }),
    method('readline(self, size: object = -1, /)', 'Read a line.', (self, size, py) => newBytes(readLine(open(self), sizeArgument(size, py)))),
    method('readlines(self, size: object = None, /)', 'Read all lines.', (self, size, py) => {
      open(self)
      const given = size === None ? newInt(-1) : (asInt(size) ?? raise(PyTypeError, `integer argument expected, got '${typeOf(size).tpName}'`))
      const most = sizeArgumentOf(given, py)
      const lines: Value[] = []
      for (let total = 0; ; ) {
        const line = readLine(self, -1)
        if (line.length === 0) break
        lines.push(newBytes(line))
        total += line.length
        if (most > 0 && total >= most) break
      }
      return newList(lines)
    }),
    method('getbuffer(self, /)', 'Answer a view of the memory.', (self, py) =>
      call(builtinTypes['memoryview'] as PyType, [new PyBytesIOBuffer(open(self))], py)),
    method('getvalue(self, /)', 'Answer all bytes.', (self) => newBytes(open(self).buffer.slice(0, self.length))),
    method('seek(self, pos: index, whence: cint = 0, /)', 'Change the position.', (self, offset, whence) => {
      open(self)
      if (offset < 0 && whence === 0) raise(ValueError, `negative seek value ${String(sizeInt(offset))}`)
      if (whence < 0 || whence > 2) raise(ValueError, `invalid whence (${whence}, should be 0, 1 or 2)`)
      self.pos = Math.max(0, offset + (whence === 1 ? self.pos : whence === 2 ? self.length : 0))
      return sizeInt(self.pos)
    }),
    method('truncate(self, size: object = None, /)', 'Cut the stream.', (self, size, py) => {
      open(self)
      unshared(self)
      const length = size === None ? self.pos : sizeArgument(size, py)
      if (length < 0) raise(ValueError, `negative size value ${String(sizeInt(length))}`)
      if (length < self.length) self.length = length
      return sizeInt(length)
    }),
    method('__getstate__(self, /)', 'Help pickle.', (self) =>
      newTuple([newBytes(open(self).buffer.slice(0, self.length)), newInt(self.pos), existingDict(self) ?? None])),
    method('__setstate__(self, object: object, /)', 'Help pickle.', (self, state, py: Thread) => {
      open(self)
      if (!(state instanceof PyTuple) || state.items.length < 3) {
        return raise(PyTypeError, `${self.type.tpName}.__setstate__ argument should be 3-tuple, got ${typeOf(state).tpName}`)
      }
      const [bytes, pos, dict] = state.items as [Value, Value, Value]
      self.length = self.pos = 0
      self.buffer = (bytes instanceof PyBytes ? bytes.bytes : bytesOf(bytes, py)).slice()
      self.length = self.buffer.length
      self.pos = statePosition(pos, (type) => `second item of state must be an integer, not ${type}`)
      self.closed = false
      restoreAttributes(self, dict, 'third', py)
      return None
    }),
  ] as BuiltinDefinition[],
  attributes: () => ({ closed: { get: (self: PyBytesIO) => self.closed, doc: 'True if the file is closed' } as never }),
})
