import { expect, test } from 'vitest'
import { optimizeAndAssemble } from '../../src/assemble/index.ts'
import { ConstantCache } from '../../src/constants.ts'
import type { PassReport } from '../../src/flow/index.ts'
import { sequence, unit } from '../instructions.ts'

test('an observer sees every pass, and why it changed what', () => {
  const reports: PassReport[] = []
  const code = 'RESUME 0 @1\nLOAD_CONST 0 @1\nRETURN_VALUE @1\nLOAD_NAME 0 @2\nPOP_TOP @2\nRETURN_CONST 0 @2'
  const make = (observer?: { pass(report: PassReport): void }) =>
    optimizeAndAssemble(unit({ consts: [7] }), sequence(code), new ConstantCache(), 'x.py', observer)
  const watched = make({ pass: (report) => reports.push(report) })
  expect(watched).toEqual(make())
  const names = reports.map(({ name }) => name)
  expect(names.slice(0, 3)).toEqual(['label handlers', 'inline exits', 'remove unreachable'])
  const reasons = reports.flatMap(({ changes }) => changes.map(({ reason }) => reason))
  expect(reasons).toContain('cannot be reached')
  expect(reasons).toContain('returns a constant')
  for (let i = 1; i < reports.length; i++) expect(reports[i]?.before).toEqual(reports[i - 1]?.after)
})
