// The report between the stages.
import { fromJson } from '@pellucid/ast'
import type { Json, mod } from '@pellucid/ast'
import { expect, test } from 'vitest'
import { explainTree } from '../src/index.ts'
import programs from './__oracle__/programs.json' with { type: 'json' }

const program = programs.find(({ name }) => name === 'operators')
const tree = fromJson(program?.tree as Json) as mod

test('the tree given stays as it was, the report has all stages', () => {
  const before = JSON.stringify(tree)
  const report = explainTree(tree, '<test>')
  expect(JSON.stringify(report.tree)).toBe(before)
  expect(JSON.stringify(report.folded)).not.toBe(before)
  const [unit] = report.units
  expect(unit?.qualname).toBe('<module>')
  expect(unit?.code).toBe(report.code)
  expect(unit?.emitted.length).toBeGreaterThan(30)
  expect(unit?.flow.at(0)?.name).toBe('label handlers')
  expect(unit?.flow.some((pass) => pass.changes.length > 0)).toBe(true)
})
