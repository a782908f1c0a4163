// The truth of a constant.
import { CodeObject, type CodeConstant } from '@pellucid/opcode-spec'
import { Complex, Float, FrozenSetConstant, WideText } from '@pellucid/primitives'

/** `bool(constant)`. */
export function isTrue(value: CodeConstant): boolean {
  switch (typeof value) {
    case 'boolean':
      return value
    case 'number':
      return value !== 0
    case 'bigint':
      return value !== 0n
    case 'string':
      return value.length > 0
  }
  if (value === null) return false
  if (value instanceof Float) return value.value !== 0
  if (value instanceof Complex) return value.real !== 0 || value.imag !== 0
  if (value instanceof Uint8Array) return value.length > 0
  if (value instanceof WideText) return value.codePoints.length > 0
  if (value instanceof FrozenSetConstant) return value.items.length > 0
  if (value instanceof CodeObject) return true
  return Array.isArray(value) ? value.length > 0 : true
}
