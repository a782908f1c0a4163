// Type parameters and type aliases (PEP 695, PEP 696). Bounds, defaults and alias values are functions,
// called when somebody asks for them.
import type { Located, TypeAlias, Visitor, expr, stmt, type_param } from '@pellucid/ast'
import { intrinsic1Codes, intrinsic2Codes, opcodes as op } from '@pellucid/opcode-spec'
import { calls as messages } from '../errors.ts'
import type { Scope } from '../symbols/scope.ts'
import { makeFunction } from './closures.ts'
import type { Emitter } from './emitter.ts'
import { emitName } from './names.ts'

/** A function that evaluates a bound or a default. */
function lazyValue(c: Emitter, node: expr, name: string, scope: Scope, starred: boolean): void {
  c.enter('type parameters', name, scope, node.lineno)
  if (starred && node.nodeType === 'Starred') {
    c.expr(node.value)
    c.opI(op.UNPACK_SEQUENCE, 1, node)
  } else {
    c.expr(node)
  }
  c.op(op.RETURN_VALUE, node)
  makeFunction(c, c.leave(true), 0, node)
}

function makeParameter(c: Emitter, node: type_param): void {
  c.loadConst(node.name, node)
  switch (node.nodeType) {
    case 'TypeVar':
      if (node.bound === null) return c.opI(op.CALL_INTRINSIC_1, intrinsic1Codes.INTRINSIC_TYPEVAR, node)
      lazyValue(c, node.bound, node.name, c.scopeOf(node), false)
      return c.opI(
        op.CALL_INTRINSIC_2,
        node.bound.nodeType === 'Tuple'
          ? intrinsic2Codes.INTRINSIC_TYPEVAR_WITH_CONSTRAINTS
          : intrinsic2Codes.INTRINSIC_TYPEVAR_WITH_BOUND,
        node,
      )
    case 'TypeVarTuple':
      return c.opI(op.CALL_INTRINSIC_1, intrinsic1Codes.INTRINSIC_TYPEVARTUPLE, node)
    case 'ParamSpec':
      return c.opI(op.CALL_INTRINSIC_1, intrinsic1Codes.INTRINSIC_PARAMSPEC, node)
  }
}

/** Make and bind all type parameters, and leave the tuple of them on the stack. */
export function emitTypeParameters(c: Emitter, parameters: readonly type_param[]): void {
  let seenDefault = false
  for (const node of parameters) {
    makeParameter(c, node)
    const value = node.default_value
    if (value !== null) {
      seenDefault = true
      const scope = c.scopeOf(node, c.symbols.defaults)
      lazyValue(c, value, node.name, scope, node.nodeType === 'TypeVarTuple')
      c.opI(op.CALL_INTRINSIC_2, intrinsic2Codes.INTRINSIC_SET_TYPEPARAM_DEFAULT, node)
    } else if (seenDefault) {
      c.diagnostics.error(messages.defaultThenNone(node.name), node)
    }
    c.opI(op.COPY, 1, node)
    emitName(c, node.name, 'Store', node)
  }
  c.opI(op.BUILD_TUPLE, parameters.length, parameters[0] as Located)
}

function aliasBody(c: Emitter, node: TypeAlias, name: string): void {
  c.enter('function', name, c.scopeOf(node), node.lineno)
  // None first: the function that evaluates the alias has no docstring.
  c.constant(null)
  c.expr(node.value)
  c.op(op.RETURN_VALUE, node)
  makeFunction(c, c.leave(false), 0, node)
  c.opI(op.BUILD_TUPLE, 3, node)
  c.opI(op.CALL_INTRINSIC_1, intrinsic1Codes.INTRINSIC_TYPEALIAS, node)
}

export const typeAliases: Pick<Visitor<stmt, Emitter>, 'TypeAlias'> = {
  TypeAlias(c, node) {
    const name = node.name.nodeType === 'Name' ? node.name.id : ''
    if (node.type_params.length > 0) {
      const scope = c.scopeOf(node.type_params)
      c.enter('type parameters', `<generic parameters of ${name}>`, scope, node.lineno)
      c.loadConst(name, node)
      emitTypeParameters(c, node.type_params)
      aliasBody(c, node, name)
      makeFunction(c, c.leave(false), 0, node)
      c.op(op.PUSH_NULL, node)
      c.opI(op.CALL, 0, node)
    } else {
      c.loadConst(name, node)
      c.loadConst(null, node)
      aliasBody(c, node, name)
    }
    emitName(c, name, 'Store', node)
  },
}
