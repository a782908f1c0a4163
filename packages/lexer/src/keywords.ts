// Hard keywords: one look in a table indexed by first letter and length leaves at most two candidates.
import { TokenKind } from './token-kinds.ts'

interface Candidate {
  readonly codes: readonly number[]
  readonly kind: number
}

const LONGEST = 8
const candidates: (readonly Candidate[] | undefined)[] = new Array<undefined>(128 * 16).fill(undefined)

for (const [name, kind] of Object.entries(TokenKind)) {
  if (kind < TokenKind.FALSE) continue
  const constant = kind <= TokenKind.TRUE
  const word = constant ? (name[0] as string) + name.slice(1).toLowerCase() : name.toLowerCase()
  const slot = word.charCodeAt(0) * 16 + word.length
  const codes = Array.from(word, (letter) => letter.charCodeAt(0))
  candidates[slot] = [...(candidates[slot] ?? []), { codes, kind }]
}

/** The kind of the ASCII word at `start`: its keyword's, or NAME. */
export function wordKind(text: string, start: number, end: number): number {
  const length = end - start
  if (length > LONGEST) return TokenKind.NAME
  const found = candidates[text.charCodeAt(start) * 16 + length]
  if (found === undefined) return TokenKind.NAME
  for (let n = 0; n < found.length; n++) {
    const { codes, kind } = found[n] as Candidate
    let i = 1
    while (i < length && text.charCodeAt(start + i) === codes[i]) i++
    if (i === length) return kind
  }
  return TokenKind.NAME
}
