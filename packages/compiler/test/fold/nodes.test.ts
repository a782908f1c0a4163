import * as ast from '@pellucid/ast'
import { FrozenSetConstant } from '@pellucid/primitives'
import { describe, expect, test } from 'vitest'
import { foldTree } from '../../src/fold/index.ts'
import { binary, compare, constant, folded, list, name, set, tuple, value } from './trees.ts'

const { factories } = ast
const { Add, In, Load, Mod } = factories
const plain = { optimize: 0, futureFlags: 0 }

describe('containers', () => {
  test('a tuple of constants is a constant, a list is not', () => {
    expect(value(tuple(constant(1), tuple(constant(2), constant('x'))))).toBe("(1, (2, 'x'))")
    expect(value(list(constant(1)))).toBe('List')
  })

  test('what is only searched may be a tuple or a frozenset', () => {
    const container = (node: ast.expr): ast.expr =>
      (folded(compare(name('x'), In, node)) as ast.Compare).comparators[0]!
    expect(container(list(constant(1), constant(2)))).toMatchObject({ value: [1, 2] })
    expect(container(list(constant(1), name('y')))).toMatchObject({ nodeType: 'Tuple' })
    expect(container(set(constant(1), constant(true)))).toMatchObject({ value: new FrozenSetConstant([1]) })
    expect(container(set(constant(1), name('y')))).toMatchObject({ nodeType: 'Set' })
    const starred = list(factories.Starred(name('y'), Load, 1, 0, 1, 2))
    expect(container(starred)).toMatchObject({ nodeType: 'List' })
  })

  test('so may what is only iterated, but not by async for', () => {
    const loop = (make: typeof factories.For): ast.stmt => {
      const node = make(name('x'), list(constant(1)), [], [], null, 1, 0, 1, 9)
      foldTree(factories.Module([node], []), plain)
      return node
    }
    expect(loop(factories.For)).toMatchObject({ iter: { value: [1] } })
    const asyncFor = factories.AsyncFor as unknown as typeof factories.For
    expect(loop(asyncFor)).toMatchObject({ iter: { nodeType: 'List' } })
  })
})

describe('formats', () => {
  const format = (text: string, ...items: ast.expr[]): ast.expr =>
    folded(binary(constant(text), Mod, tuple(...items)))
  const parts = (node: ast.expr): unknown[] =>
    node.nodeType !== 'JoinedStr'
      ? [node.nodeType]
      : node.values.map((part) =>
          part.nodeType === 'Constant'
            ? part.value
            : [part.nodeType === 'FormattedValue' && String.fromCharCode(part.conversion), specOf(part)],
        )
  const specOf = (part: ast.expr): unknown => {
    const spec = part.nodeType === 'FormattedValue' ? part.format_spec : null
    return spec?.nodeType === 'Constant' ? spec.value : null
  }

  test('with %s, %r, %a become f-strings', () => {
    const formatted = format('<%s|%5r|%-5a|%.2s|%%>', name('a'), name('b'), name('c'), name('d'))
    expect(parts(formatted)).toEqual([
      '<', ['s', null], '|', ['r', '>5'], '|', ['a', '5'], '|', ['s', '.2'], '|%>',
    ])
  })

  test('with anything else do not', () => {
    expect(parts(format('%d', name('a')))).toEqual(['BinOp'])
    expect(parts(format('%100s', name('a')))).toEqual(['BinOp'])
    expect(parts(format('%s', name('a'), name('b')))).toEqual(['BinOp'])
    expect(parts(format('%s%s', name('a')))).toEqual(['BinOp'])
    expect(parts(format('%', name('a')))).toEqual(['BinOp'])
    expect(parts(folded(binary(constant('%s'), Mod, name('a'))))).toEqual(['BinOp'])
  })
})

describe('names, docstrings, annotations', () => {
  test('__debug__ is true without optimisation', () => {
    expect(folded(name('__debug__'))).toMatchObject({ value: true })
    expect(folded(name('__debug__'), { optimize: 1 })).toMatchObject({ value: false })
  })

  test('folding makes no docstring', () => {
    const statement = factories.Expr(binary(constant('a'), Add, constant('b')), 1, 0, 1, 9)
    foldTree(factories.Module([statement], []), plain)
    expect(statement.value).toMatchObject({ nodeType: 'JoinedStr', values: [{ value: 'ab' }] })
  })

  test('annotations that are kept as text are not folded', () => {
    const annotate = (futureFlags: number): ast.expr => {
      const sum = binary(constant(1), Add, constant(1))
      const node = factories.AnnAssign(name('x'), sum, null, 1, 1, 0, 1, 9)
      foldTree(factories.Module([node], []), { optimize: 0, futureFlags })
      return node.annotation
    }
    expect(annotate(0)).toMatchObject({ value: 2 })
    expect(annotate(0x1000000)).toMatchObject({ nodeType: 'BinOp' })
  })
})

describe('deep trees', () => {
  const chain = (length: number): ast.expr => {
    let node: ast.expr = name('a')
    for (let i = 0; i < length; i++) node = factories.Attribute(node, 'b', Load, 1, 0, 1, 1)
    return node
  }

  test('are followed as far as CPython follows them', () => {
    expect(folded(chain(9997))).toMatchObject({ nodeType: 'Attribute' })
    expect(() => folded(chain(9998))).toThrow('maximum recursion depth exceeded during compilation')
  })

  test('fold the same as shallow ones', () => {
    let node: ast.expr = binary(constant(1), Add, constant(2))
    for (let i = 0; i < 3000; i++) node = binary(name('x'), Add, node)
    let found = folded(node)
    while (found.nodeType === 'BinOp') found = found.right
    expect(found).toMatchObject({ value: 3 })
    let sum: ast.expr = constant(0)
    for (let i = 0; i < 3000; i++) sum = binary(sum, Add, constant(1))
    expect(value(sum)).toBe('3000')
  })

  test('of statements too', () => {
    const inner = factories.If(name('__debug__'), [factories.Pass(1, 0, 1, 1)], [], 1, 0, 1, 1)
    let node = inner
    for (let i = 0; i < 4000; i++) node = factories.If(name('x'), [], [node], 1, 0, 1, 1)
    foldTree(factories.Module([node], []), plain)
    expect(inner.test).toMatchObject({ value: true })
  })
})
