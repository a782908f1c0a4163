// Encoding and decoding by an East Asian codec, with Python's error handlers.
import { UnicodeFault } from '@pellucid/primitives'
import type { CodecState, EastAsianCodec } from '@pellucid/primitives/east-asian'
import { newBytes } from '../../data/bytes.ts'
import { codePointsOf, strOfCodePoints, type Str } from '../../data/values.ts'
import { decodeErrors, encodeErrors, withCodecErrors } from '../../protocols/codec-errors.ts'
import { IndexError, OverflowError } from '../../protocols/exceptions.ts'
import { isRaised, raise } from '../../protocols/raise.ts'
import type { Thread } from '../../thread.ts'
import type { PyMultibyteCodec } from './layouts.ts'

const ILLEGAL = 'illegal multibyte sequence'
const INCOMPLETE = 'incomplete multibyte sequence'

/** A position that no C integer can hold is out of bounds too. */
function boundPosition<T>(body: () => T): T {
  try {
    return body()
  } catch (caught) {
    if (!isRaised(caught, OverflowError)) throw caught
    return raise(IndexError, 'position -1 from error handler out of bounds')
  }
}

export interface Encoded {
  readonly bytes: Uint8Array
  /** Characters that the next one decides about. */
  readonly rest: readonly number[]
}

/** What stands in for a character, in the encoding itself. */
function addReplacement(replacement: readonly number[] | Uint8Array, by: PyMultibyteCodec, out: number[], state: CodecState): void {
  if (replacement instanceof Uint8Array) {
    for (const byte of replacement) out.push(byte)
    return
  }
  for (let at = 0; at < replacement.length; ) {
    const taken = by.codec.encode(replacement, at, out, state, true)
    if (taken <= 0) throw new UnicodeFault('UnicodeEncodeError', by.name, at, at + 1, ILLEGAL)
    at += taken
  }
}

/** Encode text; `final` flushes it and goes back to the state at the beginning. */
export function encodeBy(by: PyMultibyteCodec, text: Str, errors: string, state: CodecState, final: boolean, py: Thread): Encoded {
  const points = codePointsOf(text)
  const out: number[] = []
  return withCodecErrors(text, py, () => {
    const handler = encodeErrors(errors, text, py)
    let at = 0
    while (at < points.length) {
      const taken = by.codec.encode(points, at, out, state, final)
      if (taken === 0) break
      if (taken > 0) {
        at += taken
        continue
      }
      const fault = { encoding: by.name, points, start: at, end: at + 1, reason: ILLEGAL }
      const [replacement, resume] = boundPosition(() => handler(fault))
      // An error in what stands in is about that.
      if (replacement instanceof Uint8Array) addReplacement(replacement, by, out, state)
      else withCodecErrors(strOfCodePoints(replacement), py, () => addReplacement(replacement, by, out, state))
      at = resume
    }
    if (final) by.codec.finish(out, state)
    return { bytes: Uint8Array.from(out), rest: points.slice(at) }
  })
}

export interface Decoded {
  readonly text: Str
  /** The beginning of a character. */
  readonly rest: Uint8Array
}

/** Decode bytes; `final` makes an error of what is missing. */
export function decodeBy(by: PyMultibyteCodec, given: Uint8Array, errors: string, state: CodecState, final: boolean, py: Thread): Decoded {
  const out: number[] = []
  const codec: EastAsianCodec = by.codec
  return withCodecErrors(newBytes(given), py, () => {
    const handler = decodeErrors(errors, given, py)
    let bytes = given
    let at = 0
    while (at < bytes.length) {
      const taken = codec.decode(bytes, at, out, state)
      if (taken > 0) {
        at += taken
        continue
      }
      if (taken === 0 && !final) break
      const fault = { encoding: by.name, bytes, start: at, end: taken === 0 ? bytes.length : at - taken, reason: taken === 0 ? INCOMPLETE : ILLEGAL }
      const [replacement, resume, changed] = boundPosition(() => handler(fault))
      for (const point of replacement) out.push(point)
      if (changed !== undefined) bytes = changed
      at = resume
    }
    return { text: strOfCodePoints(out), rest: bytes.slice(at) }
  })
}
