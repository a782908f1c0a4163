// _bz2 (https://docs.python.org/3.13/library/bz2.html): compression as bzip2 has it, for bz2, tarfile and zipfile.
import { newBytes } from '../../data/bytes.ts'
import { PyObject } from '../../data/object.ts'
import type { Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineModule } from '../../object/define-module.ts'
import { defineType } from '../../object/define-type.ts'
import { EOFError, OSError, ValueError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import { BadStream, BlockReader } from './block-reader.ts'
import { BlockWriter } from './block-writer.ts'

class PyCompressor extends PyObject {
  /** Undefined once it is flushed. */
  writer: BlockWriter | undefined
  constructor(writer: BlockWriter) {
    super()
    this.writer = writer
  }
}

class PyDecompressor extends PyObject {
  readonly reader = new BlockReader()
  eof = false
  needsInput = true
  unused = newBytes(new Uint8Array(0))
}

const compressorMethod = methods<PyCompressor>()
const decompressorMethod = methods<PyDecompressor>()

const writerOf = (self: PyCompressor, message: string): BlockWriter => self.writer ?? raise(ValueError, message)

function decompress(self: PyDecompressor, data: Uint8Array, limit: number): Value {
  if (self.eof) return raise(EOFError, 'End of stream already reached')
  const { reader } = self
  reader.feed(data)
  let made: Uint8Array
  try {
    made = reader.read(limit < 0 ? Infinity : limit)
  } catch (error) {
    if (!(error instanceof BadStream)) throw error
    self.needsInput = false
    return raise(OSError, 'Invalid data stream')
  }
  self.eof = reader.ended
  if (self.eof) self.unused = newBytes(reader.rest())
  self.needsInput = reader.starving
  return newBytes(made)
}

const compressorType = defineType('_bz2.BZ2Compressor(compresslevel: cint = 9, /)', {
  doc: 'A compression to feed piece by piece.',
  instance: PyCompressor,
  new: (_cls, level) => (level >= 1 && level <= 9 ? new PyCompressor(new BlockWriter(level)) : raise(ValueError, 'compresslevel must be between 1 and 9')),
  methods: () => [
    compressorMethod('compress(self, data: buffer, /)', 'Take in more data; what is already compressed.', (self, data) =>
      newBytes(writerOf(self, 'Compressor has been flushed').add(data))),
    compressorMethod('flush(self, /)', 'End the stream; what is still to come of it.', (self) => {
      const writer = writerOf(self, 'Repeated call to flush()')
      self.writer = undefined
      return newBytes(writer.end())
    }),
  ],
})

const decompressorType = defineType('_bz2.BZ2Decompressor()', {
  doc: 'A decompression to feed piece by piece.',
  instance: PyDecompressor,
  new: () => new PyDecompressor(),
  methods: () => [
    decompressorMethod('decompress(self, /, data: buffer, max_length: index = -1)', 'Take in more data; what it decompresses to, up to a length.', decompress),
  ],
  attributes: () => ({
    eof: { get: (self: PyDecompressor) => self.eof, member: true, doc: 'True once the end of the stream is reached.' },
    unused_data: { get: (self: PyDecompressor) => self.unused, member: true, doc: 'What follows the end of the stream.' },
    needs_input: { get: (self: PyDecompressor) => self.needsInput, doc: 'True if more input is needed before more comes of it.', member: true },
  }),
})

export const _bz2 = defineModule('_bz2', () => ({
  doc: 'Compression as bzip2 has it.',
  functions: [],
  types: [compressorType, decompressorType],
}))
