import { Complex, Ellipsis, Float, WideText } from '@pellucid/primitives'
import { describe, expect, test } from 'vitest'
import { dump } from '../src/index.ts'
import type { Node } from '../src/index.ts'
import { assign, call, chain, constant, expr, list, load, module, pass, store } from './build.ts'

describe('dump', () => {
  const tree = module(assign(store('x'), call(load('f'), constant(1))), pass())

  test('is one line by default, without what is empty', () => {
    expect(dump(tree)).toBe(
      "Module(body=[Assign(targets=[Name(id='x', ctx=Store())], " +
        "value=Call(func=Name(id='f', ctx=Load()), args=[Constant(value=1)])), Pass()])",
    )
  })

  test('indents, but keeps simple nodes on a line', () => {
    expect(dump(module(expr(list(load('a')))), { indent: 2 })).toBe(
      `Module(
  body=[
    Expr(
      value=List(
        elts=[
          Name(id='a', ctx=Load())],
        ctx=Load()))])`,
    )
    expect(dump(pass(), { indent: '\t', includeAttributes: true })).toBe(
      'Pass(\n\tlineno=1,\n\tcol_offset=0,\n\tend_lineno=1,\n\tend_col_offset=1)',
    )
  })

  test('leaves names out until a field is missing', () => {
    expect(dump(call(load('f')), { annotateFields: false })).toBe("Call(Name('f', Load()))")
    expect(dump(tree, { annotateFields: false, showEmpty: true })).toContain(
      "Assign([Name('x', Store())], Call(Name('f', Load()), [Constant(1)], []))",
    )
  })

  test.each([
    [null, 'None'],
    [Ellipsis, 'Ellipsis'],
    [2n ** 64n, '18446744073709551616'],
    [new Float(1e16), '1e+16'],
    [new Complex(-0, 2), '(-0+2j)'],
    [Uint8Array.of(0, 39), `b"\\x00'"`],
    [new WideText([0xd83d, 0xde00]), "'\\ud83d\\ude00'"],
    [[1, [true]], '(1, (True,))'],
  ])('shows the constant %o as Python does', (value, text) => {
    expect(dump(constant(value))).toBe(`Constant(value=${text})`)
  })

  test('refuses what is no node, and what is too deep for Python', () => {
    expect(() => dump([] as unknown as Node)).toThrow("expected AST, got 'list'")
    expect(() => dump(chain(996))).not.toThrow()
    expect(() => dump(chain(997))).toThrow('maximum recursion depth exceeded')
    expect(() => dump(chain(100_000))).toThrow('maximum recursion depth exceeded')
  })
})
