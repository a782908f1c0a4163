// The parser's view of a source: every token of it, as parallel arrays.
// A lexical error does not throw while the tape is made: the tape ends with an ERRORTOKEN and `error` holds what
// the parser raises when (and only when) it reaches that token, as CPython's lazy tokenizer does.
import type { PyCompileError, PySyntaxError } from '@pellucid/source'

/** Tokens of one source, in order, ENDMARKER (or ERRORTOKEN) last. */
export interface TokenTape {
  /** The decoded text the offsets index: CRLF and CR folded to LF, BOM removed, a final newline added if it lacked one. */
  readonly source: string
  readonly count: number
  /** TokenKind numbers. */
  readonly kind: Uint8Array
  /** UTF-16 offsets into `source`. */
  readonly start: Int32Array
  readonly end: Int32Array
  /** 1-based lines and 0-based UTF-8 byte columns, as AST positions have them. */
  readonly line: Int32Array
  readonly column: Int32Array
  readonly endLine: Int32Array
  readonly endColumn: Int32Array
  /** What the ERRORTOKEN at the end stands for; undefined when the source lexes. */
  readonly error: PySyntaxError | PyCompileError | undefined
}
