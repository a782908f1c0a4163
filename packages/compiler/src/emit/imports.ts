// import and from … import.
import type { ImportFrom, Located, Visitor, stmt } from '@pellucid/ast'
import { intrinsic1Codes, opcodes as op } from '@pellucid/opcode-spec'
import { future as messages } from '../errors.ts'
import type { Emitter } from './emitter.ts'
import { emitName } from './names.ts'
import { addName, nowhere } from './unit.ts'

/** `import a.b.c as d`: from the package a walk down to c. */
function bindSubmodule(c: Emitter, parts: readonly string[], asname: string, at: Located): void {
  const last = parts.length - 1
  for (let i = 1; i <= last; i++) {
    c.opI(op.IMPORT_FROM, addName(c.unit.names, parts[i] as string), at)
    if (i === last) break
    c.opI(op.SWAP, 2, at)
    c.op(op.POP_TOP, at)
  }
  emitName(c, asname, 'Store', at)
  if (last > 0) c.op(op.POP_TOP, at)
}

function isAfter(at: Located, earlier: Located): boolean {
  return (
    at.lineno > earlier.end_lineno ||
    (at.lineno === earlier.end_lineno && at.col_offset > earlier.end_col_offset)
  )
}

function importFrom(c: Emitter, node: ImportFrom): void {
  const { names } = node
  c.loadConst(node.level ?? 0, node)
  if (node.level === 0 && node.module === '__future__' && isAfter(node, c.settings.futureAt)) {
    c.diagnostics.error(messages.late, node)
  }
  c.loadConst(
    names.map((alias) => alias.name),
    node,
  )
  c.opName(op.IMPORT_NAME, node.module ?? '', node)
  if (names[0]?.name === '*') {
    c.opI(op.CALL_INTRINSIC_1, intrinsic1Codes.INTRINSIC_IMPORT_STAR, node)
    return c.op(op.POP_TOP, nowhere)
  }
  for (const alias of names) {
    c.opName(op.IMPORT_FROM, alias.name, node)
    emitName(c, alias.asname ?? alias.name, 'Store', node)
  }
  c.op(op.POP_TOP, node)
}

export const imports: Pick<Visitor<stmt, Emitter>, 'Import' | 'ImportFrom'> = {
  Import(c, node) {
    for (const alias of node.names) {
      c.loadConst(0, node)
      c.loadConst(null, node)
      c.opName(op.IMPORT_NAME, alias.name, node)
      const parts = alias.name.split('.')
      if (alias.asname !== null) bindSubmodule(c, parts, alias.asname, node)
      else emitName(c, parts[0] as string, 'Store', node)
    }
  },
  ImportFrom: importFrom,
}
