// The rules of match patterns.
import { Complex, Float, WideText } from '@pellucid/primitives'
import type { Constant } from '@pellucid/primitives'
import type * as ast from '../nodes.generated.ts'
import type { Checker } from './checker.ts'
import { checkName } from './checker.ts'
import { valueError } from './errors.ts'

const isReal = (value: Constant): boolean =>
  typeof value === 'number' || typeof value === 'bigint' || value instanceof Float
const isImaginary = (value: Constant): boolean => value instanceof Complex
const isText = (value: Constant): boolean => typeof value === 'string' || value instanceof WideText

function isNumber(node: ast.expr, real: boolean, imaginary: boolean): boolean {
  if (node.nodeType !== 'Constant') return false
  return (real && isReal(node.value)) || (imaginary && isImaginary(node.value))
}

function isNegative(node: ast.expr, imaginary: boolean): boolean {
  return node.nodeType === 'UnaryOp' && node.op.nodeType === 'USub' && isNumber(node.operand, true, imaginary)
}

/** `-1 + 2j`: a signed real number and an unsigned imaginary one. */
function isComplexSum(node: ast.BinOp): boolean {
  if (node.op.nodeType !== 'Add' && node.op.nodeType !== 'Sub') return false
  const real = isNumber(node.left, true, false) || isNegative(node.left, false)
  return real && isNumber(node.right, false, true)
}

function checkLiteral(node: ast.expr): void {
  if (node.nodeType === 'Constant') {
    const { value } = node
    if (isReal(value) || isImaginary(value) || isText(value) || value instanceof Uint8Array) return
    throw valueError('unexpected constant inside of a literal pattern')
  }
  if (node.nodeType === 'Attribute' || node.nodeType === 'JoinedStr') return
  if (isNegative(node, true) || (node.nodeType === 'BinOp' && isComplexSum(node))) return
  throw valueError('patterns may only match literals and attribute lookups')
}

function checkValue(check: Checker, node: ast.expr): void {
  check.expr(node)
  check.later(() => checkLiteral(node))
}

function checkCapture(name: string | null): void {
  if (name === null) return
  if (name === '_') throw valueError("can't capture name '_' in patterns")
  checkName(name)
}

function checkMapping(check: Checker, node: ast.MatchMapping): void {
  if (node.keys.length !== node.patterns.length) {
    throw valueError("MatchMapping doesn't have the same number of keys as patterns")
  }
  checkCapture(node.rest)
  for (const key of node.keys) {
    // None, True and False are keys, though not values of MatchValue.
    const singleton = key.nodeType === 'Constant' && (key.value === null || typeof key.value === 'boolean')
    if (!singleton) checkValue(check, key)
  }
  check.patterns(node.patterns)
}

function checkClass(check: Checker, node: ast.MatchClass): void {
  if (node.kwd_attrs.length !== node.kwd_patterns.length) {
    throw valueError("MatchClass doesn't have the same number of keyword attributes as patterns")
  }
  check.expr(node.cls)
  check.later(() => {
    let cls = node.cls
    while (cls.nodeType === 'Attribute') cls = cls.value
    if (cls.nodeType !== 'Name') {
      throw valueError('MatchClass cls field can only contain Name or Attribute nodes.')
    }
    node.kwd_attrs.forEach(checkName)
    check.patterns(node.patterns)
    check.patterns(node.kwd_patterns)
  })
}

/** CPython's checks of one pattern. */
export function checkPattern(check: Checker, node: ast.pattern, starAllowed: boolean): void {
  switch (node.nodeType) {
    case 'MatchValue':
      return checkValue(check, node.value)
    case 'MatchSingleton':
      if (node.value === null || typeof node.value === 'boolean') return undefined
      throw valueError('MatchSingleton can only contain True, False and None')
    case 'MatchSequence':
      return check.patterns(node.patterns, true)
    case 'MatchMapping':
      return checkMapping(check, node)
    case 'MatchClass':
      return checkClass(check, node)
    case 'MatchStar':
      if (!starAllowed) throw valueError("can't use MatchStar here")
      return checkCapture(node.name)
    case 'MatchAs':
      checkCapture(node.name)
      if (node.pattern === null) return undefined
      if (node.name === null) throw valueError('MatchAs must specify a target name if a pattern is given')
      return check.pattern(node.pattern)
    case 'MatchOr':
      if (node.patterns.length < 2) throw valueError('MatchOr requires at least 2 patterns')
      return check.patterns(node.patterns)
  }
}
