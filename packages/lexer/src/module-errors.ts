// The tokenizer's errors as the tokenize module raises them: other places, sometimes other words.
import { PySyntaxError } from '@pellucid/source'
import { bufferOffset } from './errors.ts'
import type { Scanner } from './scanner.ts'
import { byteCount, codePointCount } from './text.ts'
import { TokenError } from './token.ts'

/** The exception for a scan in the module's mode that ended in an error. */
export function moduleError(s: Scanner): TokenError | PySyntaxError {
  const error = s.error as PySyntaxError
  if (s.ending === 'eof') return new TokenError('unexpected EOF in multi-line statement', s.line, pendingBytes(s))
  if (s.ending === 'error' || s.ending === 'eofs' || s.ending === 'eols') {
    const triple = error.msg.includes('unterminated triple-quoted string literal')
    return new TokenError(triple ? 'EOF in multi-line string' : error.msg, error.lineno ?? 1, error.offset ?? 0)
  }
  const text = pendingText(s)
  const offset = codePointCount(text, 0, text.length) + 1
  if (s.ending === 'continuation') return new TokenError(error.msg, s.line, offset)
  return new PySyntaxError(error.name, error.msg, { filename: '<string>', lineno: s.line, offset, text })
}

/** Bytes that the tokenizer still holds at the end of the input: none between tokens, outside f-strings. */
function pendingBytes(s: Scanner): number {
  return s.endInToken || s.fstrings.length > 0 ? byteCount(s.text, bufferOffset(s), s.limit) : 0
}

/** The lines that the tokenizer holds, without the last newline. */
function pendingText(s: Scanner): string {
  const end = s.text.indexOf('\n', s.lineStart)
  return s.text.slice(bufferOffset(s), end < 0 ? s.limit : end)
}
