// `super().name`: read straight from the superclass, without making the super object.
import type { Attribute, Call, expr } from '@pellucid/ast'
import { opcodes as op } from '@pellucid/opcode-spec'
import { FREE, GLOBAL_IMPLICIT } from '../symbols/scope.ts'
import type { Emitter } from './emitter.ts'
import { emitName } from './names.ts'

/** The call of the builtin `super` that the attribute is read from, if it surely is one. */
function superCall(c: Emitter, node: Attribute): Call | null {
  const call = node.value
  if (call.nodeType !== 'Call' || call.func.nodeType !== 'Name' || call.func.id !== 'super') return null
  if (node.attr === '__class__' || call.keywords.length > 0) return null
  const { unit } = c
  if (unit.scope.scopeOf('super') !== GLOBAL_IMPLICIT || c.symbols.top.scopeOf('super') !== 0) return null
  const { args } = call
  if (args.length === 2) return args.some((arg) => arg.nodeType === 'Starred') ? null : call
  // Without arguments it needs a first parameter and the cell of the class.
  if (args.length !== 0 || unit.argcount + unit.posonlyargcount === 0) return null
  return unit.kind !== 'class' && unit.scope.scopeOf('__class__') === FREE ? call : null
}

function loadSuper(c: Emitter, call: Call): void {
  emitName(c, 'super', 'Load', call.func)
  if (call.args.length === 2) {
    c.expr(call.args[0] as expr)
    c.expr(call.args[1] as expr)
    return
  }
  emitName(c, '__class__', 'Load', call)
  const [first] = c.unit.varnames.keys()
  emitName(c, first as string, 'Load', call)
}

function emitSuper(c: Emitter, node: Attribute, isMethod: number): boolean {
  const call = superCall(c, node)
  if (call === null) return false
  loadSuper(c, call)
  const isTwoArgument = call.args.length === 2 ? 2 : 0
  c.opI(op.LOAD_SUPER_ATTR, (c.nameIndex(node.attr) << 2) | isTwoArgument | isMethod, node)
  return true
}

/** Emit `super().name` if the node is that; the answer is whether it was. */
export function emitSuperAttribute(c: Emitter, node: Attribute): boolean {
  return emitSuper(c, node, 0)
}

/** The same for a name that is called at once. */
export function emitSuperMethod(c: Emitter, node: Attribute): boolean {
  return emitSuper(c, node, 1)
}
