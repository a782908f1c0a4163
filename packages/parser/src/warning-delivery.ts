// Hands the warnings of tokenizer and parser to the caller, in the order CPython issues them.
import type { TokenTape } from '@pellucid/lexer'
import { syntaxError, tokenRange } from './diagnose/place.ts'
import type { WarningHandler } from './warning.ts'
import type { PendingWarning } from './window.ts'

/**
 * Calls the handler for `warnings` and those of the tokens read from `from` to `fill`; throws a SyntaxError
 * for one that the handler wants raised.
 */
export function deliverWarnings(
  tape: TokenTape, warnings: readonly PendingWarning[], handler: WarningHandler | undefined, from: number,
  fill: number,
): void {
  if (handler === undefined || (warnings.length === 0 && tape.warnings.length === 0)) return
  const all = [...warnings]
  for (const { category, message, line, token } of tape.warnings) {
    if (token < from || token >= fill) continue
    all.push({ category, message, lineno: line, filename: tape.filename, token })
  }
  all.sort((a, b) => a.token - b.token)
  for (const { category, message, lineno, filename, token } of all) {
    if (handler({ category, message, lineno, filename }) === true) {
      throw syntaxError(tape, fill, 'SyntaxError', message, tokenRange(tape, fill, token))
    }
  }
}
