// `pellucid symtable`: what `python -m symtable` prints.
import { renderSymbols, type SymbolTable } from '@pellucid/compiler'
import { showWarnings } from './errors.ts'
import { print, printJson, readInput } from './input.ts'
import { tableOf } from './stages.ts'

/** A table as data. */
export function tableToJson(table: SymbolTable): object {
  return {
    type: table.type,
    name: table.name,
    line: table.lineno,
    nested: table.isNested,
    symbols: table.symbols.map((symbol) => ({
      name: symbol.name,
      scope: symbol.scopeName.toLowerCase(),
      flags: symbol.flagNames.map((flag) => flag.toLowerCase()),
    })),
    children: table.children.map(tableToJson),
  }
}

/** Prints the symbol tables of each file. */
export function showSymbols(files: readonly string[], options: { readonly json?: boolean }): void {
  const documents: object[] = []
  for (const file of files) {
    const input = readInput(file)
    const table = tableOf(input, { asText: true, onWarning: showWarnings(input) })
    if (options.json) documents.push(tableToJson(table))
    else print(renderSymbols(table))
  }
  if (options.json) printJson(documents.length === 1 ? documents[0] : documents)
}
