import { expect, test } from 'vitest'
import {
  copyLocation, factories, fixMissingLocations, getSourceSegment, incrementLineno,
} from '../src/index.ts'
import type { Node } from '../src/index.ts'
import { load, module } from './build.ts'

test('missing places come from the parent', () => {
  const bare = { nodeType: 'Name', id: 'a', ctx: factories.Load } as unknown as Node
  const tree = module(factories.Expr(bare as never, 3, 1, 4, 2))
  fixMissingLocations(tree)
  expect(bare).toMatchObject({ lineno: 3, col_offset: 1, end_lineno: 4, end_col_offset: 2 })
})

test('places move and are copied', () => {
  const tree = factories.Module([factories.Pass(1, 0, 2, 4)], [factories.TypeIgnore(7, '')])
  incrementLineno(tree, 10)
  expect(tree.body[0]).toMatchObject({ lineno: 11, end_lineno: 12 })
  expect(tree.type_ignores[0]?.lineno).toBe(17)
  expect(copyLocation(load('x'), factories.Pass(5, 6, 7, 8))).toMatchObject({ lineno: 5, end_col_offset: 8 })
})

test('source segments count columns in UTF-8', () => {
  const source = 'é = "𝒳" + (1,\n\t2)\f\n'
  expect(getSourceSegment(source, factories.Name('x', factories.Load, 1, 5, 1, 11))).toBe('"𝒳"')
  const tuple = factories.Tuple([], factories.Load, 1, 14, 2, 3)
  expect(getSourceSegment(source, tuple)).toBe('(1,\n\t2)')
  expect(getSourceSegment(source, tuple, { padded: true })).toBe('          (1,\n\t2)')
  expect(getSourceSegment(source, factories.Load)).toBeNull()
})
