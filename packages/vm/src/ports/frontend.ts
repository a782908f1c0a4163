// Parser and compiler, as the machine needs them (`compile`, `eval`, `exec`, import of source).
import type { CodeObject } from '@pellucid/opcode-spec'

export interface CompileOptions {
  mode: 'exec' | 'eval' | 'single'
  /** PyCF_… and future flags. */
  flags: number
  /** -1: the interpreter's own level. */
  optimize: number
  featureVersion?: number
  /** Bytes are a file's: encoding errors are worded for it. */
  origin?: 'file'
  /** What is run: the same text is probably compiled again by the next process. */
  isProgram?: true
  /** What code of the library made and evaluates, a namedtuple's methods or a dataclass's: the same goes for it. */
  byLibrary?: true
  /** A line of the file that the source is said to come from: what SyntaxError shows when the compiler raises it. */
  sourceLine?: (lineno: number) => string | null
  /** The answer 'error' makes a SyntaxError of the warning. */
  onWarning?: (warning: { category: string; message: string; lineno: number | null }) => 'error' | void
}

/** Errors leave as the source package's PySyntaxError and PyCompileError. */
export interface Frontend {
  compile(source: string | Uint8Array, filename: string, options: CompileOptions): CodeObject
}
