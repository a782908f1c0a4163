// A tape in words, as the tests compare it: `NAME 1:0-1:1 'x'`.
import { TokenKind, tokenizeTape } from '../src/index.ts'
import type { TapeOptions } from '../src/index.ts'

const names = new Map<number, string>(Object.entries(TokenKind).map(([name, kind]) => [kind, name]))

/** Kinds of a text's tokens; of names and the like with their text. */
export function kinds(source: string, options: TapeOptions = {}): string {
  const tape = tokenizeTape(source, options)
  const words = []
  for (let i = 0; i < tape.count; i++) {
    const kind = names.get(tape.kind[i] as number) as string
    const text = tape.source.slice(tape.start[i], tape.end[i])
    words.push(/^(?:NAME|NUMBER|STRING|FSTRING_MIDDLE|TYPE_COMMENT)$/.test(kind) ? `${kind}(${text})` : kind)
  }
  return words.join(' ')
}

/** Places of a text's tokens. */
export function spans(source: string, options: TapeOptions = {}): string[] {
  const tape = tokenizeTape(source, options)
  return Array.from({ length: tape.count }, (_, i) => {
    const kind = names.get(tape.kind[i] as number) as string
    return `${kind} ${tape.line[i]}:${tape.column[i]}-${tape.endLine[i]}:${tape.endColumn[i]}`
  })
}
