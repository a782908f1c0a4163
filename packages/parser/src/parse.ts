// From text to tree: tokens, then the productions; what does not parse goes to `diagnose/`.
import { checkConstruction } from '@pellucid/ast'
import type * as ast from '@pellucid/ast'
import { PyCompileError } from '@pellucid/source'
import type { ColumnUnit, Decoder } from '@pellucid/source'
import { tapeWithColumns } from '@pellucid/lexer'
import type { TokenTape } from '@pellucid/lexer'
import { checkDepth, checkSingle, diagnose } from './diagnose/index.ts'
import type { Survey } from './diagnose/index.ts'
import { stackOverflow } from './diagnose/peg-machine.ts'
import { failure } from './failure.ts'
import { parseEval, parseFile, parseFunctionType, parseInteractive } from './start-rules.ts'
import type { CharacterNames } from './literals/escapes.ts'
import { deliverWarnings } from './warning-delivery.ts'
import type { WarningHandler } from './warning.ts'
import { Window } from './window.ts'

/** What a source is parsed as, as in Python's `compile()`. */
export type ParseMode = 'exec' | 'eval' | 'single' | 'func_type'

/** How `parse` reads a source. */
export interface ParseOptions {
  /** A module (`exec`, the default), an expression, one interactive statement, or the type of a function. */
  mode?: ParseMode
  /**
   * What the tree's columns count: UTF-8 bytes as CPython's do (`utf8`, the default, and what the compiler reads), units
   * of a JavaScript string (`utf16`), or characters (`codepoint`). Errors keep CPython's fields; see `PySyntaxError.range`.
   */
  columns?: ColumnUnit
  /** Name of the source in errors and warnings. */
  filename?: string
  /** Keep `# type:` comments in the tree (PyCF_TYPE_COMMENTS). */
  typeComments?: boolean
  /** Refuse syntax newer than Python 3.n; 13 when absent. */
  featureVersion?: number
  /**
   * Raise `_IncompleteInputError` where more text could make the source whole (PyCF_ALLOW_INCOMPLETE_INPUT).
   */
  allowIncompleteInput?: boolean
  /** In mode `single`, an open block at the end of the text is not closed (PyCF_DONT_IMPLY_DEDENT). */
  dontImplyDedent?: boolean
  /**
   * Raise what `ast.parse` raises for a tree that parses and is too deep to be made of Python objects (PyCF_ONLY_AST);
   * without it the compiler decides what is too deep.
   */
  onlyAst?: boolean
  /** `<>` instead of `!=` (the `barry_as_FLUFL` future feature). */
  barryAsBdfl?: boolean
  /** Leave out statements that do not parse, and answer a module with their errors (mode `exec` only). */
  recover?: boolean
  /** Where bytes come from: CPython words errors of files and of strings differently. */
  origin?: 'string' | 'file'
  /** Decodes bytes in encodings other than the built-in ones. */
  decoder?: Decoder
  /** Receives the warnings CPython issues while it parses. */
  onWarning?: WarningHandler
  /** Characters by their Unicode names, for `\N{…}`. */
  characterNames?: CharacterNames
}

export interface ParsedByMode {
  exec: ast.Module
  eval: ast.Expression
  single: ast.Interactive
  func_type: ast.FunctionType
}

const startRules = {
  exec: parseFile, eval: parseEval, single: parseInteractive, func_type: parseFunctionType,
}

/** Parses the tokens of a source. */
export function parseTape<M extends ParseMode>(
  tape: TokenTape, mode: M, options: ParseOptions = {},
): ParsedByMode[M] {
  const p = openWindow(tape, options)
  const tree = attempt(p, mode)
  if (tree === undefined) return diagnose(tape, mode, options, survey(tape, mode, options))
  if (p.deep) checkDepth(tape, mode, options)
  deliverWarnings(tape, p.warnings, options.onWarning, 0, p.at)
  if (mode === 'single') checkSingle(tape, p.at)
  if (options.onlyAst === true) checkConstruction(tree)
  return tree as ParsedByMode[M]
}

/** The productions' view of a tape. */
export function openWindow(tape: TokenTape, options: ParseOptions): Window {
  const { featureVersion = 13, barryAsBdfl = false, characterNames, columns = 'utf8' } = options
  const shown = columns === 'utf8' ? tape : tapeWithColumns(tape, columns)
  return new Window(shown, { featureVersion, barryAsBdfl, characterNames })
}

/** The tree, or undefined when no production fits. */
function attempt(p: Window, mode: ParseMode): ast.mod | undefined {
  try {
    return startRules[mode](p)
  } catch (error) {
    if (error === failure) return undefined
    if (error instanceof RangeError) throw new PyCompileError('MemoryError', stackOverflow)
    throw error
  }
}

/** Parses again what does not parse, to learn which of its statements are in order. */
function survey(tape: TokenTape, mode: ParseMode, options: ParseOptions): Survey {
  const p = openWindow(tape, options)
  const statementEnds = new Int32Array(tape.count)
  p.statementEnds = statementEnds
  attempt(p, mode)
  const mark = p.statement
  let secondMark = 0
  for (let end = 0; secondMark < mark && (end = statementEnds[secondMark] as number) > 0;) secondMark = end
  return { mark, secondMark, statementEnds, warnings: p.warnings }
}
