// Parser and compiler as one: what Python's `compile()` does with source, and the machine's Frontend port.
import type * as ast from '@pellucid/ast'
import { fromJson, toJson, validate } from '@pellucid/ast'
import { compileTree, explainTree, symtableTree, type CompilationReport, type SymbolTable } from '@pellucid/compiler'
import { compileFlags, codeFlags, type CodeObject } from '@pellucid/opcode-spec'
import { parse } from '@pellucid/parser'
import { decodeSource } from '@pellucid/source'
import type { Frontend } from '@pellucid/vm'
import { characterByName } from '@pellucid/primitives/unicode-names'

/** A warning of any stage of compilation; answer 'error' to have it raised as a SyntaxError. */
export interface SourceWarning {
  readonly category: string
  readonly message: string
  /** null: the warning concerns whoever called, not a place in the source. */
  readonly filename: string | null
  readonly lineno: number
}

/** How `compile` reads and translates source. */
export interface CompileSourceOptions {
  /** 0 (default) keeps asserts, 1 drops them (`-O`), 2 drops docstrings too (`-OO`). */
  readonly optimize?: 0 | 1 | 2
  /** `compile()`'s flags: PyCF_… and CO_FUTURE_… bits. */
  readonly flags?: number
  /** Refuse syntax newer than Python 3.n. */
  readonly featureVersion?: number
  /** Where bytes come from: CPython words encoding errors of files and strings differently. */
  readonly origin?: 'string' | 'file'
  readonly onWarning?: (warning: SourceWarning) => 'error' | void
  /**
   * A line of the source, for errors that the compiler raises. By default lines of the text given; CPython shows
   * those of the file of that name, if there is one.
   */
  readonly sourceLine?: (lineno: number) => string | null
}

export type SourceMode = 'exec' | 'eval' | 'single'

const isNode = (source: string | Uint8Array | ast.mod): source is ast.mod =>
  typeof source === 'object' && !(source instanceof Uint8Array)

/** Line number to its text, newline included, as SyntaxError.text shows it. */
function lineReader(source: string | Uint8Array): (lineno: number) => string | null {
  let lines: string[] | undefined
  return (lineno) => {
    lines ??= (typeof source === 'string' ? source : decodeSource(source).text).split(/(?<=\r\n|\n|\r(?!\n))/)
    return lines[lineno - 1] ?? null
  }
}

function parseOptions(filename: string, options: CompileSourceOptions) {
  const { flags = 0, featureVersion, onWarning, origin } = options
  return {
    filename,
    typeComments: (flags & compileFlags.PyCF_TYPE_COMMENTS) !== 0,
    dontImplyDedent: (flags & compileFlags.PyCF_DONT_IMPLY_DEDENT) !== 0,
    allowIncompleteInput: (flags & compileFlags.PyCF_ALLOW_INCOMPLETE_INPUT) !== 0,
    barryAsBdfl: (flags & codeFlags.CO_FUTURE_BARRY_AS_BDFL) !== 0,
    characterNames: characterByName,
    ...(origin !== undefined && { origin }),
    ...(featureVersion !== undefined && { featureVersion }),
    ...(onWarning !== undefined && {
      onWarning: (warning: SourceWarning) => onWarning(warning) === 'error',
    }),
  }
}

/** Parse source as `compile` does, flags included. */
export function parseSource(
  source: string | Uint8Array,
  filename: string,
  mode: SourceMode | 'func_type',
  options: CompileSourceOptions = {},
): ast.mod {
  return parse(source, { ...parseOptions(filename, options), mode })
}

/**
 * Compile source text, bytes or a tree to the code object that CPython 3.13 makes of it. Raises PySyntaxError and
 * PyCompileError.
 *
 * @example
 * const code = compile('print(6 * 7)\n', 'answer.py', 'exec')
 * code.names // ['print']
 */
export function compile(
  source: string | Uint8Array | ast.mod,
  filename: string,
  mode: SourceMode,
  options: CompileSourceOptions = {},
): CodeObject {
  const { optimize = 0, flags = 0, onWarning } = options
  const node = isNode(source)
  // The compiler folds in place: a caller's tree stays as it is.
  if (node) validate(source, mode)
  const tree = node ? (fromJson(toJson(source)) as ast.mod) : parseSource(source, filename, mode, options)
  return compileTree(tree, filename, {
    optimize,
    flags,
    ...(onWarning !== undefined && { onWarning }),
    sourceLine: options.sourceLine ?? (node ? () => null : lineReader(source)),
  })
}

/**
 * Compiles a module and keeps what each stage made of it: the tree before and after folding, the instructions as emitted,
 * the flow graph before and after each pass with the reason for each change, and the code that `compile` makes.
 *
 * @example
 * const { units, code } = passes('x = 1 + 2\n')
 * units[0].flow.map((pass) => pass.name) // ['label handlers', 'inline exits', …]
 */
export function passes(
  source: string | Uint8Array, filename = '<string>', options: CompileSourceOptions = {},
): CompilationReport {
  const { optimize = 0, flags = 0, onWarning, sourceLine = lineReader(source) } = options
  return explainTree(parseSource(source, filename, 'exec', options), filename, {
    optimize, flags, sourceLine, ...(onWarning !== undefined && { onWarning }),
  })
}

/** Symbol tables of source, as Python's `symtable` module shows them. */
export function symtable(source: string | Uint8Array, filename: string, mode: SourceMode): SymbolTable {
  return symtableTree(parseSource(source, filename, mode), filename, { sourceLine: lineReader(source) })
}

/** What the machine's port asks for. */
export const compileForMachine: Frontend['compile'] = (source, filename, { mode, flags, optimize, featureVersion, origin, onWarning, sourceLine }) =>
  compile(source, filename, mode, {
    optimize: optimize as 0 | 1 | 2,
    flags,
    ...(sourceLine !== undefined && { sourceLine }),
    ...(featureVersion !== undefined && { featureVersion }),
    ...(origin !== undefined && { origin }),
    ...(onWarning !== undefined && {
      onWarning: ({ category, message, filename: file, lineno }: SourceWarning) =>
        onWarning({ category, message, lineno: file === null ? null : lineno }),
    }),
  })

/** The front end as the machine's port. */
export const frontend: Frontend = { compile: compileForMachine }
