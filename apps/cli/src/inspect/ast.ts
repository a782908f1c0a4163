// `pellucid ast`: what `python -m ast` prints.
import { dump, toJson } from '@pellucid/ast'
import { showWarnings } from './errors.ts'
import { print, printJson, readInput } from './input.ts'
import { treeOf, type Mode } from './stages.ts'

export interface AstOptions {
  readonly mode: Mode
  readonly typeComments: boolean
  readonly includeAttributes?: boolean
  readonly indent: number
  readonly json?: boolean
}

/** Prints the tree of one file. */
export function showTree(file: string, options: AstOptions): void {
  const input = readInput(file)
  const { mode, typeComments, includeAttributes = false, indent } = options
  const tree = treeOf(input, { mode, typeComments, onlyAst: true, onWarning: showWarnings(input) })
  if (options.json) printJson(toJson(tree))
  else print(`${dump(tree, { indent, includeAttributes })}\n`)
}
