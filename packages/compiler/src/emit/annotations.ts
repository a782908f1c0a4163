// Annotations: of parameters and results, and of variables. With `from __future__ import annotations` they
// are kept as text.
import type {
  AnnAssign,
  AsyncFunctionDef,
  FunctionDef,
  Located,
  Visitor,
  arg,
  expr,
  stmt,
} from '@pellucid/ast'
import { opcodes as op } from '@pellucid/opcode-spec'
import { mangleIn } from '../symbols/mangle.ts'
import { annotationText } from './annotation-text.ts'
import type { Emitter } from './emitter.ts'
import { refuseDebug } from './names.ts'
import { invalidTarget } from './targets.ts'

function emitAnnotation(c: Emitter, node: expr): void {
  if (c.settings.stringAnnotations) c.loadConst(annotationText(node), node)
  else c.expr(node)
}

/** Push a name and what annotates it; the answer is the number of values pushed. */
function namedAnnotation(c: Emitter, name: string, annotation: expr | null, at: Located): number {
  if (annotation === null) return 0
  c.loadConst(mangleIn(c.unit.scope, c.unit.privateName, name), at)
  if (annotation.nodeType === 'Starred' && !c.settings.stringAnnotations) {
    // `*args: *Ts` stores what `(*Ts,)` holds.
    c.expr(annotation.value)
    c.opI(op.UNPACK_SEQUENCE, 1, at)
  } else {
    emitAnnotation(c, annotation)
  }
  return 2
}

function parameterAnnotations(c: Emitter, parameters: readonly arg[], at: Located): number {
  let length = 0
  for (const { arg: name, annotation } of parameters) length += namedAnnotation(c, name, annotation, at)
  return length
}

/** Push the tuple of names and annotations of a function; false when it has none. */
export function emitAnnotations(c: Emitter, node: FunctionDef | AsyncFunctionDef): boolean {
  const { args, kwonlyargs, posonlyargs, vararg, kwarg } = node.args
  let length = parameterAnnotations(c, args, node)
  length += parameterAnnotations(c, posonlyargs, node)
  if (vararg !== null) length += namedAnnotation(c, vararg.arg, vararg.annotation, node)
  length += parameterAnnotations(c, kwonlyargs, node)
  if (kwarg !== null) length += namedAnnotation(c, kwarg.arg, kwarg.annotation, node)
  length += namedAnnotation(c, 'return', node.returns, node)
  if (length > 0) c.opI(op.BUILD_TUPLE, length, node)
  return length > 0
}

/** Whether a body, not counting nested blocks, annotates a variable. */
export function hasAnnotations(body: readonly stmt[]): boolean {
  return body.some((node) => {
    switch (node.nodeType) {
      case 'AnnAssign':
        return true
      case 'For':
      case 'AsyncFor':
      case 'While':
        return hasAnnotations(node.body) || hasAnnotations(node.orelse)
      case 'If':
        return chainHasAnnotations(node.body, node.orelse)
      case 'With':
      case 'AsyncWith':
        return hasAnnotations(node.body)
      case 'Try':
      case 'TryStar':
        return (
          node.handlers.some((handler) => hasAnnotations(handler.body)) ||
          hasAnnotations(node.body) ||
          hasAnnotations(node.finalbody) ||
          hasAnnotations(node.orelse)
        )
      case 'Match':
        return node.cases.some((clause) => hasAnnotations(clause.body))
      default:
        return false
    }
  })
}

/** The links of an `elif` chain, without recursion. */
function chainHasAnnotations(body: readonly stmt[], orelse: readonly stmt[]): boolean {
  let rest = orelse
  if (hasAnnotations(body)) return true
  while (rest.length === 1 && rest[0]?.nodeType === 'If') {
    if (hasAnnotations(rest[0].body)) return true
    rest = rest[0].orelse
  }
  return hasAnnotations(rest)
}

/** Evaluate and drop: an annotated target must at least be evaluable. */
function evaluate(c: Emitter, node: expr): void {
  c.expr(node)
  c.op(op.POP_TOP, node)
}

function evaluateIndex(c: Emitter, node: expr): void {
  switch (node.nodeType) {
    case 'Slice':
      for (const part of [node.lower, node.upper, node.step]) if (part !== null) evaluate(c, part)
      return
    case 'Tuple':
      for (const element of node.elts) evaluateIndex(c, element)
      return
    default:
      return evaluate(c, node)
  }
}

function storesAnnotations(c: Emitter): boolean {
  return c.unit.kind === 'module' || c.unit.kind === 'class'
}

function annotatedAssignment(c: Emitter, node: AnnAssign): void {
  const { target, value } = node
  if (value !== null) {
    c.expr(value)
    c.expr(target)
  }
  switch (target.nodeType) {
    case 'Name':
      refuseDebug(c, target.id, 'Store', node)
      if (node.simple && storesAnnotations(c)) storeAnnotation(c, node.annotation, target.id, node)
      break
    case 'Attribute':
      refuseDebug(c, target.attr, 'Store', node)
      if (value === null) evaluate(c, target.value)
      break
    case 'Subscript':
      if (value === null) {
        evaluate(c, target.value)
        evaluateIndex(c, target.slice)
      }
      break
    default:
      throw invalidTarget(target, 'annotated')
  }
  if (!node.simple && !c.settings.stringAnnotations && storesAnnotations(c)) evaluate(c, node.annotation)
}

function storeAnnotation(c: Emitter, annotation: expr, name: string, at: Located): void {
  emitAnnotation(c, annotation)
  c.opName(op.LOAD_NAME, '__annotations__', at)
  c.loadConst(mangleIn(c.unit.scope, c.unit.privateName, name), at)
  c.op(op.STORE_SUBSCR, at)
}

export const annotationStatements: Pick<Visitor<stmt, Emitter>, 'AnnAssign'> = {
  AnnAssign: annotatedAssignment,
}
