// The whole compiler: future features, folding, symbol tables, code generation, assembly.
import type { mod } from '@pellucid/ast'
import { type CodeObject, FUTURE_MASK, codeFlags, compileFlags } from '@pellucid/opcode-spec'
import { optimizeAndAssemble } from './assemble/index.ts'
import { ConstantCache } from './constants.ts'
import { Diagnostics, type DiagnosticsOptions, tooDeep } from './diagnostics.ts'
import { emitTree } from './emit/index.ts'
import { fold } from './fold/index.ts'
import { futureFeatures } from './future.ts'
import type { OptimizeAndAssemble } from './instruction.ts'
import { buildSymbols } from './symbols/build.ts'

export interface CompileOptions extends DiagnosticsOptions {
  /** 0 keeps asserts and docstrings, 1 (`-O`) drops asserts, 2 (`-OO`) docstrings too. Default 0. */
  readonly optimize?: 0 | 1 | 2 | undefined
  /** `compile()`'s flags: CO_FUTURE_… bits and PyCF_ALLOW_TOP_LEVEL_AWAIT. Default 0. */
  readonly flags?: number | undefined
  /** Replaces the flow graph and assembler, to look at what they receive. */
  readonly assemble?: OptimizeAndAssemble | undefined
}

/**
 * Compile a tree to the code object that CPython 3.13 makes of it. The tree may be changed: its constant
 * expressions are folded in place.
 *
 * @example
 * const tree = parse('print(1 + 2)')
 * const code = compileTree(tree, 'sum.py')
 * code.consts // [3, null]
 */
export function compileTree(tree: mod, filename: string, options: CompileOptions = {}): CodeObject {
  try {
    return compile(tree, filename, options)
  } catch (error) {
    // Nothing but the depth of the tree exhausts JavaScript's stack here.
    if (error instanceof RangeError) throw tooDeep()
    throw error
  }
}

function compile(tree: mod, filename: string, options: CompileOptions): CodeObject {
  const { optimize = 0, flags: given = 0 } = options
  const diagnostics = new Diagnostics(filename, options)
  const future = futureFeatures(tree, diagnostics)
  const flags = given | future.flags
  const stringAnnotations = (flags & codeFlags.CO_FUTURE_ANNOTATIONS) !== 0
  const folded = fold(tree, { optimize, stringAnnotations })
  return emitTree(folded, {
    symbols: buildSymbols(folded, stringAnnotations, diagnostics),
    diagnostics,
    cache: new ConstantCache(),
    assemble: options.assemble ?? optimizeAndAssemble,
    optimize,
    flags: flags & FUTURE_MASK,
    stringAnnotations,
    topLevelAwait: (flags & compileFlags.PyCF_ALLOW_TOP_LEVEL_AWAIT) !== 0,
    futureAt: future.at,
  })
}
