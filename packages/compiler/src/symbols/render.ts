// The text of `python -m symtable`.
import { reprConstant } from '@pellucid/primitives'
import type { SymbolTable } from './symbol-table.ts'

/** Print a table and all tables below it. */
export function renderSymbols(table: SymbolTable): string {
  const lines: string[] = []
  render(table, 0, lines)
  return lines.join('')
}

function render(table: SymbolTable, level: number, lines: string[]): void {
  const indent = '    '.repeat(level)
  const nested = table.isNested ? 'nested ' : ''
  const isModule = table.type === 'module'
  const what = isModule ? `from file ${reprConstant(table.filename)}` : reprConstant(table.name)
  lines.push(`${indent}symbol table for ${nested}${table.type} ${what}:\n`)
  for (const entry of table.symbols) {
    const flags = entry.flagNames.join(', ').toLowerCase()
    lines.push(`    ${indent}${entry.scopeName.toLowerCase()} symbol ${reprConstant(entry.name)}: ${flags}\n`)
  }
  lines.push('\n')
  for (const child of table.children) render(child, level + 1, lines)
}
