// Reading ahead and writing behind: what BufferedReader, BufferedWriter and BufferedRandom share. A raw FileIO is
// talked to directly, any other raw stream through its methods.
import { newBytes, PyByteArray } from '../../data/bytes.ts'
import { PyBaseException } from '../../data/exception.ts'
import { asStr, narrowStr, newInt, newStr, None, strValue, type Value } from '../../data/values.ts'
import { getAttr, getAttrOrUndefined } from '../../protocols/attributes.ts'
import { call, callMethod } from '../../protocols/call.ts'
import { BlockingIOError, OSError, ValueError } from '../../protocols/exceptions.ts'
import { size as sizeOf, sizeInt } from '../../protocols/index-number.ts'
import { newException, raise } from '../../protocols/raise.ts'
import { truth } from '../../protocols/truth.ts'
import type { Thread } from '../../thread.ts'
import { fileRead, fileReadAll, fileSeek, fileWrite, fileIOType } from './file-io.ts'
import { concat } from './io-base.ts'
import { pending, PyFileIO, type PyBuffered } from './layouts.ts'
import { closedError } from './errors.ts'
import { isFilledByOthers, orGiveBack, withInput } from './waiting-raw.ts'

const nothing = new Uint8Array(0)
const isPlainFile = (raw: Value): raw is PyFileIO => raw instanceof PyFileIO && raw.type === fileIOType

/** The raw stream; ValueError when it is gone or never was. */
export function rawOf(self: PyBuffered): Value {
  if (self.raw !== undefined) return self.raw
  return raise(ValueError, self.detached ? 'raw stream has been detached' : 'I/O operation on uninitialized object')
}

export function bufferedClosed(self: PyBuffered, py: Thread): boolean {
  const raw = rawOf(self)
  return isPlainFile(raw) ? raw.fd < 0 : truth(getAttr(raw, narrowStr('closed'), py), py)
}
export function checkOpen(self: PyBuffered, py: Thread, action?: string): void {
  if (bufferedClosed(self, py) || self.ended) closedError(action === undefined ? undefined : `${action} of closed file`)
}

/** The answer of a raw stream's readinto(). */
function intoCount(made: Value, py: Thread): number {
  try {
    return sizeOf(made, py, ValueError)
  } catch (caught) {
    if (!(caught instanceof PyBaseException)) throw caught
    const failed = newException(OSError, [newStr('raw readinto() failed')])
    failed.cause = failed.context = caught
    throw failed
  }
}

/** One read of the raw stream; undefined when it would block. */
export function rawRead(self: PyBuffered, into: Uint8Array, py: Thread): number | undefined {
  const raw = rawOf(self)
  if (isPlainFile(raw)) return fileRead(raw, into, py)
  const buffer = new PyByteArray(new Uint8Array(into.length))
  const made = withInput(raw, () => callMethod(raw, 'readinto', [buffer], py), py)
  if (made === None) return undefined
  const count = intoCount(made, py)
  if (count < 0 || count > into.length) {
    raise(OSError, `raw readinto() returned invalid length ${count} (should have been between 0 and ${into.length})`)
  }
  into.set(buffer.bytes.subarray(0, count))
  return count
}

function rawWrite(self: PyBuffered, bytes: Uint8Array, py: Thread): number | undefined {
  const raw = rawOf(self)
  if (isPlainFile(raw)) return fileWrite(raw, bytes, py)
  const made = callMethod(raw, 'write', [newBytes(bytes.slice())], py)
  if (made === None) return undefined
  const count = sizeOf(made, py)
  if (count < 0 || count > bytes.length) {
    raise(OSError, `raw write() returned invalid length ${count} (should have been between 0 and ${bytes.length})`)
  }
  return count
}

export function rawSeek(self: PyBuffered, offset: number, whence: number, py: Thread): number {
  const raw = rawOf(self)
  if (isPlainFile(raw)) return fileSeek(raw, offset, whence, py)
  const at = sizeOf(callMethod(raw, 'seek', [sizeInt(offset), newInt(whence)], py), py)
  if (at < 0) raise(OSError, `Raw stream returned invalid position ${at}`)
  return at
}
export function rawTell(self: PyBuffered, py: Thread): number {
  const raw = rawOf(self)
  if (isPlainFile(raw)) return fileSeek(raw, 0, 1, py)
  const at = sizeOf(callMethod(raw, 'tell', [], py), py)
  if (at < 0) raise(OSError, `Raw stream returned invalid position ${at}`)
  return at
}

// ── reading ──────────────────────────────────────────────────────────────────────────────────────────────────

export const available = (self: PyBuffered): number => self.readBuf.length - self.readPos

export function dropReadAhead(self: PyBuffered): void {
  self.readBuf = nothing
  self.readPos = 0
}

/** Have what was taken ahead again. */
function giveBack(self: PyBuffered, parts: readonly Uint8Array[]): void {
  self.readBuf = concat([...parts, self.readBuf.slice(self.readPos)])
  self.readPos = 0
}

function take(self: PyBuffered, count: number): Uint8Array {
  const part = self.readBuf.slice(self.readPos, self.readPos + count)
  self.readPos += part.length
  return part
}

/** Fill the empty buffer once; how many bytes came, undefined when it would block. */
function fill(self: PyBuffered, py: Thread): number | undefined {
  const buffer = new Uint8Array(self.size)
  const count = rawRead(self, buffer, py)
  self.readBuf = buffer.subarray(0, count ?? 0)
  self.readPos = 0
  return count
}

/** As a raw stream's own readall, a piece at a time. */
function readToEnd(self: PyBuffered, ahead: Uint8Array, py: Thread): Uint8Array | undefined {
  const parts: Uint8Array[] = []
  for (;;) {
    const part = new Uint8Array(self.size)
    const count = orGiveBack(() => rawRead(self, part, py), () => giveBack(self, [ahead, ...parts]))
    if (count === undefined || count === 0) return parts.length > 0 ? concat(parts) : count === 0 ? nothing : undefined
    parts.push(part.subarray(0, count))
  }
}

/** Everything to the end; undefined when nothing is there yet. */
export function readAll(self: PyBuffered, py: Thread): Uint8Array | undefined {
  const ahead = take(self, available(self))
  dropReadAhead(self)
  const raw = rawOf(self)
  let rest: Uint8Array | undefined
  if (isPlainFile(raw)) rest = fileReadAll(raw, py, (taken) => giveBack(self, [ahead, ...taken]))
  else if (isFilledByOthers(raw, py)) rest = readToEnd(self, ahead, py)
  else {
    const readall = getAttrOrUndefined(raw, narrowStr('readall'), py)
    const parts: Uint8Array[] = []
    let blocked = false
    const accept = (made: Value): number => {
      if (made === None) {
        blocked = true
        return 0
      }
      if (!('bytes' in (made as object))) raise(OSError, 'readall() should return bytes')
      const { bytes } = made as unknown as { bytes: Uint8Array }
      if (bytes.length > 0) parts.push(bytes)
      return bytes.length
    }
    if (readall !== undefined) accept(call(readall, [], py))
    else while (accept(callMethod(raw, 'read', [], py)) > 0);
    if (parts.length > 0 || !blocked) rest = parts.length === 0 ? nothing : concat(parts)
  }
  if (rest === undefined) return ahead.length === 0 ? undefined : ahead
  return ahead.length === 0 ? rest : concat([ahead, rest])
}

/** `size` bytes, fewer at the end; undefined when nothing is there yet. */
export function readBytes(self: PyBuffered, size: number, py: Thread): Uint8Array | undefined {
  if (size <= available(self)) return take(self, size)
  const parts: Uint8Array[] = []
  let total = 0
  if (available(self) > 0) {
    parts.push(take(self, available(self)))
    total = (parts[0] as Uint8Array).length
  }
  dropReadAhead(self)
  let blocked = false
  while (total < size) {
    const want = size - total
    if (want >= self.size) {
      const buffer = new Uint8Array(want - (want % self.size))
      const count = orGiveBack(() => rawRead(self, buffer, py), () => giveBack(self, parts))
      blocked = count === undefined
      if (count === undefined || count === 0) break
      parts.push(buffer.subarray(0, count))
      total += count
    } else {
      const count = orGiveBack(() => fill(self, py), () => giveBack(self, parts))
      blocked = count === undefined
      if (count === undefined || count === 0) break
      const part = take(self, want)
      parts.push(part)
      total += part.length
    }
  }
  if (parts.length === 0) return blocked ? undefined : nothing
  return concat(parts)
}

/** Fill `into` from the buffer and the raw stream, with at most one read of it when `once`; undefined when nothing is there yet. */
export function readInto(self: PyBuffered, into: Uint8Array, once: boolean, py: Thread): number | undefined {
  const ahead = take(self, Math.min(into.length, available(self)))
  into.set(ahead)
  let total = ahead.length
  const keep = (): void => giveBack(self, [into.slice(0, total)])
  while (total < into.length) {
    const left = into.length - total
    let count: number | undefined = 0
    if (left > self.size) count = orGiveBack(() => rawRead(self, into.subarray(total), py), keep)
    else if (!once || total === 0) {
      count = orGiveBack(() => fill(self, py), keep)
      if (count !== undefined && count > 0) {
        const part = take(self, left)
        into.set(part, total)
        total += part.length
        if (once) break
        continue
      }
    }
    if (count === undefined && total === 0) return undefined
    total += count ?? 0
    if (once || count === undefined || count === 0) break
  }
  return total
}

/** What is buffered, or what one read of the raw stream gives. */
export function readOnce(self: PyBuffered, size: number, py: Thread): Uint8Array {
  if (size === 0) return nothing
  if (available(self) > 0) return take(self, Math.min(size, available(self)))
  dropReadAhead(self)
  const buffer = new Uint8Array(size)
  const count = rawRead(self, buffer, py) ?? 0
  return count === size ? buffer : buffer.slice(0, count)
}

export function peekBytes(self: PyBuffered, py: Thread): Uint8Array {
  if (available(self) === 0) fill(self, py)
  return self.readBuf.slice(self.readPos)
}

/** A line with its newline, at most `limit` bytes (-1: no limit). */
export function readLineBytes(self: PyBuffered, limit: number, py: Thread): Uint8Array {
  const parts: Uint8Array[] = []
  let total = 0
  for (;;) {
    const have = available(self)
    const most = limit < 0 ? have : Math.min(have, limit - total)
    if (most > 0) {
      const newline = self.readBuf.indexOf(10, self.readPos)
      const found = newline >= 0 && newline < self.readPos + most
      const part = take(self, found ? newline - self.readPos + 1 : most)
      parts.push(part)
      total += part.length
      if (found) break
    }
    if (limit >= 0 && total >= limit) break
    const count = orGiveBack(() => fill(self, py), () => giveBack(self, parts))
    if (count === undefined || count === 0) break
  }
  return parts.length === 0 ? nothing : concat(parts)
}

// ── writing ──────────────────────────────────────────────────────────────────────────────────────────────────

function blockingError(written: number, py: Thread): never {
  const args = [newInt(11), newStr('write could not complete without blocking'), newInt(written)]
  throw call(BlockingIOError, args, py) as PyBaseException
}

function rememberUnflushed(self: PyBuffered, py: Thread): void {
  const streams = pending(py)
  if (streams.has(self)) return
  const name = self.raw === undefined ? undefined : getAttrOrUndefined(self.raw, narrowStr('name'), py)
  const path = name === undefined ? undefined : asStr(name)
  streams.set(self, {
    path: path === undefined ? undefined : strValue(path),
    flush: (thread) => {
      if (!bufferedClosed(self, thread)) flushWrites(self, thread)
    },
  })
}

/** Write what is buffered to the raw stream. */
export function flushWrites(self: PyBuffered, py: Thread): void {
  const buffer = self.writeBuf
  let start = 0
  while (buffer !== undefined && start < self.writeLength) {
    let count: number | undefined
    try {
      count = rawWrite(self, buffer.subarray(start, self.writeLength), py)
    } catch (caught) {
      keepRest(self, start)
      throw caught
    }
    if (count === undefined) {
      keepRest(self, start)
      blockingError(0, py)
    }
    start += count
    py.look()
  }
  self.writeLength = 0
  pending(py).delete(self)
}

function keepRest(self: PyBuffered, start: number): void {
  if (start === 0 || self.writeBuf === undefined) return
  self.writeBuf.copyWithin(0, start, self.writeLength)
  self.writeLength -= start
}

/** Buffer bytes, or write them through when they are many. */
export function writeBytes(self: PyBuffered, bytes: Uint8Array, py: Thread): void {
  const buffer = (self.writeBuf ??= new Uint8Array(self.size))
  if (self.writeLength + bytes.length <= buffer.length) {
    buffer.set(bytes, self.writeLength)
    self.writeLength += bytes.length
    if (bytes.length > 0) rememberUnflushed(self, py)
    return
  }
  try {
    flushWrites(self, py)
  } catch (caught) {
    if (!(caught instanceof PyBaseException) || caught.type !== BlockingIOError) throw caught
    // What still fits is kept; the caller learns how much that was.
    const room = Math.min(bytes.length, buffer.length - self.writeLength)
    buffer.set(bytes.subarray(0, room), self.writeLength)
    self.writeLength += room
    if (room === bytes.length) return
    blockingError(room, py)
  }
  let start = 0
  while (bytes.length - start > buffer.length) {
    const count = rawWrite(self, bytes.subarray(start), py)
    if (count === undefined) {
      const room = Math.min(bytes.length - start, buffer.length)
      buffer.set(bytes.subarray(start, start + room))
      self.writeLength = room
      blockingError(start + room, py)
    }
    start += count
  }
  buffer.set(bytes.subarray(start))
  self.writeLength = bytes.length - start
  if (self.writeLength > 0) rememberUnflushed(self, py)
}

/** Is the raw stream seekable? UnsupportedOperation decides elsewhere. */
export const rawSeekable = (self: PyBuffered, py: Thread): boolean => truth(callMethod(rawOf(self), 'seekable', [], py), py)
