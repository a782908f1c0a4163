// Tokens as `python -m tokenize` prints them.
import { reprText } from '@pellucid/primitives'
import { PySyntaxError } from '@pellucid/source'
import { TokenError, tokenTypeName } from './token.ts'
import type { Token } from './token.ts'

/** One line a token: range, type (with `exact`, the operator's own), text. */
export function renderTokens(tokens: Iterable<Token>, options: { exact?: boolean } = {}): string {
  let text = ''
  for (const token of tokens) {
    const [row, column] = token.start
    const range = `${row},${column}-${token.end[0]},${token.end[1]}:`
    const name = tokenTypeName(options.exact === true ? token.exactType : token.type)
    text += range.padEnd(20) + name.padEnd(15) + padded(reprText(token.string), 15) + '\n'
  }
  return text
}

/** The line `python -m tokenize` prints for an error. */
export function renderTokenizeError(error: TokenError | PySyntaxError, filename: string): string {
  const lacksPlace = error instanceof PySyntaxError && error.name === 'SyntaxError'
  if (lacksPlace) return `${filename}: error: ${error.msg}\n`
  const [line, column] = error instanceof TokenError ? [error.line, error.column] : [error.lineno, error.offset]
  return `${filename}:${line}:${column}: error: ${error.msg}\n`
}

/** Pads to a width in code points. */
function padded(text: string, width: number): string {
  let length = text.length
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit >= 0xd800 && unit < 0xdc00) length--
  }
  return length < width ? text + ' '.repeat(width - length) : text
}
