// The encoding declaration of PEP 263, as CPython's tokenizer finds it: in a comment of its own on line one, or on
// line two behind a blank or comment line.
//
//     # -*- coding: latin-1 -*-
//             ^^^^^^^^^^^^^^^

/** The declared encoding under CPython's name for it, or undefined. */
export function findCookie(bytes: Uint8Array): string | undefined {
  let start = 0
  for (let line = 0; line < 2 && start < bytes.length; line++) {
    const newline = bytes.indexOf(10, start)
    const end = newline < 0 ? bytes.length : newline
    const text = latin1(bytes.subarray(start, end))
    const cookie = cookieOfLine(text)
    if (cookie !== undefined) return cookie
    if (!/^[ \t\f]*(?:#|\r|$)/.test(text)) return undefined
    start = end + 1
  }
  return undefined
}

function cookieOfLine(line: string): string | undefined {
  if (!/^[ \t\f]*#/.test(line)) return undefined
  const found = /coding[:=][ \t]*([-\w.]+)/.exec(line)
  return found === null ? undefined : normalEncodingName(found[1] as string)
}

/** Folds the spellings of UTF-8 and Latin-1 that CPython knows without asking its codecs. */
export function normalEncodingName(name: string): string {
  const short = name.slice(0, 12).toLowerCase().replaceAll('_', '-')
  if (/^utf-8(?:-|$)/.test(short)) return 'utf-8'
  if (/^(?:latin-1|iso-8859-1|iso-latin-1)(?:-|$)/.test(short)) return 'iso-8859-1'
  return name
}

function latin1(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}
