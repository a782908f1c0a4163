// The whole compiler: future features, folding, symbol tables, code generation, assembly.
import type { mod } from '@pellucid/ast'
import { type CodeObject, FUTURE_MASK, codeFlags, compileFlags } from '@pellucid/opcode-spec'
import { optimizeAndAssemble } from './assemble/index.ts'
import { ConstantCache } from './constants.ts'
import { Diagnostics, type DiagnosticsOptions, guardDepth } from './diagnostics.ts'
import { emitTree } from './emit/index.ts'
import { foldTree } from './fold/index.ts'
import { futureFeatures } from './future.ts'
import type { OptimizeAndAssemble } from './instruction.ts'
import { buildSymbols } from './symbols/build.ts'

export interface CompileOptions extends DiagnosticsOptions {
  /** 0 keeps asserts and docstrings, 1 (`-O`) drops asserts, 2 (`-OO`) docstrings too. Default 0. */
  readonly optimize?: number | undefined
  /** `compile()`'s flags: CO_FUTURE_… bits and PyCF_ALLOW_TOP_LEVEL_AWAIT. Default 0. */
  readonly flags?: number | undefined
}

/** Looks on while a tree is compiled. */
export interface Watcher {
  /** Stands in for the flow graph and assembler. */
  readonly assemble?: OptimizeAndAssemble
}

/**
 * Compile a tree to the code object that CPython 3.13 makes of it. The tree is used up: its constant
 * expressions are folded in place.
 *
 * @example
 * const one = factories.Constant(1, null, 1, 0, 1, 1)
 * const code = compileTree(factories.Expression(one), 'one.py')
 * code.consts // [1]
 */
export function compileTree(tree: mod, filename: string, options: CompileOptions = {}): CodeObject {
  return compileWatched(tree, filename, options, {})
}

/** `compileTree`, telling a watcher of the stages. */
export function compileWatched(
  tree: mod,
  filename: string,
  options: CompileOptions,
  watcher: Watcher,
): CodeObject {
  return guardDepth(() => compile(tree, filename, options, watcher))
}

function compile(tree: mod, filename: string, options: CompileOptions, watcher: Watcher): CodeObject {
  const { optimize = 0, flags: given = 0 } = options
  const diagnostics = new Diagnostics(filename, options)
  const future = futureFeatures(tree, diagnostics)
  const flags = given | future.flags
  const stringAnnotations = (flags & codeFlags.CO_FUTURE_ANNOTATIONS) !== 0
  foldTree(tree, { optimize, futureFlags: flags, onInvertBool: () => diagnostics.warnInvertBool() })
  return emitTree(tree, {
    symbols: buildSymbols(tree, stringAnnotations, diagnostics),
    diagnostics,
    cache: new ConstantCache(),
    assemble: watcher.assemble ?? optimizeAndAssemble,
    optimize,
    flags: flags & FUTURE_MASK,
    stringAnnotations,
    topLevelAwait: (flags & compileFlags.PyCF_ALLOW_TOP_LEVEL_AWAIT) !== 0,
    futureAt: future.at,
  })
}
