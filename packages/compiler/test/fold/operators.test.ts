import { factories } from '@pellucid/ast'
import { Complex, type Constant, Float, WideText } from '@pellucid/primitives'
import { describe, expect, test } from 'vitest'
import { binary, constant, folded, name, subscript, unary, value } from './trees.ts'

const { Add, BitAnd, BitOr, Div, FloorDiv, LShift, MatMult, Mod, Mult, Pow, RShift, Sub } = factories
const { Invert, Not, UAdd, USub } = factories
const of = (left: Constant, op: Parameters<typeof binary>[1], right: Constant): string =>
  value(binary(constant(left), op, constant(right)))

describe('arithmetic', () => {
  test('of ints', () => {
    expect(of(1, Add, 2)).toBe('3')
    expect(of(-7, FloorDiv, 2)).toBe('-4')
    expect(of(5, Mod, -3)).toBe('-1')
    expect(of(3, Div, 2)).toBe('1.5')
    expect(of(2, Pow, -1)).toBe('0.5')
    expect(of(10, Pow, 20)).toBe('100000000000000000000')
    expect(of(-1, RShift, 200)).toBe('-1')
  })

  test('of bools: the bit operators stay bool', () => {
    expect(of(true, Add, true)).toBe('2')
    expect(of(true, BitAnd, false)).toBe('False')
    expect(of(true, BitOr, 2)).toBe('3')
    expect(value(unary(USub, constant(true)))).toBe('-1')
    expect(value(unary(UAdd, constant(true)))).toBe('1')
  })

  test('of floats and complex numbers', () => {
    expect(of(new Float(1e308), Mult, 10)).toBe('inf')
    expect(of(1, Add, new Complex(0, 2))).toBe('(1+2j)')
    expect(of(new Complex(0, 1), Pow, 2)).toBe('(-1+0j)')
    expect(value(unary(USub, constant(new Float(0))))).toBe('-0.0')
  })

  test('not where Python would raise', () => {
    expect(of(1, FloorDiv, 0)).toBe('BinOp')
    expect(of(1, LShift, -1)).toBe('BinOp')
    expect(of(1, BitOr, new Float(2))).toBe('BinOp')
    expect(of('a', Sub, 'b')).toBe('BinOp')
    expect(of(1, MatMult, 1)).toBe('BinOp')
    expect(of(10n ** 400n, Add, new Float(1))).toBe('BinOp')
  })
})

describe('limits', () => {
  test.each([
    [1, LShift, 127, true],
    [1, LShift, 128, false],
    [2, Pow, 64, true],
    [2, Pow, 100, false],
    [10, Pow, 4000, false],
    [0, Pow, 1n << 100n, true],
    [1, Pow, 1n << 100n, false],
    [1n << 63n, Mult, 1n << 62n, true],
    [1n << 63n, Mult, 1n << 64n, false],
    ['a', Mult, 4096, true],
    ['a', Mult, 4097, false],
    ['😀', Mult, 4096, true],
    ['', Mult, -1, true],
    ['a', Mult, -1, false],
    ['', Mult, 1n << 100n, false],
    [[1], Mult, 256, true],
    [[1], Mult, 257, false],
    [[[1, 2, 3, 4, 5, 6, 7, 8]], Mult, 200, false],
  ])('%s %o %s', (left, op, right, folds) => {
    expect(of(left as Constant, op, right as Constant) !== 'BinOp').toBe(folds)
  })
})

describe('text, bytes and tuples', () => {
  test('are joined and repeated', () => {
    expect(of('a', Add, 'b')).toBe("'ab'")
    expect(of(2, Mult, 'ab')).toBe("'abab'")
    expect(of([1], Add, [2])).toBe('(1, 2)')
    expect(of(Uint8Array.of(97), Mult, 3)).toBe("b'aaa'")
    expect(of('a', Add, Uint8Array.of(97))).toBe('BinOp')
    const halves = folded(binary(constant(new WideText([0xd83d])), Add, constant(new WideText([0xde00]))))
    expect(halves).toMatchObject({ value: new WideText([0xd83d, 0xde00]) })
  })

  test('are indexed by code points', () => {
    expect(value(subscript(constant('a😀b'), constant(2)))).toBe("'b'")
    expect(value(subscript(constant('abc'), constant(-1)))).toBe("'c'")
    expect(value(subscript(constant([1, 2]), constant(true)))).toBe('2')
    expect(value(subscript(constant(Uint8Array.of(5)), constant(0)))).toBe('5')
    expect(value(subscript(constant('abc'), constant(3)))).toBe('Subscript')
  })
})

describe('not', () => {
  test('of a constant', () => {
    expect(value(unary(Not, constant([])))).toBe('True')
    expect(value(unary(Not, constant(new Float(Number.NaN))))).toBe('False')
  })

  test('turns is and in round, and takes the place of the comparison', () => {
    const test = factories.Compare(name('a'), [factories.Is], [name('b')], 1, 4, 1, 9)
    const turned = { nodeType: 'Compare', ops: [factories.IsNot], col_offset: 4 }
    expect(folded(unary(Not, test))).toMatchObject(turned)
    const equal = factories.Compare(name('a'), [factories.Eq], [name('b')], 1, 4, 1, 9)
    expect(folded(unary(Not, equal))).toMatchObject({ nodeType: 'UnaryOp' })
  })
})

test('~ of a bool is reported, and left alone if that is an error', () => {
  let heard = 0
  const invert = (): ReturnType<typeof unary> => unary(Invert, constant(true))
  expect(folded(invert(), { onInvertBool: () => void heard++ })).toMatchObject({ value: -2 })
  expect(heard).toBe(1)
  expect(folded(invert(), { onInvertBool: () => 'error' })).toMatchObject({ nodeType: 'UnaryOp' })
})
