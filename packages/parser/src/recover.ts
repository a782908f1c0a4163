// A tree for broken source: statements that do not parse are left out, and their errors are kept.
// Where the tokenizer gives up, the line at fault is blanked and the text is read again.
import type * as ast from '@pellucid/ast'
import { tokenizeTape } from '@pellucid/lexer'
import type { TapeOptions, TokenTape } from '@pellucid/lexer'
import { PyCompileError, PySyntaxError } from '@pellucid/source'
import { errorOfStatement } from './diagnose/index.ts'
import { openWindow } from './parse.ts'
import type { ParseOptions } from './parse.ts'
import { parseFile } from './start-rules.ts'

/** A module whose faulty statements are left out. */
export interface RecoveredModule extends ast.Module {
  /** What is wrong with the source, in its order; empty when nothing is. */
  readonly errors: readonly (PySyntaxError | PyCompileError)[]
}

/** Lines blanked at most; a text with more lexical errors is hardly Python. */
const MAX_BLANKED = 200

/** Parses a text as far as it can be parsed. */
export function parseRecovering(
  text: string, tapeOptions: TapeOptions, options: ParseOptions,
): RecoveredModule {
  const errors: (PySyntaxError | PyCompileError)[] = []
  let readable = text
  let tape = tokenizeTape(readable, tapeOptions)
  for (let blanked = 0; tape.error !== undefined && blanked < MAX_BLANKED; blanked++) {
    errors.push(tape.error)
    const rest = blankLine(readable, tape)
    if (rest === undefined) break
    readable = rest
    tape = tokenizeTape(readable, tapeOptions)
  }
  if (tape.error !== undefined) tape = tokenizeTape('', tapeOptions)
  const p = openWindow(tape, options)
  p.onFault = (statement) => {
    const error = errorOfStatement(tape, options, statement)
    if (error instanceof PySyntaxError || error instanceof PyCompileError) errors.push(error)
  }
  const tree = parseFile(p)
  errors.sort((a, b) => lineOf(a) - lineOf(b))
  return Object.defineProperty(tree, 'errors', { value: errors, enumerable: false }) as RecoveredModule
}

function lineOf(error: PySyntaxError | PyCompileError): number {
  return error instanceof PySyntaxError ? (error.lineno ?? 0) : 0
}

/** The text with the line of the tape's error made empty; undefined when no line is to blame. */
function blankLine(text: string, tape: TokenTape): string | undefined {
  const { error } = tape
  if (!(error instanceof PySyntaxError) || error.lineno === null || error.lineno < 1) return undefined
  const lines = text.split(/(\r\n|\r|\n)/)
  const at = (error.lineno - 1) * 2
  const line = lines[at]
  if (line === undefined) return undefined
  // A blank line cannot be at fault for itself: what troubles the tokenizer there is the line before.
  if (line.trim() === '') return at < 2 ? undefined : blankFrom(lines, at - 2)
  return blankFrom(lines, at)
}

function blankFrom(lines: string[], at: number): string | undefined {
  for (let i = at; i >= 0; i -= 2) {
    if ((lines[i] as string).trim() === '') continue
    lines[i] = ''
    return lines.join('')
  }
  return undefined
}
