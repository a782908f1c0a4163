// Incremental encoders and decoders of East Asian encodings, and their states as Python sees them.
import { decodeUtf8, encodeUtf8, pointsOfText } from '@pellucid/primitives'
import { newBytes, PyBytes } from '../../data/bytes.ts'
import { newTuple, type PyTuple } from '../../data/sequences.ts'
import { asInt, asStr, bigValue, newInt, newStr, strOfCodePoints, type Str, type Value } from '../../data/values.ts'
import { methods } from '../../object/define-builtin.ts'
import { defineType } from '../../object/define-type.ts'
import { call } from '../../protocols/call.ts'
import type { PyBaseException } from '../../data/exception.ts'
import { decodeErrors, encodeErrors, withCodecErrors } from '../../protocols/codec-errors.ts'
import { OverflowError, TypeError as PyTypeError, UnicodeDecodeError, UnicodeError } from '../../protocols/exceptions.ts'
import { raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'
import { concatenate } from '../../types/str/text.ts'
import { concat } from '../_io/io-base.ts'
import { codecOf, errorsAttribute, noInit, newState, PyDecoding, PyEncoding, STATE_SIZE } from './layouts.ts'
import { decodeBy, encodeBy } from './run.ts'

const MOST_PENDING = 8
const MOST_PENDING_CHARACTERS = 2
const strict = newStr('strict')

/** Encode what waits and what comes, and keep what has to wait. */
export function encodeNext(self: PyEncoding, text: Value, final: boolean, py: Thread): Uint8Array {
  const given = asStr(text) ?? raise(PyTypeError, "couldn't convert the object to str.")
  const all = concatenate(strOfCodePoints(self.pending), given)
  const { bytes, rest } = encodeBy(self.codec, all, self.errorName, self.state, final, py)
  if (rest.length > MOST_PENDING_CHARACTERS) raise(UnicodeError, 'pending buffer overflow')
  self.pending = rest
  return bytes
}

/** The same for bytes. */
export function decodeNext(self: PyDecoding, bytes: Uint8Array, final: boolean, py: Thread): Str {
  const all = self.pending.length === 0 ? bytes : concat([self.pending, bytes])
  const { text, rest } = decodeBy(self.codec, all, self.errorName, self.state, final, py)
  if (rest.length > MOST_PENDING) raise(UnicodeError, 'pending buffer overflow')
  self.pending = rest
  return text
}

function littleEndian(bytes: Uint8Array): bigint {
  return bytes.reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n)
}
function bytesOfInt(value: bigint, size: number): Uint8Array {
  if (value < 0n) raise(OverflowError, "can't convert negative int to unsigned")
  if (value >> BigInt(8 * size) !== 0n) raise(OverflowError, 'int too big to convert')
  return Uint8Array.from({ length: size }, (_, i) => Number((value >> BigInt(8 * i)) & 0xffn))
}

/** Length and UTF-8 of what waits, then the state of the encoding. */
function encoderState(self: PyEncoding, py: Thread): Value {
  const text = strOfCodePoints(self.pending)
  const waiting = withCodecErrors(text, py, () => encodeUtf8(self.pending, encodeErrors('strict', text, py)))
  return newInt(littleEndian(concat([Uint8Array.of(waiting.length), waiting, self.state])))
}
function setEncoderState(self: PyEncoding, state: bigint, py: Thread): void {
  const bytes = bytesOfInt(state, 1 + MOST_PENDING + STATE_SIZE)
  const size = bytes[0] as number
  if (size > MOST_PENDING) raise(UnicodeError, 'pending buffer too large')
  const waiting = bytes.slice(1, 1 + size)
  self.pending = withCodecErrors(newBytes(waiting), py, () => pointsOfText(decodeUtf8(waiting, decodeErrors('strict', waiting, py)).text))
  self.state = bytes.slice(1 + size, 1 + size + STATE_SIZE)
}

/** Back to the beginning, without what waits. */
export function resetDecoding(self: PyDecoding): void {
  self.state = newState(self.codec.codec, true)
  self.pending = new Uint8Array(0)
}

const encoder = methods<PyEncoding>()

export const incrementalEncoderType = defineType('_multibytecodec.MultibyteIncrementalEncoder(errors: str = <unrepresentable>)', {
  doc: 'Encodes text that comes in pieces.',
  instance: PyEncoding,
  subclassable: true,
  text: null,
  ...noInit,
  new: (cls, errors, py) => new PyEncoding(codecOf(cls, py), errors ?? strict),
  methods: () => [
    encoder('encode(self, /, input: object, final: bool = False)', 'Encode a piece.', (self, input, final, py) =>
      newBytes(encodeNext(self, input, final, py)),
    ),
    encoder('getstate(self, /)', 'The state as an int.', encoderState),
    encoder('setstate(self, state: object, /)', 'Go back to a state.', (self, state, py) => {
      const int = asInt(state)
      if (int === undefined) return raise(PyTypeError, 'setstate() argument must be int')
      setEncoderState(self, bigValue(int), py)
    }),
    encoder('reset(self, /)', 'Forget what waits.', (self) => {
      self.codec.codec.finish([], self.state)
      self.pending = []
    }),
  ],
  attributes: () => ({ errors: errorsAttribute as never }),
})

const decoder = methods<PyDecoding>()

function setDecoderState(self: PyDecoding, state: PyTuple, py: Thread): void {
  const [bytes, number] = state.items
  const int = number === undefined ? undefined : asInt(number)
  if (state.items.length !== 2 || !(bytes instanceof PyBytes) || int === undefined) {
    return raise(PyTypeError, 'setstate(): illegal state argument')
  }
  const kept = bytesOfInt(bigValue(int), STATE_SIZE)
  if (bytes.bytes.length > MOST_PENDING) {
    const args = [newStr(self.codec.name), bytes, newInt(0), newInt(bytes.bytes.length), newStr('pending buffer too large')]
    throw call(UnicodeDecodeError, args, py) as PyBaseException
  }
  self.pending = bytes.bytes.slice()
  self.state = kept
}

export const incrementalDecoderType = defineType('_multibytecodec.MultibyteIncrementalDecoder(errors: str = <unrepresentable>)', {
  doc: 'Decodes bytes that come in pieces.',
  instance: PyDecoding,
  subclassable: true,
  text: null,
  ...noInit,
  new: (cls, errors, py) => new PyDecoding(codecOf(cls, py), errors ?? strict),
  methods: () => [
    decoder('decode(self, /, input: buffer, final: bool = False)', 'Decode a piece.', decodeNext),
    decoder('getstate(self, /)', 'What waits, and the state as an int.', (self) =>
      newTuple([newBytes(self.pending), newInt(littleEndian(self.state))]),
    ),
    decoder('setstate(self, state: tuple, /)', 'Go back to a state.', setDecoderState),
    decoder('reset(self, /)', 'Forget what waits.', resetDecoding),
  ],
  attributes: () => ({ errors: errorsAttribute as never }),
})
