// Statements and modules: a line each, blocks indented by four, a blank line before def and class.
import { WideText } from '@pellucid/primitives'
import type { TextConstant } from '@pellucid/primitives'
import { PyCompileError } from '@pellucid/source'
import type * as ast from '../nodes.generated.ts'
import { writeCallArguments } from './expressions.ts'
import { docstringText } from './literals.ts'
import type { NodeWriter, Output, WriterTable } from './output.ts'
import { binaryOperators, precedence } from './precedence.ts'

type Part = ast.excepthandler | ast.alias | ast.withitem | ast.match_case | ast.type_param
type Written = ast.mod | ast.stmt | Part

function docstringOf(body: readonly ast.stmt[]): { text: TextConstant; kind: string | null } | undefined {
  const first = body[0]
  if (first?.nodeType !== 'Expr' || first.value.nodeType !== 'Constant') return undefined
  const { value, kind } = first.value
  return typeof value === 'string' || value instanceof WideText ? { text: value, kind } : undefined
}

function writeBody(out: Output, body: readonly ast.stmt[]): void {
  const docstring = docstringOf(body)
  if (docstring !== undefined) out.fill((docstring.kind === 'u' ? 'u' : '') + docstringText(docstring.text))
  const rest = docstring === undefined ? body : body.slice(1)
  for (const statement of rest) out.visit(statement, precedence.TEST, 2)
}

function typeComment(out: Output, node: { lineno: number; type_comment: string | null }): string {
  const comment = out.typeIgnores.get(node.lineno) ?? node.type_comment
  return comment === null || comment === undefined ? '' : ` # type: ${comment}`
}

function writeOptional(out: Output, before: string, node: ast.expr | null | undefined): void {
  if (node === null || node === undefined) return
  out.text += before
  out.visit(node)
}

function writeElse(out: Output, keyword: string, body: readonly ast.stmt[]): void {
  if (body.length === 0) return
  out.fill(keyword)
  out.block(body)
}

function writeDecorators(out: Output, decorators: readonly ast.expr[]): void {
  out.newline()
  for (const decorator of decorators) {
    out.fill('@')
    out.visit(decorator)
  }
}

function writeTypeParams(out: Output, params: readonly ast.type_param[]): void {
  if (params.length === 0) return
  out.text += '['
  out.list(params)
  out.text += ']'
}

function writeFunction(out: Output, keyword: string, node: ast.FunctionDef | ast.AsyncFunctionDef): void {
  writeDecorators(out, node.decorator_list)
  out.fill(`${keyword} ${node.name}`)
  writeTypeParams(out, node.type_params)
  out.text += '('
  out.visit(node.args, precedence.TEST, 1)
  out.text += ')'
  writeOptional(out, ' -> ', node.returns)
  out.text += ':' + typeComment(out, node)
  out.indented(() => writeBody(out, node.body))
}

function writeFor(out: Output, keyword: string, node: ast.For | ast.AsyncFor): void {
  out.fill(keyword)
  out.visit(node.target, precedence.TUPLE, 1)
  out.text += ' in '
  out.visit(node.iter, precedence.TEST, 1)
  out.block(node.body, 2, typeComment(out, node))
  writeElse(out, 'else', node.orelse)
}

function writeWith(out: Output, keyword: string, node: ast.With | ast.AsyncWith): void {
  out.fill(keyword)
  out.list(node.items)
  out.block(node.body, 1, typeComment(out, node))
}

function writeTry(out: Output, node: ast.Try | ast.TryStar): void {
  const outer = out.inTryStar
  out.inTryStar = node.nodeType === 'TryStar'
  out.fill('try')
  out.block(node.body, 2)
  for (const handler of node.handlers) out.visit(handler, precedence.TEST, 1)
  writeElse(out, 'else', node.orelse)
  writeElse(out, 'finally', node.finalbody)
  out.inTryStar = outer
}

function writeIf(out: Output, node: ast.If): void {
  let keyword = 'if '
  for (;;) {
    out.fill(keyword)
    out.visit(node.test)
    out.block(node.body)
    const next = node.orelse[0]
    if (node.orelse.length !== 1 || next?.nodeType !== 'If') break
    node = next
    keyword = 'elif '
  }
  writeElse(out, 'else', node.orelse)
}

function writeRaise(out: Output, node: ast.Raise): void {
  if (node.exc === null && node.cause !== null) {
    out.fill('raise')
    throw new PyCompileError('ValueError', "Node can't use cause without an exception.")
  }
  out.fill('raise')
  writeOptional(out, ' ', node.exc)
  writeOptional(out, ' from ', node.cause)
}

function writeTypeParam(prefix: string): NodeWriter<ast.ParamSpec | ast.TypeVarTuple> {
  return (out, node) => {
    out.text += prefix + node.name
    writeOptional(out, ' = ', node.default_value)
  }
}

const writeAlone: NodeWriter<{ body: ast.stmt[] }> = (out, node) => {
  // Each statement is visited as a new text, so that the last one remains: CPython's generic visit.
  for (const statement of node.body) {
    out.text = ''
    out.visit(statement, precedence.TEST, 1)
  }
}

export const statements: { readonly [N in Written as N['nodeType']]: NodeWriter<N> } & WriterTable = {
  Module(out, node) {
    out.typeIgnores = new Map(node.type_ignores.map(ignore => [ignore.lineno, 'ignore' + ignore.tag]))
    writeBody(out, node.body)
  },
  Interactive: writeAlone,
  Expression: (out, node) => out.visit(node.body, precedence.TEST, 2),
  FunctionType(out, node) {
    out.text += '('
    out.list(node.argtypes)
    out.text += ') -> '
    out.visit(node.returns)
  },
  FunctionDef: (out, node) => writeFunction(out, 'def', node),
  AsyncFunctionDef: (out, node) => writeFunction(out, 'async def', node),
  ClassDef(out, node) {
    writeDecorators(out, node.decorator_list)
    out.fill('class ' + node.name)
    writeTypeParams(out, node.type_params)
    if (node.bases.length + node.keywords.length > 0) writeCallArguments(out, node.bases, node.keywords)
    out.text += ':'
    out.indented(() => writeBody(out, node.body))
  },
  Return(out, node) {
    out.fill('return')
    writeOptional(out, ' ', node.value)
  },
  Delete(out, node) {
    out.fill('del ')
    out.list(node.targets)
  },
  Assign(out, node) {
    out.fill('')
    for (const target of node.targets) {
      out.visit(target, precedence.TUPLE)
      out.text += ' = '
    }
    out.visit(node.value)
    out.text += typeComment(out, node)
  },
  TypeAlias(out, node) {
    out.fill('type ')
    out.visit(node.name)
    writeTypeParams(out, node.type_params)
    out.text += ' = '
    out.visit(node.value)
  },
  AugAssign(out, node) {
    out.fill('')
    out.visit(node.target)
    out.text += ` ${binaryOperators[node.op.nodeType].text}= `
    out.visit(node.value)
  },
  AnnAssign(out, node) {
    out.fill('')
    const parens = !node.simple && node.target.nodeType === 'Name'
    if (parens) out.text += '('
    out.visit(node.target)
    out.text += parens ? '): ' : ': '
    out.visit(node.annotation)
    writeOptional(out, ' = ', node.value)
  },
  For: (out, node) => writeFor(out, 'for ', node),
  AsyncFor: (out, node) => writeFor(out, 'async for ', node),
  While(out, node) {
    out.fill('while ')
    out.visit(node.test)
    out.block(node.body)
    writeElse(out, 'else', node.orelse)
  },
  If: writeIf,
  With: (out, node) => writeWith(out, 'with ', node),
  AsyncWith: (out, node) => writeWith(out, 'async with ', node),
  Match(out, node) {
    out.fill('match ')
    out.visit(node.subject)
    out.text += ':'
    out.indented(() => {
      for (const matchCase of node.cases) out.visit(matchCase)
    })
  },
  match_case(out, node) {
    out.fill('case ')
    out.visit(node.pattern)
    writeOptional(out, ' if ', node.guard)
    out.block(node.body)
  },
  Raise: writeRaise,
  Try: writeTry,
  TryStar: writeTry,
  ExceptHandler(out, node) {
    out.fill(out.inTryStar ? 'except*' : 'except')
    writeOptional(out, ' ', node.type)
    if (node.name !== null) out.text += ' as ' + node.name
    out.block(node.body)
  },
  Assert(out, node) {
    out.fill('assert ')
    out.visit(node.test)
    writeOptional(out, ', ', node.msg)
  },
  Import(out, node) {
    out.fill('import ')
    out.list(node.names)
  },
  ImportFrom(out, node) {
    out.fill(`from ${'.'.repeat(node.level ?? 0)}${node.module ?? ''} import `)
    out.list(node.names)
  },
  alias(out, node) {
    out.text += node.asname === null ? node.name : `${node.name} as ${node.asname}`
  },
  withitem(out, node) {
    out.visit(node.context_expr)
    writeOptional(out, ' as ', node.optional_vars)
  },
  Global: (out, node) => out.fill('global ' + node.names.join(', ')),
  Nonlocal: (out, node) => out.fill('nonlocal ' + node.names.join(', ')),
  Expr(out, node) {
    out.fill('')
    out.visit(node.value, precedence.YIELD)
  },
  Pass: out => out.fill('pass'),
  Break: out => out.fill('break'),
  Continue: out => out.fill('continue'),
  TypeVar(out, node) {
    out.text += node.name
    writeOptional(out, ': ', node.bound)
    writeOptional(out, ' = ', node.default_value)
  },
  ParamSpec: writeTypeParam('**'),
  TypeVarTuple: writeTypeParam('*'),
}
