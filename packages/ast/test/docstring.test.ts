import { expect, test } from 'vitest'
import { cleanDocstring, getDocstring } from '../src/index.ts'
import { constant, def, expr, load, module, pass } from './build.ts'

test('the docstring is the first statement, if it is text', () => {
  const text = constant('  Doc.\n\n    More.\n      Deeper.\n  ')
  expect(getDocstring(def('f', [expr(text), pass()]))).toBe('Doc.\n\nMore.\n  Deeper.')
  expect(getDocstring(module(expr(constant(' x '))), false)).toBe(' x ')
  expect(getDocstring(module(expr(constant(1))))).toBeNull()
  expect(() => getDocstring(load('a'))).toThrow("'Name' can't have docstrings")
})

test('tabs expand to eights', () => {
  expect(cleanDocstring('a\n\tb\n\t  c\tx\n        ')).toBe('a\nb\n  c     x')
  expect(cleanDocstring('')).toBe('')
})
