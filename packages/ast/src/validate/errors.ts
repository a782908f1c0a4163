// The errors compile() raises for trees that a program built or changed.
import { PyCompileError } from '@pellucid/source'
import { Complex, Ellipsis, Float, FrozenSetConstant, reprConstant, WideText } from '@pellucid/primitives'
import type { Constant } from '@pellucid/primitives'
import { isNode } from '../node-access.ts'

export const typeError = (message: string): PyCompileError => new PyCompileError('TypeError', message)
export const valueError = (message: string): PyCompileError => new PyCompileError('ValueError', message)

/** The Python type of a value that stands where a node should. */
export function pythonType(value: unknown): string {
  if (value === null || value === undefined) return 'NoneType'
  // Callers mark what stands for no constant with the name of its class.
  const { nodeType } = value as { nodeType?: unknown }
  if (typeof nodeType === 'string') return nodeType
  if (typeof value === 'string') return 'str'
  if (typeof value === 'boolean') return 'bool'
  if (typeof value === 'number' || typeof value === 'bigint') return 'int'
  if (Array.isArray(value)) return 'list'
  if (value instanceof Uint8Array) return 'bytes'
  if (value instanceof Float) return 'float'
  if (value instanceof Complex) return 'complex'
  if (value instanceof FrozenSetConstant) return 'frozenset'
  if (value instanceof WideText) return 'str'
  return value === Ellipsis ? 'ellipsis' : 'object'
}

/** The repr of such a value; a node shows no address. */
export function reprAny(value: unknown): string {
  if (isNode(value)) return `<ast.${value.nodeType} object>`
  if (value === null || value === undefined) return 'None'
  if (Array.isArray(value)) return `[${value.map(reprAny).join(', ')}]`
  return pythonType(value) === 'object' ? '<object>' : reprConstant(value as Constant)
}
