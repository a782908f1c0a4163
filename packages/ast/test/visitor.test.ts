import { describe, expect, test } from 'vitest'
import { NodeTransformer, NodeVisitor, unparse } from '../src/index.ts'
import type { Name, Node, Pass } from '../src/index.ts'
import { binary, chain, constant, expr, load, module, pass, when } from './build.ts'

class Names extends NodeVisitor {
  readonly found: string[] = []
  visit_Name(node: Name): void {
    this.found.push(node.id)
  }
}

class Rewrite extends NodeTransformer {
  visit_Name(node: Name): Node {
    return node.id === 'a' ? constant(1) : node
  }
  visit_Pass(_node: Pass): Node[] {
    return [expr(load('x')), expr(load('y'))]
  }
}

describe('NodeVisitor and NodeTransformer', () => {
  test('visit what has a method, and look into the rest', () => {
    const visitor = new Names()
    visitor.visit(module(expr(binary(load('a'), 'Mult', load('b')))))
    expect(visitor.found).toEqual(['a', 'b'])
  })

  test('a transformer replaces one node by one, several or none', () => {
    const tree = when(load('a'), [pass()])
    expect(new Rewrite().visit(tree)).toBe(tree)
    expect(unparse(tree)).toBe('if 1:\n    x\n    y')
  })

  test('deep trees end in RecursionError', () => {
    expect(() => new Names().visit(chain(5000))).toThrow('maximum recursion depth exceeded')
  })
})
