// Errors of the front end as the user sees them: CPython's text, without a traceback of ours.
import { MarshalError } from '@pellucid/marshal'
import { ansiPalette, PyCompileError, PySyntaxError, renderSyntaxError } from '@pellucid/source'
import { Failure } from '../failure.ts'
import type { Input } from './input.ts'
import type { Warning } from './stages.ts'

/** The failure a typed error stands for; undefined for an error that is a bug of ours. */
export function asFailure(error: unknown): Failure | undefined {
  if (error instanceof Failure) return error
  if (error instanceof PySyntaxError) {
    const text = process.stderr.isTTY ? renderSyntaxError(error, ansiPalette) : renderSyntaxError(error)
    return new Failure(text.trimEnd(), 1)
  }
  if (error instanceof PyCompileError) return new Failure(`${error.name}: ${error.msg}`, 1)
  if (error instanceof MarshalError) return new Failure(`${error.name}: ${error.message}`, 1)
  return undefined
}

/** Prints a warning as CPython's `warnings` module does. */
export function showWarnings({ name, bytes, isStdin }: Input): (warning: Warning) => void {
  const seen = new Set<string>()
  return ({ category, message, lineno }) => {
    const key = `${lineno} ${category} ${message}`
    if (seen.has(key)) return
    seen.add(key)
    const line = isStdin ? '' : new TextDecoder().decode(bytes).split('\n')[lineno - 1]?.trim()
    process.stderr.write(`${name}:${lineno}: ${category}: ${message}\n${line ? `  ${line}\n` : ''}`)
  }
}
