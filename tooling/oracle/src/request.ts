// What can be asked, and what comes back.

/** The stages CPython can be asked about; see probes/stages.py and probes/ast_helpers.py for what each answers. */
export type Stage =
  | 'tokens'
  | 'parser-tokens'
  | 'ast'
  | 'unparse'
  | 'symbols'
  | 'symtable'
  | 'code'
  | 'marshal'
  | 'dis'
  | 'printed'
  | 'evaluate'
  | 'literal-eval'
  | 'literal-eval-nodes'
  | 'docstrings'
  | 'segments'
  | 'parsed'
  | 'changes'

/** The text to ask about: one of the three must be there. */
export interface SourceOf {
  source?: string
  source_b64?: string
  path?: string
}

/** One change of a tree: the field of the node at the end of the path gets a value, or is taken away. */
export interface TreeChange {
  readonly path: readonly (string | number)[]
  readonly field: string
  readonly value?: unknown
}

/** One question; options that a stage does not know are ignored. */
export interface OracleRequest extends SourceOf {
  stage: Stage
  /** Answer the sha256 of the text instead of the text. */
  digest?: boolean
  filename?: string
  mode?: 'exec' | 'eval' | 'single' | 'func_type'
  optimize?: number
  flags?: number
  feature_version?: readonly [number, number]
  type_comments?: boolean
  exact?: boolean
  indent?: number
  annotate_fields?: boolean
  attributes?: boolean
  show_caches?: boolean
  show_offsets?: boolean
  /** Print errors as on a terminal. */
  colour?: boolean
  /** For the stage `literal-eval`: texts; for `parsed`: options, one combination an answer. */
  sources?: readonly string[]
  variants?: readonly Partial<OracleRequest>[]
  /** For the stage `changes`: what is done with the changed trees, and the changes. */
  action?: 'compile' | 'dump' | 'unparse'
  options?: Readonly<Record<string, unknown>>
  changes?: readonly TreeChange[]
  /** CPython crashes on some changed trees: a child of its own answers. */
  isolated?: boolean
}

/** A Python exception as data; the SyntaxError fields only where CPython has them. */
export interface OracleError {
  type: string
  message: string
  msg?: string
  filename?: string | null
  lineno?: number | null
  offset?: number | null
  end_lineno?: number | null
  end_offset?: number | null
  text?: string | null
}

export interface OracleWarning {
  category: string
  message: string
  lineno: number
}

/** Exactly one of `text`, `bytes` (base64), `digest` and `error`. */
export interface OracleAnswer {
  text?: string
  bytes?: string
  digest?: string
  error?: OracleError
  warnings?: readonly OracleWarning[]
}

/** A program to run: its file, or `args` alone for `-c` and `-m`. */
export interface ProgramRequest {
  args: readonly string[]
  stdin?: string
  env?: Readonly<Record<string, string>>
  cwd?: string
  timeout?: number
}

/** What a program did. A status below 0 is the signal that ended it. */
export interface ProgramResult {
  stdout: string
  stderr: string
  status: number
}
