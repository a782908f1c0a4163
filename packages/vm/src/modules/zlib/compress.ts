// zlib.Compress: a compression under way.
import { Z_BUF_ERROR, Z_FINISH, Z_NO_FLUSH, Z_OK, Z_STREAM_END, Z_STREAM_ERROR, type ZStream, zlibDeflateEnd, zlibDeflateSetDictionary } from 'pako'
import { newBytes } from '../../data/bytes.ts'
import { PyObject } from '../../data/object.ts'
import type { Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { ValueError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import { OutputBlocks } from './output-blocks.ts'
import { copyStream, deflateAll, feed, newDeflate, raiseStatus, started, takeRest, type DeflateOptions } from './streams.ts'

export class PyCompress extends PyObject {
  readonly stream: ZStream
  constructor(stream: ZStream) {
    super()
    this.stream = stream
  }
}

/** `compressobj(…)` */
export function newCompress(options: DeflateOptions, dictionary: Uint8Array | undefined): PyCompress {
  const stream = started(newDeflate(options))
  if (dictionary !== undefined && zlibDeflateSetDictionary(stream, dictionary) !== Z_OK) raise(ValueError, 'Invalid dictionary')
  return new PyCompress(stream)
}

function compress({ stream }: PyCompress, data: Uint8Array): Value {
  feed(stream, data)
  const output = new OutputBlocks(stream)
  const status = deflateAll(stream, output, Z_NO_FLUSH)
  takeRest(stream)
  return status === Z_STREAM_ERROR ? raiseStatus(stream, status, 'while compressing data') : output.finish()
}

function flush({ stream }: PyCompress, mode: number): Value {
  if (mode === Z_NO_FLUSH) return newBytes(new Uint8Array(0))
  feed(stream, new Uint8Array(0))
  const output = new OutputBlocks(stream)
  const status = deflateAll(stream, output, mode)
  const ended = status === Z_STREAM_END && mode === Z_FINISH
  if (!ended && status !== Z_OK && status !== Z_BUF_ERROR) raiseStatus(stream, status, 'while flushing')
  const written = output.finish()
  if (ended) zlibDeflateEnd(stream)
  return written
}

const copy = (self: PyCompress): Value => new PyCompress(copyStream(self.stream))

const method = methods<PyCompress>()

export const compressType = defineType<string, PyCompress>('zlib.Compress', {
  doc: 'A compression under way.',
  instance: PyCompress,
  definingClass: ['__copy__', '__deepcopy__', 'compress', 'copy', 'flush'],
  methods: () => [
    method('compress(self, data: buffer, /)', 'Take in more data; what is already compressed.', compress),
    method('flush(self, mode: cint = 4, /)', 'What is still to come, up to here or to the end.', flush, { text: '($self, mode=zlib.Z_FINISH, /)' }),
    method('copy(self, /)', 'A copy that goes on by itself.', copy),
    method('__copy__(self, /)', 'A copy that goes on by itself.', copy),
    method('__deepcopy__(self, memo: object, /)', 'A copy that goes on by itself.', copy),
  ],
})
