// Symbol tables from a tree: collect, then resolve.
import type { mod } from '@pellucid/ast'
import { PyCompileError } from '@pellucid/source'
import type { Diagnostics } from '../diagnostics.ts'
import { collectExpression } from './collect-expressions.ts'
import { collectStatement } from './collect-statements.ts'
import { Collector } from './collector.ts'
import { resolve } from './resolve.ts'
import type { SymbolTables } from './scope.ts'

const walks = { statement: collectStatement, expression: collectExpression }

/** Build the symbol tables of a module; `stringAnnotations` is `from __future__ import annotations`. */
export function buildSymbols(tree: mod, stringAnnotations: boolean, diagnostics: Diagnostics): SymbolTables {
  const collector = new Collector(tree, walks, stringAnnotations, diagnostics)
  switch (tree.nodeType) {
    case 'Module':
    case 'Interactive':
      collector.statements(tree.body)
      break
    case 'Expression':
      collector.expression(tree.body)
      break
    case 'FunctionType':
      throw new PyCompileError('SystemError', 'this compiler does not handle FunctionTypes')
  }
  resolve(collector.top, diagnostics)
  return collector
}
