// The errors that CPython raises for text it cannot compile.
import { renderSyntaxError } from './caret.ts'
import type { Palette } from './caret.ts'
import { errorCode } from './error-code.ts'

/** Python classes that the front end raises besides the SyntaxError family. */
export type CompileErrorName =
  | 'ValueError'
  | 'TypeError'
  | 'RecursionError'
  | 'MemoryError'
  | 'OverflowError'
  | 'UnicodeDecodeError'
  | 'UnicodeEncodeError'
  | 'SystemError'

export type SyntaxErrorName = 'SyntaxError' | 'IndentationError' | 'TabError' | '_IncompleteInputError'

/** An error of the front end that is not a syntax error; `name` is the Python class. */
export class PyCompileError extends Error {
  override readonly name: CompileErrorName
  readonly msg: string
  constructor(name: CompileErrorName, msg: string) {
    super(msg)
    this.name = name
    this.msg = msg
  }
}

/** Where a syntax error lies: 1-based lines and 1-based code point columns, as CPython reports them; 0 or -1 where CPython does. */
export interface SyntaxErrorDetails {
  filename: string
  lineno: number | null
  offset: number | null
  endLineno?: number | null
  endOffset?: number | null
  /** The source line, its newline included when the source has one; null when unknown. */
  text: string | null
}

/** CPython's SyntaxError: the four-part range, the line of text, and the Python class in `name`. */
export class PySyntaxError extends Error {
  override readonly name: SyntaxErrorName
  readonly msg: string
  readonly filename: string
  readonly lineno: number | null
  readonly offset: number | null
  readonly endLineno: number | null
  readonly endOffset: number | null
  readonly text: string | null
  constructor(name: SyntaxErrorName, msg: string, details: SyntaxErrorDetails) {
    super(msg)
    this.name = name
    this.msg = msg
    this.filename = details.filename
    this.lineno = details.lineno
    this.offset = details.offset
    this.endLineno = details.endLineno ?? null
    this.endOffset = details.endOffset ?? null
    this.text = details.text
  }
  /** A name for the kind of error, stable under changes of what the message quotes: `was-never-closed`. */
  get code(): string {
    return errorCode(this.msg)
  }

  /**
   * The error as a traceback of CPython ends: file, source line, carets, message.
   *
   * @example
   * const details = { filename: 'x.py', lineno: 1, offset: 1, endLineno: 1, endOffset: 4, text: 'a b' }
   * new PySyntaxError('SyntaxError', 'invalid syntax', details).codeFrame()
   * //   File "x.py", line 1
   * //     a b
   * //     ^^^
   * // SyntaxError: invalid syntax
   */
  codeFrame(palette?: Palette): string {
    return renderSyntaxError(this, palette)
  }
}
