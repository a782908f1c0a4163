// ISO 2022: seven bits, in which escape sequences say which character set the bytes that follow belong to.
//
//     ESC $ B  F | K \  ESC ( B  …        JIS X 0208 in G0, two characters, ASCII in G0
//     ESC $ ) C  SO  0 ! SI               KS X 1001 in G1, which SO and SI shift to and from
import { addCode, type CodecState, type EastAsianCodec } from './codec.ts'
import { charsets, greek, Mark, type CharsetName } from './charsets.ts'

const ESC = 0x1b
const SHIFT_OUT = 0x0e
const SHIFT_IN = 0x0f
const LONGEST_ESCAPE = 16

/** Bits of the state's fifth byte; the first three are the sets in G0, G1 and G2. */
const SHIFTED = 1
const ESCAPE_PASSES = 2

const endsEscape = (byte: number): boolean => byte >= 0x40 && byte <= 0x5a

export interface Iso2022Options {
  /** Two characters with one code are looked for first, in this set. */
  readonly pairs?: CharsetName
  /** In the order in which a character is looked for in them. */
  readonly sets: readonly CharsetName[]
  /** SO and SI mean something. */
  readonly shifts?: boolean
  /** `ESC N` takes a character from G2. */
  readonly second?: boolean
}

class Iso2022 implements EastAsianCodec {
  readonly start: readonly number[] = [Mark.ASCII, Mark.ASCII]
  readonly decodingStart: readonly number[] = [Mark.ASCII, Mark.ASCII, Mark.ASCII]
  readonly #options: Iso2022Options
  readonly #marks: ReadonlySet<number>
  constructor(options: Iso2022Options) {
    this.#options = options
    this.#marks = new Set([Mark.ASCII, ...options.sets.map((name) => charsets[name].mark)])
  }

  decode(bytes: Uint8Array, at: number, out: number[], state: CodecState): number {
    const byte = bytes[at] as number
    const flags = state[4] as number
    if ((flags & ESCAPE_PASSES) !== 0) {
      if (endsEscape(byte)) state[4] = flags & ~ESCAPE_PASSES
    } else if (byte === ESC) return this.#escape(bytes, at, out, state)
    else if (this.#options.shifts === true && (byte === SHIFT_IN || byte === SHIFT_OUT)) {
      state[4] = byte === SHIFT_OUT ? flags | SHIFTED : flags & ~SHIFTED
      return 1
    } else if (byte === 0x0a) state[4] = flags & ~SHIFTED
    else if (byte >= 0x80) return -1
    else if (byte >= 0x20) {
      const mark = state[(flags & SHIFTED) === 0 ? 0 : 1] as number
      if (mark !== Mark.ASCII) return this.#character(mark, bytes, at, out)
    }
    out.push(byte)
    return 1
  }

  #character(mark: number, bytes: Uint8Array, at: number, out: number[]): number {
    const name = this.#options.sets.find((one) => charsets[one].mark === mark)
    if (name === undefined) return -1
    const { width, decode } = charsets[name]
    if (at + width > bytes.length) return 0
    const found = decode(width === 1 ? (bytes[at] as number) : ((bytes[at] as number) << 8) | (bytes[at + 1] as number))
    if (found === undefined) return -width
    out.push(...found)
    return width
  }

  #escape(bytes: Uint8Array, at: number, out: number[], state: CodecState): number {
    const second = bytes[at + 1]
    if (second === undefined) return 0
    if ('()$.&'.includes(String.fromCharCode(second))) return this.#designate(bytes, at, state)
    if (this.#options.second === true && second === 0x4e) return this.#fromSecond(bytes, at, out, state)
    state[4] = (state[4] as number) | ESCAPE_PASSES
    out.push(ESC)
    return 1
  }

  /** A character of G2. */
  #fromSecond(bytes: Uint8Array, at: number, out: number[], state: CodecState): number {
    const byte = bytes[at + 2]
    if (byte === undefined) return 0
    if (byte >= 0x80) return -1
    const mark = state[2]
    const point = mark === Mark.LATIN_1 ? byte + 0x80 : mark === Mark.GREEK ? greek(byte + 0x80) : byte
    if (point === undefined) return -1
    out.push(point)
    return 3
  }

  /** An escape sequence that puts a set in G0, G1 or G2. */
  #designate(bytes: Uint8Array, at: number, state: CodecState): number {
    let length = 0
    for (let i = 1; i < LONGEST_ESCAPE && length === 0; i++) {
      const byte = bytes[at + i]
      if (byte === undefined) return 0
      if (endsEscape(byte)) length = i + 1
      else if (this.#options.shifts !== true && byte === 0x26 && bytes[at + i + 1] === 0x40) i += 2
    }
    if (length === 0) return -1
    const text = String.fromCharCode(...bytes.subarray(at + 1, at + length))
    const mark = text.charCodeAt(text.length - 1)
    if (text === '&@\x1b$B') return this.#put(state, 0, Mark.JISX0208, length)
    if (length === 3 && text.startsWith('$')) return this.#put(state, 0, mark | 0x80, length)
    if (length === 4 && (text.startsWith('$(') || text.startsWith('$)'))) return this.#put(state, text[1] === '(' ? 0 : 1, mark | 0x80, length)
    const place = length === 3 ? '().'.indexOf(text[0] as string) : -1
    return place < 0 || (place === 2 && this.#options.second !== true) ? -length : this.#put(state, place, mark, length)
  }
  #put(state: CodecState, place: number, mark: number, length: number): number {
    if (!this.#marks.has(mark)) return -length
    state[place] = mark
    return length
  }

  encode(points: readonly number[], at: number, out: number[], state: CodecState, flush: boolean): number {
    const point = points[at] as number
    if (point < 0x80) {
      this.finish(out, state)
      out.push(point)
      return 1
    }
    const { pairs, sets } = this.#options
    const seconds = pairs === undefined ? undefined : charsets[pairs].pairs?.(point)
    if (pairs !== undefined && seconds !== undefined) {
      const second = points[at + 1]
      if (second === undefined && !flush) return 0
      const code = second === undefined ? undefined : seconds.get(second)
      if (code !== undefined) {
        this.#write(pairs, code & 0x7f7f, out, state)
        return 2
      }
    }
    for (const name of sets) {
      const code = charsets[name].encode(point)
      if (code === undefined) continue
      this.#write(name, code, out, state)
      return 1
    }
    return -1
  }

  /** Write a code, after what makes its set the current one. */
  #write(name: CharsetName, code: number, out: number[], state: CodecState): void {
    const { mark, width, place = 0 } = charsets[name]
    if (place === 0) this.#shiftIn(out, state)
    if (state[place] !== mark) {
      out.push(ESC)
      if (width === 2) out.push(0x24)
      if (width === 1 || mark !== Mark.JISX0208) out.push(place === 0 ? 0x28 : 0x29)
      out.push(mark & 0x7f)
      state[place] = mark
    }
    if (place === 1 && ((state[4] as number) & SHIFTED) === 0) {
      out.push(SHIFT_OUT)
      state[4] = (state[4] as number) | SHIFTED
    }
    addCode(out, code)
  }
  #shiftIn(out: number[], state: CodecState): void {
    if (((state[4] as number) & SHIFTED) === 0) return
    out.push(SHIFT_IN)
    state[4] = (state[4] as number) & ~SHIFTED
  }

  finish(out: number[], state: CodecState): void {
    if (state[0] !== Mark.ASCII) out.push(ESC, 0x28, 0x42)
    state[0] = Mark.ASCII
    this.#shiftIn(out, state)
  }
}

/** A codec of the ISO 2022 family. */
export const iso2022 = (options: Iso2022Options): EastAsianCodec => new Iso2022(options)
