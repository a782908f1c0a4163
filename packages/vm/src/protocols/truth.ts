// Truth (https://docs.python.org/3.13/library/stdtypes.html#truth-value-testing).
import { None, type Value } from '../data/values.ts'
import type { Thread } from '../thread.ts'

/** `bool(value)`. */
export function truth(value: Value, py: Thread): boolean {
  switch (typeof value) {
    case 'boolean':
      return value
    case 'number':
      return value !== 0
    case 'string':
      return value !== ''
    case 'bigint':
      return true
    default:
  }
  if (value === None) return false
  const slots = value.type.slots
  if (slots.bool !== undefined) return slots.bool(value, py)
  if (slots.len !== undefined) return slots.len(value, py) > 0
  return true
}

