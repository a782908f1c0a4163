// The walk over the tree: children first, then the node. Expressions may be replaced, statements and
// patterns change in place. Nesting is counted as CPython counts it; far down, an explicit stack takes over.
import type * as ast from '@pellucid/ast'
import { tooDeep } from '../diagnostics.ts'
import { foldDeep } from './deep.ts'
import {
  foldBinOp,
  foldCompare,
  foldIterable,
  foldName,
  foldSubscript,
  foldTuple,
  foldUnaryOp,
  hasDocstring,
  protectFromDocstring,
} from './nodes.ts'

/** What folding depends on. */
export interface FoldSettings {
  /** The `optimize` argument of compile(); `__debug__` is true for 0 only. */
  readonly optimize: number
  /** Annotations are strings: they are left alone. */
  readonly skipAnnotations: boolean
  /** Hears of each `~True` and `~False`, which is deprecated; 'error' leaves the operation to run time. */
  readonly onInvertBool: (() => 'error' | void) | undefined
  /** How many expressions, statements and patterns may be nested. */
  readonly mostNested: number
}

/** Nesting that recursion is used for. */
const shallow = 500

export class Folder {
  readonly settings: FoldSettings
  private depth = 0
  constructor(settings: FoldSettings) {
    this.settings = settings
  }

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

  private expressions(nodes: (ast.expr | null)[]): void {
    for (let i = 0; i < nodes.length; i++) {
      const node = nodes[i]
      if (node === null || node === undefined) continue
      const folded = this.expression(node)
      if (folded !== node) nodes[i] = folded
    }
  }

  private optional(node: ast.expr | null): ast.expr | null {
    return node === null ? null : this.expression(node)
  }

  private enter(): boolean {
    if (++this.depth > this.settings.mostNested) throw tooDeep()
    return this.depth <= shallow
  }

  expression(node: ast.expr): ast.expr {
    if (node.nodeType === 'Constant') return node
    if (node.nodeType === 'Name') return foldName(node, this.settings.optimize)
    if (!this.enter()) {
      const folded = foldDeep(this.settings, node, this.depth) as ast.expr
      this.depth--
      return folded
    }
    const folded = this.compound(node)
    this.depth--
    return folded
  }

  private compound(node: ast.expr): ast.expr {
    switch (node.nodeType) {
      case 'Attribute':
      case 'Starred':
      case 'Await':
      case 'YieldFrom':
      case 'NamedExpr':
        node.value = this.expression(node.value)
        return node
      case 'Call':
        node.func = this.expression(node.func)
        this.expressions(node.args)
        for (const keyword of node.keywords) keyword.value = this.expression(keyword.value)
        return node
      case 'BinOp':
        node.left = this.expression(node.left)
        node.right = this.expression(node.right)
        return foldBinOp(node)
      case 'UnaryOp':
        node.operand = this.expression(node.operand)
        return foldUnaryOp(node, this.settings.onInvertBool)
      case 'Subscript':
        node.value = this.expression(node.value)
        node.slice = this.expression(node.slice)
        return foldSubscript(node)
      case 'Compare':
        node.left = this.expression(node.left)
        this.expressions(node.comparators)
        return foldCompare(node)
      case 'BoolOp':
      case 'JoinedStr':
        this.expressions(node.values)
        return node
      case 'FormattedValue':
        node.value = this.expression(node.value)
        node.format_spec = this.optional(node.format_spec)
        return node
      case 'List':
      case 'Set':
        this.expressions(node.elts)
        return node
      case 'Tuple':
        this.expressions(node.elts)
        return foldTuple(node)
      case 'Dict':
        this.expressions(node.keys)
        this.expressions(node.values)
        return node
      case 'Slice':
        node.lower = this.optional(node.lower)
        node.upper = this.optional(node.upper)
        node.step = this.optional(node.step)
        return node
      case 'IfExp':
        node.test = this.expression(node.test)
        node.body = this.expression(node.body)
        node.orelse = this.expression(node.orelse)
        return node
      case 'Lambda':
        this.arguments(node.args)
        node.body = this.expression(node.body)
        return node
      case 'Yield':
        node.value = this.optional(node.value)
        return node
      case 'ListComp':
      case 'SetComp':
      case 'GeneratorExp':
        node.elt = this.expression(node.elt)
        this.comprehensions(node.generators)
        return node
      case 'DictComp':
        node.key = this.expression(node.key)
        node.value = this.expression(node.value)
        this.comprehensions(node.generators)
        return node
      default:
        return node
    }
  }

  private comprehensions(nodes: ast.comprehension[]): void {
    for (const node of nodes) {
      node.target = this.expression(node.target)
      node.iter = foldIterable(this.expression(node.iter))
      this.expressions(node.ifs)
    }
  }

  private arguments(node: ast.arguments): void {
    this.parameters(node.posonlyargs)
    this.parameters(node.args)
    if (node.vararg !== null) this.parameter(node.vararg)
    this.parameters(node.kwonlyargs)
    this.expressions(node.kw_defaults)
    if (node.kwarg !== null) this.parameter(node.kwarg)
    this.expressions(node.defaults)
  }

  private parameters(nodes: ast.arg[]): void {
    for (const node of nodes) this.parameter(node)
  }

  private parameter(node: ast.arg): void {
    node.annotation = this.annotation(node.annotation)
  }

  private annotation(node: ast.expr | null): ast.expr | null {
    return this.settings.skipAnnotations ? node : this.optional(node)
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
