// Suspicious but valid code: the compiler's SyntaxWarnings.
import type { Compare, cmpop, expr } from '@pellucid/ast'
import { Complex, Ellipsis, Float, FrozenSetConstant, WideText } from '@pellucid/primitives'
import type { Constant } from '@pellucid/primitives'
import { warnings } from '../errors.ts'
import type { Emitter } from './emitter.ts'

/** The Python type of a constant. */
export function constantType(value: Constant): string {
  switch (typeof value) {
    case 'boolean':
      return 'bool'
    case 'number':
    case 'bigint':
      return 'int'
    case 'string':
      return 'str'
  }
  if (value === null) return 'NoneType'
  if (value === Ellipsis) return 'ellipsis'
  if (value instanceof Float) return 'float'
  if (value instanceof Complex) return 'complex'
  if (value instanceof WideText) return 'str'
  if (value instanceof Uint8Array) return 'bytes'
  if (value instanceof FrozenSetConstant) return 'frozenset'
  return 'tuple'
}

/** The type that a display or literal surely makes; null for all other expressions. */
function typeOf(node: expr): string | null {
  switch (node.nodeType) {
    case 'Tuple':
      return 'tuple'
    case 'List':
    case 'ListComp':
      return 'list'
    case 'Dict':
    case 'DictComp':
      return 'dict'
    case 'Set':
    case 'SetComp':
      return 'set'
    case 'GeneratorExp':
      return 'generator'
    case 'Lambda':
      return 'function'
    case 'JoinedStr':
    case 'FormattedValue':
      return 'str'
    case 'Constant':
      return constantType(node.value)
    default:
      return null
  }
}

/** A constant that is no named singleton: `is` says nothing about it. */
function isLiteral(node: expr): boolean {
  if (node.nodeType !== 'Constant') return false
  const { value } = node
  return value !== null && typeof value !== 'boolean' && value !== Ellipsis
}

/** `x is 1`. */
export function checkCompare(c: Emitter, node: Compare): void {
  let left = node.left
  for (let i = 0; i < node.ops.length; i++) {
    const operator = (node.ops[i] as cmpop).nodeType
    const right = node.comparators[i] as expr
    if ((operator === 'Is' || operator === 'IsNot') && (isLiteral(left) || isLiteral(right))) {
      const type = typeOf(isLiteral(left) ? left : right) as string
      return c.diagnostics.warn(
        operator === 'Is' ? warnings.isLiteral(type) : warnings.isNotLiteral(type),
        node,
      )
    }
    left = right
  }
}

const uncallable: ReadonlySet<expr['nodeType']> = new Set([
  'Constant',
  'Tuple',
  'List',
  'ListComp',
  'Dict',
  'DictComp',
  'Set',
  'SetComp',
  'GeneratorExp',
  'JoinedStr',
  'FormattedValue',
])

/** `(1, 2) (3, 4)`. */
export function checkCaller(c: Emitter, node: expr): void {
  if (uncallable.has(node.nodeType)) c.diagnostics.warn(warnings.notCallable(typeOf(node) as string), node)
}

const unsubscriptableTypes: ReadonlySet<string> = new Set([
  'NoneType',
  'ellipsis',
  'bool',
  'int',
  'float',
  'complex',
  'frozenset',
])

/** `{1} [2]`. */
export function checkSubscripted(c: Emitter, node: expr): void {
  switch (node.nodeType) {
    case 'Constant':
      if (!unsubscriptableTypes.has(constantType(node.value))) return
      break
    case 'Set':
    case 'SetComp':
    case 'GeneratorExp':
    case 'Lambda':
      break
    default:
      return
  }
  c.diagnostics.warn(warnings.notSubscriptable(typeOf(node) as string), node)
}

const sequenceTypes: ReadonlySet<string> = new Set(['str', 'bytes', 'tuple'])

/** `[1, 2] ['a']`. */
export function checkIndex(c: Emitter, node: expr, index: expr): void {
  const indexType = typeOf(index)
  if (indexType === null || indexType === 'int' || indexType === 'bool') return
  switch (node.nodeType) {
    case 'Constant':
      if (!sequenceTypes.has(constantType(node.value))) return
      break
    case 'Tuple':
    case 'List':
    case 'ListComp':
    case 'JoinedStr':
    case 'FormattedValue':
      break
    default:
      return
  }
  c.diagnostics.warn(warnings.badIndex(typeOf(node) as string, indexType), node)
}
