// Equality of trees.
import { Complex, Float, FrozenSetConstant, WideText } from '@pellucid/primitives'
import type { Constant } from '@pellucid/primitives'
import { attributes, locatedTypes, typeOfNode } from './fields.generated.ts'
import { fieldsOf, fieldTypesOf, isNode, open } from './node-access.ts'
import type { Node } from './nodes.generated.ts'

const located: ReadonlySet<string> = new Set(locatedTypes)
const sameItems = (a: readonly Constant[], b: readonly Constant[]): boolean =>
  a.length === b.length && a.every((item, index) => sameConstant(item, b[index] as Constant))

/** Whether two constants are the same value of the same type; NaN is itself, 0.0 is not -0.0. */
export function sameConstant(a: Constant, b: Constant): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (a instanceof Float) return b instanceof Float && Object.is(a.value, b.value)
  if (a instanceof Complex) {
    return b instanceof Complex && Object.is(a.real, b.real) && Object.is(a.imag, b.imag)
  }
  if (a instanceof WideText) return b instanceof WideText && sameItems(a.codePoints, b.codePoints)
  if (a instanceof Uint8Array) return b instanceof Uint8Array && sameItems([...a], [...b])
  if (a instanceof FrozenSetConstant) return b instanceof FrozenSetConstant && sameItems(a.items, b.items)
  return Array.isArray(a) && Array.isArray(b) && sameItems(a as readonly Constant[], b as readonly Constant[])
}

function sameLeaf(a: unknown, b: unknown, type: string): boolean {
  return type === 'constant' ? sameConstant(a as Constant, b as Constant) : (a ?? null) === (b ?? null)
}

/** What `compare` looks at. */
export interface CompareOptions {
  /** Whether places count too. */
  attributes?: boolean
}

/**
 * Whether two trees are equal, node for node.
 * @example
 * compare(factories.Load, factories.Load) // true
 */
export function compare(a: Node, b: Node, options: CompareOptions = {}): boolean {
  const todo: [unknown, unknown, string][] = [[a, b, '']]
  for (let pair = todo.pop(); pair !== undefined; pair = todo.pop()) {
    const [left, right, type] = pair
    if (Array.isArray(left) && Array.isArray(right) && type !== 'constant') {
      if (left.length !== right.length) return false
      left.forEach((item: unknown, index) => todo.push([item, right[index], '']))
    } else if (isNode(left) && isNode(right)) {
      if (left.nodeType !== right.nodeType) return false
      const types = fieldTypesOf(left.nodeType)
      fieldsOf(left.nodeType).forEach((name, index) => {
        todo.push([open(left)[name], open(right)[name], types[index] as string])
      })
      const places = options.attributes === true && located.has(typeOfNode[left.nodeType])
      if (places && attributes.some(name => open(left)[name] !== open(right)[name])) return false
    } else if (!sameLeaf(left, right, type)) {
      return false
    }
  }
  return true
}
