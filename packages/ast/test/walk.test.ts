import { describe, expect, test } from 'vitest'
import { factories, unparse, walk } from '../src/index.ts'
import type { Node } from '../src/index.ts'
import { binary, chain, constant, expr, list, load, module, pass, place, tuple } from './build.ts'

const names = (root: Node): string[] => {
  const found: string[] = []
  walk(root, node => {
    if (node.nodeType === 'Name') found.push(node.id)
  })
  return found
}

describe('walk', () => {
  test('goes in source order, not in field order', () => {
    const choice = factories.IfExp(load('test'), load('body'), load('orelse'), ...place)
    expect(names(choice)).toEqual(['body', 'test', 'orelse'])
    const dict = factories.Dict([load('k1'), null], [load('v1'), load('v2')], ...place)
    expect(names(dict)).toEqual(['k1', 'v1', 'v2'])
  })

  test('enters and leaves with the place', () => {
    const steps: string[] = []
    walk(tuple(load('a')), {
      enter: (node, parent, key, index) =>
        void steps.push(`+${node.nodeType} ${parent?.nodeType} ${key} ${index}`),
      leave: node => void steps.push(`-${node.nodeType}`),
    })
    expect(steps).toEqual([
      '+Tuple undefined  -1', '+Name Tuple elts 0', '+Load Name ctx -1', '-Load', '-Name',
      '+Load Tuple ctx -1', '-Load', '-Tuple',
    ])
  })

  test('skips, stops, replaces and removes', () => {
    const seen: string[] = []
    walk(list(tuple(load('a')), load('b'), load('c')), node => {
      if (node.nodeType === 'Tuple') return 'skip'
      if (node.nodeType === 'Name') seen.push(node.id)
      return node.nodeType === 'Name' && node.id === 'b' ? 'stop' : undefined
    })
    expect(seen).toEqual(['b'])

    const tree = module(expr(binary(load('a'), 'Add', load('b'))), pass(), pass())
    walk(tree, {
      enter: node => (node.nodeType === 'Pass' ? null : undefined),
      leave: node => (node.nodeType === 'Name' && node.id === 'b' ? constant(2) : undefined),
    })
    expect(unparse(tree)).toBe('a + 2')
    expect(walk(load('a'), () => null)).toBeNull()
  })

  test('any depth', () => {
    expect(names(chain(200_000))).toHaveLength(200_001)
  })
})
