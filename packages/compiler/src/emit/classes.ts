// Class statements: the body is a function that fills the namespace, `__build_class__` does the rest.
import type { ClassDef, Located, Visitor, stmt } from '@pellucid/ast'
import { type CodeObject, intrinsic1Codes, opcodes as op } from '@pellucid/opcode-spec'
import { emitBody } from './body.ts'
import { emitCall } from './calls.ts'
import { makeFunction } from './closures.ts'
import type { Emitter } from './emitter.ts'
import { applyDecorators, emitDecorators, firstLine } from './functions.ts'
import { emitName } from './names.ts'
import { byCodePoint } from './order.ts'
import { emitTypeParameters } from './type-params.ts'
import { addName, nowhere } from './unit.ts'

function classBody(c: Emitter, node: ClassDef, firstlineno: number): CodeObject {
  const scope = c.scopeOf(node)
  const unit = c.enter('class', node.name, scope, firstlineno)
  unit.privateName = node.name
  const at: Located = { lineno: firstlineno, end_lineno: firstlineno, col_offset: 0, end_col_offset: 0 }
  emitName(c, '__name__', 'Load', at)
  emitName(c, '__module__', 'Store', at)
  c.loadConst(unit.qualname, at)
  emitName(c, '__qualname__', 'Store', at)
  c.loadConst(firstlineno, at)
  emitName(c, '__firstlineno__', 'Store', at)
  if (node.type_params.length > 0) {
    emitName(c, '.type_params', 'Load', at)
    emitName(c, '__type_params__', 'Store', at)
  }
  if (scope.needsClassdict) {
    c.op(op.LOAD_LOCALS, at)
    c.opI(op.STORE_DEREF, addName(unit.cellvars, '__classdict__'), at)
  }
  emitBody(c, node.body, at)
  c.loadConst([...unit.staticAttributes].sort(byCodePoint), nowhere)
  emitName(c, '__static_attributes__', 'Store', nowhere)
  if (scope.needsClassdict) {
    c.opI(op.LOAD_CLOSURE, addName(unit.cellvars, '__classdict__'), nowhere)
    emitName(c, '__classdictcell__', 'Store', nowhere)
  }
  if (scope.needsClassClosure) {
    c.opI(op.LOAD_CLOSURE, addName(unit.cellvars, '__class__'), nowhere)
    c.opI(op.COPY, 1, nowhere)
    emitName(c, '__classcell__', 'Store', nowhere)
  } else {
    c.loadConst(null, nowhere)
  }
  c.op(op.RETURN_VALUE, nowhere)
  return c.leave(true)
}

/** `__build_class__`, the function made from the body, and the class's name. */
function buildClass(c: Emitter, node: ClassDef, firstlineno: number): void {
  const code = classBody(c, node, firstlineno)
  c.op(op.LOAD_BUILD_CLASS, node)
  c.op(op.PUSH_NULL, node)
  makeFunction(c, code, 0, node)
  c.loadConst(node.name, node)
}

/** `class C[T](Base)`: built inside a function that holds the type parameters, with one more base. */
function genericClass(c: Emitter, node: ClassDef, firstlineno: number): void {
  const name = `<generic parameters of ${node.name}>`
  const unit = c.enter('type parameters', name, c.scopeOf(node.type_params), firstlineno)
  unit.privateName = node.name
  emitTypeParameters(c, node.type_params)
  emitName(c, '.type_params', 'Store', node)
  buildClass(c, node, firstlineno)
  emitName(c, '.type_params', 'Load', node)
  c.opI(op.CALL_INTRINSIC_1, intrinsic1Codes.INTRINSIC_SUBSCRIPT_GENERIC, node)
  emitName(c, '.generic_base', 'Store', node)
  emitCall(c, node.bases, node.keywords, node, 2, '.generic_base')
  makeFunction(c, c.leave(false), 0, node)
  c.op(op.PUSH_NULL, node)
  c.opI(op.CALL, 0, node)
}

export const classes: Pick<Visitor<stmt, Emitter>, 'ClassDef'> = {
  ClassDef(c, node) {
    emitDecorators(c, node.decorator_list)
    const firstlineno = firstLine(node)
    if (node.type_params.length > 0) {
      genericClass(c, node, firstlineno)
    } else {
      buildClass(c, node, firstlineno)
      emitCall(c, node.bases, node.keywords, node, 2)
    }
    applyDecorators(c, node.decorator_list)
    emitName(c, node.name, 'Store', node)
  },
}
