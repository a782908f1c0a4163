// What may stand in a Constant: the values of constant.ts, and tuples and frozensets of them.
import { Complex, Ellipsis, Float, FrozenSetConstant, WideText } from '@pellucid/primitives'
import { recursionError } from '../recursion.ts'
import { pythonType, typeError } from './errors.ts'

const depthLimit = 9995

function isLeaf(value: unknown): boolean {
  if (value === null || ['string', 'number', 'boolean', 'bigint'].includes(typeof value)) return true
  if (value instanceof Float || value instanceof Complex || value instanceof Uint8Array) return true
  return value instanceof WideText || value === Ellipsis
}

/** Throws for a value that is no constant, and for one that holds such a value. */
export function checkConstant(root: unknown): void {
  const todo: { value: unknown; depth: number }[] = [{ value: root, depth: 0 }]
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    const { value, depth } = next
    if (isLeaf(value)) continue
    const items: unknown = value instanceof FrozenSetConstant ? value.items : value
    if (!Array.isArray(items)) throw typeError(`got an invalid type in Constant: ${pythonType(value)}`)
    if (depth >= depthLimit) throw recursionError(' during compilation')
    for (const item of (items as unknown[]).toReversed()) todo.push({ value: item, depth: depth + 1 })
  }
}
