// From a tree back to source: the text of `ast.unparse`.
import type { Node } from '../nodes.generated.ts'
import { expressions } from './expressions.ts'
import { Output } from './output.ts'
import type { WriterTable } from './output.ts'
import { patterns } from './patterns.ts'
import { statements } from './statements.ts'

const writers: WriterTable = { ...statements, ...expressions, ...patterns }

/** How `unparse` counts. */
export interface UnparseOptions {
  /** Python frames below the call (default 2): a tree too deep for the rest is a RecursionError. */
  frames?: number
}

/**
 * Source text whose tree is the given one: the text of `ast.unparse(node)`.
 * @example
 * unparse(factories.Return(null, 1, 0, 1, 6)) // 'return'
 */
export function unparse(node: Node, options: UnparseOptions = {}): string {
  const out = new Output(writers, (options.frames ?? 2) + 1)
  out.visit(node)
  return out.text
}
