// Tokens that keep every character: what stands before a token travels with it.
//
//     x  =  1   # one        leading '' 'x' · '  ' '=' · '  ' '1' · '   ' '# one' · '' '\n'
import { TokenKind } from './token-kinds.ts'
import { scanForModule } from './tokenize.ts'
import type { TokenError } from './token.ts'
import type { PySyntaxError } from '@pellucid/source'
import { moduleError } from './module-errors.ts'

/** A token and the blanks, form feeds and joined lines before it. */
export interface LosslessToken {
  /** Kind of the token; an ERRORTOKEN holds all text from an error on. */
  readonly kind: number
  readonly leading: string
  readonly text: string
  /** UTF-16 offset of `text` in the source. */
  readonly offset: number
}

/** Every character of a source, in tokens. */
export interface LosslessTokens {
  readonly tokens: readonly LosslessToken[]
  /** Why the last token but one is an ERRORTOKEN, if it is. */
  readonly error: TokenError | PySyntaxError | undefined
}

/**
 * Tokenises a text, comments and blanks included, so that `renderLossless` gives the text back. Never throws.
 *
 * @example
 * renderLossless(losslessTokens('x  = 1 # one\n').tokens) // 'x  = 1 # one\n'
 */
export function losslessTokens(source: string): LosslessTokens {
  const nullAt = source.indexOf('\0')
  const readable = nullAt < 0 ? source : source.slice(0, nullAt)
  const s = scanForModule(readable)
  const tokens: LosslessToken[] = []
  let at = 0
  for (let i = 0; i < s.count - 1; i++) {
    const kind = s.kind[i] as number
    const start = Math.min(s.start[i] as number, readable.length)
    // A NEWLINE holds its line ending here, which the scan leaves out.
    const end = Math.min((s.end[i] as number) + (kind === TokenKind.NEWLINE ? 1 : 0), readable.length)
    tokens.push({ kind, leading: source.slice(at, start), text: source.slice(start, end), offset: start })
    at = end
  }
  const error = s.error === undefined ? undefined : moduleError(s)
  if (error !== undefined || nullAt >= 0) {
    tokens.push({ kind: TokenKind.ERRORTOKEN, leading: '', text: source.slice(at), offset: at })
    at = source.length
  }
  tokens.push({ kind: TokenKind.ENDMARKER, leading: source.slice(at), text: '', offset: source.length })
  return { tokens, error }
}

/** The text that tokens were made of. */
export function renderLossless(tokens: Iterable<LosslessToken>): string {
  let text = ''
  for (const token of tokens) text += token.leading + token.text
  return text
}
