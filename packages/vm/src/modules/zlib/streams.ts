// zlib's streams (https://zlib.net/manual.html), which pako ports: statuses, errors, input, copies.
import {
  Z_BUF_ERROR, Z_DATA_ERROR, Z_NEED_DICT, Z_OK, Z_STREAM_END, Z_STREAM_ERROR, ZStream, zlibDeflate, zlibDeflateInit2, zlibInflate,
  zlibInflateInit2, zlibInflateSetDictionary,
} from 'pako'
import { moduleException } from '../../object/module-exception.ts'
import { Exception, ValueError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import type { OutputBlocks } from './output-blocks.ts'

export const zlibError = moduleException('error', [Exception], 'zlib')

/** `DEF_MEM_LEVEL` */
export const MEMORY_LEVEL = 8
/** `MAX_WBITS` */
export const WINDOW_BITS = 15

const meanings = new Map<number, string>([
  [Z_BUF_ERROR, 'incomplete or truncated stream'],
  [Z_STREAM_ERROR, 'inconsistent stream state'],
  [Z_DATA_ERROR, 'invalid input data'],
])

/** Raise for a status: what the stream says of bad data, or what the number means. */
export function raiseStatus(stream: ZStream, status: number, doing: string): never {
  const own = status === Z_DATA_ERROR && stream.msg !== '' ? stream.msg : undefined
  const meaning = own ?? meanings.get(status)
  return raise(zlibError, `Error ${status} ${doing}${meaning === undefined ? '' : `: ${meaning}`}`)
}

export interface DeflateOptions {
  readonly level: number
  readonly method: number
  readonly windowBits: number
  readonly memoryLevel: number
  readonly strategy: number
}

/** A stream that compresses; undefined when an option is out of range. */
export function newDeflate(options: DeflateOptions): ZStream | undefined {
  const { level, method, windowBits, memoryLevel, strategy } = options
  const stream = new ZStream()
  // The hash is zlib's own, so that bytes are equal; pako's default follows Chromium's.
  const status = zlibDeflateInit2(stream, level, method, windowBits, memoryLevel, strategy as 0, true)
  return status === Z_OK ? stream : undefined
}

/** A stream that decompresses; undefined when the window is out of range. */
export function newInflate(windowBits: number): ZStream | undefined {
  const stream = new ZStream()
  return zlibInflateInit2(stream, windowBits) === Z_OK ? stream : undefined
}

/** The stream that was made. */
export function started(stream: ZStream | undefined): ZStream {
  return stream ?? raise(ValueError, 'Invalid initialization option')
}

/** The bytes that the stream reads next. */
export function feed(stream: ZStream, data: Uint8Array): void {
  stream.input = data
  stream.next_in = 0
  stream.avail_in = data.length
}

/** What the stream has not read, as bytes of their own; it lets go of its input. */
export function takeRest(stream: ZStream): Uint8Array {
  const rest = stream.input.slice(stream.next_in, stream.next_in + stream.avail_in)
  feed(stream, new Uint8Array(0))
  return rest
}

/** Compress what was fed; the last status. */
export function deflateAll(stream: ZStream, output: OutputBlocks, flush: number): number {
  let status: number = Z_OK
  do {
    output.hasRoom()
    status = zlibDeflate(stream, flush as 0)
  } while (stream.avail_out === 0 && status !== Z_STREAM_ERROR && status !== Z_STREAM_END)
  return status
}

/** Give the stream the dictionary it was compressed with. */
export function setDictionary(stream: ZStream, dictionary: Uint8Array): void {
  const status = zlibInflateSetDictionary(stream, dictionary)
  if (status !== Z_OK) raiseStatus(stream, status, 'while setting zdict')
}

/** Decompress what was fed, as far as there is room; the last status. */
export function inflateAll(stream: ZStream, output: OutputBlocks, flush: number, dictionary?: Uint8Array): number {
  let status: number = Z_OK
  do {
    // Without room too: what needs none, as a header, is read.
    status = zlibInflate(stream, flush as 0)
    if (status === Z_NEED_DICT && dictionary !== undefined) {
      setDictionary(stream, dictionary)
      continue
    }
    if (status !== Z_OK && status !== Z_BUF_ERROR) return status
  } while (status === Z_NEED_DICT || (stream.avail_out === 0 && output.hasRoom()))
  return status
}

/** A stream in the same state that goes on by itself. */
export function copyStream(stream: ZStream): ZStream {
  if (stream.state === null) raise(ValueError, 'Inconsistent stream state')
  return copyOf(stream, new Map()) as ZStream
}

/** A stream's state is plain: numbers, texts, typed arrays, and objects that may point back. */
function copyOf(part: unknown, copies: Map<object, object>): unknown {
  if (typeof part !== 'object' || part === null) return part
  const known = copies.get(part)
  if (known !== undefined) return known
  if (ArrayBuffer.isView(part)) {
    const copy = (part as Uint8Array).slice()
    copies.set(part, copy)
    return copy
  }
  const copy = Object.create(Object.getPrototypeOf(part) as object) as Record<string, unknown>
  copies.set(part, copy)
  for (const [name, value] of Object.entries(part)) copy[name] = copyOf(value, copies)
  return copy
}
