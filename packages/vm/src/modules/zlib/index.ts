// zlib (https://docs.python.org/3.13/library/zlib.html): compression as gzip and zip files have it.
import {
  Z_BLOCK, Z_BUF_ERROR, Z_DEFAULT_STRATEGY, Z_FILTERED, Z_FINISH, Z_FIXED, Z_FULL_FLUSH, Z_HUFFMAN_ONLY, Z_NO_FLUSH, Z_PARTIAL_FLUSH,
  Z_RLE, Z_STREAM_END, Z_SYNC_FLUSH, Z_TREES,
} from 'pako'
import { adler32, crc32 } from '@pellucid/primitives'
import { bigValue, newInt, newStr, None, smallInt, type Int, type Value } from '../../data/values.ts'
import { fn } from '../../object/define-builtin.ts'
import { defineModule } from '../../object/define-module.ts'
import { bytesOf } from '../../protocols/buffer.ts'
import { ValueError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import { newCompress } from './compress.ts'
import { newDecompress } from './decompress.ts'
import { decompressorType } from './decompressor.ts'
import { OutputBlocks } from './output-blocks.ts'
import { deflateAll, feed, inflateAll, MEMORY_LEVEL, newDeflate, newInflate, raiseStatus, WINDOW_BITS, zlibError } from './streams.ts'

const DEFLATED = 8
const BUFFER_SIZE = 16384
const DEFAULT_LEVEL = -1
/** The zlib whose output ours equals. */
const VERSION = '1.2.13'

const low32 = (value: Int): number => Number(BigInt.asUintN(32, bigValue(value)))

function compress(data: Uint8Array, level: number, windowBits: number): Value {
  const stream =
    newDeflate({ level, method: DEFLATED, windowBits, memoryLevel: MEMORY_LEVEL, strategy: Z_DEFAULT_STRATEGY }) ??
    raise(zlibError, 'Bad compression level')
  feed(stream, data)
  const output = new OutputBlocks(stream)
  const status = deflateAll(stream, output, Z_FINISH)
  return status === Z_STREAM_END ? output.finish() : raiseStatus(stream, status, 'while compressing data')
}

function decompress(data: Uint8Array, windowBits: number, bufferSize: number): Value {
  if (bufferSize < 0) raise(ValueError, 'bufsize must be non-negative')
  const stream = newInflate(windowBits) ?? raise(zlibError, 'Error -2 while preparing to decompress data: inconsistent stream state')
  feed(stream, data)
  const output = new OutputBlocks(stream, undefined, Math.max(1, bufferSize))
  const status = inflateAll(stream, output, Z_FINISH)
  if (status === Z_STREAM_END) return output.finish()
  return raiseStatus(stream, status === 0 ? Z_BUF_ERROR : status, 'while decompressing data')
}

const constants: Readonly<Record<string, number>> = {
  MAX_WBITS: WINDOW_BITS, DEFLATED, DEF_MEM_LEVEL: MEMORY_LEVEL, DEF_BUF_SIZE: BUFFER_SIZE,
  Z_NO_COMPRESSION: 0, Z_BEST_SPEED: 1, Z_BEST_COMPRESSION: 9, Z_DEFAULT_COMPRESSION: DEFAULT_LEVEL,
  Z_FILTERED, Z_HUFFMAN_ONLY, Z_RLE, Z_FIXED, Z_DEFAULT_STRATEGY,
  Z_FINISH, Z_NO_FLUSH, Z_PARTIAL_FLUSH, Z_SYNC_FLUSH, Z_FULL_FLUSH, Z_BLOCK, Z_TREES,
}

export const zlib = defineModule('zlib', () => ({
  doc: 'Compression as gzip and zip files have it.',
  functions: [
    fn('adler32(data: buffer, value: int = 1, /)', 'A checksum that is fast to work out.', (data, value) => newInt(adler32(data, low32(value)))),
    fn('compress(data: buffer, /, level: cint = -1, wbits: cint = 15)', 'Compress data.', compress, {
      text: '($module, data, /, level=Z_DEFAULT_COMPRESSION, wbits=MAX_WBITS)',
    }),
    fn(
      'compressobj(level: cint = -1, method: cint = 8, wbits: cint = 15, memLevel: cint = 8, strategy: cint = 0, zdict: object = None)',
      'A compression to feed piece by piece.',
      (level, method, windowBits, memoryLevel, strategy, zdict, py) =>
        newCompress({ level, method, windowBits, memoryLevel, strategy }, zdict === None ? undefined : bytesOf(zdict, py)),
      {
        text:
          '($module, /, level=Z_DEFAULT_COMPRESSION, method=DEFLATED,\n            wbits=MAX_WBITS, memLevel=DEF_MEM_LEVEL,\n' +
          '            strategy=Z_DEFAULT_STRATEGY, zdict=None)',
      },
    ),
    fn('crc32(data: buffer, value: int = 0, /)', 'The CRC of zip files.', (data, value) => newInt(crc32(data, low32(value)))),
    fn('decompress(data: buffer, /, wbits: cint = 15, bufsize: index = 16384)', 'Decompress data.', decompress, {
      text: '($module, data, /, wbits=MAX_WBITS, bufsize=DEF_BUF_SIZE)',
    }),
    fn('decompressobj(wbits: cint = 15, zdict: object = <unrepresentable>)', 'A decompression to feed piece by piece.', newDecompress, {
      text: "($module, /, wbits=MAX_WBITS, zdict=b'')",
    }),
  ],
  types: [decompressorType, zlibError],
  constants: () => ({
    ...Object.fromEntries(Object.entries(constants).map(([name, value]) => [name, smallInt(value)])),
    ZLIB_VERSION: newStr(VERSION),
    ZLIB_RUNTIME_VERSION: newStr(VERSION),
    __version__: newStr('1.0'),
  }),
}))
