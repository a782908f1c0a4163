import { expect, test } from 'vitest'
import * as ast from '@pellucid/ast'
import { parse } from '../src/index.ts'
import { dumped, errorOf } from './parse-text.ts'

/** A program of every statement, as `unparse` writes it. */
const program = `import a.b as c, d
from . import x
from ...y.z import (p as q, r)
from m import *
global g, h
x = y = (yield)
x += 1
x: int = 2
(x): int
x.y[0]: str
del a, (b, c), [d.e]
assert a, b
raise A from B
type X[T: int = str, *Ts, **P] = dict[T, P]

@deco(1)
@other
async def f[T](a, /, b: int=1, *args: *Ts, c, d=2, **kw) -> T:
    return (await a)

class C(Base, metaclass=M):
    pass
if a:
    pass
elif b:
    pass
else:
    pass
while a:
    break
else:
    continue
for i, *j in k:
    pass
async for i in k:
    pass
with a as b, (c):
    pass
async with a as (b, c), d:
    pass
try:
    pass
except A as e:
    pass
except:
    pass
else:
    pass
finally:
    pass
try:
    pass
except* (A, B):
    pass
match a, *b:
    case 1 | -2.5 | 3 + 4j | None | 'x':
        pass
    case [a, *_, b] if c:
        pass
    case {'k': v, d.e: _, **rest}:
        pass
    case C(a, b=Q(c=1) as r):
        pass
    case (x):
        pass
    case x, y:
        pass`

test('every statement survives parse and unparse, twice', () => {
  const tree = parse(program)
  const again = parse(ast.unparse(tree))
  expect(ast.dump(again)).toBe(ast.dump(tree))
  const kinds = new Set(tree.body.map(({ nodeType }) => nodeType))
  expect(kinds.size).toBe(21)
})

test.each([
  ['match = case = type = _ = 1', "Assign(targets=[Name(id='match', ctx=Store())"],
  ['match(x, y)', "Expr(value=Call(func=Name(id='match'"],
  ['match[x]: int', 'AnnAssign(target=Subscript('],
  ['match -x', "Expr(value=BinOp(left=Name(id='match'"],
  ['match not in x', 'Expr(value=Compare('],
  ['type(x)', 'Expr(value=Call('],
  ['match *a, b:\n case _: pass', 'Match(subject=Tuple('],
  ['match (x):\n case _: pass', "Match(subject=Name(id='x'"],
])('soft keywords: %s', (source, expected) => {
  expect(dumped(source)).toContain(expected)
})

test.each([
  ['with (a, b): pass', "withitem(context_expr=Name(id='a', ctx=Load())), withitem("],
  ['with (a, b) as c: pass', 'withitem(context_expr=Tuple('],
  ['with (a as b): pass', "withitem(context_expr=Name(id='a', ctx=Load()), optional_vars=Name(id='b'"],
  ['with (yield): pass', 'withitem(context_expr=Yield())'],
  ['with (a).b as c, d: pass', "withitem(context_expr=Attribute(value=Name(id='a'"],
])('%s', (source, expected) => {
  expect(dumped(source)).toContain(expected)
})

test('type comments', () => {
  const head = 'def f(a,  # type: int\n      b):\n    # type: (...) -> str\n'
  const source = head + '    x = 1  # type: int\n# type: ignore[x]\n'
  const text = dumped(source, { typeComments: true })
  expect(text).toContain("arg(arg='a', type_comment='int')")
  expect(text).toContain("type_comment='(...) -> str'")
  expect(text).toContain("type_ignores=[TypeIgnore(lineno=5, tag='[x]')]")
  expect(dumped(source)).not.toContain('type_comment')
})

test('modes', () => {
  expect(dumped('(int, *str, **bool) -> None', { mode: 'func_type' })).toBe(
    "FunctionType(argtypes=[Name(id='int', ctx=Load()), Name(id='str', ctx=Load()), Name(id='bool', " +
    "ctx=Load())], " +
      'returns=Constant(value=None))',
  )
  expect(dumped('a; b\n', { mode: 'single' })).toMatch(/^Interactive\(body=\[Expr.*, Expr.*\]\)$/)
  expect(errorOf('\n', { mode: 'single' })).toBe('1:0-1:0 SyntaxError: invalid syntax')
  expect(errorOf('a\nb\n', { mode: 'single' })).toBe(
    '1:2-1:3 SyntaxError: multiple statements found while compiling a single statement',
  )
})

test('feature versions', () => {
  const refused = (source: string, featureVersion: number): string => errorOf(source, { featureVersion })
  expect(refused('(x := 1)', 7)).toContain(
    'Assignment expressions are only supported in Python 3.8 and greater',
  )
  expect(refused('match x:\n case 1: pass', 9)).toContain('Pattern matching is only supported in Python 3.10')
  expect(refused('def f[T = int](): pass', 12)).toContain(
    'Type parameter defaults are only supported in Python 3.13',
  )
  expect(refused('1_0', 5)).toContain('Underscores in numeric literals are only supported in Python 3.6')
  expect(refused('x: int', 6)).toBe('no error')
})
