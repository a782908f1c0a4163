// The rules of statements.
import type * as ast from '../nodes.generated.ts'
import type { Checker, ContextName } from './checker.ts'
import { checkNotEmpty, checkPosition, checkThere } from './checker.ts'
import { typeError, valueError } from './errors.ts'

function checkTargets(
  check: Checker,
  targets: readonly ast.expr[],
  context: ContextName,
  owner: string,
): void {
  checkNotEmpty(targets, 'targets', owner)
  check.exprs(targets, context)
}

function checkFunction(check: Checker, node: ast.FunctionDef | ast.AsyncFunctionDef): void {
  check.body(node.body, node.nodeType)
  check.typeParams(node.type_params)
  check.args(node.args)
  check.exprs(node.decorator_list)
  check.expr(node.returns)
}

function checkClass(check: Checker, node: ast.ClassDef): void {
  check.body(node.body, 'ClassDef')
  check.typeParams(node.type_params)
  check.exprs(node.bases)
  check.keywords(node.keywords)
  check.exprs(node.decorator_list)
}

function checkAnnotated(check: Checker, node: ast.AnnAssign): void {
  if (node.target.nodeType !== 'Name' && node.simple) throw typeError('AnnAssign with simple non-Name target')
  check.expr(node.target, 'Store')
  check.expr(node.value)
  check.expr(node.annotation)
}

function checkTypeAlias(check: Checker, node: ast.TypeAlias): void {
  if (node.name.nodeType !== 'Name') throw typeError('TypeAlias with non-Name name')
  check.expr(node.name, 'Store')
  check.typeParams(node.type_params)
  check.expr(node.value)
}

function checkFor(check: Checker, node: ast.For | ast.AsyncFor): void {
  check.expr(node.target, 'Store')
  check.expr(node.iter)
  check.body(node.body, node.nodeType)
  check.stmts(node.orelse)
}

function checkWith(check: Checker, node: ast.With | ast.AsyncWith): void {
  checkNotEmpty(node.items, 'items', node.nodeType)
  for (const item of node.items) {
    check.expr(item.context_expr)
    check.expr(item.optional_vars, 'Store')
  }
  check.body(node.body, node.nodeType)
}

function checkMatch(check: Checker, node: ast.Match): void {
  check.expr(node.subject)
  check.later(() => checkNotEmpty(node.cases, 'cases', 'Match'))
  for (const matchCase of node.cases) {
    check.pattern(matchCase.pattern)
    check.expr(matchCase.guard)
    check.body(matchCase.body, 'match_case')
  }
}

function checkRaise(check: Checker, node: ast.Raise): void {
  if (node.exc === null && node.cause !== null) throw valueError('Raise with cause but no exception')
  check.expr(node.exc)
  check.expr(node.cause)
}

function checkTry(check: Checker, node: ast.Try | ast.TryStar): void {
  const owner = node.nodeType
  check.body(node.body, owner)
  check.later(() => {
    if (node.handlers.length === 0 && node.finalbody.length === 0) {
      throw valueError(`${owner} has neither except handlers nor finalbody`)
    }
    if (node.handlers.length === 0 && node.orelse.length > 0) {
      throw valueError(`${owner} has orelse but no except handlers`)
    }
    for (const handler of node.handlers) {
      checkThere(handler, 'excepthandler')
      if (owner === 'Try') check.later(() => checkPosition(handler))
      check.expr(handler.type)
      check.body(handler.body, 'ExceptHandler')
    }
    check.stmts(node.finalbody)
    check.stmts(node.orelse)
  })
}

/** CPython's checks of one statement. */
export function checkStatement(check: Checker, node: ast.stmt): void {
  switch (node.nodeType) {
    case 'FunctionDef':
    case 'AsyncFunctionDef':
      return checkFunction(check, node)
    case 'ClassDef':
      return checkClass(check, node)
    case 'Return':
    case 'Expr':
      return check.expr(node.value)
    case 'Delete':
      return checkTargets(check, node.targets, 'Del', 'Delete')
    case 'Assign':
      checkTargets(check, node.targets, 'Store', 'Assign')
      return check.expr(node.value)
    case 'TypeAlias':
      return checkTypeAlias(check, node)
    case 'AugAssign':
      check.expr(node.target, 'Store')
      return check.expr(node.value)
    case 'AnnAssign':
      return checkAnnotated(check, node)
    case 'For':
    case 'AsyncFor':
      return checkFor(check, node)
    case 'While':
    case 'If':
      check.expr(node.test)
      check.body(node.body, node.nodeType)
      return check.stmts(node.orelse)
    case 'With':
    case 'AsyncWith':
      return checkWith(check, node)
    case 'Match':
      return checkMatch(check, node)
    case 'Raise':
      return checkRaise(check, node)
    case 'Try':
    case 'TryStar':
      return checkTry(check, node)
    case 'Assert':
      check.expr(node.test)
      return check.expr(node.msg)
    case 'ImportFrom':
      if (node.level !== null && node.level < 0) throw valueError('Negative ImportFrom level')
      return checkNotEmpty(node.names, 'names', node.nodeType)
    case 'Import':
    case 'Global':
    case 'Nonlocal':
      return checkNotEmpty(node.names, 'names', node.nodeType)
    case 'Pass':
    case 'Break':
    case 'Continue':
      return undefined
  }
}
