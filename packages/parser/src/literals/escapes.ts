// Backslash escapes of str and bytes literals.
//
//     \n \' \\ \<newline>     \ooo \xhh     \uhhhh \Uhhhhhhhh \N{NAME}   (str only)
//
// Positions in errors count what CPython's decoder sees: UTF-8, with every character beyond ASCII written as
// \Uhhhhhhhh, ten bytes.
import { WideText } from '@pellucid/primitives'
import type { TextConstant } from '@pellucid/primitives'

/** Looks up a character by its Unicode name, as it is written; undefined when there is none. */
export type CharacterNames = (name: string) => string | undefined

/** What a literal decodes to, and its first invalid escape, if any. */
export interface Decoded<T> {
  readonly value: T
  /**
   * Offset, in the content, of the character behind the first backslash that begins no escape; -1 for none.
   */
  readonly invalid: number
}

/** A literal that cannot be decoded; `message` is CPython's. */
export interface EscapeFault {
  readonly kind: 'unicode' | 'value'
  readonly message: string
}

const simple = new Map<number, string>([
  [10, ''], [34, '"'], [39, "'"], [92, '\\'], [97, '\x07'], [98, '\b'], [102, '\f'], [110, '\n'], [114, '\r'],
  [116, '\t'], [118, '\v'],
])

class TextWriter {
  text = ''
  /** Code points, once a surrogate has been written that must not pair up. */
  wide: number[] | undefined = undefined

  add(piece: string): void {
    if (this.wide === undefined) this.text += piece
    else for (const c of piece) this.wide.push(c.codePointAt(0) as number)
  }

  addPoint(point: number): void {
    if (point >= 0xd800 && point <= 0xdfff && this.wide === undefined) {
      this.wide = []
      for (const c of this.text) this.wide.push(c.codePointAt(0) as number)
    }
    if (this.wide === undefined) this.text += String.fromCodePoint(point)
    else this.wide.push(point)
  }

  finish(): TextConstant {
    return this.wide === undefined ? this.text : new WideText(this.wide)
  }
}

const isOctal = (c: number): boolean => c >= 48 && c <= 55

function hexValue(text: string, start: number, count: number): { value: number; digits: number } {
  let value = 0
  let digits = 0
  while (digits < count) {
    const c = text.charCodeAt(start + digits)
    const digit = c >= 48 && c <= 57 ? c - 48 : (c | 32) >= 97 && (c | 32) <= 102 ? (c | 32) - 87 : -1
    if (digit < 0) break
    value = value * 16 + digit
    digits++
  }
  return { value, digits }
}

/** Reads up to three octal digits. */
function octalValue(text: string, start: number): { value: number; digits: number } {
  let value = 0
  let digits = 0
  while (digits < 3 && isOctal(text.charCodeAt(start + digits))) {
    value = value * 8 + text.charCodeAt(start + digits++) - 48
  }
  return { value, digits }
}

/** Decodes the content of a str literal or of a part of an f-string. */
export function decodeText(
  content: string, names: CharacterNames | undefined,
): Decoded<TextConstant> | EscapeFault {
  const out = new TextWriter()
  let invalid = -1
  let p = 0
  for (;;) {
    const slash = content.indexOf('\\', p)
    if (slash < 0) {
      out.add(p === 0 ? content : content.slice(p))
      return { value: out.finish(), invalid }
    }
    if (slash > p) out.add(content.slice(p, slash))
    if (slash + 1 >= content.length) {
      // Only parts of f-strings end like this; CPython writes \u005c for such a backslash.
      out.add('\\')
      return { value: out.finish(), invalid }
    }
    const c = content.charCodeAt(slash + 1)
    p = slash + 2
    const plain = simple.get(c)
    if (plain !== undefined) {
      out.add(plain)
    } else if (isOctal(c)) {
      const { value, digits } = octalValue(content, slash + 1)
      if (value > 0o377 && invalid < 0) invalid = slash + 1
      out.addPoint(value)
      p = slash + 1 + digits
    } else if (c === 120 || c === 117 || c === 85) {
      const wanted = c === 120 ? 2 : c === 117 ? 4 : 8
      const { value, digits } = hexValue(content, p, wanted)
      const form = c === 120 ? '\\xXX' : c === 117 ? '\\uXXXX' : '\\UXXXXXXXX'
      if (digits < wanted) return unicodeFault(content, slash, p + digits, `truncated ${form} escape`)
      if (value > 0x10ffff) return unicodeFault(content, slash, p + digits, 'illegal Unicode character')
      out.addPoint(value)
      p += wanted
    } else if (c === 78) {
      const close = content.charCodeAt(p) === 123 ? content.indexOf('}', p) : -1
      if (close <= p + 1) {
        const until = content.charCodeAt(p) !== 123 ? p : close < 0 ? content.length : close
        return unicodeFault(content, slash, until, 'malformed \\N character escape')
      }
      const character = names?.(content.slice(p + 1, close))
      if (character === undefined) {
        return unicodeFault(content, slash, close + 1, 'unknown Unicode character name')
      }
      out.add(character)
      p = close + 1
    } else {
      if (invalid < 0 && c < 128) invalid = slash + 1
      out.add('\\')
      p = slash + 1
    }
  }
}

function unicodeFault(content: string, start: number, end: number, reason: string): EscapeFault {
  const from = decoderBytes(content, start)
  const to = decoderBytes(content, end) - 1
  const where = to <= from ? `byte 0x5c in position ${from}` : `bytes in position ${from}-${to}`
  return { kind: 'unicode', message: `'unicodeescape' codec can't decode ${where}: ${reason}` }
}

/** Bytes before an offset in what CPython hands to its decoder. */
function decoderBytes(content: string, end: number): number {
  let bytes = 0
  for (let p = 0; p < end; p++) {
    const c = content.charCodeAt(p)
    if (c < 128) {
      bytes += 1
      // A backslash before such a character is written \u005c.
      if (c === 92 && content.charCodeAt(p + 1) >= 128) bytes += 5
      else if (c === 92 && p + 1 < end && content.charCodeAt(p + 1) < 128) {
        bytes += 1
        p++
      }
    } else {
      bytes += 10
      if (c >= 0xd800 && c <= 0xdbff) p++
    }
  }
  return bytes
}

/** Decodes the content of a bytes literal, which holds ASCII only. */
export function decodeBytes(content: string): Decoded<Uint8Array> | EscapeFault {
  const bytes: number[] = []
  let invalid = -1
  for (let p = 0; p < content.length; p++) {
    const c = content.charCodeAt(p)
    if (c !== 92) {
      bytes.push(c)
      continue
    }
    const escaped = content.charCodeAt(++p)
    const plain = simple.get(escaped)
    if (plain !== undefined) {
      if (plain !== '') bytes.push(plain.charCodeAt(0))
    } else if (isOctal(escaped)) {
      const { value, digits } = octalValue(content, p)
      if (value > 0o377 && invalid < 0) invalid = p
      bytes.push(value & 255)
      p += digits - 1
    } else if (escaped === 120) {
      const { value, digits } = hexValue(content, p + 1, 2)
      if (digits < 2) return { kind: 'value', message: `invalid \\x escape at position ${p - 1}` }
      bytes.push(value)
      p += 2
    } else {
      if (invalid < 0) invalid = p
      bytes.push(92, escaped)
    }
  }
  return { value: Uint8Array.from(bytes), invalid }
}
