// `symtable.symtable` for a tree.
import type { mod } from '@pellucid/ast'
import { codeFlags } from '@pellucid/opcode-spec'
import { Diagnostics, type DiagnosticsOptions, guardDepth } from '../diagnostics.ts'
import { futureFeatures } from '../future.ts'
import { buildSymbols } from './build.ts'
import { SymbolTable } from './symbol-table.ts'

export interface SymtableOptions extends DiagnosticsOptions {
  /** CO_FUTURE_… bits in force besides those the tree asks for. */
  readonly flags?: number | undefined
}

/**
 * The symbol table of a tree, as Python's `symtable.symtable` shows it: of the tree as written, not folded.
 *
 * @example
 * const table = symtableTree(parse('def f(x): return y'), 'f.py')
 * table.children[0]?.lookup('y')?.isGlobal() // true
 */
export function symtableTree(tree: mod, filename: string, options: SymtableOptions = {}): SymbolTable {
  return guardDepth(() => {
    const diagnostics = new Diagnostics(filename, options)
    const flags = (options.flags ?? 0) | futureFeatures(tree, diagnostics).flags
    const tables = buildSymbols(tree, (flags & codeFlags.CO_FUTURE_ANNOTATIONS) !== 0, diagnostics)
    return new SymbolTable(tables.top, filename)
  })
}
