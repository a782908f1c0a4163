// Reading, seeking and telling in text. A position in text is a cookie: where the bytes are, the decoder's state there,
// and how much to decode and skip from there.
import { PyBytes } from '../../data/bytes.ts'
import { typeOf } from '../../data/type.ts'
import { newInt, newStr, None, bigValue, type Str, type Value } from '../../data/values.ts'
import { callMethod } from '../../protocols/call.ts'
import { bytesOrUndefined } from '../../protocols/buffer.ts'
import { OSError, TypeError as PyTypeError, ValueError, OverflowError } from '../../protocols/exceptions.ts'
import { index } from '../../protocols/index-number.ts'
import { raise } from '../../protocols/raise.ts'
import { equal, less } from '../../protocols/compare.ts'
import { reprText } from '../../protocols/repr.ts'
import { intOf } from '../../types/int/construct.ts'
import type { Thread } from '../../thread.ts'
import { checkOpen, readOnce } from './buffered-core.ts'
import { unsupported } from './errors.ts'
import { PyBuffered } from './layouts.ts'
import { bufferOf, type PyTextIOWrapper } from './text-layout.ts'
import { flushText } from './text-write.ts'
import { orGiveBack } from './waiting-raw.ts'

const surrogates = /[\ud800-\udfff]/

function decoderOf(self: PyTextIOWrapper) {
  return self.decoder ?? unsupported('not readable')
}

/** Read and decode one more chunk; was there any input? */
export function readChunk(self: PyTextIOWrapper, hint: number, py: Thread): boolean {
  const decoder = decoderOf(self)
  const before = self.telling ? decoder.getState(py) : undefined
  const buffer = bufferOf(self)
  const want = Math.max(self.chunkSize, hint > 0 ? Math.trunc(self.bytesPerChar * hint) : 0)
  let input: Uint8Array
  if (buffer instanceof PyBuffered && !Object.hasOwn(buffer, 'type')) {
    checkOpen(buffer, py, 'read')
    if (!buffer.readable) unsupported('read')
    if (buffer.writable && buffer.writeLength > 0) callMethod(buffer, 'flush', [], py)
    input = readOnce(buffer, want, py)
  } else {
    const made = callMethod(buffer, self.hasRead1 ? 'read1' : 'read', [newInt(want)], py)
    const bytes = bytesOrUndefined(made, py)
    if (bytes === undefined) {
      return raise(PyTypeError, `underlying ${self.hasRead1 ? 'read1' : 'read'}() should have returned a bytes-like object, not '${typeOf(made).tpName}'`)
    }
    input = bytes
  }
  const end = input.length === 0
  const text = decoder.decode(input, end, py)
  self.decoded = text
  self.decodedUsed = 0
  self.bytesPerChar = text.length > 0 ? input.length / text.length : 0
  if (before !== undefined) {
    const next = new Uint8Array(before.buffered.length + input.length)
    next.set(before.buffered)
    next.set(input, before.buffered.length)
    self.snapshot = { flags: before.flags, input: next }
  }
  return !end || text.length > 0
}

function takeText(self: PyTextIOWrapper, units: number): string {
  const text = self.decodedUsed === 0 && units >= self.decoded.length ? self.decoded : self.decoded.slice(self.decodedUsed, self.decodedUsed + units)
  self.decodedUsed += text.length
  return text
}

/** Have text that was taken, to the end of what is decoded, ahead again. */
function giveBack(self: PyTextIOWrapper, text: string): void {
  self.decoded = text + self.decoded.slice(self.decodedUsed)
  self.decodedUsed = 0
}

const charCount = (text: string): number => (surrogates.test(text) ? Array.from(text).length : text.length)

/** Code units of the first `count` characters. */
function unitsOf(text: string, from: number, count: number): number {
  let at = from
  for (let i = 0; i < count && at < text.length; i++) at += (text.codePointAt(at) as number) > 0xffff ? 2 : 1
  return at - from
}

export function readText(self: PyTextIOWrapper, size: number, py: Thread): Str {
  const decoder = decoderOf(self)
  flushText(self, py)
  if (size < 0) {
    const bytes = callMethod(bufferOf(self), 'read', [], py)
    if (bytes !== None && !(bytes instanceof PyBytes)) {
      if (bytesOrUndefined(bytes, py) === undefined) return raise(PyTypeError, `underlying read() should have returned a bytes-like object, not '${typeOf(bytes).tpName}'`)
    }
    const input = bytes === None ? new Uint8Array(0) : (bytesOrUndefined(bytes, py) as Uint8Array)
    const rest = takeText(self, Infinity) + decoder.decode(input, true, py)
    self.decoded = ''
    self.decodedUsed = 0
    if (self.snapshot !== undefined) self.snapshot = undefined
    return newStr(rest)
  }
  const wide = (): boolean => surrogates.test(self.decoded)
  let out = ''
  let left = size
  for (;;) {
    const units = wide() ? unitsOf(self.decoded, self.decodedUsed, left) : left
    const part = takeText(self, units)
    out += part
    left -= charCount(part)
    const more = left > 0 && orGiveBack(() => readChunk(self, left, py), () => giveBack(self, out))
    if (!more) break
  }
  return newStr(out)
}

/** End of the first line from `from`, or -1. */
function lineEnd(self: PyTextIOWrapper, text: string, from: number): number {
  if (self.universal && !self.translateRead) {
    const found = /\r\n|\r|\n/g
    found.lastIndex = from
    return found.exec(text) === null ? -1 : found.lastIndex
  }
  const mark = self.translateRead ? '\n' : (self.newline ?? '\n')
  const at = text.indexOf(mark, from)
  return at < 0 ? -1 : at + mark.length
}

export function readLineText(self: PyTextIOWrapper, limit: number, py: Thread): Str {
  flushText(self, py)
  let head = ''
  for (;;) {
    // A newline of two characters may be split between chunks: look at both together.
    const joined = head === '' ? self.decoded : head + self.decoded.slice(self.decodedUsed)
    const from = head === '' ? self.decodedUsed : 0
    const end = lineEnd(self, joined, from)
    const shift = head === '' ? 0 : self.decodedUsed - head.length
    const most = limit < 0 ? Infinity : from + (surrogates.test(joined) ? unitsOf(joined, from, limit) : limit)
    if (end >= 0 || joined.length - from >= most - from) {
      const stop = Math.min(end < 0 ? Infinity : end, most, joined.length)
      self.decodedUsed = stop + shift
      return newStr(joined.slice(from, stop))
    }
    head = joined.slice(from)
    self.decodedUsed = self.decoded.length
    if (!orGiveBack(() => readChunk(self, 0, py), () => giveBack(self, head))) {
      self.decoded = ''
      self.decodedUsed = 0
      self.snapshot = undefined
      return newStr(head)
    }
  }
}

interface Cookie {
  start: number
  flags: bigint
  feed: number
  skip: number
  eof: boolean
}

// As C has them one behind the other: a number of 64 bits, three of 32, a byte.
const pack = (c: Cookie): Value =>
  newInt(BigInt(c.start) | (BigInt.asUintN(32, c.flags) << 64n) | (BigInt(c.feed) << 96n) | (BigInt(c.skip) << 128n) | (c.eof ? 1n << 160n : 0n))
const unpack = (n: bigint): Cookie => ({
  start: Number(BigInt.asUintN(64, n)),
  flags: BigInt.asUintN(32, n >> 64n),
  feed: Number(BigInt.asUintN(32, n >> 96n)),
  skip: Number(BigInt.asUintN(32, n >> 128n)),
  eof: n >> 160n !== 0n,
})

export function tellText(self: PyTextIOWrapper, py: Thread): Value {
  if (!self.seekable) unsupported('underlying stream is not seekable')
  if (!self.telling) raise(OSError, 'telling position disabled by next() call')
  flushText(self, py)
  callMethod(self, 'flush', [], py)
  const position = Number(index(callMethod(bufferOf(self), 'tell', [], py), py))
  const { decoder, snapshot } = self
  if (decoder === undefined || snapshot === undefined) return newInt(position)
  const { input } = snapshot
  let flags = snapshot.flags
  let start = position - input.length
  let skip = charCount(self.decoded.slice(0, self.decodedUsed))
  if (skip === 0) return pack({ start, flags, feed: 0, skip: 0, eof: false })
  const saved = decoder.getState(py)
  try {
    if (start === 0 && flags === 0n) decoder.reset(py)
    else decoder.setState(new Uint8Array(0), flags, py)
    let startFlags = flags
    let fed = 0
    let made = 0
    let eof = false
    let i = 0
    for (; i < input.length; i++) {
      fed++
      made += charCount(decoder.decode(input.subarray(i, i + 1), false, py))
      const state = decoder.getState(py)
      flags = state.flags
      if (state.buffered.length === 0 && made <= skip) {
        start += fed
        skip -= made
        startFlags = flags
        fed = made = 0
      }
      if (made >= skip) break
    }
    if (i >= input.length) {
      made += charCount(decoder.decode(new Uint8Array(0), true, py))
      eof = true
      if (made < skip) raise(OSError, "can't reconstruct logical file position")
    }
    return pack({ start, flags: startFlags, feed: fed, skip, eof })
  } finally {
    decoder.setState(saved.buffered, saved.flags, py)
  }
}

function resetEncoder(self: PyTextIOWrapper, start: boolean, py: Thread): void {
  if (self.encoder === undefined) return
  if (start) callMethod(self.encoder, 'reset', [], py)
  else callMethod(self.encoder, 'setstate', [newInt(0)], py)
}

function forget(self: PyTextIOWrapper): void {
  self.decoded = ''
  self.decodedUsed = 0
  self.snapshot = undefined
}

export function seekText(self: PyTextIOWrapper, target: Value, whence: number, py: Thread): Value {
  if (!self.seekable) unsupported('underlying stream is not seekable')
  const buffer = bufferOf(self)
  let place = target
  const zero = newInt(0)
  if (whence === 1) {
    if (!equal(target, zero, py)) unsupported("can't do nonzero cur-relative seeks")
    place = callMethod(self, 'tell', [], py)
  } else if (whence === 2) {
    if (!equal(target, zero, py)) unsupported("can't do nonzero end-relative seeks")
    callMethod(self, 'flush', [], py)
    forget(self)
    self.decoder?.reset(py)
    const end = callMethod(buffer, 'seek', [newInt(0), newInt(2)], py)
    resetEncoder(self, end === 0, py)
    return end
  } else if (whence !== 0) raise(ValueError, `invalid whence (${whence}, should be 0, 1 or 2)`)
  if (less(place, zero, py)) raise(ValueError, `negative seek position ${reprText(place, py)}`)
  callMethod(self, 'flush', [], py)
  const cookie = bigValue(intOf(place, py))
  if (cookie < 0n) raise(OverflowError, "can't convert negative int to unsigned")
  if (cookie >= 1n << 168n) raise(OverflowError, 'int too big to convert')
  const { start, flags, feed, skip, eof } = unpack(cookie)
  callMethod(buffer, 'seek', [newInt(start)], py)
  forget(self)
  const { decoder } = self
  if (decoder !== undefined) {
    if (start === 0 && flags === 0n) decoder.reset(py)
    else decoder.setState(new Uint8Array(0), flags, py)
    self.snapshot = { flags, input: new Uint8Array(0) }
  }
  if (skip > 0 && decoder !== undefined) {
    const input = callMethod(buffer, 'read', [newInt(feed)], py)
    const bytes = bytesOrUndefined(input, py) ?? raise(PyTypeError, `underlying read() should have returned a bytes object, not '${typeOf(input).tpName}'`)
    self.snapshot = { flags, input: bytes.slice() }
    self.decoded = decoder.decode(bytes, eof, py)
    if (charCount(self.decoded) < skip) raise(OSError, "can't restore logical file position")
    self.decodedUsed = unitsOf(self.decoded, 0, skip)
  }
  resetEncoder(self, cookie === 0n, py)
  return place
}
