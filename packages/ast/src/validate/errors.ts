// The errors compile() raises for trees that a program built or changed.
import { PyCompileError } from '@pellucid/source'
import { reprConstant } from '@pellucid/primitives'
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
  return 'object'
}

/** The repr of such a value; a node shows no address. */
export function reprAny(value: unknown): string {
  if (isNode(value)) return `<ast.${value.nodeType} object>`
  if (value === null || value === undefined) return 'None'
  if (['string', 'number', 'boolean', 'bigint'].includes(typeof value)) return reprConstant(value as Constant)
  return Array.isArray(value) ? `[${value.map(reprAny).join(', ')}]` : '<object>'
}
