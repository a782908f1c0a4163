// The state of a TextIOWrapper.
import type { Visit } from '../../data/object.ts'
import { narrowStr, newStr, newInt, type Str, type Value } from '../../data/values.ts'
import { getAttr } from '../../protocols/attributes.ts'
import { call, callMethod } from '../../protocols/call.ts'
import { builtinCodec, checkNamesInDevMode, encodeBuiltin, lookupTextCodec } from '../../protocols/codecs.ts'
import { ValueError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import { truth } from '../../protocols/truth.ts'
import type { Thread } from '../../thread.ts'
import { bufferedClosed } from './buffered-core.ts'
import { closedError } from './errors.ts'
import { PyBuffered, PyTextIOBase } from './layouts.ts'
import { FastDecoder, NewlineDecoder, PythonDecoder, type TextDecoder } from './newline-decoder.ts'
import { bytesOf } from '../../protocols/buffer.ts'

export class PyTextIOWrapper extends PyTextIOBase {
  buffer: Value | undefined = undefined
  detached = false
  encoding = ''
  errors = 'strict'
  lineBuffering = false
  writeThrough = false
  /** The argument; undefined is None. */
  newline: string | undefined = undefined
  universal = true
  translateRead = true
  /** What `\n` is written as; undefined: itself. */
  writeNewline: string | undefined = undefined
  seekable = false
  telling = false
  hasRead1 = false
  chunkSize = 8192
  decoder: TextDecoder | undefined = undefined
  encode: ((text: Str, py: Thread) => Uint8Array) | undefined = undefined
  /** Encoder object of codecs that are no built-in ones, whose state starts afresh after a seek. */
  encoder: Value | undefined = undefined
  /** Decoded text that was not read yet starts at `decodedUsed`. */
  decoded = ''
  decodedUsed = 0
  snapshot: { flags: bigint; input: Uint8Array } | undefined = undefined
  bytesPerChar = 0
  pendingText: Uint8Array[] = []
  pendingBytes = 0
  override traverse(visit: Visit): void {
    if (this.buffer !== undefined) visit(this.buffer)
  }
}

/** The stream below. */
export function bufferOf(self: PyTextIOWrapper): Value {
  if (self.buffer !== undefined) return self.buffer
  return raise(ValueError, self.detached ? 'underlying buffer has been detached' : 'I/O operation on uninitialized object')
}

/** The stream, once `__init__` has made it one. */
export function initialised(self: PyTextIOWrapper): PyTextIOWrapper {
  if (!self.detached) bufferOf(self)
  return self
}

export function textClosed(self: PyTextIOWrapper, py: Thread): boolean {
  const buffer = bufferOf(self)
  if (buffer instanceof PyBuffered && !Object.hasOwn(buffer, 'type')) return bufferedClosed(buffer, py)
  return truth(getAttr(buffer, narrowStr('closed'), py), py)
}
export function checkTextOpen(self: PyTextIOWrapper, py: Thread): void {
  if (textClosed(self, py)) closedError()
}

/** Set up the decoder and the encoder of the stream's encoding. */
export function setCodec(self: PyTextIOWrapper, readable: boolean, writable: boolean, py: Thread): void {
  const builtin = builtinCodec(self.encoding)
  const simple = builtin === 'utf-8' || builtin === 'ascii' || builtin === 'latin-1' ? builtin : undefined
  const codec = simple === undefined ? lookupTextCodec(self.encoding, 'codecs.open()', py) : undefined
  checkNamesInDevMode(self.encoding, self.errors, py)
  if (readable) {
    const inner = simple !== undefined
      ? new FastDecoder(simple, self.errors)
      : new PythonDecoder(call(getAttr(codec as Value, narrowStr('incrementaldecoder'), py), [newStr(self.errors)], py))
    self.decoder = self.universal ? new NewlineDecoder(inner, self.translateRead) : inner
  } else self.decoder = undefined
  if (!writable) self.encode = undefined
  else if (simple !== undefined) {
    self.encode = (text, thread) => encodeBuiltin(simple, text, self.errors, thread)
    self.encoder = undefined
  } else {
    const encoder = call(getAttr(codec as Value, narrowStr('incrementalencoder'), py), [newStr(self.errors)], py)
    self.encoder = encoder
    self.encode = (text, thread) => bytesOf(callMethod(encoder, 'encode', [text], thread), thread)
  }
}

/** An encoder that goes on in the middle of a file writes no mark at its start. */
export function continueEncoder(self: PyTextIOWrapper, py: Thread): void {
  const { encoder } = self
  if (encoder === undefined || !self.seekable) return
  if (truth(callMethod(bufferOf(self), 'tell', [], py), py)) callMethod(encoder, 'setstate', [newInt(0)], py)
}

/** The `encoding` argument's default. */
export function localeEncoding(py: Thread): string {
  return py.interpreter.settings.flags.utf8Mode ? 'utf-8' : 'UTF-8'
}
