// The first pass over expressions: uses and bindings of names, lambdas, comprehensions.
import type {
  Attribute,
  BinOp,
  Call,
  IfExp,
  Located,
  NamedExpr,
  Subscript,
  UnaryOp,
  Visitor,
  arguments as ArgumentsNode,
  comprehension,
  expr,
} from '@pellucid/ast'
import { annotationScopes, generators as messages, namedExpressions } from '../errors.ts'
import type { Collector } from './collector.ts'
import { type ComprehensionKind, DEF_LOCAL, DEF_PARAM } from './scope.ts'

/** Walk one expression. */
export function collectExpression(collector: Collector, node: expr): void {
  const visit = expressions[node.nodeType] as (collector: Collector, node: expr) => void
  visit(collector, node)
}

const nothing = (): void => {}

/** The parameters of a function; their defaults belong to the block around it. */
export function collectParameters(c: Collector, args: ArgumentsNode): void {
  for (const arg of args.posonlyargs) c.define(arg.arg, DEF_PARAM, arg)
  for (const arg of args.args) c.define(arg.arg, DEF_PARAM, arg)
  for (const arg of args.kwonlyargs) c.define(arg.arg, DEF_PARAM, arg)
  if (args.vararg !== null) {
    c.define(args.vararg.arg, DEF_PARAM, args.vararg)
    c.scope.varargs = true
  }
  if (args.kwarg !== null) {
    c.define(args.kwarg.arg, DEF_PARAM, args.kwarg)
    c.scope.varkeywords = true
  }
}

/** Expressions that suspend or bind have no place where annotations are evaluated. */
function refuseInAnnotation(c: Collector, what: string, at: Located): void {
  const { type, purpose } = c.scope
  const where = type === 'type variable' ? purpose : annotationPlaces[type]
  if (where !== undefined) c.diagnostics.error(annotationScopes.notAllowed(what, where), at)
}
const annotationPlaces: { readonly [type: string]: string } = {
  annotation: 'an annotation',
  'type alias': 'a type alias',
  'type parameters': 'the definition of a generic',
}

function markGenerator(c: Collector, at: Located): void {
  c.scope.generator = true
  if (c.scope.comprehension !== null) {
    c.diagnostics.error(messages.yieldInComprehension(c.scope.comprehension), at)
  }
}

function namedExpression(c: Collector, node: NamedExpr): void {
  refuseInAnnotation(c, 'named expression', node)
  if (c.scope.comprehensionIterables > 0) c.diagnostics.error(namedExpressions.inIterable, node)
  if (c.scope.comprehension !== null && node.target.nodeType === 'Name') {
    c.bindAround(node.target.id, node.target)
  }
  c.expression(node.value)
  c.expression(node.target)
}

function comprehensionScope(
  c: Collector,
  node: expr,
  kind: ComprehensionKind,
  clauses: readonly comprehension[],
  element: expr,
  value: expr | null,
): void {
  const isGenerator = kind === 'generator'
  const outermost = clauses[0] as comprehension
  // The first iterable is evaluated outside.
  c.scope.comprehensionIterables++
  c.expression(outermost.iter)
  c.scope.comprehensionIterables--
  const scope = c.enter(isGenerator ? 'genexpr' : `${kind}comp`, 'function', node, node as Located)
  scope.comprehension = kind
  if (outermost.is_async) scope.coroutine = true
  c.define('.0', DEF_PARAM, scope.at)
  scope.comprehensionTarget = true
  c.expression(outermost.target)
  scope.comprehensionTarget = false
  c.expressions(outermost.ifs)
  for (let i = 1; i < clauses.length; i++) comprehensionClause(c, clauses[i] as comprehension)
  if (value !== null) c.expression(value)
  c.expression(element)
  scope.generator = isGenerator
  c.exit()
  if (scope.coroutine && !isGenerator) c.scope.coroutine = true
}

function comprehensionClause(c: Collector, clause: comprehension): void {
  const { scope } = c
  scope.comprehensionTarget = true
  c.expression(clause.target)
  scope.comprehensionTarget = false
  scope.comprehensionIterables++
  c.expression(clause.iter)
  scope.comprehensionIterables--
  c.expressions(clause.ifs)
  if (clause.is_async) scope.coroutine = true
}

/** `a.b(c)[d].e…` and `a + b + c…` lean to the left, often deeply: walk down to `a` without recursion. */
function leftSpine(c: Collector, node: expr): void {
  const spine: expr[] = []
  let inner = node
  for (;;) {
    if (inner.nodeType === 'Attribute' || inner.nodeType === 'Subscript') {
      spine.push(inner)
      inner = inner.value
    } else if (inner.nodeType === 'Call') {
      spine.push(inner)
      inner = inner.func
    } else if (inner.nodeType === 'BinOp') {
      spine.push(inner)
      inner = inner.left
    } else break
  }
  const levels = spine.length - 1
  c.deepen(levels)
  c.expression(inner)
  for (let i = levels; i >= 0; i--) {
    const outer = spine[i] as expr
    if (outer.nodeType === 'BinOp') c.expression(outer.right)
    else if (outer.nodeType === 'Subscript') c.expression(outer.slice)
    else if (outer.nodeType === 'Call') callArguments(c, outer)
    if (i > 0) c.deepen(-1)
  }
}

/** `a ** b ** c…`, `not not a`, `a if b else c if d else…`: what nests at its end is a loop too. */
function rightSpine(c: Collector, node: BinOp | UnaryOp | IfExp): void {
  let levels = 0
  for (let outer: expr = node; ; levels++) {
    let inner: expr
    if (outer.nodeType === 'UnaryOp') {
      inner = outer.operand
    } else if (outer.nodeType === 'IfExp') {
      c.expression(outer.test)
      c.expression(outer.body)
      inner = outer.orelse
    } else if (outer.nodeType === 'BinOp' && outer.left.nodeType !== 'BinOp') {
      c.expression(outer.left)
      inner = outer.right
    } else {
      // The first node was counted by whoever called.
      c.deepen(-1)
      c.expression(outer)
      c.deepen(1 - levels)
      return
    }
    c.deepen(1)
    outer = inner
  }
}

function callArguments(c: Collector, node: Call): void {
  c.expressions(node.args)
  for (const keyword of node.keywords) c.expression(keyword.value)
}

function attribute(c: Collector, node: Attribute | Subscript | Call): void {
  const inner = node.nodeType === 'Call' ? node.func : node.value
  if (inner.nodeType !== 'Name') return leftSpine(c, node)
  c.expression(inner)
  if (node.nodeType === 'Subscript') c.expression(node.slice)
  else if (node.nodeType === 'Call') callArguments(c, node)
}

const expressions: Visitor<expr, Collector> = {
  Name(c, node) {
    if (node.ctx.nodeType !== 'Load') return c.define(node.id, DEF_LOCAL, node)
    c.use(node.id, node)
    // Zero-argument super() reads __class__.
    if (node.id === 'super' && c.scope.functionLike) c.use('__class__', node)
  },
  Constant: nothing,
  Attribute: attribute,
  Call: attribute,
  Subscript: attribute,
  BinOp(c, node) {
    if (node.left.nodeType === 'BinOp') return leftSpine(c, node)
    rightSpine(c, node)
  },
  UnaryOp: rightSpine,
  BoolOp: (c, node) => c.expressions(node.values),
  Compare(c, node) {
    c.expression(node.left)
    c.expressions(node.comparators)
  },
  IfExp: rightSpine,
  Tuple: (c, node) => c.expressions(node.elts),
  List: (c, node) => c.expressions(node.elts),
  Set: (c, node) => c.expressions(node.elts),
  Dict(c, node) {
    c.expressions(node.keys)
    c.expressions(node.values)
  },
  Starred: (c, node) => c.expression(node.value),
  Slice(c, node) {
    if (node.lower !== null) c.expression(node.lower)
    if (node.upper !== null) c.expression(node.upper)
    if (node.step !== null) c.expression(node.step)
  },
  JoinedStr: (c, node) => c.expressions(node.values),
  FormattedValue(c, node) {
    c.expression(node.value)
    if (node.format_spec !== null) c.expression(node.format_spec)
  },
  NamedExpr: namedExpression,
  Lambda(c, node) {
    c.expressions(node.args.defaults)
    c.expressions(node.args.kw_defaults)
    c.enter('lambda', 'function', node, node)
    collectParameters(c, node.args)
    c.expression(node.body)
    c.exit()
  },
  ListComp: (c, node) => comprehensionScope(c, node, 'list', node.generators, node.elt, null),
  SetComp: (c, node) => comprehensionScope(c, node, 'set', node.generators, node.elt, null),
  DictComp: (c, node) => comprehensionScope(c, node, 'dict', node.generators, node.key, node.value),
  GeneratorExp: (c, node) => comprehensionScope(c, node, 'generator', node.generators, node.elt, null),
  Yield(c, node) {
    refuseInAnnotation(c, 'yield expression', node)
    if (node.value !== null) c.expression(node.value)
    markGenerator(c, node)
  },
  YieldFrom(c, node) {
    refuseInAnnotation(c, 'yield expression', node)
    c.expression(node.value)
    markGenerator(c, node)
  },
  Await(c, node) {
    refuseInAnnotation(c, 'await expression', node)
    c.expression(node.value)
    c.scope.coroutine = true
  },
}
