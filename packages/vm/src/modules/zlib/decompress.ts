// zlib.Decompress: a decompression under way that hands back what it could not take.
import { Z_BUF_ERROR, Z_FINISH, Z_OK, Z_STREAM_END, Z_SYNC_FLUSH, type ZStream, zlibInflateEnd } from 'pako'
import { newBytes } from '../../data/bytes.ts'
import { PyObject } from '../../data/object.ts'
import type { Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { bytesOrUndefined } from '../../protocols/buffer.ts'
import { TypeError as PyTypeError, ValueError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'
import { OutputBlocks } from './output-blocks.ts'
import { copyStream, feed, inflateAll, newInflate, raiseStatus, setDictionary, started, takeRest } from './streams.ts'

const nothing = new Uint8Array(0)

export class PyDecompress extends PyObject {
  readonly stream: ZStream
  readonly dictionary: Uint8Array | undefined
  /** What follows the end of the stream. */
  unused: Uint8Array = nothing
  /** What the limit of the last call left. */
  tail: Uint8Array = nothing
  eof = false
  constructor(stream: ZStream, dictionary: Uint8Array | undefined) {
    super()
    this.stream = stream
    this.dictionary = dictionary
  }
}

/** The bytes of a `zdict` argument, as they are now. */
export function zdictBytes(value: Value | undefined, py: Thread): Uint8Array | undefined {
  if (value === undefined) return undefined
  return bytesOrUndefined(value, py)?.slice() ?? raise(PyTypeError, 'zdict argument must support the buffer protocol')
}

/** A stream that decompresses; one without a header cannot ask for its dictionary. */
export function startInflate(windowBits: number, dictionary: Uint8Array | undefined): ZStream {
  const stream = started(newInflate(windowBits))
  if (dictionary !== undefined && windowBits < 0) setDictionary(stream, dictionary)
  return stream
}

/** `decompressobj(…)` */
export function newDecompress(windowBits: number, zdict: Value | undefined, py: Thread): PyDecompress {
  const dictionary = zdictBytes(zdict, py)
  return new PyDecompress(startInflate(windowBits, dictionary), dictionary)
}

export function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second
  const whole = new Uint8Array(first.length + second.length)
  whole.set(first)
  whole.set(second, first.length)
  return whole
}

/** Keep what the stream did not read where Python finds it. */
function keepRest(self: PyDecompress, status: number): void {
  const rest = takeRest(self.stream)
  const ended = status === Z_STREAM_END
  if (ended) self.unused = joined(self.unused, rest)
  // CPython looks at the old tail, and leaves a new one even where it has just called the rest unused.
  self.tail = ended && self.tail.length === 0 ? nothing : rest
}

function decompress(self: PyDecompress, data: Uint8Array, limit: number): Value {
  if (limit < 0) raise(ValueError, 'max_length must be non-negative')
  const { stream } = self
  feed(stream, data)
  const output = new OutputBlocks(stream, limit === 0 ? undefined : limit)
  const status = inflateAll(stream, output, Z_SYNC_FLUSH, self.dictionary)
  keepRest(self, status)
  if (status === Z_STREAM_END) self.eof = true
  else if (status !== Z_OK && status !== Z_BUF_ERROR) raiseStatus(stream, status, 'while decompressing data')
  return output.finish()
}

function flush(self: PyDecompress, length: number): Value {
  if (length <= 0) raise(ValueError, 'length must be greater than zero')
  const { stream } = self
  feed(stream, self.tail)
  const output = new OutputBlocks(stream, undefined, length)
  const status = inflateAll(stream, output, Z_FINISH, self.dictionary)
  keepRest(self, status)
  const written = output.finish()
  if (status === Z_STREAM_END) {
    self.eof = true
    zlibInflateEnd(stream)
  }
  return written
}

function copy(self: PyDecompress): Value {
  const made = new PyDecompress(copyStream(self.stream), self.dictionary)
  made.unused = self.unused
  made.tail = self.tail
  made.eof = self.eof
  return made
}

const method = methods<PyDecompress>()

export const decompressType = defineType<string, PyDecompress>('zlib.Decompress', {
  doc: 'A decompression under way.',
  instance: PyDecompress,
  definingClass: ['__copy__', '__deepcopy__', 'copy', 'decompress', 'flush'],
  methods: () => [
    method('decompress(self, data: buffer, /, max_length: index = 0)', 'Take in more data; what it decompresses to, up to a length.', decompress),
    method('flush(self, length: index = 16384, /)', 'What is still to come.', flush, { text: '($self, length=zlib.DEF_BUF_SIZE, /)' }),
    method('copy(self, /)', 'A copy that goes on by itself.', copy),
    method('__copy__(self, /)', 'A copy that goes on by itself.', copy),
    method('__deepcopy__(self, memo: object, /)', 'A copy that goes on by itself.', copy),
  ],
  attributes: () => ({
    unused_data: { get: (self) => newBytes(self.unused), member: true },
    unconsumed_tail: { get: (self) => newBytes(self.tail), member: true },
    eof: { get: (self) => self.eof, member: true },
  }),
})
