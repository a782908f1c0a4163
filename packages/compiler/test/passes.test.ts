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

test.each(programs.map(({ name, tree: json }) => [name, json as Json] as const))('each change in %s has a reason', (_name, json) => {
  for (const { flow } of explainTree(fromJson(json) as mod, '<test>').units) {
    for (const { name, before, after, changes } of flow) {
      const told = new Set(changes.filter(({ reason }) => reason !== '').map(({ instruction }) => instruction))
      const texts = (blocks: typeof before) =>
        new Map(blocks.flatMap(({ instructions }) => instructions.map((one) => [one.id, JSON.stringify(one)] as const)))
      const [was, is] = [texts(before), texts(after)]
      const changed = [...new Set([...was.keys(), ...is.keys()])].filter((id) => was.get(id) !== is.get(id))
      expect(changed.filter((id) => !told.has(id)), name).toEqual([])
    }
  }
})
