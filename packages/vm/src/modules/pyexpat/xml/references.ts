// `&name;`, `&#10;`, `&#xA;`
import { isCharacter, nameAt } from './characters.ts'
import { fail } from './errors.ts'

const predefined: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

/** The character that a predefined entity is. */
export const predefinedEntity = (name: string): string | undefined => (Object.hasOwn(predefined, name) ? predefined[name] : undefined)

export interface Reference {
  /** Of an entity. */
  readonly name: string | undefined
  /** Of a character. */
  readonly character: string | undefined
  readonly end: number
}

/** The reference that begins with the `&` at a place; undefined where the text ends within it. */
export function referenceAt(text: string, at: number): Reference | undefined {
  if (text[at + 1] !== '#') {
    const name = nameAt(text, at + 1)
    const end = at + 1 + name.length
    if (end >= text.length) return undefined
    if (name === '' || text[end] !== ';') fail('INVALID_TOKEN', end)
    return { name, character: undefined, end: end + 1 }
  }
  const isHex = text[at + 2] === 'x'
  const start = at + (isHex ? 3 : 2)
  let end = start
  while (end < text.length && (isHex ? /[0-9a-fA-F]/ : /[0-9]/).test(text.charAt(end))) end++
  if (end >= text.length) return undefined
  if (end === start || text[end] !== ';') fail('INVALID_TOKEN', end)
  const point = Number.parseInt(text.slice(start, end), isHex ? 16 : 10)
  if (!isCharacter(point)) fail('BAD_CHAR_REF')
  return { name: undefined, character: String.fromCodePoint(point), end: end + 1 }
}
