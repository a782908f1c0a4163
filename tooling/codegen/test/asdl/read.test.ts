import { describe, expect, test } from 'vitest'
import { emitFactories, emitFields, emitNodes } from '../../src/asdl/emit.ts'
import { readAsdl } from '../../src/asdl/read.ts'

const text = `
module Tiny {
    -- a comment
    expr = IfExp(expr test, expr body, expr? orelse)  --: body if test else orelse   @order body test orelse
         | Names(identifier* ids, expr?* values)
         attributes (int lineno, int? end_lineno)
    op = Add | Sub
    alias = (identifier name)
}`

describe('asdl', () => {
  const model = readAsdl(text)

  test('reads sums, products, quantities, examples and orders', () => {
    expect(model.types.map(type => [type.name, type.product, type.nodes.map(node => node.name)])).toEqual([
      ['expr', false, ['IfExp', 'Names']],
      ['op', false, ['Add', 'Sub']],
      ['alias', true, ['alias']],
    ])
    expect(model.types[0]?.nodes[0]).toMatchObject({
      example: 'body if test else orelse',
      order: [['body'], ['test'], ['orelse']],
    })
    expect(model.types[0]?.nodes[1]?.fields.map(field => field.quantity)).toEqual(['many', 'many-optional'])
  })

  test('writes interfaces, factories and tables', () => {
    expect(emitNodes(model, 'x')).toContain('values: (expr | null)[]')
    expect(emitFactories(model, 'x')).toContain("const Add: ast.Add = Object.freeze({ nodeType: 'Add' })")
    expect(emitFactories(model, 'x')).toContain("return { nodeType: 'alias', name }")
    expect(emitFields(model, 'x')).toContain("IfExp: ['body', 'test', 'orelse'],")
  })

  test('says where the text is wrong', () => {
    expect(() => readAsdl('module M {\n  a B\n}')).toThrow("line 2: expected '=', found B")
    expect(() => readAsdl('module M { a = B(int x) --: @order y\n}')).toThrow('B: @order names y')
  })
})
