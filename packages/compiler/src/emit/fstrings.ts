// f-strings.
import type { Visitor, expr } from '@pellucid/ast'
import { opcodes as op } from '@pellucid/opcode-spec'
import { PyCompileError } from '@pellucid/source'
import { STACK_USE_GUIDELINE } from './containers.ts'
import type { Emitter } from './emitter.ts'

/** CONVERT_VALUE's argument by the character after `!`. */
const conversions: { readonly [character: string]: number } = { s: 1, r: 2, a: 3 }

export const fstrings: Pick<Visitor<expr, Emitter>, 'JoinedStr' | 'FormattedValue'> = {
  JoinedStr(c, node) {
    const { values } = node
    if (values.length > STACK_USE_GUIDELINE) {
      c.loadConst('', node)
      c.opI(op.LOAD_ATTR, (c.nameIndex('join') << 1) | 1, node)
      c.opI(op.BUILD_LIST, 0, node)
      for (const value of values) {
        c.expr(value)
        c.opI(op.LIST_APPEND, 1, node)
      }
      return c.opI(op.CALL, 1, node)
    }
    c.exprs(values)
    if (values.length === 0) c.loadConst('', node)
    else if (values.length > 1) c.opI(op.BUILD_STRING, values.length, node)
  },
  FormattedValue(c, node) {
    c.expr(node.value)
    if (node.conversion !== -1) {
      const conversion = conversions[String.fromCharCode(node.conversion)]
      if (conversion === undefined) {
        throw new PyCompileError('SystemError', `Unrecognized conversion character ${node.conversion}`)
      }
      c.opI(op.CONVERT_VALUE, conversion, node)
    }
    if (node.format_spec === null) return c.op(op.FORMAT_SIMPLE, node)
    c.expr(node.format_spec)
    c.op(op.FORMAT_WITH_SPEC, node)
  },
}
