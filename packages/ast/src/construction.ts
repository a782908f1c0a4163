// How deep a tree may be for CPython to make Python objects of it, as `ast.parse` does and compiling does not.
import { PyCompileError } from '@pellucid/source'
import { isLeafType } from './node-access.ts'
import type { Node } from './nodes.generated.ts'
import { walk } from './walk.ts'

/** CPython's limit on nested calls in C, less those that `compile` itself makes. */
export const constructionLimit = 9998

/** The error for a tree that is deeper. */
export function constructionError(): PyCompileError {
  return new PyCompileError('RecursionError', 'maximum recursion depth exceeded during ast construction')
}

/** Throws the RecursionError of `ast.parse` for a tree that is too deep to be made of Python objects. */
export function checkConstruction(tree: Node): void {
  let depth = 0
  walk(tree, {
    enter(node) {
      if (!isLeafType(node.nodeType) && ++depth > constructionLimit) throw constructionError()
    },
    leave(node) {
      if (!isLeafType(node.nodeType)) depth--
    },
  })
}
