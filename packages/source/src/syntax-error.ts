// The errors that CPython raises for text it cannot compile.
import { renderSyntaxError } from './caret.ts'
import type { Palette } from './caret.ts'
import { convertColumn } from './columns.ts'
import type { ColumnUnit } from './columns.ts'
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
  /** null for an error without a place, as in CPython. */
  filename: string | null
  lineno: number | null
  offset: number | null
  endLineno?: number | null
  endOffset?: number | null
  /** The source line, its newline included when the source has one; null when unknown. */
  text: string | null
}

/** Where an error lies, as the tree says where a node lies: 1-based lines and 0-based columns. */
export interface SourceRange {
  readonly lineno: number
  readonly col_offset: number
  readonly end_lineno: number
  readonly end_col_offset: number
}

/** CPython's SyntaxError: the four-part range, the line of text, and the Python class in `name`. */
export class PySyntaxError extends Error {
  override readonly name: SyntaxErrorName
  readonly msg: string
  readonly filename: string | null
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
   * The error's place in the unit that a tree's columns are in, undefined when it has none. An error that ends on another
   * line than it begins needs the source, too, for the line of its end.
   *
   * @example
   * const details = { filename: 'x.py', lineno: 1, offset: 5, endLineno: 1, endOffset: 6, text: '"𝒳" b' }
   * new PySyntaxError('SyntaxError', 'invalid syntax', details).range('utf16')?.col_offset // 5
   */
  range(unit: ColumnUnit = 'utf8', source?: string): SourceRange | undefined {
    const { lineno, offset } = this
    if (lineno === null || offset === null) return undefined
    const lines = source?.split(/\r\n|\r|\n/)
    const columnOf = (line: number, at: number) => {
      const text = lines?.[line - 1] ?? (line === lineno ? (this.text ?? '') : '')
      return convertColumn(text, Math.max(at - 1, 0), 'codepoint', unit)
    }
    // A missing or empty end stands for the place itself.
    const endLineno = this.endLineno !== null && this.endLineno >= lineno ? this.endLineno : lineno
    const start = columnOf(lineno, offset)
    const end = columnOf(endLineno, this.endOffset ?? offset)
    return {
      lineno, col_offset: start, end_lineno: endLineno, end_col_offset: endLineno === lineno ? Math.max(start, end) : end,
    }
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
