// The walk over expressions: children first, then the node, which may be replaced. Nesting is counted as
// CPython counts it; far down, an explicit stack takes over.
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

export class ExpressionFolder {
  readonly settings: FoldSettings
  protected depth = 0
  constructor(settings: FoldSettings) {
    this.settings = settings
  }

  protected expressions(nodes: (ast.expr | null)[]): void {
    for (let i = 0; i < nodes.length; i++) {
      const node = nodes[i]
      if (node === null || node === undefined) continue
      const folded = this.expression(node)
      if (folded !== node) nodes[i] = folded
    }
  }

  protected optional(node: ast.expr | null): ast.expr | null {
    return node === null ? null : this.expression(node)
  }

  /** One level down; false when recursion must not go on. */
  protected enter(): boolean {
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

  protected arguments(node: ast.arguments): void {
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

  protected annotation(node: ast.expr | null): ast.expr | null {
    return this.settings.skipAnnotations ? node : this.optional(node)
  }
}
