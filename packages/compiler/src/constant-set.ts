// Sets of constants by Python's equality, in which 1, 1.0 and True are one element.
import { Complex, Ellipsis, Float, FrozenSetConstant, WideText } from '@pellucid/primitives'
import type { Constant } from '@pellucid/primitives'

/** A text that two hashable constants share exactly when Python holds them equal (NaN aside). */
export function equalityKey(value: Constant): string {
  switch (typeof value) {
    case 'boolean':
      return value ? '#1' : '#0'
    case 'number':
    case 'bigint':
      return `#${value}`
    case 'string':
      return `s${value.length}:${value}`
  }
  if (value === null) return 'None'
  if (value === Ellipsis) return '...'
  if (value instanceof Float) return `#${numberKey(value.value)}`
  if (value instanceof Complex) {
    return value.imag === 0 ? `#${numberKey(value.real)}` : `j${value.real + 0},${value.imag + 0}`
  }
  if (value instanceof WideText) return `w${value.codePoints.join()}`
  if (value instanceof Uint8Array) return `b${value.join()}`
  if (value instanceof FrozenSetConstant) return `{${value.items.map(equalityKey).sort().join()}}`
  return `(${(value as readonly Constant[]).map(equalityKey).join()})`
}

function numberKey(value: number): string {
  return Number.isInteger(value) ? String(BigInt(value)) : `f${value}`
}

/** A frozenset of the values: of equal ones the first. */
export function constantSet(values: readonly Constant[]): FrozenSetConstant {
  const items = new Map<string | Constant, Constant>()
  for (const value of values) {
    const key = value instanceof Float && Number.isNaN(value.value) ? value : equalityKey(value)
    if (!items.has(key)) items.set(key, value)
  }
  return new FrozenSetConstant([...items.values()])
}
