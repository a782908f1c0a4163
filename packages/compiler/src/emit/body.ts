// The body of a module or class: its annotations dict, its docstring, its statements.
import type { Located, stmt } from '@pellucid/ast'
import { opcodes as op } from '@pellucid/opcode-spec'
import { hasAnnotations } from './annotations.ts'
import { cleanDocstring, docstringOf } from './docstring.ts'
import type { Emitter } from './emitter.ts'
import { emitName } from './names.ts'
import { nowhere } from './unit.ts'

export function emitBody(c: Emitter, body: readonly stmt[], at: Located): void {
  const [first] = body
  // A module's dict of annotations is set up on the line of its first statement.
  const isModule = c.unit.kind === 'module'
  if (hasAnnotations(body)) c.op(op.SETUP_ANNOTATIONS, isModule && first !== undefined ? first : at)
  if (first === undefined) return
  const doc = docstringOf(body)
  if (doc === null || first.nodeType !== 'Expr') return c.stmts(body)
  if (c.settings.optimize < 2) {
    c.loadConst(cleanDocstring(doc), first.value)
    emitName(c, '__doc__', 'Store', nowhere)
  }
  c.stmts(body.slice(1))
}
