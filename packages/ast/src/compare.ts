// Equality of trees.
import { Complex, Float, FrozenSetConstant, WideText } from '@pellucid/primitives'
import type { Constant } from '@pellucid/primitives'
import { attributes, locatedTypes, typeOfNode } from './fields.generated.ts'
import { fieldsOf, fieldTypesOf, isNode, open } from './node-access.ts'
import type { Node } from './nodes.generated.ts'

const located: ReadonlySet<string> = new Set(locatedTypes)
function itemsOf(value: Constant): readonly Constant[] | undefined {
  if (value instanceof FrozenSetConstant) return value.items
  return Array.isArray(value) ? (value as readonly Constant[]) : undefined
}

const sameNumbers = (a: ArrayLike<number>, b: ArrayLike<number>): boolean =>
  a.length === b.length && Array.prototype.every.call(a, (item, index) => item === b[index])

function sameValue(a: Constant, b: Constant): boolean {
  if (Object.is(a, b)) return true
  if (a instanceof Float) return b instanceof Float && Object.is(a.value, b.value)
  if (a instanceof Complex) {
    return b instanceof Complex && Object.is(a.real, b.real) && Object.is(a.imag, b.imag)
  }
  if (a instanceof WideText) return b instanceof WideText && sameNumbers(a.codePoints, b.codePoints)
  return a instanceof Uint8Array && b instanceof Uint8Array && sameNumbers(a, b)
}

/** Whether two constants are the same value of the same type; NaN is itself, 0.0 is not -0.0. */
export function sameConstant(a: Constant, b: Constant): boolean {
  const todo: [Constant, Constant][] = [[a, b]]
  for (let pair = todo.pop(); pair !== undefined; pair = todo.pop()) {
    const [left, right] = pair
    const leftItems = itemsOf(left)
    const rightItems = itemsOf(right)
    if (leftItems === undefined || rightItems === undefined) {
      if (!sameValue(left, right)) return false
      continue
    }
    const alike = Array.isArray(left) === Array.isArray(right) && leftItems.length === rightItems.length
    if (!alike) return false
    leftItems.forEach((item, index) => todo.push([item, rightItems[index] as Constant]))
  }
  return true
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
