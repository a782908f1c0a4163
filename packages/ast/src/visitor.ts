// Python's NodeVisitor and NodeTransformer: a class with a `visit_X` method for each node of interest.
// Like Python's they are recursive, and refuse a tree as deep as Python does.
import { fieldsOf, isNode, open } from './node-access.ts'
import type { Node, NodeType } from './nodes.generated.ts'
import { recursionError, recursionLimit } from './recursion.ts'
import type { NodesByType } from './visitor.generated.ts'

// visit and generic_visit, a frame each, above the module and the call.
const depthLimit = Math.floor((recursionLimit - 2) / 2)

/** The methods that a subclass may have. */
export type VisitMethods<Result> = {
  [T in NodeType as `visit_${T}`]?: (node: NodesByType[T]) => Result
}

/**
 * Calls `visit_X` for a node X, or visits the children of a node without such a method.
 * @example
 * class Names extends NodeVisitor {
 *   found: string[] = []
 *   visit_Name(node: Name) { this.found.push(node.id) }
 * }
 * const names = new Names()
 * names.visit(parse('a + b'))
 * names.found // ['a', 'b']
 */
export class NodeVisitor<Result = void> {
  #depth = 0

  /** Visits one node. */
  visit(node: Node): Result | undefined {
    if (this.#depth >= depthLimit) throw recursionError()
    this.#depth++
    const methods = this as VisitMethods<Result>
    const method = methods[`visit_${node.nodeType}`] as ((node: Node) => Result) | undefined
    const result = method === undefined ? this.genericVisit(node) : method.call(this, node)
    this.#depth--
    return result
  }

  /** Visits the children of a node. */
  genericVisit(node: Node): Result | undefined {
    const record = open(node)
    for (const name of fieldsOf(node.nodeType)) {
      const value = record[name]
      if (Array.isArray(value)) {
        for (const item of value) if (isNode(item)) this.visit(item)
      } else if (isNode(value)) {
        this.visit(value)
      }
    }
    return undefined
  }
}

/** What a transformer's method puts in a node's place: a node, several in a list, or null for none. */
export type Replacement = Node | Node[] | null

/**
 * A visitor whose methods answer what to put in the node's place.
 * @example
 * class NoAsserts extends NodeTransformer {
 *   visit_Assert() { return null }
 * }
 * unparse(new NoAsserts().visit(parse('assert x\ny'))) // 'y'
 */
export class NodeTransformer extends NodeVisitor<Replacement> {
  override genericVisit(node: Node): Replacement {
    const record = open(node) as Record<string, unknown>
    for (const name of fieldsOf(node.nodeType)) {
      const value = record[name]
      if (Array.isArray(value)) {
        const items = value as unknown[]
        const replaced = items.flatMap(item => {
          if (!isNode(item)) return [item]
          const answer = this.visit(item) ?? []
          return answer
        })
        items.splice(0, items.length, ...replaced)
      } else if (isNode(value)) {
        record[name] = this.visit(value) ?? null
      }
    }
    return node
  }
}
