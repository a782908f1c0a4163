// Questions about the type of a node.
import { typeOfNode } from './fields.generated.ts'
import type { expr, mod, Node, NodeType, pattern, stmt } from './nodes.generated.ts'
import type { NodesByType } from './visitor.generated.ts'

/**
 * Whether a node is one of the named.
 * @example
 * const [node] = parse('def f(x): pass').body
 * is(node, 'FunctionDef', 'AsyncFunctionDef') && node.args.args.length // 1
 */
export function is<T extends NodeType>(
  node: Node | null | undefined,
  ...types: readonly T[]
): node is NodesByType[T] {
  return node !== null && node !== undefined && (types as readonly NodeType[]).includes(node.nodeType)
}

/** Whether a node is a statement. */
export const isStmt = (node: Node): node is stmt => typeOfNode[node.nodeType] === 'stmt'
/** Whether a node is an expression. */
export const isExpr = (node: Node): node is expr => typeOfNode[node.nodeType] === 'expr'
/** Whether a node is a pattern. */
export const isPattern = (node: Node): node is pattern => typeOfNode[node.nodeType] === 'pattern'
/** Whether a node is the root of a tree. */
export const isMod = (node: Node): node is mod => typeOfNode[node.nodeType] === 'mod'
