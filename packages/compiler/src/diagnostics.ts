// Where the compiler's complaints go: errors are thrown, warnings handed to the caller's hook.
import type { Located } from '@pellucid/ast'
import { PyCompileError, PySyntaxError } from '@pellucid/source'
import { invertBool } from './errors.ts'

/** A warning of the compiler, as `warnings.warn_explicit` receives it. */
export interface CompilerWarning {
  readonly category: 'SyntaxWarning' | 'DeprecationWarning'
  readonly message: string
  /** null, and line 0: the warning concerns whoever called `compile()`, not a place in the source. */
  readonly filename: string | null
  readonly lineno: number
}

/** Receives each warning; the answer 'error' turns it into a SyntaxError, as `-W error` does. */
export type OnWarning = (warning: CompilerWarning) => 'error' | void

export interface DiagnosticsOptions {
  /** The text of a source line, newline included, for errors. CPython reads it from the file. */
  readonly sourceLine?: ((lineno: number) => string | null) | undefined
  readonly onWarning?: OnWarning | undefined
}

/** Raises errors and warnings of one compilation. */
export class Diagnostics {
  readonly filename: string
  private readonly sourceLine: (lineno: number) => string | null
  private readonly onWarning: OnWarning | undefined

  constructor(filename: string, options: DiagnosticsOptions) {
    this.filename = filename
    this.sourceLine = options.sourceLine ?? (() => null)
    this.onWarning = options.onWarning
  }

  /** Raise SyntaxError; columns are counted in bytes, as CPython's compiler reports them. */
  error(message: string, at: Located): never {
    throw new PySyntaxError('SyntaxError', message, {
      filename: this.filename,
      lineno: at.lineno,
      offset: at.col_offset + 1,
      endLineno: at.end_lineno,
      endOffset: at.end_col_offset + 1,
      text: this.sourceLine(at.lineno),
    })
  }

  /** Raise SyntaxError at the start of a statement; no end is known. */
  errorAtStart(message: string, at: Located): never {
    throw new PySyntaxError('SyntaxError', message, {
      filename: this.filename,
      lineno: at.lineno,
      offset: at.col_offset + 1,
      endLineno: at.lineno,
      endOffset: null,
      text: this.sourceLine(at.lineno),
    })
  }

  warn(message: string, at: Located): void {
    const { filename, onWarning } = this
    if (onWarning === undefined) return
    const answer = onWarning({ category: 'SyntaxWarning', message, filename, lineno: at.lineno })
    if (answer === 'error') this.error(message, at)
  }

  /** Warn of `~True`, which folding evaluates. */
  warnInvertBool(): 'error' | void {
    return this.onWarning?.({
      category: 'DeprecationWarning',
      message: invertBool,
      filename: null,
      lineno: 0,
    })
  }
}

/** The error for trees nested more deeply than the compiler follows. */
export function tooDeep(): PyCompileError {
  return new PyCompileError('RecursionError', 'maximum recursion depth exceeded during compilation')
}

/** Run a stage; nothing but the depth of a tree exhausts JavaScript's stack in one. */
export function guardDepth<T>(stage: () => T): T {
  try {
    return stage()
  } catch (error) {
    if (error instanceof RangeError) throw tooDeep()
    throw error
  }
}
