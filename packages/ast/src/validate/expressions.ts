// The rules of expressions: contexts, lengths that must agree, constants that exist.
import type * as ast from '../nodes.generated.ts'
import type { Checker, ContextName } from './checker.ts'
import { checkName } from './checker.ts'
import { checkConstant } from './constants.ts'
import { typeError, valueError } from './errors.ts'

const sized = (condition: boolean, message: string): void => {
  if (!condition) throw valueError(message)
}

function checkContext(node: ast.expr, wanted: ContextName): void {
  if (node.nodeType === 'Name') checkName(node.id)
  if ('ctx' in node) {
    const { nodeType: found } = node.ctx
    sized(found === wanted, `expression must have ${wanted} context but has ${found} instead`)
  } else {
    sized(wanted === 'Load', `expression which can't be assigned to in ${wanted} context`)
  }
}

function checkComprehensions(
  check: Checker,
  generators: readonly ast.comprehension[],
  elements: readonly ast.expr[],
): void {
  sized(generators.length > 0, 'comprehension with no generators')
  for (const generator of generators) {
    check.expr(generator.target, 'Store')
    check.expr(generator.iter)
    check.exprs(generator.ifs)
  }
  check.exprs(elements)
}

function checkCompare(check: Checker, node: ast.Compare): void {
  sized(node.comparators.length > 0, 'Compare with no comparators')
  const { comparators, ops } = node
  sized(comparators.length === ops.length, 'Compare has a different number of comparators and operands')
  check.exprs(comparators)
  check.expr(node.left)
}

/** CPython's checks of one expression. */
export function checkExpression(check: Checker, node: ast.expr, context: ContextName): void {
  checkContext(node, context)
  switch (node.nodeType) {
    case 'BoolOp':
      sized(node.values.length >= 2, 'BoolOp with less than 2 values')
      return check.exprs(node.values)
    case 'NamedExpr':
      if (node.target.nodeType !== 'Name') throw typeError('NamedExpr target must be a Name')
      return check.expr(node.value)
    case 'BinOp':
      return check.exprs([node.left, node.right])
    case 'UnaryOp':
      return check.expr(node.operand)
    case 'Lambda':
      check.args(node.args)
      return check.expr(node.body)
    case 'IfExp':
      return check.exprs([node.test, node.body, node.orelse])
    case 'Dict':
      sized(node.keys.length === node.values.length, "Dict doesn't have the same number of keys as values")
      check.exprs(node.keys, 'Load', true)
      return check.exprs(node.values)
    case 'Set':
      return check.exprs(node.elts)
    case 'ListComp':
    case 'SetComp':
    case 'GeneratorExp':
      return checkComprehensions(check, node.generators, [node.elt])
    case 'DictComp':
      return checkComprehensions(check, node.generators, [node.key, node.value])
    case 'Await':
    case 'Yield':
    case 'YieldFrom':
    case 'Attribute':
      return check.expr(node.value)
    case 'Compare':
      return checkCompare(check, node)
    case 'Call':
      check.expr(node.func)
      check.exprs(node.args)
      return check.keywords(node.keywords)
    case 'FormattedValue':
      check.expr(node.value)
      return check.expr(node.format_spec)
    case 'JoinedStr':
      return check.exprs(node.values)
    case 'Constant':
      return checkConstant(node.value)
    case 'Subscript':
      return check.exprs([node.slice, node.value])
    case 'Starred':
      return check.expr(node.value, context)
    case 'List':
    case 'Tuple':
      return check.exprs(node.elts, context)
    case 'Slice':
      return [node.lower, node.upper, node.step].forEach(part => check.expr(part))
    case 'Name':
      return undefined
  }
}
