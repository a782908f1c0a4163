// BufferedReader, BufferedWriter, BufferedRandom.
import { newBytes } from '../../data/bytes.ts'
import type { PyType } from '../../data/type.ts'
import { asStr, narrowStr, newInt, None, type Value } from '../../data/values.ts'
import { methods, type BuiltinDefinition } from '../../object/define-builtin.ts'
import { defineType, withClass, type Attribute } from '../../object/define-type.ts'
import { getAttr } from '../../protocols/attributes.ts'
import { bytesOf } from '../../protocols/buffer.ts'
import { callMethod } from '../../protocols/call.ts'
import { OverflowError, TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { offsetOf, sizeInt } from '../../protocols/index-number.ts'
import { raise } from '../../protocols/raise.ts'
import { typeOf } from '../../data/type.ts'
import type { Thread } from '../../thread.ts'
import {
  available, bufferedClosed, checkOpen, dropReadAhead, flushWrites, peekBytes, rawOf, rawSeek, rawSeekable, rawTell, readAll, readBytes,
  readInto, readLineBytes, readOnce, writeBytes,
} from './buffered-core.ts'
import { inTurn, unsupported } from './errors.ts'
import { bufferedIOBaseType, finalizingMember, refusePickling, sizeArgument, writableBytes } from './io-base.ts'
import type { PyBuffered } from './layouts.ts'
import { pending, PyBufferedRandom, PyBufferedReader, PyBufferedWriter } from './layouts.ts'
import { namePart, reprStream } from './stream-repr.ts'
import { untilDone } from './waiting-raw.ts'

const method = methods<PyBuffered>()

function flush(self: PyBuffered, py: Thread): void {
  if (self.writable) flushWrites(self, py)
  // A reader's position and the file's agree again after a flush.
  if (self.readable && self.writable) rewind(self, py)
}

function rewind(self: PyBuffered, py: Thread): void {
  const ahead = available(self)
  if (ahead > 0) rawSeek(self, -ahead, 1, py)
  dropReadAhead(self)
}

function close(self: PyBuffered, py: Thread): void {
  const raw = rawOf(self)
  if (bufferedClosed(self, py)) return
  try {
    inTurn(() => callMethod(self, 'flush', [], py), () => callMethod(raw, 'close', [], py))
  } finally {
    self.ended = true
    pending(py).delete(self)
  }
}

function tell(self: PyBuffered, py: Thread): number {
  const at = rawTell(self, py)
  // A device may tell 0 wherever it is.
  return self.writeLength > 0 ? at + self.writeLength : Math.max(0, at - available(self))
}

function seek(self: PyBuffered, offset: number, whence: number, py: Thread): number {
  const ahead = available(self)
  if ((whence === 0 || whence === 1) && ahead > 0) {
    // Inside what was read ahead no system call is needed but the one that tells where the file is.
    const here = rawTell(self, py) - ahead
    const by = whence === 1 ? offset : offset - here
    if (by >= -self.readPos && by <= ahead) {
      self.readPos += by
      return Math.max(0, here + by)
    }
  }
  if (self.writable) flushWrites(self, py)
  const by = whence === 1 ? offset - ahead : offset
  const at = rawSeek(self, by, whence, py)
  dropReadAhead(self)
  return at
}

function beforeRead(self: PyBuffered, py: Thread): void {
  if (self.writable && self.writeLength > 0) flushWrites(self, py)
}

const common: BuiltinDefinition[] = [
  method('close(self, /)', 'Flush and close.', close),
  method('detach(self, /)', 'Separate the raw stream and answer it.', (self, py) => {
    const raw = rawOf(self)
    callMethod(self, 'flush', [], py)
    self.raw = undefined
    self.detached = true
    return raw
  }),
  method('flush(self, /)', 'Write what is buffered.', (self, py) => {
    checkOpen(self, py, 'flush')
    flush(self, py)
  }),
  method('seekable(self, /)', 'Tell whether the position can be changed.', (self, py) => callMethod(rawOf(self), 'seekable', [], py)),
  method('fileno(self, /)', 'Answer the file descriptor.', (self, py) => callMethod(rawOf(self), 'fileno', [], py)),
  method('isatty(self, /)', 'Tell whether it is a terminal.', (self, py) => callMethod(rawOf(self), 'isatty', [], py)),
  method('seek(self, target: object, whence: cint = 0, /)', 'Change the position.', (self, target, whence, py) => {
    if (whence < 0 || whence > 4) raise(ValueError, `whence value ${whence} unsupported`)
    checkOpen(self, py, 'seek')
    if (!rawSeekable(self, py)) unsupported('File or stream is not seekable.')
    return sizeInt(seek(self, offsetOf(target, py), whence, py))
  }),
  method('tell(self, /)', 'Answer the position.', (self, py) => newInt(tell(self, py))),
  method('truncate(self, pos: object = None, /)', 'Cut the file.', (self, pos, py) => {
    checkOpen(self, py, 'truncate')
    if (!self.writable) unsupported('truncate')
    flush(self, py)
    const at = pos === None ? newInt(tell(self, py)) : pos
    return callMethod(rawOf(self), 'truncate', [at], py)
  }),
  ...refusePickling,
  method('_dealloc_warn(self, source: object, /)', 'Warn of a file left open.', () => None),
]

const WAITS = { waits: true }

const readable: BuiltinDefinition[] = [
  method('readable(self, /)', 'Tell whether it can be read.', (self, py) => callMethod(rawOf(self), 'readable', [], py)),
  method('read(self, size: object = -1, /)', 'Read bytes; all of them when size is negative.', (self, given, py) => {
    const size = sizeArgument(given, py)
    if (size < -1) raise(ValueError, 'read length must be non-negative or -1')
    checkOpen(self, py, 'read')
    beforeRead(self, py)
    const bytes = untilDone(() => (size < 0 ? readAll(self, py) : readBytes(self, size, py)), py)
    return bytes === undefined ? None : newBytes(bytes)
  }, WAITS),
  method('peek(self, size: index = 0, /)', 'Answer what is buffered without moving on.', (self, _size, py) => {
    checkOpen(self, py, 'peek')
    beforeRead(self, py)
    return newBytes(untilDone(() => peekBytes(self, py), py))
  }, WAITS),
  method('read1(self, size: index = -1, /)', 'Read bytes with at most one system call.', (self, size, py) => {
    if (size >= 2 ** 63 - 64) raise(OverflowError, 'byte string is too large')
    checkOpen(self, py, 'read')
    beforeRead(self, py)
    return newBytes(untilDone(() => readOnce(self, size < 0 ? self.size : size, py), py))
  }, WAITS),
  method('readinto(self, buffer: object, /)', 'Read into a buffer.', (self, buffer, py) => {
    const into = writableBytes(buffer, 'readinto', py)
    checkOpen(self, py, 'readinto')
    beforeRead(self, py)
    const count = untilDone(() => readInto(self, into, false, py), py)
    return count === undefined ? None : newInt(count)
  }, WAITS),
  method('readinto1(self, buffer: object, /)', 'Read into a buffer with at most one system call.', (self, buffer, py) => {
    const into = writableBytes(buffer, 'readinto1', py)
    checkOpen(self, py, 'readinto')
    beforeRead(self, py)
    const count = untilDone(() => readInto(self, into, true, py), py)
    return count === undefined ? None : newInt(count)
  }, WAITS),
  method('readline(self, size: object = -1, /)', 'Read a line.', (self, limit, py) => {
    const most = sizeArgument(limit, py)
    checkOpen(self, py, 'readline')
    beforeRead(self, py)
    return newBytes(untilDone(() => readLineBytes(self, most, py), py))
  }, WAITS),
]

const writable: BuiltinDefinition[] = [
  method('writable(self, /)', 'Tell whether it can be written.', (self, py) => callMethod(rawOf(self), 'writable', [], py)),
  method('write(self, buffer: object, /)', 'Write bytes.', (self, data, py) => {
    if (asStr(data) !== undefined) raise(PyTypeError, `a bytes-like object is required, not '${typeOf(data).tpName}'`)
    const bytes = bytesOf(data, py)
    checkOpen(self, py, 'write')
    if (self.readable) rewind(self, py)
    writeBytes(self, bytes, py)
    return newInt(bytes.length)
  }),
]

const attributes: Record<string, Attribute<PyBuffered>> = {
  raw: { member: true, get: (self) => self.raw ?? None, doc: 'the raw stream' },
  closed: { get: (self, py) => getAttr(rawOf(self), narrowStr('closed'), py), doc: 'True if the file is closed' },
  name: { get: (self, py) => getAttr(rawOf(self), narrowStr('name'), py), doc: "the file's name" },
  _finalizing: finalizingMember as never,
  mode: { get: (self, py) => getAttr(rawOf(self), narrowStr('mode'), py), doc: 'the mode' },
}

function repr(self: PyBuffered, py: Thread) {
  const title = self.type.tpName
  return reprStream(self, py, () => `<${title}${namePart(self.raw, py)}>`)
}

function setUp(self: PyBuffered, raw: Value, size: number, py: Thread, wanted: readonly ('readable' | 'writable' | 'seekable')[]): void {
  self.raw = undefined
  self.detached = self.ended = false
  for (const name of wanted) callCheck(raw, name, py)
  if (size <= 0) raise(ValueError, 'buffer size must be strictly positive')
  self.raw = raw
  self.size = size
  self.readable = wanted.includes('readable')
  self.writable = wanted.includes('writable')
  self.writeBuf = undefined
  self.writeLength = 0
  dropReadAhead(self)
}

function callCheck(raw: Value, name: 'readable' | 'writable' | 'seekable', py: Thread): void {
  if (callMethod(raw, name, [], py) !== true) unsupported(`File or stream is not ${name}.`)
}

function next(self: PyBuffered, py: Thread): Value | undefined {
  if (Object.hasOwn(self, 'type') && self.type !== readerType && self.type !== randomType) {
    const line = callMethod(self, 'readline', [], py)
    return line instanceof Object && 'bytes' in line && (line as unknown as { bytes: Uint8Array }).bytes.length === 0 ? undefined : line
  }
  checkOpen(self, py, 'readline')
  beforeRead(self, py)
  const line = readLineBytes(self, -1, py)
  return line.length === 0 ? undefined : newBytes(line)
}

const signature = (name: string) => `_io.${name}(raw: object, buffer_size: index = 8192)` as '_io.B(raw: object, buffer_size: index = 8192)'
const text = '(raw, buffer_size=DEFAULT_BUFFER_SIZE)'
const fresh = (make: () => PyBuffered) => (cls: PyType): Value => withClass(make(), cls, true)

export const readerType: PyType = defineType(signature('BufferedReader'), {
  doc: 'Reads ahead from a raw stream.',
  instance: PyBufferedReader, base: bufferedIOBaseType, subclassable: true, text,
  allocate: (type) => withClass(new PyBufferedReader(), type, true),
  newRaw: fresh(() => new PyBufferedReader()),
  init: (self: PyBufferedReader, raw, size, py) => setUp(self, raw, size, py, ['readable']),
  slots: { repr, next },
  definingClass: ['truncate'],
  methods: () => [...common, ...readable],
  attributes: () => attributes,
})

export const writerType: PyType = defineType(signature('BufferedWriter'), {
  doc: 'Collects what is written to a raw stream.',
  instance: PyBufferedWriter, base: bufferedIOBaseType, subclassable: true, text,
  allocate: (type) => withClass(new PyBufferedWriter(), type, true),
  newRaw: fresh(() => new PyBufferedWriter()),
  init: (self: PyBufferedWriter, raw, size, py) => setUp(self, raw, size, py, ['writable']),
  slots: { repr },
  definingClass: ['truncate'],
  methods: () => [...common, ...writable],
  attributes: () => attributes,
})

export const randomType: PyType = defineType(signature('BufferedRandom'), {
  doc: 'Reads and writes a raw stream that can seek.',
  instance: PyBufferedRandom, base: bufferedIOBaseType, subclassable: true, text,
  allocate: (type) => withClass(new PyBufferedRandom(), type, true),
  newRaw: fresh(() => new PyBufferedRandom()),
  init: (self: PyBufferedRandom, raw, size, py) => setUp(self, raw, size, py, ['seekable', 'readable', 'writable']),
  slots: { repr, next },
  definingClass: ['truncate'],
  methods: () => [...common, ...readable, ...writable],
  attributes: () => attributes,
})
