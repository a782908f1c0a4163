// Functions and lambdas: defaults, annotations, body, closure, decorators.
import type {
  AsyncFunctionDef,
  FunctionDef,
  Lambda,
  Located,
  Visitor,
  arg,
  arguments as ArgumentsNode,
  expr,
  stmt,
} from '@pellucid/ast'
import { type CodeObject, intrinsic2Codes, opcodes as op } from '@pellucid/opcode-spec'
import { mangleIn } from '../symbols/mangle.ts'
import { emitAnnotations } from './annotations.ts'
import { makeFunction } from './closures.ts'
import { cleanDocstring, docstringOf } from './docstring.ts'
import type { Emitter } from './emitter.ts'
import { popBlock, pushBlock } from './frame-blocks.ts'
import { guardStopIteration } from './generators.ts'
import { emitName, refuseDebug } from './names.ts'
import { emitTypeParameters } from './type-params.ts'
import { nowhere } from './unit.ts'

const HAS_DEFAULTS = 0x01
const HAS_KWDEFAULTS = 0x02
const HAS_ANNOTATIONS = 0x04

function checkParameter(c: Emitter, parameter: arg | null): void {
  if (parameter !== null) refuseDebug(c, parameter.arg, 'Store', parameter)
}

function checkParameters(c: Emitter, args: ArgumentsNode): void {
  for (const parameter of args.posonlyargs) checkParameter(c, parameter)
  for (const parameter of args.args) checkParameter(c, parameter)
  checkParameter(c, args.vararg)
  for (const parameter of args.kwonlyargs) checkParameter(c, parameter)
  checkParameter(c, args.kwarg)
}

/** Push the tuple and the dict of defaults, those that exist; the answer are MAKE_FUNCTION's flags. */
function emitDefaults(c: Emitter, args: ArgumentsNode, at: Located): number {
  let flags = 0
  if (args.defaults.length > 0) {
    c.exprs(args.defaults)
    c.opI(op.BUILD_TUPLE, args.defaults.length, at)
    flags |= HAS_DEFAULTS
  }
  const keys: string[] = []
  for (let i = 0; i < args.kwonlyargs.length; i++) {
    const value = args.kw_defaults[i] ?? null
    if (value === null) continue
    keys.push(mangleIn(c.unit.scope, c.unit.privateName, (args.kwonlyargs[i] as arg).arg))
    c.expr(value)
  }
  if (keys.length > 0) {
    c.loadConst(keys, at)
    c.opI(op.BUILD_CONST_KEY_MAP, keys.length, at)
    flags |= HAS_KWDEFAULTS
  }
  return flags
}

/** Copy the numbers of parameters to the open unit. */
function countParameters(c: Emitter, args: ArgumentsNode): void {
  c.unit.argcount = args.args.length + args.posonlyargs.length
  c.unit.posonlyargcount = args.posonlyargs.length
  c.unit.kwonlyargcount = args.kwonlyargs.length
}

function functionBody(c: Emitter, node: FunctionDef | AsyncFunctionDef, firstlineno: number): CodeObject {
  const kind = node.nodeType === 'AsyncFunctionDef' ? 'async function' : 'function'
  const scope = c.scopeOf(node)
  c.enter(kind, node.name, scope, firstlineno)
  const doc = docstringOf(node.body)
  // The first constant is the docstring, or None for a function without one.
  c.constant(doc === null || c.settings.optimize > 1 ? null : cleanDocstring(doc))
  countParameters(c, node.args)
  const suspends = scope.coroutine || scope.generator
  // The handler around the whole body is one of the blocks that may be nested.
  if (suspends) pushBlock(c, nowhere, { type: 'generator' })
  c.stmts(doc === null ? node.body : node.body.slice(1))
  if (suspends) {
    guardStopIteration(c)
    popBlock(c)
  }
  return c.leave(true)
}

/** Evaluate decorators, first to last; `applyDecorators` calls them, last to first. */
export function emitDecorators(c: Emitter, decorators: readonly expr[]): void {
  c.exprs(decorators)
}

export function applyDecorators(c: Emitter, decorators: readonly expr[]): void {
  for (let i = decorators.length - 1; i >= 0; i--) c.opI(op.CALL, 0, decorators[i] as expr)
}

/** A decorated definition starts at its first decorator. */
export function firstLine(node: { lineno: number; decorator_list: readonly expr[] }): number {
  return node.decorator_list[0]?.lineno ?? node.lineno
}

function functionDefinition(c: Emitter, node: FunctionDef | AsyncFunctionDef): void {
  checkParameters(c, node.args)
  emitDecorators(c, node.decorator_list)
  const firstlineno = firstLine(node)
  const flags = emitDefaults(c, node.args, node)
  if (node.type_params.length > 0) genericFunction(c, node, flags, firstlineno)
  else annotatedFunction(c, node, flags, firstlineno)
  applyDecorators(c, node.decorator_list)
  emitName(c, node.name, 'Store', node)
}

function annotatedFunction(
  c: Emitter,
  node: FunctionDef | AsyncFunctionDef,
  flags: number,
  firstlineno: number,
): void {
  const annotated = emitAnnotations(c, node) ? HAS_ANNOTATIONS : 0
  makeFunction(c, functionBody(c, node, firstlineno), flags | annotated, node)
}

/** `def f[T](…)`: made by another function, which holds the type parameters and receives the defaults. */
function genericFunction(
  c: Emitter,
  node: FunctionDef | AsyncFunctionDef,
  flags: number,
  firstlineno: number,
): void {
  const received = (flags & HAS_DEFAULTS ? 1 : 0) + (flags & HAS_KWDEFAULTS ? 1 : 0)
  if (received === 2) c.opI(op.SWAP, 2, node)
  const name = `<generic parameters of ${node.name}>`
  c.enter('type parameters', name, c.scopeOf(node.type_params), firstlineno)
  emitTypeParameters(c, node.type_params)
  for (let i = 0; i < received; i++) c.opI(op.LOAD_FAST, i, node)
  annotatedFunction(c, node, flags, firstlineno)
  c.opI(op.SWAP, 2, node)
  c.opI(op.CALL_INTRINSIC_2, intrinsic2Codes.INTRINSIC_SET_FUNCTION_TYPE_PARAMS, node)
  c.unit.argcount = received
  makeFunction(c, c.leave(false), 0, node)
  if (received > 0) {
    c.opI(op.SWAP, received + 1, node)
    // The first argument takes the place of the NULL below the callable's arguments.
    c.opI(op.CALL, received - 1, node)
  } else {
    c.op(op.PUSH_NULL, node)
    c.opI(op.CALL, 0, node)
  }
}

function lambda(c: Emitter, node: Lambda): void {
  checkParameters(c, node.args)
  const flags = emitDefaults(c, node.args, node)
  const scope = c.scopeOf(node)
  c.enter('lambda', '<lambda>', scope, node.lineno)
  // None first: the lambda has no docstring.
  c.constant(null)
  countParameters(c, node.args)
  c.expr(node.body)
  if (!scope.generator) c.op(op.RETURN_VALUE, node.body)
  makeFunction(c, c.leave(!scope.generator), flags, node)
}

export const functionStatements: Pick<Visitor<stmt, Emitter>, 'FunctionDef' | 'AsyncFunctionDef'> = {
  FunctionDef: functionDefinition,
  AsyncFunctionDef: functionDefinition,
}

export const functionExpressions: Pick<Visitor<expr, Emitter>, 'Lambda'> = { Lambda: lambda }
