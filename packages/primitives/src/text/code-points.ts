// The two forms of a str as data: a string without surrogate code units, or the list of its code points.
// Invariant: a list holds at least one code point that is astral or a surrogate.

/** A str: narrow as a JavaScript string, wide as code points. */
export type Text = string | readonly number[]

const surrogate = /[\ud800-\udfff]/

/** The form of the text that these code points are. */
export function textOfCodePoints(codePoints: readonly number[]): Text {
  let narrow = true
  for (let i = 0; i < codePoints.length && narrow; i++) {
    const c = codePoints[i]!
    narrow = c < 0xd800 || (c > 0xdfff && c < 0x10000)
  }
  return narrow ? stringOfUnits(codePoints) : codePoints
}

/** A string of code units, in chunks: the arguments of a call are limited. */
export function stringOfUnits(units: ArrayLike<number>): string {
  if (units.length <= 4096) return String.fromCharCode.apply(null, units as number[])
  let out = ''
  const list = units as number[]
  for (let i = 0; i < units.length; i += 4096) out += String.fromCharCode.apply(null, list.slice(i, i + 4096))
  return out
}

/** Pairs become astral code points; a lone surrogate stays one. */
export function textOfUtf16(utf16: string): Text {
  return surrogate.test(utf16) ? codePointsOfUtf16(utf16) : utf16
}

export function codePointsOfUtf16(utf16: string): number[] {
  const out: number[] = []
  for (let i = 0; i < utf16.length; i++) {
    const c = utf16.codePointAt(i)!
    if (c > 0xffff) i++
    out.push(c)
  }
  return out
}

/** UTF-16 with pairs for astral characters. */
export function utf16OfText(text: Text): string {
  if (typeof text === 'string') return text
  let out = ''
  for (let i = 0; i < text.length; i += 4096) out += String.fromCodePoint(...text.slice(i, i + 4096))
  return out
}

/** The code points of either form. */
export function pointsOfText(text: Text): readonly number[] {
  if (typeof text !== 'string') return text
  const out = new Array<number>(text.length)
  for (let i = 0; i < text.length; i++) out[i] = text.charCodeAt(i)
  return out
}

const beyondAscii = /[^\0-\x7f]/
export function isAsciiString(text: string): boolean {
  return !beyondAscii.test(text)
}
