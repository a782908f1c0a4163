// What every East Asian codec does, a character at a time.

/** Eight bytes in which a stateful encoding remembers where it is. */
export type CodecState = Uint8Array

export interface EastAsianCodec {
  /** The state at the beginning of text. */
  readonly start: readonly number[]
  /** The same for decoding, where it differs. */
  readonly decodingStart?: readonly number[]
  /**
   * Decode what begins at a place, and add its code points. Answers how many bytes it took; 0 where bytes are missing;
   * `-n` where n bytes mean nothing.
   */
  decode(bytes: Uint8Array, at: number, out: number[], state: CodecState): number
  /**
   * Encode what begins at a place, and add its bytes. Answers how many characters it took; 0 where the next one decides
   * and `flush` does not say that there is none; `-1` where a character has no code.
   */
  encode(points: readonly number[], at: number, out: number[], state: CodecState, flush: boolean): number
  /** The bytes that lead back to the state at the beginning. */
  finish(out: number[], state: CodecState): void
}

/** Adds the bytes of a code. */
export function addCode(out: number[], code: number): void {
  if (code > 0xffff) out.push(code >> 16)
  if (code > 0xff) out.push((code >> 8) & 0xff)
  out.push(code & 0xff)
}
