// Code objects as `-X no_debug_ranges` leaves them: lines, but neither columns nor ends (PEP 657, opt-out).
import { CodeObject } from './code-object.ts'
import { decodeLocationTable, encodeLocationTable } from './location-table.ts'

/**
 * The code object, and those among its constants, without columns.
 *
 * @example
 * const code = withoutColumns(compileTree(parse('x = y'), 'x.py'))
 * decodeLocationTable(code.linetable, 1).map(({ colOffset }) => colOffset) // [null, null, null]
 */
export function withoutColumns(code: CodeObject): CodeObject {
  const entries = decodeLocationTable(code.linetable, code.firstlineno).map(({ start, end, lineno }) => ({
    start, end, lineno, endLineno: lineno, colOffset: null, endColOffset: null,
  }))
  return new CodeObject({
    ...code,
    consts: code.consts.map((constant) => (constant instanceof CodeObject ? withoutColumns(constant) : constant)),
    linetable: encodeLocationTable(entries, code.firstlineno),
  })
}
