// The parser's view of a source: every token of it, as parallel arrays.
// A lexical error does not throw while the tape is made: the tape ends with an ERRORTOKEN and `error` holds what
// the parser raises when (and only when) it reaches that token, as CPython's lazy tokenizer does.
import type { PyCompileError, PySyntaxError } from '@pellucid/source'

/**
 * Why a tape ends, in CPython's terms: `eof` an ENDMARKER, or an ERRORTOKEN for input that ends inside brackets or
 * after a backslash; `eofs`/`eols` input that ends inside a triple-quoted / one-line string; `error` any other text
 * that the tokenizer itself refuses; `decode` a name with bytes that are no UTF-8; the others by their message.
 */
export type TapeEnding = 'eof' | 'eofs' | 'eols' | 'error' | 'decode' | 'dedent' | 'tabs' | 'deep' | 'continuation'

/** A bracket that is still open where the tape ends. */
export interface OpenBracket {
  readonly bracket: '(' | '[' | '{'
  readonly line: number
  /** 0-based UTF-8 byte column. */
  readonly column: number
}

/** A warning that CPython issues while it tokenises. */
export interface TokenWarning {
  readonly category: 'SyntaxWarning'
  readonly message: string
  readonly line: number
  /** Index of the token during whose reading it is issued. */
  readonly token: number
}

/** Tokens of one source, in order, ENDMARKER (or ERRORTOKEN) last. */
export interface TokenTape {
  /** The decoded text the offsets index: CRLF and CR folded to LF, BOM removed, a final newline added if it lacked one. */
  readonly source: string
  /** Where the text ends in `source`: its length, less one in modes in which the final newline was added but is not read. */
  readonly limit: number
  readonly count: number
  /** TokenKind numbers. */
  readonly kind: Uint8Array
  /** UTF-16 offsets into `source`. */
  readonly start: Int32Array
  readonly end: Int32Array
  /** 1-based lines and 0-based UTF-8 byte columns, as AST positions have them; -1 for INDENT, DEDENT, ENDMARKER, ERRORTOKEN. */
  readonly line: Int32Array
  readonly column: Int32Array
  readonly endLine: Int32Array
  readonly endColumn: Int32Array
  /** What the ERRORTOKEN at the end stands for; undefined when the source lexes. */
  readonly error: PySyntaxError | PyCompileError | undefined
  readonly ending: TapeEnding
  /** Offset the tokenizer had reached when it stopped. */
  readonly stop: number
  /** The brackets open at the end, outermost first. */
  readonly openBrackets: readonly OpenBracket[]
  /** Lines that were read in the middle of a token or after a backslash: an error text begins before them. */
  readonly joinedLines: readonly number[]
  /** For an f-string's `!`, `:` or `}` token that ends an `=` expression: the text of that expression. */
  readonly debugTexts: ReadonlyMap<number, string>
  /** `# type: ignore` comments (with type comments on), which are no tokens for the parser. */
  readonly typeIgnores: readonly { readonly line: number; readonly tag: string }[]
  readonly warnings: readonly TokenWarning[]
  readonly filename: string
  /** Whether `source` holds bytes that are no UTF-8, as lone surrogates (see `DecodedSource.escaped`). */
  readonly escaped: boolean
}
