// From bytes to each stage, wired as CPython's tools wire them. The packages do the work.
import { parse } from '@pellucid/parser'
import { characterByName } from '@pellucid/primitives/unicode-names'
import { compileTree, symtableTree, type SymbolTable } from '@pellucid/compiler'
import type * as ast from '@pellucid/ast'
import type { CodeObject } from '@pellucid/opcode-spec'
import { textOfStdin, type Input } from './input.ts'

/** Modes of `ast.parse`. */
export type Mode = 'exec' | 'eval' | 'single' | 'func_type'

/** A complaint that is no error. */
export interface Warning {
  readonly category: string
  readonly message: string
  readonly lineno: number
}

export interface StageOptions {
  readonly mode?: Mode
  readonly typeComments?: boolean
  /** Whether the tree itself is asked for, not what is made of it. */
  readonly onlyAst?: boolean
  readonly optimize?: number
  readonly onWarning?: (warning: Warning) => void
  /** Takes stdin as text, as `sys.stdin.read()` gives it. */
  readonly asText?: boolean
}

/** The syntax tree. */
export function treeOf(input: Input, options: StageOptions = {}): ast.mod {
  const { mode = 'exec', typeComments = false, onlyAst = false, onWarning, asText = false } = options
  const known = { filename: input.name, mode, typeComments, onlyAst, characterNames: characterByName }
  return parse(asText && input.isStdin ? textOfStdin(input) : input.bytes, { ...known, ...(onWarning && { onWarning }) })
}

/** A line of the source, for errors that the compiler finds. */
function sourceLines(input: Input): (lineno: number) => string | null {
  if (input.isStdin) return () => null
  let lines: string[] | undefined
  return (lineno) => {
    lines ??= new TextDecoder().decode(input.bytes).split(/(?<=\n)|(?<=\r)(?!\n)/)
    return lines[lineno - 1] ?? null
  }
}

/** The code object of a module. */
export function codeOf(input: Input, options: StageOptions = {}): CodeObject {
  const { optimize = 0, onWarning } = options
  return compileTree(treeOf(input, options), input.name, {
    optimize,
    sourceLine: sourceLines(input),
    ...(onWarning && { onWarning }),
  })
}

/** The symbol tables of a module. */
export function tableOf(input: Input, options: StageOptions = {}): SymbolTable {
  return symtableTree(treeOf(input, options), input.name, { sourceLine: sourceLines(input) })
}
