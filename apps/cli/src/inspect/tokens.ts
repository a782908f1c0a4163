// `pellucid tokens`: what `python -m tokenize` prints.
import { renderTokenizeError, renderTokens, tokenize, tokenTypeName, TokenError, type Token } from '@pellucid/lexer'
import { PySyntaxError } from '@pellucid/source'
import { Failure } from '../failure.ts'
import { print, printJson, readInput, textOfStdin, UnreadableFile, type Input } from './input.ts'

export interface TokenOptions {
  readonly exact?: boolean
  readonly json?: boolean
}

/** The tokens of an input, as lines of text. */
export function tokenLines(input: Input, options: TokenOptions = {}): string {
  const { tokens, failure } = readTokens(input)
  if (failure !== undefined) throw failure
  return renderTokens(tokens, { exact: options.exact ?? false })
}

interface TokensRead {
  readonly tokens: readonly Token[]
  /** The message that `python -m tokenize` ends with. */
  readonly failure?: Failure
}

/** Of a file the module reads bytes, and finds their encoding; stdin is text already. */
function readTokens(input: Input): TokensRead {
  const tokens: Token[] = []
  try {
    for (const token of tokenize(input.isStdin ? textOfStdin(input) : input.bytes, { filename: input.name })) tokens.push(token)
    return { tokens }
  } catch (error) {
    if (!(error instanceof TokenError || error instanceof PySyntaxError)) throw error
    return { tokens, failure: new Failure(renderTokenizeError(error, input.name).trimEnd(), 1) }
  }
}

/** As `python -m tokenize` says what it cannot open: without the class. */
function readForTokens(file: string): Input {
  try {
    return readInput(file)
  } catch (error) {
    throw error instanceof UnreadableFile ? new Failure(`error: ${error.reason}`, error.status) : error
  }
}

/** Prints the tokens of one file. */
export function showTokens(file: string, options: TokenOptions): void {
  const input = readForTokens(file)
  const { tokens, failure } = readTokens(input)
  if (!options.json) {
    // The module reads a file as a whole, and stdin as it comes.
    if (failure === undefined || input.isStdin) print(renderTokens(tokens, { exact: options.exact ?? false }))
  } else if (failure === undefined) {
    printJson(tokens.map((token) => ({ ...token, type: tokenTypeName(token.type), exactType: tokenTypeName(token.exactType) })))
  }
  if (failure !== undefined) throw failure
}
