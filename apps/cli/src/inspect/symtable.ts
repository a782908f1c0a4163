// `pellucid symtable`: what `python -m symtable` prints.
import { renderSymbols, type SymbolTable } from '@pellucid/compiler'
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

/** Prints the symbol tables of one file. */
export function showSymbols(file: string, options: { readonly json?: boolean }): void {
  const table = tableOf(readInput(file))
  if (options.json) printJson(tableToJson(table))
  else print(renderSymbols(table))
}
