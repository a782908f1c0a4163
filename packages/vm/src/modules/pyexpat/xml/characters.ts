// The characters of XML 1.0: of names, of text, of what is blank. Texts are UTF-16.

const START =
  ':A-Z_a-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02ff\\u0370-\\u037d\\u037f-\\u1fff\\u200c-\\u200d\\u2070-\\u218f\\u2c00-\\u2fef\\u3001-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\ufffd'
const REST = `${START}\\-.0-9\\u00b7\\u0300-\\u036f\\u203f-\\u2040`
const name = new RegExp(`[${START}][${REST}]*`, 'y')
const token = new RegExp(`[${REST}]+`, 'y')
const blanks = /[ \t\r\n]*/y

function match(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? ''
}

/** The name that begins at a place; empty for none. */
export const nameAt = (text: string, at: number): string => match(name, text, at)
/** The name token that begins at a place: a name that may begin with a digit. */
export const tokenAt = (text: string, at: number): string => match(token, text, at)
/** The place behind the blanks that begin at a place. */
export const skipBlanks = (text: string, at: number): number => at + match(blanks, text, at).length
export const isBlank = (character: string | undefined): boolean => character === ' ' || character === '\n' || character === '\t' || character === '\r'

/** One UTF-16 unit that no document may contain: controls, U+FFFE, U+FFFF, halves of pairs. */
export const forbidden = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/

/** May a character reference name it? */
export const isCharacter = (point: number): boolean =>
  point === 9 || point === 10 || point === 13 || (point >= 32 && point <= 0xd7ff) || (point >= 0xe000 && point <= 0xfffd) ||
  (point >= 0x10000 && point <= 0x10ffff)

/** Where a name stops being one that namespaces allow, which have a prefix at the most; undefined if it is one. */
export function qualificationFault(name: string): number | undefined {
  const colon = name.indexOf(':')
  if (colon < 0) return undefined
  if (colon === 0) return 0
  if (name[colon + 1] === ':' || nameAt(name, colon + 1) === '') return colon + 1
  const second = name.indexOf(':', colon + 1)
  return second < 0 ? undefined : second
}

/** Line ends as programs see them. */
export const normalizeLines = (text: string): string => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text)
