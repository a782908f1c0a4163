// Assignment and what can be assigned to: names, attributes, subscripts, starred targets.
import { nodesOfType } from '@pellucid/ast'
import type {
  Attribute,
  AugAssign,
  Located,
  Slice,
  Subscript,
  Visitor,
  expr,
  operator,
  stmt,
} from '@pellucid/ast'
import { operatorCodes, opcodes as op } from '@pellucid/opcode-spec'
import { PyCompileError } from '@pellucid/source'
import { targets as messages } from '../errors.ts'
import type { Emitter } from './emitter.ts'
import { emitName, refuseDebug } from './names.ts'

export const binaryCodes: { readonly [name in operator['nodeType']]: number } = {
  Add: operatorCodes['+'],
  Sub: operatorCodes['-'],
  Mult: operatorCodes['*'],
  MatMult: operatorCodes['@'],
  Div: operatorCodes['/'],
  Mod: operatorCodes['%'],
  Pow: operatorCodes['**'],
  LShift: operatorCodes['<<'],
  RShift: operatorCodes['>>'],
  BitOr: operatorCodes['|'],
  BitXor: operatorCodes['^'],
  BitAnd: operatorCodes['&'],
  FloorDiv: operatorCodes['//'],
}
const INPLACE = operatorCodes['+='] - operatorCodes['+']

/** An attribute on another line than its object gets the location of its name alone. */
export function atAttribute(at: Located, node: Attribute): Located {
  if (at.lineno === node.end_lineno) return at
  const lineno = node.end_lineno
  const length = nameLength(node.attr)
  const known = length <= node.end_col_offset
  const col = known ? node.end_col_offset - length : -1
  const end = known ? at.end_col_offset : -1
  const endLine = Math.max(lineno, at.end_lineno)
  return {
    lineno,
    end_lineno: endLine,
    col_offset: col,
    end_col_offset: endLine === lineno ? Math.max(col, end) : end,
  }
}

/** CPython subtracts the length in code points, although columns count bytes. */
function nameLength(name: string): number {
  let length = 0
  for (const _ of name) length++
  return length
}

/** `self.x = …` in a method: the class body lists x in `__static_attributes__`. */
export function noteStaticAttribute(c: Emitter, node: Attribute): void {
  if (node.value.nodeType !== 'Name' || node.value.id !== 'self') return
  for (let unit = c.unit.parent; unit !== null; unit = unit.parent) {
    if (unit.kind === 'class') {
      unit.staticAttributes.add(node.attr)
      return
    }
  }
}

/** The attribute itself, its object being on the stack. */
export function finishAttribute(c: Emitter, node: Attribute): void {
  const at = atAttribute(node, node)
  switch (node.ctx.nodeType) {
    case 'Load':
      return c.opI(op.LOAD_ATTR, c.nameIndex(node.attr) << 1, at)
    case 'Store':
      refuseDebug(c, node.attr, 'Store', at)
      return c.opName(op.STORE_ATTR, node.attr, at)
    case 'Del':
      return c.opName(op.DELETE_ATTR, node.attr, at)
  }
}

function isTwoPartSlice(node: expr): node is Slice {
  return node.nodeType === 'Slice' && node.step === null
}

/** Push the parts of a slice; the answer is their number. */
function emitSliceParts(c: Emitter, node: Slice): number {
  if (node.lower !== null) c.expr(node.lower)
  else c.loadConst(null, node)
  if (node.upper !== null) c.expr(node.upper)
  else c.loadConst(null, node)
  if (node.step === null) return 2
  c.expr(node.step)
  return 3
}

const subscriptCodes = { Load: op.BINARY_SUBSCR, Store: op.STORE_SUBSCR, Del: op.DELETE_SUBSCR }

/** The subscript itself, its object being on the stack. */
export function finishSubscript(c: Emitter, node: Subscript): void {
  const context = node.ctx.nodeType
  if (isTwoPartSlice(node.slice) && context !== 'Del') {
    emitSliceParts(c, node.slice)
    return c.op(context === 'Load' ? op.BINARY_SLICE : op.STORE_SLICE, node)
  }
  c.expr(node.slice)
  c.op(subscriptCodes[context], node)
}

type TargetNodes = 'Name' | 'Slice' | 'Starred' | 'NamedExpr'

export const targetExpressions: Pick<Visitor<expr, Emitter>, TargetNodes> = {
  Name: (c, node) => emitName(c, node.id, node.ctx.nodeType, node),
  Slice: (c, node) => c.opI(op.BUILD_SLICE, emitSliceParts(c, node), node),
  // Legitimate ones are taken apart by the display, unpacking or call around them.
  Starred(c, node) {
    c.diagnostics.error(node.ctx.nodeType === 'Store' ? messages.starredAlone : messages.starredHere, node)
  },
  NamedExpr(c, node) {
    c.expr(node.value)
    c.opI(op.COPY, 1, node)
    c.expr(node.target)
  },
}

/** No parser makes such a target, but a tree made by hand may have it. */
export function invalidTarget(node: expr, assignment: 'augmented' | 'annotated'): PyCompileError {
  const kind = nodesOfType.expr.indexOf(node.nodeType) + 1
  return new PyCompileError('SystemError', `invalid node type (${kind}) for ${assignment} assignment`)
}

/** `a.b += 1` and `a[b] += 1` evaluate a and b once: copies stay below for the store. */
function augmentedAssignment(c: Emitter, node: AugAssign): void {
  const { target } = node
  const operation = (): void => {
    c.expr(node.value)
    c.opI(op.BINARY_OP, binaryCodes[node.op.nodeType] + INPLACE, node)
  }
  switch (target.nodeType) {
    case 'Name':
      emitName(c, target.id, 'Load', target)
      operation()
      return emitName(c, target.id, 'Store', target)
    case 'Attribute': {
      c.expr(target.value)
      c.opI(op.COPY, 1, target)
      const at = atAttribute(target, target)
      c.opI(op.LOAD_ATTR, c.nameIndex(target.attr) << 1, at)
      operation()
      c.opI(op.SWAP, 2, at)
      return c.opName(op.STORE_ATTR, target.attr, at)
    }
    case 'Subscript':
      return augmentedSubscript(c, target, operation)
    default:
      throw invalidTarget(target, 'augmented')
  }
}

function augmentedSubscript(c: Emitter, target: Subscript, operation: () => void): void {
  c.expr(target.value)
  if (isTwoPartSlice(target.slice)) {
    emitSliceParts(c, target.slice)
    for (let i = 0; i < 3; i++) c.opI(op.COPY, 3, target)
    c.op(op.BINARY_SLICE, target)
    operation()
    for (let i = 4; i > 1; i--) c.opI(op.SWAP, i, target)
    return c.op(op.STORE_SLICE, target)
  }
  c.expr(target.slice)
  c.opI(op.COPY, 2, target)
  c.opI(op.COPY, 2, target)
  c.op(op.BINARY_SUBSCR, target)
  operation()
  c.opI(op.SWAP, 3, target)
  c.opI(op.SWAP, 2, target)
  c.op(op.STORE_SUBSCR, target)
}

export const assignments: Pick<Visitor<stmt, Emitter>, 'Assign' | 'AugAssign' | 'Delete'> = {
  Assign(c, node) {
    const { targets } = node
    c.expr(node.value)
    const last = targets.length - 1
    for (let i = 0; i < last; i++) {
      c.opI(op.COPY, 1, node)
      c.expr(targets[i] as expr)
    }
    c.expr(targets[last] as expr)
  },
  AugAssign: augmentedAssignment,
  Delete: (c, node) => c.exprs(node.targets),
}
