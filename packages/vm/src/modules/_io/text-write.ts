// Writing text: encoded pieces are collected and handed to the buffer below in one go.
import { newBytes } from '../../data/bytes.ts'
import { asStr, narrowStr, newStr, strValue, type Str } from '../../data/values.ts'
import { getAttrOrUndefined } from '../../protocols/attributes.ts'
import { callMethod } from '../../protocols/call.ts'
import type { Thread } from '../../thread.ts'
import { checkOpen, flushWrites, writeBytes } from './buffered-core.ts'
import { unsupported } from './errors.ts'
import { concat } from './io-base.ts'
import { pending, PyBuffered } from './layouts.ts'
import { bufferOf, checkTextOpen, textClosed, type PyTextIOWrapper } from './text-layout.ts'

const isPlainBuffer = (buffer: unknown): buffer is PyBuffered =>
  buffer instanceof PyBuffered && !buffer.readable && buffer.type === Object.getPrototypeOf(buffer).type

/** Hand what is collected to the buffer below. */
export function flushText(self: PyTextIOWrapper, py: Thread): void {
  if (self.pendingBytes === 0) return
  const bytes = concat(self.pendingText)
  self.pendingText = []
  self.pendingBytes = 0
  pending(py).delete(self)
  const buffer = bufferOf(self)
  if (isPlainBuffer(buffer)) {
    checkOpen(buffer, py, 'write')
    writeBytes(buffer, bytes, py)
  } else callMethod(buffer, 'write', [newBytes(bytes)], py)
}

function flushBelow(self: PyTextIOWrapper, py: Thread): void {
  const buffer = bufferOf(self)
  if (isPlainBuffer(buffer)) flushWrites(buffer, py)
  else callMethod(buffer, 'flush', [], py)
}

function remember(self: PyTextIOWrapper, py: Thread): void {
  const streams = pending(py)
  if (streams.has(self)) return
  const name = getAttrOrUndefined(bufferOf(self), narrowStr('name'), py)
  const path = name === undefined ? undefined : asStr(name)
  streams.set(self, {
    path: path === undefined ? undefined : strValue(path),
    flush: (thread) => {
      if (textClosed(self, thread)) return
      flushText(self, thread)
      flushBelow(self, thread)
    },
  })
}

export function writeText(self: PyTextIOWrapper, given: Str, py: Thread): void {
  checkTextOpen(self, py)
  const { encode } = self
  if (encode === undefined) return unsupported('not writable')
  let text = given
  const raw = strValue(text)
  const newline = raw.includes('\n')
  if (newline && self.writeNewline !== undefined) text = newStr(raw.replaceAll('\n', self.writeNewline))
  const now = self.writeThrough || (self.lineBuffering && (newline || raw.includes('\r')))
  const bytes = encode(text, py)
  // No piece that is handed over is longer than a chunk, unless it was written so.
  while (self.pendingBytes > 0 && self.pendingBytes + bytes.length > self.chunkSize) flushText(self, py)
  self.pendingText.push(bytes)
  self.pendingBytes += bytes.length
  if (self.pendingBytes >= self.chunkSize || now) flushText(self, py)
  else if (bytes.length > 0) remember(self, py)
  if (self.lineBuffering && (newline || raw.includes('\r'))) flushBelow(self, py)
  if (self.snapshot !== undefined) {
    self.decoded = ''
    self.decodedUsed = 0
    self.snapshot = undefined
  }
  self.decoder?.reset(py)
}
