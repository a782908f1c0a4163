// The walk over statements and patterns, which change in place.
import type * as ast from '@pellucid/ast'
import { foldDeep } from './deep.ts'
import { ExpressionFolder } from './expressions.ts'
import { foldIterable, hasDocstring, protectFromDocstring } from './nodes.ts'

export class Folder extends ExpressionFolder {
  module(node: ast.mod): void {
    if (node.nodeType === 'Module') this.body(node.body)
    else if (node.nodeType === 'Interactive') this.statements(node.body)
    else if (node.nodeType === 'Expression') node.body = this.expression(node.body)
  }

  private body(body: ast.stmt[]): void {
    const documented = hasDocstring(body)
    this.statements(body)
    if (!documented) protectFromDocstring(body)
  }

  private statements(nodes: ast.stmt[]): void {
    for (const node of nodes) this.statement(node)
  }

  private typeParameters(nodes: ast.type_param[]): void {
    for (const node of nodes) {
      if (node.nodeType === 'TypeVar') node.bound = this.optional(node.bound)
      node.default_value = this.optional(node.default_value)
    }
  }

  private statement(node: ast.stmt): void {
    if (this.enter()) this.openStatement(node)
    else foldDeep(this.settings, node, this.depth)
    this.depth--
  }

  private openStatement(node: ast.stmt): void {
    switch (node.nodeType) {
      case 'Expr':
        node.value = this.expression(node.value)
        return
      case 'Assign':
        this.expressions(node.targets)
        node.value = this.expression(node.value)
        return
      case 'Return':
        node.value = this.optional(node.value)
        return
      case 'If':
      case 'While':
        node.test = this.expression(node.test)
        this.statements(node.body)
        this.statements(node.orelse)
        return
      case 'FunctionDef':
      case 'AsyncFunctionDef':
        this.typeParameters(node.type_params)
        this.arguments(node.args)
        this.body(node.body)
        this.expressions(node.decorator_list)
        node.returns = this.annotation(node.returns)
        return
      case 'ClassDef':
        this.typeParameters(node.type_params)
        this.expressions(node.bases)
        for (const keyword of node.keywords) keyword.value = this.expression(keyword.value)
        this.body(node.body)
        this.expressions(node.decorator_list)
        return
      case 'For':
      case 'AsyncFor':
        node.target = this.expression(node.target)
        node.iter = this.expression(node.iter)
        this.statements(node.body)
        this.statements(node.orelse)
        if (node.nodeType === 'For') node.iter = foldIterable(node.iter)
        return
      case 'Try':
      case 'TryStar':
        this.statements(node.body)
        for (const handler of node.handlers) {
          handler.type = this.optional(handler.type)
          this.statements(handler.body)
        }
        this.statements(node.orelse)
        this.statements(node.finalbody)
        return
      case 'With':
      case 'AsyncWith':
        for (const item of node.items) {
          item.context_expr = this.expression(item.context_expr)
          item.optional_vars = this.optional(item.optional_vars)
        }
        this.statements(node.body)
        return
      default:
        this.rareStatement(node)
    }
  }

  private rareStatement(node: ast.stmt): void {
    switch (node.nodeType) {
      case 'Assert':
        node.test = this.expression(node.test)
        node.msg = this.optional(node.msg)
        return
      case 'Raise':
        node.exc = this.optional(node.exc)
        node.cause = this.optional(node.cause)
        return
      case 'Delete':
        this.expressions(node.targets)
        return
      case 'AugAssign':
        node.target = this.expression(node.target)
        node.value = this.expression(node.value)
        return
      case 'AnnAssign':
        node.target = this.expression(node.target)
        if (!this.settings.skipAnnotations) node.annotation = this.expression(node.annotation)
        node.value = this.optional(node.value)
        return
      case 'TypeAlias':
        node.name = this.expression(node.name)
        this.typeParameters(node.type_params)
        node.value = this.expression(node.value)
        return
      case 'Match':
        node.subject = this.expression(node.subject)
        for (const matchCase of node.cases) {
          this.pattern(matchCase.pattern)
          matchCase.guard = this.optional(matchCase.guard)
          this.statements(matchCase.body)
        }
        return
    }
  }

  private pattern(node: ast.pattern): void {
    if (this.enter()) this.openPattern(node)
    else foldDeep(this.settings, node, this.depth)
    this.depth--
  }

  private openPattern(node: ast.pattern): void {
    switch (node.nodeType) {
      case 'MatchValue':
        node.value = this.expression(node.value)
        return
      case 'MatchSequence':
      case 'MatchOr':
        for (const pattern of node.patterns) this.pattern(pattern)
        return
      case 'MatchMapping':
        this.expressions(node.keys)
        for (const pattern of node.patterns) this.pattern(pattern)
        return
      case 'MatchClass':
        node.cls = this.expression(node.cls)
        for (const pattern of node.patterns) this.pattern(pattern)
        for (const pattern of node.kwd_patterns) this.pattern(pattern)
        return
      case 'MatchAs':
        if (node.pattern !== null) this.pattern(node.pattern)
        return
    }
  }
}
