import { Complex, Ellipsis, Float, FrozenSetConstant, WideText } from '@pellucid/primitives'
import { describe, expect, test } from 'vitest'
import { compare, fromJson, toJson } from '../src/index.ts'
import { binary, chain, constant, list, load } from './build.ts'

const constants = [
  null, true, 'text', 7, -(2n ** 70n), new Float(-0), new Float(Infinity), new Float(NaN),
  new Complex(1, -2.5), Uint8Array.of(0, 255), Ellipsis, new WideText([0xd800]), [1, ['a']],
  new FrozenSetConstant([1, 'b']),
]

describe('JSON', () => {
  test('every constant survives', () => {
    const tree = list(...constants.map(value => constant(value)))
    const again = fromJson(JSON.parse(JSON.stringify(toJson(tree))))
    expect(compare(tree, again, { attributes: true })).toBe(true)
  })

  test('a node is its fields and its place', () => {
    const place = { lineno: 1, col_offset: 0, end_lineno: 1, end_col_offset: 1 }
    expect(toJson(binary(load('a'), 'Add', load('b')))).toEqual({
      nodeType: 'BinOp',
      left: { nodeType: 'Name', id: 'a', ctx: { nodeType: 'Load' }, ...place },
      op: { nodeType: 'Add' },
      right: { nodeType: 'Name', id: 'b', ctx: { nodeType: 'Load' }, ...place },
      ...place,
    })
  })

  test('depth is no limit, and other JSON is refused', () => {
    const deep = chain(50_000)
    expect(compare(deep, fromJson(toJson(deep)))).toBe(true)
    expect(() => fromJson({ nodeType: 'Nothing' })).toThrow('not the JSON of a node')
    expect(compare(load('a'), load('b'))).toBe(false)
  })
})
