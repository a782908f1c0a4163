// A SyntaxError as CPython's traceback prints it.
//
//       File "x.py", line 1
//         a b
//         ^^^
//     SyntaxError: invalid syntax
import type { PySyntaxError } from './syntax-error.ts'

/** Escape sequences around the parts of a printed error; empty strings print no colour. */
export interface Palette {
  readonly place: string
  readonly error: string
  readonly name: string
  readonly message: string
  readonly reset: string
}

const plain: Palette = { place: '', error: '', name: '', message: '', reset: '' }

/** The colours of CPython 3.13. */
export const ansiPalette: Palette = {
  place: '\x1b[35m', error: '\x1b[1;31m', name: '\x1b[1;35m', message: '\x1b[35m', reset: '\x1b[0m',
}

/** The lines a traceback ends with: file, text and caret, class and message. */
export function renderSyntaxError(error: PySyntaxError, palette: Palette = plain): string {
  const { reset } = palette
  const summary = `${palette.name}${error.name}${reset}: ${palette.message}${error.msg || '<no detail available>'}${reset}`
  if (error.lineno === null) return `${summary}${error.filename === null ? '' : ` (${error.filename})`}\n`
  const file = `${palette.place}"${error.filename || '<string>'}"${reset}`
  return `  File ${file}, line ${palette.place}${error.lineno}${reset}\n${excerpt(error, palette)}${summary}\n`
}

// str.isspace for the characters that a line can hold.
const space = /[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/

function excerpt(error: PySyntaxError, palette: Palette): string {
  if (error.text === null) return ''
  const whole = Array.from(error.text)
  const right = Array.from(error.text.replace(/\n+$/, ''))
  const left = Array.from(right.join('').replace(/^[ \n\f]+/, ''))
  const indent = right.length - left.length
  if (error.offset === null) return `    ${left.join('')}\n`

  let offset = error.offset
  let end = error.lineno === error.endLineno ? error.endOffset || offset : right.length + 1
  if (whole.length > 0 && offset > whole.length) offset = right.length + 1
  if (whole.length > 0 && end > whole.length) end = right.length + 1
  if (offset >= end || end < 0) end = offset + 1

  const from = offset - 1 - indent
  const to = end - 1 - indent
  if (from < 0) return `    ${left.join('')}\n`
  const blanks = left.slice(0, from).map((c) => (space.test(c) ? c : ' '))
  const carets = palette.error + '^'.repeat(to - from) + palette.reset
  const marked =
    left.slice(0, from).join('') + palette.error + left.slice(from, to).join('') + palette.reset + left.slice(to).join('')
  return `    ${marked}\n    ${blanks.join('')}${carets}\n`
}
