// Code generation: all visitor tables together, and the ways into a tree.
import type { Visitor, expr, mod, stmt } from '@pellucid/ast'
import { intrinsic1Codes, opcodes as op } from '@pellucid/opcode-spec'
import type { CodeObject } from '@pellucid/opcode-spec'
import { PyCompileError } from '@pellucid/source'
import { annotationStatements, hasAnnotations } from './annotations.ts'
import { emitBody } from './body.ts'
import { branchExpressions, branchStatements } from './branches.ts'
import { chains } from './chains.ts'
import { classes } from './classes.ts'
import { comprehensions } from './comprehensions.ts'
import { containers } from './containers.ts'
import { Emitter, type EmitterSettings } from './emitter.ts'
import { fstrings } from './fstrings.ts'
import { functionExpressions, functionStatements } from './functions.ts'
import { generatorExpressions } from './generators.ts'
import { imports } from './imports.ts'
import { loops } from './loops.ts'
import { matches } from './match.ts'
import { operators } from './operators.ts'
import { assignments, targetExpressions } from './targets.ts'
import { tries } from './try.ts'
import { typeAliases } from './type-params.ts'
import { nowhere } from './unit.ts'
import { withs } from './with.ts'

const nothing = (): void => {}

const statements: Visitor<stmt, Emitter> = {
  ...annotationStatements,
  ...assignments,
  ...branchStatements,
  ...classes,
  ...functionStatements,
  ...imports,
  ...loops,
  ...matches,
  ...tries,
  ...typeAliases,
  ...withs,
  Expr(c, node) {
    const { value } = node
    if (c.settings.interactive && c.unit.kind === 'module') {
      c.expr(value)
      c.opI(op.CALL_INTRINSIC_1, intrinsic1Codes.INTRINSIC_PRINT, node)
      return c.op(op.POP_TOP, nowhere)
    }
    // A constant has no effect, but its line is traced.
    if (value.nodeType === 'Constant') return c.op(op.NOP, node)
    c.expr(value)
    c.op(op.POP_TOP, nowhere)
  },
  Pass: (c, node) => c.op(op.NOP, node),
  Global: nothing,
  Nonlocal: nothing,
}

const expressions: Visitor<expr, Emitter> = {
  ...branchExpressions,
  ...chains,
  ...comprehensions,
  ...containers,
  ...fstrings,
  ...functionExpressions,
  ...generatorExpressions,
  ...operators,
  ...targetExpressions,
}

const visitors = {
  statement(c: Emitter, node: stmt): void {
    const visit = statements[node.nodeType] as (c: Emitter, node: stmt) => void
    visit(c, node)
  },
  expression(c: Emitter, node: expr): void {
    const visit = expressions[node.nodeType] as (c: Emitter, node: expr) => void
    visit(c, node)
  },
}

/** Generate, optimise and assemble the code of a whole tree. */
export function emitTree(tree: mod, settings: Omit<EmitterSettings, 'visitors' | 'interactive'>): CodeObject {
  const emitter = new Emitter({ ...settings, visitors, interactive: tree.nodeType === 'Interactive' })
  const at = { lineno: 1, end_lineno: 1, col_offset: 0, end_col_offset: 0 }
  emitter.enter('module', '<module>', settings.symbols.top, 1)
  switch (tree.nodeType) {
    case 'Module':
      emitBody(emitter, tree.body, at)
      break
    case 'Interactive':
      if (hasAnnotations(tree.body)) emitter.op(op.SETUP_ANNOTATIONS, at)
      emitter.stmts(tree.body)
      break
    case 'Expression':
      emitter.expr(tree.body)
      break
    case 'FunctionType':
      throw new PyCompileError('SystemError', 'module kind 3 should not be possible')
  }
  return emitter.leave(tree.nodeType !== 'Expression')
}
