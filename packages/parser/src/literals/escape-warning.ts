// The warning for a backslash that begins no escape.
import { TokenKind } from '@pellucid/lexer'
import type { Window } from '../window.ts'

/** What an invalid escape warns of; undefined where the tokenizer has warned already. */
export function invalidEscapeMessage(
  content: string, invalid: number, inFString: boolean,
): string | undefined {
  const c = content[invalid] as string
  if (inFString && (c === '{' || c === '}')) return undefined
  if (c >= '4' && c <= '7') return `invalid octal escape sequence '\\${content.slice(invalid, invalid + 3)}'`
  return `invalid escape sequence '\\${c}'`
}

/** Notes the first invalid escape of a literal's content, at the line of `token`, as CPython 3.13 counts. */
export function warnInvalidEscape(p: Window, token: number, content: string, invalid: number): void {
  const inFString = p.kinds[token] !== TokenKind.STRING
  const message = invalidEscapeMessage(content, invalid, inFString)
  if (message === undefined) return
  const category = p.featureVersion >= 12 ? 'SyntaxWarning' : 'DeprecationWarning'
  p.warnings.push({ category, message, lineno: p.line(token), filename: p.tape.filename, token })
}
