// Places of nodes, for trees that a program builds or moves.
import { attributes, locatedTypes, typeOfNode } from './fields.generated.ts'
import { fieldsOf, isNode, open } from './node-access.ts'
import type { Located, Node } from './nodes.generated.ts'
import { walk } from './walk.ts'

const located: ReadonlySet<string> = new Set(locatedTypes)
const isLocated = (node: Node): boolean => located.has(typeOfNode[node.nodeType])

type Place = Partial<Located>

/** Gives a node the place of another and answers it. */
export function copyLocation<N extends Node>(node: N, from: Node): N {
  if (!isLocated(node) || !isLocated(from)) return node
  const target: Record<string, unknown> = open(node)
  for (const name of attributes) {
    const value = open(from)[name]
    if (value !== undefined && (value !== null || name.startsWith('end_'))) target[name] = value
  }
  return node
}

function fix(node: Place, parent: Located): Located {
  const lineno = (node.lineno ??= parent.lineno)
  const end_lineno = (node.end_lineno ??= parent.end_lineno)
  const col_offset = (node.col_offset ??= parent.col_offset)
  const end_col_offset = (node.end_col_offset ??= parent.end_col_offset)
  return { lineno, col_offset, end_lineno, end_col_offset }
}

/** Gives every node without a place that of its parent, the root line 1, and answers the root. */
export function fixMissingLocations<N extends Node>(root: N): N {
  const start: Located = { lineno: 1, col_offset: 0, end_lineno: 1, end_col_offset: 0 }
  const todo: { node: Node; parent: Located }[] = [{ node: root, parent: start }]
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    const { node } = next
    const parent = isLocated(node) ? fix(node as Place, next.parent) : next.parent
    for (const name of fieldsOf(node.nodeType)) {
      const value = open(node)[name]
      for (const item of Array.isArray(value) ? (value as unknown[]) : [value]) {
        if (isNode(item)) todo.push({ node: item, parent })
      }
    }
  }
  return root
}

/** Moves the tree down by a number of lines and answers its root. */
export function incrementLineno<N extends Node>(root: N, lines = 1): N {
  walk(root, node => {
    if (node.nodeType === 'TypeIgnore') {
      node.lineno += lines
    } else if (isLocated(node)) {
      const place = node as Place
      place.lineno = (place.lineno ?? 0) + lines
      if (place.end_lineno !== null) place.end_lineno = (place.end_lineno ?? 0) + lines
    }
  })
  return root
}
