// ascii(): a repr with everything beyond ASCII escaped.

/** Escape code points above 127 as Python does (`\xe9`, `\u20ac`, `\U0001f600`). */
export function ascii(text: string): string {
  if (!/[^\0-\x7f]/.test(text)) return text
  let out = ''
  for (const character of text) {
    const point = character.codePointAt(0) as number
    if (point < 0x80) out += character
    else if (point < 0x100) out += '\\x' + point.toString(16).padStart(2, '0')
    else if (point < 0x10000) out += '\\u' + point.toString(16).padStart(4, '0')
    else out += '\\U' + point.toString(16).padStart(8, '0')
  }
  return out
}
