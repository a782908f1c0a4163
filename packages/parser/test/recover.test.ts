import { describe, expect, test } from 'vitest'
import * as ast from '@pellucid/ast'
import { PyCompileError, PySyntaxError } from '@pellucid/source'
import { parse } from '../src/index.ts'
import type { RecoveredModule } from '../src/index.ts'

const recover = (source: string | Uint8Array): RecoveredModule => parse(source, { recover: true })
const messages = (source: string): string[] => recover(source).errors.map((error) => error.msg)
const left = (source: string): string => ast.unparse(recover(source))

const broken = `import a
x = = 1
class C:
    def g(self)
        y = 1
    def h(self): return 2
if a
    b = 2
else:
    c = 3
s = 'abc
d = 4
`

test('what parses is kept, what does not is reported', () => {
  const tree = recover(broken)
  expect(ast.unparse(tree)).toBe(
    'import a\n\nclass C:\n    y = 1\n\n    def h(self):\n        return 2\nb = 2\nc = 3\nd = 4',
  )
  expect(tree.errors.map((error) => error.msg)).toEqual([
    'invalid syntax', "expected ':'", "expected ':'", 'unterminated string literal (detected at line 11)',
  ])
})

test('sound source has no errors, and the strict tree', () => {
  const source = 'def f():\n    return 1\n'
  const tree = recover(source)
  expect(tree.errors).toEqual([])
  expect(ast.dump(tree)).toBe(ast.dump(parse(source)))
})

describe('of a line', () => {
  test('the statements before and behind the faulty one stay', () => {
    expect(left('a = 1; b = = f(x; y); c = 3\n')).toBe('a = 1\nc = 3')
    expect(messages('a b; c; d e\n')).toHaveLength(2)
  })
})

describe('brackets', () => {
  test('one that is never closed costs its line', () => {
    expect(left('a = 1\nb = f(2\nc = 3\ndef g(): pass\n')).toBe('a = 1\nc = 3\n\ndef g():\n    pass')
    expect(messages('a = (\nb = [\nc = 1\n')).toEqual(["'(' was never closed", "'[' was never closed"])
  })
  test('one before a string of several lines costs them, too', () => {
    expect(left("a = 1\nb = ('''x\ny'''\nc = 2\n")).toBe('a = 1\nc = 2')
  })
  test('of two that do not match the inner is blamed', () => {
    expect(left("x = {\n 'a': (1,\n 'b': 2,\n}\ny = 1\n")).toBe("x = {'b': 2}\ny = 1")
  })
  test('one too many costs its line', () => {
    expect(left('a = 1\nb = 2)\nc = 3\n')).toBe('a = 1\nc = 3')
  })
})

describe('blocks', () => {
  test('below a line that does not lex stay where they are', () => {
    expect(left("class A:\n    a = 1\nclass B('x:\n    b = 1\nc = 2\n")).toBe('class A:\n    a = 1\nb = 1\nc = 2')
  })
  test('take in a line whose indentation fits none', () => {
    expect(left('def f():\n        a\n    b\n    c\nd\n')).toBe('def f():\n    a\n    b\n    c\nd')
    expect(messages('def f():\n        a\n    b\n    c\nd\n')).toEqual(['unindent does not match any outer indentation level'])
  })
  test('of a try without handlers are read once, however deep', () => {
    const depth = 90
    const lines = Array.from({ length: depth }, (_, level) => `${' '.repeat(level)}try:`)
    const tree = recover(`${lines.join('\n')}\n${' '.repeat(depth)}a = 1\n`)
    expect(ast.unparse(tree)).toBe('a = 1')
  })
  test('of cases that do not parse stay, however deep', () => {
    expect(left('match x:\n  case 1: a\n  case 2 3:\n    b\n  case 4: c\nd\n')).toBe('match x:\n    case 1:\n        a\n    case 4:\n        c\nb\nd')
    const depth = 45
    const lines = Array.from({ length: depth }, (_, level) => `${' '.repeat(2 * level)}match x:\n${' '.repeat(2 * level + 1)}case 1 2:`)
    expect(messages(`${lines.join('\n')}\n${' '.repeat(2 * depth)}a = 1\n`)).toHaveLength(depth)
  })
})

describe('characters and bytes that are no source', () => {
  test.each([
    ['a = 1\nb = \0\nc = 2\n', 'source code string cannot contain null bytes'],
    ['a = 1\nb = \ud800\nc = 2\n', 'surrogates not allowed'],
  ])('%j', (source, message) => {
    expect(left(source)).toBe('a = 1\nc = 2')
    expect(messages(source)[0]).toContain(message)
  })
  test('an unknown encoding is an error, and the rest is read', () => {
    const tree = recover(new TextEncoder().encode('# coding: nonsense\na = 1\n'))
    expect(tree.errors.map((error) => error.msg)).toEqual(['unknown encoding: nonsense'])
    expect(ast.unparse(tree)).toBe('a = 1')
  })
})

const anything = ['(((', ')', '"""', '\\', '    a\n  b\n c', 'f"{', 'if', '\0', '\ud800', '', '\\\n', 'a\\\n$', 'x = (\\\n', '\t a\n        \tb\n']
test.each(anything)('anything gives a tree: %j', (source) => {
  expect(recover(source).nodeType).toBe('Module')
})

test('a tree that CPython would not build has an error, too', () => {
  const source = `x = ${'not '.repeat(20000)}a\n`
  expect(() => parse(source)).toThrow(PyCompileError)
  expect(recover(source).errors.map(({ name }) => name)).toEqual(['MemoryError'])
})

// Long enough that what took more than linear time would not end; `pnpm bench front` measures the growth.
const lines: Readonly<Record<string, (index: number) => string>> = {
  'that do not parse': (index) => `x${index} = = 1\n`,
  'with unclosed brackets': (index) => `x${index} = f(1\n`,
  'with brackets too many': (index) => `x${index} = 1)\n`,
  'of one bracket': (index) => (index === 0 ? 'd = {\n' : `'k${index}': (1],\n`),
  'closing what opens': (index) => (index === 0 ? 'x = (\n' : ')(\n'),
  'with unterminated strings': (index) => `x${index} = 'abc\n`,
  'of methods': (index) => (index === 0 ? 'class C:\n' : `    def m${index}(self) return 1\n`),
  'of cases': (index) => (index === 0 ? 'match x:\n' : `    case ${index} y: pass\n`),
}
test.each(Object.keys(lines))('thousands of lines %s', { timeout: 60_000 }, (kind) => {
  const source = Array.from({ length: 3_000 }, (_, index) => (lines[kind] as (index: number) => string)(index).replace('\n', `  #${'-'.repeat(80)}\n`)).join('')
  const tree = recover(`first = 1\n${source}last = 1\n`)
  expect(tree.errors.length).toBeGreaterThan(0)
  expect(tree.errors.every((error) => error instanceof PySyntaxError)).toBe(true)
  expect(ast.dump(tree)).toContain("Assign(targets=[Name(id='first'")
  if (kind !== 'closing what opens') expect(ast.dump(tree)).toContain("Assign(targets=[Name(id='last'")
})
