// The first pass over statements: definitions, imports, declarations, and the blocks they open.
import type {
  AnnAssign,
  AsyncFunctionDef,
  ClassDef,
  FunctionDef,
  Global,
  If,
  Located,
  Nonlocal,
  TryStar,
  Try,
  TypeAlias,
  Visitor,
  alias,
  arg,
  expr,
  stmt,
  type_param,
} from '@pellucid/ast'
import { type Declaration, names as messages } from '../errors.ts'
import { collectParameters } from './collect-expressions.ts'
import { collectPattern } from './collect-patterns.ts'
import type { Collector } from './collector.ts'
import {
  DEF_ANNOT,
  DEF_GLOBAL,
  DEF_IMPORT,
  DEF_LOCAL,
  DEF_NONLOCAL,
  DEF_PARAM,
  DEF_TYPE_PARAM,
  USE,
} from './scope.ts'

/** Walk one statement. */
export function collectStatement(collector: Collector, node: stmt): void {
  const visit = statements[node.nodeType] as (collector: Collector, node: stmt) => void
  visit(collector, node)
}

const nothing = (): void => {}

function functionDefinition(c: Collector, node: FunctionDef | AsyncFunctionDef): void {
  const { args, type_params: typeParams } = node
  c.define(node.name, DEF_LOCAL, node)
  c.expressions(args.defaults)
  c.expressions(args.kw_defaults)
  c.expressions(node.decorator_list)
  if (typeParams.length > 0) {
    enterTypeParameters(c, node.name, typeParams, node)
    // CPython adds the parameter for defaults even when there are none.
    c.define('.defaults', DEF_PARAM, node)
    if (args.kw_defaults.some((value) => value !== null)) c.define('.kwdefaults', DEF_PARAM, node)
    for (const parameter of typeParams) typeParameter(c, parameter)
  }
  functionAnnotations(c, node)
  const scope = c.enter(node.name, 'function', node, node)
  if (node.nodeType === 'AsyncFunctionDef') scope.coroutine = true
  collectParameters(c, args)
  c.statements(node.body)
  c.exit()
  if (typeParams.length > 0) c.exit()
}

function enterTypeParameters(c: Collector, name: string, key: readonly type_param[], at: Located): void {
  const inClass = c.scope.type === 'class'
  const scope = c.enter(name, 'type parameters', key, at)
  if (inClass) {
    scope.canSeeClassScope = true
    c.use('__classdict__', at)
  }
}

function typeParameter(c: Collector, node: type_param): void {
  c.define(node.name, DEF_TYPE_PARAM | DEF_LOCAL, node)
  switch (node.nodeType) {
    case 'TypeVar': {
      const bound = node.bound?.nodeType === 'Tuple' ? 'a TypeVar constraint' : 'a TypeVar bound'
      typeVariable(c, node, node.bound, bound, c.blocks)
      typeVariable(c, node, node.default_value, 'a TypeVar default', c.defaults)
      break
    }
    case 'TypeVarTuple':
      typeVariable(c, node, node.default_value, 'a TypeVarTuple default', c.defaults)
      break
    case 'ParamSpec':
      typeVariable(c, node, node.default_value, 'a ParamSpec default', c.defaults)
      break
  }
}

/** Bounds and defaults are evaluated lazily, each in a block of its own. */
function typeVariable(
  c: Collector,
  node: type_param,
  value: expr | null,
  purpose: string,
  blocks: Collector['blocks'],
): void {
  if (value === null) return
  const seesClass = c.scope.canSeeClassScope
  const scope = c.enter(node.name, 'type variable', node, value, blocks)
  scope.canSeeClassScope = seesClass
  scope.purpose = purpose
  if (seesClass) c.use('__classdict__', value)
  c.expression(value)
  c.exit()
}

function annotation(c: Collector, node: expr): void {
  if (c.stringAnnotations) c.enter('_annotation', 'annotation', node, node)
  c.expression(node)
  if (c.stringAnnotations) c.exit()
}

function parameterAnnotation(c: Collector, node: arg | null): void {
  if (node !== null && node.annotation !== null) c.expression(node.annotation)
}

function functionAnnotations(c: Collector, node: FunctionDef | AsyncFunctionDef): void {
  const { args } = node
  if (c.stringAnnotations) c.enter('_annotation', 'annotation', node, node)
  for (const parameter of args.posonlyargs) parameterAnnotation(c, parameter)
  for (const parameter of args.args) parameterAnnotation(c, parameter)
  parameterAnnotation(c, args.vararg)
  parameterAnnotation(c, args.kwarg)
  for (const parameter of args.kwonlyargs) parameterAnnotation(c, parameter)
  if (c.stringAnnotations) c.exit()
  if (node.returns !== null) annotation(c, node.returns)
}

function classDefinition(c: Collector, node: ClassDef): void {
  const generic = node.type_params.length > 0
  const outer = c.privateName
  c.define(node.name, DEF_LOCAL, node)
  c.expressions(node.decorator_list)
  if (generic) {
    enterTypeParameters(c, node.name, node.type_params, node)
    // Set when the tuple of type parameters is made, used when the bases are.
    c.define('.type_params', DEF_LOCAL | USE, node)
    c.define('.generic_base', DEF_LOCAL | USE, node)
    c.privateName = node.name
    c.scope.mangledNames = new Set()
    for (const parameter of node.type_params) typeParameter(c, parameter)
  }
  c.expressions(node.bases)
  for (const keyword of node.keywords) c.expression(keyword.value)
  c.enter(node.name, 'class', node, node)
  c.privateName = node.name
  if (generic) {
    c.define('__type_params__', DEF_LOCAL, node)
    c.use('.type_params', node)
  }
  c.statements(node.body)
  c.exit()
  if (generic) c.exit()
  c.privateName = outer
}

function typeAlias(c: Collector, node: TypeAlias): void {
  c.expression(node.name)
  const name = node.name.nodeType === 'Name' ? node.name.id : ''
  const inClass = c.scope.type === 'class'
  const generic = node.type_params.length > 0
  if (generic) {
    enterTypeParameters(c, name, node.type_params, node)
    for (const parameter of node.type_params) typeParameter(c, parameter)
  }
  c.enter(name, 'type alias', node, node).canSeeClassScope = inClass
  if (inClass) c.use('__classdict__', node.value)
  c.expression(node.value)
  c.exit()
  if (generic) c.exit()
}

function annotatedAssignment(c: Collector, node: AnnAssign): void {
  const { target } = node
  if (target.nodeType === 'Name') {
    const flags = c.lookup(target.id)
    if (flags & (DEF_GLOBAL | DEF_NONLOCAL) && c.scope !== c.top && node.simple) {
      const kind = flags & DEF_GLOBAL ? 'global' : 'nonlocal'
      c.diagnostics.error(messages.annotatedDeclared(target.id, kind), node)
    }
    if (node.simple) c.define(target.id, DEF_ANNOT | DEF_LOCAL, target)
    else if (node.value !== null) c.define(target.id, DEF_LOCAL, target)
  } else {
    c.expression(target)
  }
  annotation(c, node.annotation)
  if (node.value !== null) c.expression(node.value)
}

function declaration(c: Collector, node: Global | Nonlocal, kind: Declaration): void {
  for (const name of node.names) {
    const flags = c.lookup(name)
    if (flags & DEF_PARAM) c.diagnostics.error(messages.parameterDeclared(name, kind), node)
    if (flags & USE) c.diagnostics.error(messages.usedBeforeDeclaration(name, kind), node)
    if (flags & DEF_ANNOT) c.diagnostics.error(messages.annotatedDeclared(name, kind), node)
    if (flags & DEF_LOCAL) c.diagnostics.error(messages.assignedBeforeDeclaration(name, kind), node)
    c.define(name, kind === 'global' ? DEF_GLOBAL : DEF_NONLOCAL, node)
    c.recordDirective(name, node)
  }
}

function imports(c: Collector, aliases: readonly alias[]): void {
  for (const node of aliases) {
    const name = node.asname ?? node.name
    if (name !== '*') {
      const dot = name.indexOf('.')
      c.define(dot === -1 ? name : name.slice(0, dot), DEF_IMPORT, node)
    } else if (c.scope.type !== 'module') {
      c.diagnostics.error(messages.importStar, node)
    }
  }
}

function tryStatement(c: Collector, node: Try | TryStar): void {
  c.statements(node.body)
  for (const handler of node.handlers) {
    if (handler.type !== null) c.expression(handler.type)
    if (handler.name !== null) c.define(handler.name, DEF_LOCAL, handler)
    c.statements(handler.body)
  }
  c.statements(node.orelse)
  c.statements(node.finalbody)
}

/** A chain of `elif` is nested in the tree but walked as the list it is in the source. */
function conditional(c: Collector, node: If): void {
  let levels = 0
  for (let link: If = node; ; levels++) {
    c.expression(link.test)
    c.statements(link.body)
    const [next] = link.orelse
    if (link.orelse.length !== 1 || next?.nodeType !== 'If') {
      c.statements(link.orelse)
      break
    }
    c.deepen(1)
    link = next
  }
  c.deepen(-levels)
}

const statements: Visitor<stmt, Collector> = {
  FunctionDef: functionDefinition,
  AsyncFunctionDef: functionDefinition,
  ClassDef: classDefinition,
  TypeAlias: typeAlias,
  Expr: (c, node) => c.expression(node.value),
  Assign(c, node) {
    c.expressions(node.targets)
    c.expression(node.value)
  },
  AugAssign(c, node) {
    c.expression(node.target)
    c.expression(node.value)
  },
  AnnAssign: annotatedAssignment,
  Return(c, node) {
    if (node.value !== null) c.expression(node.value)
  },
  Delete: (c, node) => c.expressions(node.targets),
  If: conditional,
  For(c, node) {
    c.expression(node.target)
    c.expression(node.iter)
    c.statements(node.body)
    c.statements(node.orelse)
  },
  AsyncFor(c, node) {
    c.expression(node.target)
    c.expression(node.iter)
    c.statements(node.body)
    c.statements(node.orelse)
  },
  While(c, node) {
    c.expression(node.test)
    c.statements(node.body)
    c.statements(node.orelse)
  },
  With(c, node) {
    for (const item of node.items) c.expressions([item.context_expr, item.optional_vars])
    c.statements(node.body)
  },
  AsyncWith(c, node) {
    for (const item of node.items) c.expressions([item.context_expr, item.optional_vars])
    c.statements(node.body)
  },
  Match(c, node) {
    c.expression(node.subject)
    for (const clause of node.cases) {
      collectPattern(c, clause.pattern)
      if (clause.guard !== null) c.expression(clause.guard)
      c.statements(clause.body)
    }
  },
  Raise(c, node) {
    if (node.exc === null) return
    c.expression(node.exc)
    if (node.cause !== null) c.expression(node.cause)
  },
  Try: tryStatement,
  TryStar: tryStatement,
  Assert(c, node) {
    c.expression(node.test)
    if (node.msg !== null) c.expression(node.msg)
  },
  Import: (c, node) => imports(c, node.names),
  ImportFrom: (c, node) => imports(c, node.names),
  Global: (c, node) => declaration(c, node, 'global'),
  Nonlocal: (c, node) => declaration(c, node, 'nonlocal'),
  Pass: nothing,
  Break: nothing,
  Continue: nothing,
}
