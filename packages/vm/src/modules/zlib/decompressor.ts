// zlib._ZlibDecompressor: a decompression under way that keeps what it could not take, for gzip.
import { Z_BUF_ERROR, Z_OK, Z_STREAM_END, Z_SYNC_FLUSH, type ZStream } from 'pako'
import { newBytes } from '../../data/bytes.ts'
import { PyObject } from '../../data/object.ts'
import type { Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { EOFError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import { startInflate, joined, zdictBytes } from './decompress.ts'
import { OutputBlocks } from './output-blocks.ts'
import { feed, inflateAll, raiseStatus, takeRest } from './streams.ts'

class PyDecompressor extends PyObject {
  readonly stream: ZStream
  readonly dictionary: Uint8Array | undefined
  /** What is still to be read; after the end, what follows it. */
  rest: Uint8Array = new Uint8Array(0)
  eof = false
  needsInput = true
  constructor(stream: ZStream, dictionary: Uint8Array | undefined) {
    super()
    this.stream = stream
    this.dictionary = dictionary
  }
}

function decompress(self: PyDecompressor, data: Uint8Array, limit: number): Value {
  if (self.eof) raise(EOFError, 'End of stream already reached')
  const { stream } = self
  feed(stream, joined(self.rest, data))
  const output = new OutputBlocks(stream, limit < 0 ? undefined : limit)
  const status = inflateAll(stream, output, Z_SYNC_FLUSH, self.dictionary)
  self.rest = takeRest(stream)
  if (status === Z_STREAM_END) self.eof = true
  else if (status !== Z_OK && status !== Z_BUF_ERROR) {
    self.rest = new Uint8Array(0)
    raiseStatus(stream, status, 'while decompressing data')
  }
  self.needsInput = !self.eof && self.rest.length === 0
  return output.finish()
}

const method = methods<PyDecompressor>()

export const decompressorType = defineType('zlib._ZlibDecompressor(wbits: cint = 15, zdict: object = <unrepresentable>)', {
  doc: 'A decompression under way.',
  instance: PyDecompressor,
  text: "(wbits=15, zdict=b'')",
  new(_cls, windowBits, zdict, py) {
    const dictionary = zdictBytes(zdict, py)
    return new PyDecompressor(startInflate(windowBits, dictionary), dictionary)
  },
  methods: () => [method('decompress(self, /, data: buffer, max_length: index = -1)', 'Take in more data; what it decompresses to, up to a length.', decompress)],
  attributes: () => ({
    eof: { get: (self: PyDecompressor) => self.eof, member: true },
    unused_data: { get: (self: PyDecompressor) => newBytes(self.eof ? self.rest : new Uint8Array(0)), member: true },
    needs_input: { get: (self: PyDecompressor) => self.needsInput, member: true },
  }),
})
