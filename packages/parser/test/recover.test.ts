import { expect, test } from 'vitest'
import * as ast from '@pellucid/ast'
import { parse } from '../src/index.ts'

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
  const tree = parse(broken, { recover: true })
  expect(ast.unparse(tree)).toBe(
    'import a\n\nclass C:\n    y = 1\n\n    def h(self):\n        return 2\nb = 2\nc = 3\nd = 4',
  )
  expect(tree.errors.map((error) => error.msg)).toEqual([
    'invalid syntax', "expected ':'", "expected ':'", 'unterminated string literal (detected at line 11)',
  ])
})

test('sound source has no errors, and the strict tree', () => {
  const source = 'def f():\n    return 1\n'
  const tree = parse(source, { recover: true })
  expect(tree.errors).toEqual([])
  expect(ast.dump(tree)).toBe(ast.dump(parse(source)))
})

const anything = ['(((', ')', '"""', '\\', '    a\n  b\n c', 'f"{', 'if', '\0', '\ud800', '']
test.each(anything)('anything gives a tree: %j', (source) => {
  expect(parse(source, { recover: true }).nodeType).toBe('Module')
})
