import { expect, expectTypeOf, test } from 'vitest'
import { factories, fields, is, isExpr, isStmt, nodesOfType, typeOfNode } from '../src/index.ts'
import type { Add, expr, If, Name, NodeType, stmt, Visitor } from '../src/index.ts'
import { load, pass } from './build.ts'

test('every node belongs to a type, and has a factory', () => {
  const names = Object.values(nodesOfType).flat()
  expect(names).toHaveLength(Object.keys(fields).length)
  expect(Object.keys(factories)).toEqual(names)
  expect(typeOfNode.If).toBe('stmt')
  expect(fields.If).toEqual(['test', 'body', 'orelse'])
})

test('guards narrow', () => {
  const node: expr | stmt = load('a')
  expect([is(node, 'Name', 'If'), isExpr(node), isStmt(pass())]).toEqual([true, true, true])
  expect(is(null, 'Name')).toBe(false)
})

test('a visitor table must be complete', () => {
  expectTypeOf<Visitor<If | Name>>().toEqualTypeOf<{
    readonly If: (context: undefined, node: If) => void
    readonly Name: (context: undefined, node: Name) => void
  }>()
  expectTypeOf<Add['nodeType']>().toExtend<NodeType>()
})
