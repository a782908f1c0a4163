// `pellucid tokens`: what `python -m tokenize` prints.
import { renderTokenizeError, renderTokens, tokenize, tokenTypeName, TokenError, type Token } from '@pellucid/lexer'
import { PySyntaxError } from '@pellucid/source'
import { Failure } from '../failure.ts'
import { print, printJson, readInput, type Input } from './input.ts'

export interface TokenOptions {
  readonly exact?: boolean
  readonly json?: boolean
}

/** The tokens of an input, as lines of text. */
export function tokenLines(input: Input, options: TokenOptions = {}): string {
  return renderTokens(tokensOf(input), { exact: options.exact ?? false })
}

/** The tokens of an input; an error is the message that `python -m tokenize` ends with. */
function tokensOf(input: Input): Token[] {
  try {
    return [...tokenize(input.bytes)]
  } catch (error) {
    if (error instanceof TokenError || error instanceof PySyntaxError) {
      throw new Failure(renderTokenizeError(error, input.name).trimEnd(), 1)
    }
    throw error
  }
}

/** Prints the tokens of one file. */
export function showTokens(file: string, options: TokenOptions): void {
  const input = readInput(file)
  if (!options.json) return print(tokenLines(input, options))
  const tokens = tokensOf(input)
  printJson(tokens.map((token) => ({ ...token, type: tokenTypeName(token.type), exactType: tokenTypeName(token.exactType) })))
}
