// Warnings that CPython issues while it parses: invalid escapes, and numbers that run into a keyword.

/** A warning; CPython's `warnings.warn_explicit` gets exactly these. */
export interface ParseWarning {
  readonly category: 'SyntaxWarning' | 'DeprecationWarning'
  readonly message: string
  readonly lineno: number
  readonly filename: string
}

/** Receives a warning; answers true when the warning is to be raised as a SyntaxError. */
export type WarningHandler = (warning: ParseWarning) => boolean | void
