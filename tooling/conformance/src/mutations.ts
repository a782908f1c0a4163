// Small accidents that happen to a source while it is edited, repeatable by a seed.
import { TokenKind, tokenizeTape } from '@pellucid/lexer'

/** A source after an accident on one line. */
export interface Mutation {
  readonly name: string
  readonly text: string
  /** The line of the original on which it happened. */
  readonly line: number
  /** Lines of the original behind the accident that are gone. */
  readonly cutOff: boolean
}

/** xorshift32: small, repeatable, good enough to pick places. */
export function newRandom(seed: number): (below: number) => number {
  let state = seed | 0 || 1
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}

const brackets = new Set<number>([
  TokenKind.LPAR, TokenKind.RPAR, TokenKind.LSQB, TokenKind.RSQB, TokenKind.LBRACE, TokenKind.RBRACE,
])

/** A line deleted, the rest cut off within a line, a bracket deleted. */
export function mutationsOf(text: string, seed: number): Mutation[] {
  const random = newRandom(seed * 7919 + 1)
  const lines = text.split('\n')
  // Without one of its two quotes a docstring and all that follows swap places, and without its head a block belongs to
  // the one before: no reader could tell.
  const indent = (line = '') => line.length - line.trimStart().length
  const next = (index: number) => lines.slice(index + 1, index + 9).find((line) => line.trim() !== '')
  const whole = lines.flatMap((line, index) => (/"""|'''/.test(line) || indent(next(index)) > indent(line) ? [] : [index]))
  const gone = whole[random(whole.length)] ?? 0
  const cut = random(text.length + 1)
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length
  const found: Mutation[] = [
    { name: 'line deleted', text: lines.filter((_, index) => index !== gone).join('\n'), line: gone + 1, cutOff: false },
    { name: 'cut off', text: text.slice(0, cut), line: lineAt(cut), cutOff: true },
  ]
  const tape = tokenizeTape(text)
  const places: number[] = []
  for (let token = 0; token < tape.count; token++) if (brackets.has(tape.kind[token] as number)) places.push(tape.start[token] as number)
  if (places.length > 0) {
    const at = places[random(places.length)] as number
    const folded = tape.source.slice(0, text.length)
    const without = folded.slice(0, at) + folded.slice(at + 1)
    found.push({ name: 'bracket deleted', text: without, line: folded.slice(0, at).split('\n').length, cutOff: false })
  }
  return found
}
