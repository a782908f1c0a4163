// Hands the warnings of tokenizer and parser to the caller, in the order CPython issues them.
import type { TokenTape } from '@pellucid/lexer'
import { PySyntaxError } from '@pellucid/source'
import { errorAtToken } from './diagnose/place.ts'
import type { WarningHandler } from './warning.ts'
import type { PendingWarning } from './window.ts'

/** Calls the handler for each warning; throws a SyntaxError for one that the handler wants raised. */
export function deliverWarnings(
  tape: TokenTape, warnings: readonly PendingWarning[], handler: WarningHandler | undefined,
): void {
  if (handler === undefined || (warnings.length === 0 && tape.warnings.length === 0)) return
  const seen = new Set<number>()
  const all: PendingWarning[] = tape.warnings.map(({ category, message, line, token }) => ({
    category, message, lineno: line, filename: tape.filename, token,
  }))
  for (const warning of warnings) {
    // A production that was tried and given up has read its strings once already.
    if (seen.has(warning.token) && tape.kind[warning.token] !== 61) continue
    seen.add(warning.token)
    all.push(warning)
  }
  all.sort((a, b) => a.token - b.token)
  for (const warning of all) {
    const { category, message, lineno, filename, token } = warning
    if (handler({ category, message, lineno, filename }) === true) {
      throw new PySyntaxError('SyntaxError', message, errorAtToken(tape, token))
    }
  }
}
